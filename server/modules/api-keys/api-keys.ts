import { recordAudit } from '#modules/audit/index.ts';
import { assertMayGrant, findRole } from '#modules/roles/index.ts';
import { clock } from '#platform/clock.ts';
import { createToken, hashToken } from '#platform/crypto/secrets.ts';
import { invalid, notFound } from '#platform/errors.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import {
  type ApiKeyRow,
  findApiKeyRow,
  insertApiKey,
  revokeApiKeyRow,
} from './api-keys.queries.ts';

/** So that secret scanners and people recognise one. */
const KEY_PREFIX = 'portico_';
const SHOWN_CHARS = KEY_PREFIX.length + 6;

/** Makes a key with the rights of a role that the maker's own rights cover. The secret is not kept. */
export async function createApiKey(
  tx: ConsoleTx,
  input: { name: string; roleId: number; expiresAt: Date | null },
): Promise<{ apiKey: ApiKeyRow; secret: string }> {
  const role = await findRole(tx, input.roleId);
  if (!role) throw invalid({ field: 'roleId', code: 'unknownRole' });
  assertMayGrant(tx.actor, role);
  if (input.expiresAt && input.expiresAt <= clock.now())
    throw invalid({ field: 'expiresAt', code: 'inThePast' });
  const secret = KEY_PREFIX + createToken();
  const id = await insertApiKey(tx, {
    ...input,
    prefix: secret.slice(0, SHOWN_CHARS),
    hash: hashToken(secret),
    createdBy: tx.actor.technicianId,
  });
  await recordAudit(tx, {
    action: 'apiKey.created',
    subjectKind: 'apiKey',
    subjectId: id,
    subjectName: input.name,
    details: { role: role.name, expiresAt: input.expiresAt?.toISOString() ?? null },
  });
  return { apiKey: await getApiKey(tx, id), secret };
}

/** The key stops working at once; it stays in the audit log under its name. */
export async function revokeApiKey(tx: ConsoleTx, id: number): Promise<void> {
  const { name } = await getApiKey(tx, id);
  await revokeApiKeyRow(tx, id, clock.now());
  await recordAudit(tx, {
    action: 'apiKey.revoked',
    subjectKind: 'apiKey',
    subjectId: id,
    subjectName: name,
  });
}

async function getApiKey(tx: ConsoleTx, id: number): Promise<ApiKeyRow> {
  const row = await findApiKeyRow(tx, id);
  if (!row) throw notFound();
  return row;
}
