import { requireProfile } from '#modules/alert-profiles/index.ts';
import { recordAudit } from '#modules/audit/index.ts';
import { requireCustomer } from '#modules/devices/index.ts';
import { clock } from '#platform/clock.ts';
import { createToken, hashToken } from '#platform/crypto/secrets.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { notFound } from '#platform/errors.ts';
import type { AlertSourceFormat } from '#shared/alerts.ts';
import {
  findSourceRow,
  insertSource,
  type SourceRow,
  updateSource,
} from './alert-sources.queries.ts';

/** So that secret scanners and people recognise one. */
const SECRET_PREFIX = 'portico_alerts_';

export interface SourceSecret {
  source: SourceRow;
  /** Not kept readable: it is in this answer and never again. */
  secret: string;
  /** With the secret in a header. */
  address: string;
  /** With the secret in it, for systems that cannot send a header. */
  addressWithSecret: string;
}

interface SourceFields {
  name: string;
  customerId: number | null;
  profileId: number | null;
}
type SourceChanges = { [Field in keyof SourceFields]?: SourceFields[Field] | undefined };

export async function addSource(
  tx: TenantTx,
  wanted: SourceFields & { format: AlertSourceFormat },
): Promise<SourceSecret> {
  await check(tx, wanted);
  const secret = SECRET_PREFIX + createToken();
  const id = await insertSource(tx, {
    name: wanted.name,
    format: wanted.format,
    customer_id: wanted.customerId,
    profile_id: wanted.profileId,
    secret_hash: hashToken(secret),
    created_at: clock.now(),
  });
  await note(tx, 'alertSource.created', id, wanted.name);
  return withSecret(tx, id, secret);
}

/** Throws 404 when there is none. */
export async function changeSource(
  tx: TenantTx,
  id: number,
  changes: SourceChanges,
): Promise<SourceRow> {
  const before = await getSource(tx, id);
  await check(tx, changes);
  const { name = before.name, customerId = before.customer_id } = changes;
  const { profileId = before.profile_id } = changes;
  await updateSource(tx, id, { name, customer_id: customerId, profile_id: profileId });
  await note(tx, 'alertSource.changed', id, name);
  return getSource(tx, id);
}

/** A new secret in place of the old, which is unknown from this moment on. */
export async function renewSecret(tx: TenantTx, id: number): Promise<SourceSecret> {
  const { name } = await getSource(tx, id);
  const secret = SECRET_PREFIX + createToken();
  await updateSource(tx, id, { secret_hash: hashToken(secret) });
  await note(tx, 'alertSource.secretChanged', id, name);
  return withSecret(tx, id, secret);
}

/** Nothing is taken from it any more; what it said stays. */
export async function removeSource(tx: TenantTx, id: number): Promise<void> {
  const { name } = await getSource(tx, id);
  await updateSource(tx, id, { removed_at: clock.now() });
  await note(tx, 'alertSource.removed', id, name);
}

async function withSecret(tx: TenantTx, id: number, secret: string): Promise<SourceSecret> {
  const address = `${tx.platform.config.baseUrl}/api/v1/alert-hooks`;
  const source = await getSource(tx, id);
  return { source, secret, address, addressWithSecret: `${address}/${secret}` };
}

async function getSource(tx: TenantTx, id: number): Promise<SourceRow> {
  const row = await findSourceRow(tx, id);
  if (!row) throw notFound();
  return row;
}

async function check(tx: TenantTx, { customerId, profileId }: SourceChanges): Promise<void> {
  if (customerId) await requireCustomer(tx, customerId);
  if (profileId) await requireProfile(tx, profileId, 'profileId');
}

async function note(
  tx: TenantTx,
  action:
    | 'alertSource.created'
    | 'alertSource.changed'
    | 'alertSource.removed'
    | 'alertSource.secretChanged',
  id: number,
  name: string,
): Promise<void> {
  await recordAudit(tx, { action, subjectKind: 'alertSource', subjectId: id, subjectName: name });
}
