import { recordAudit } from '#modules/audit/index.ts';
import { requireCustomer } from '#modules/devices/index.ts';
import { clock, DAY_MS, inMs } from '#platform/clock.ts';
import { createToken, hashToken } from '#platform/crypto/secrets.ts';
import { notFound } from '#platform/errors.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import { AGENT_PATHS } from '#shared/agent-protocol.ts';
import {
  findTokenRow,
  insertToken,
  revokeTokenRow,
  type TokenRow,
} from './enrolment-tokens.queries.ts';

/** So that secret scanners and people recognise one. */
const TOKEN_PREFIX = 'portico_enrol_';

/** Makes a token with which machines become devices of a customer. It is not kept readable. */
export async function createEnrolmentToken(
  tx: ConsoleTx,
  wanted: { customerId: number; name: string; validDays: number; usesMax: number },
): Promise<{ enrolmentToken: TokenRow; token: string; command: string }> {
  await requireCustomer(tx, wanted.customerId);
  const token = TOKEN_PREFIX + createToken();
  const now = clock.now();
  const id = await insertToken(
    tx,
    {
      ...wanted,
      hash: hashToken(token),
      createdBy: tx.actor.technicianId,
      expiresAt: inMs(wanted.validDays * DAY_MS, now),
    },
    now,
  );
  const enrolmentToken = await getToken(tx, id);
  await recordAudit(tx, {
    action: 'enrolmentToken.created',
    subjectKind: 'customer',
    subjectId: wanted.customerId,
    subjectName: enrolmentToken.customer_name,
    details: { name: wanted.name, usesMax: wanted.usesMax },
  });
  return { enrolmentToken, token, command: enrolCommand(tx.platform.config.baseUrl, token) };
}

/** What is typed on the machine, by an administrator. The agent comes from this server, not from elsewhere. */
export const enrolCommand = (origin: string, token: string) =>
  `npx -y ${origin}${AGENT_PATHS.tarball} enroll --server ${origin} --token ${token} --service`;

/** No machine is enrolled with it any more; those that were stay. */
export async function revokeEnrolmentToken(tx: ConsoleTx, id: number): Promise<void> {
  const row = await getToken(tx, id);
  if (row.revoked_at) return;
  await revokeTokenRow(tx, id, clock.now());
  await recordAudit(tx, {
    action: 'enrolmentToken.revoked',
    subjectKind: 'customer',
    subjectId: row.customer_id,
    subjectName: row.customer_name,
    details: { name: row.name },
  });
}

async function getToken(tx: ConsoleTx, id: number): Promise<TokenRow> {
  const row = await findTokenRow(tx, id);
  if (!row) throw notFound();
  return row;
}
