import { recordAudit } from '#modules/audit/index.ts';
import { findPasswordHash } from '#modules/technicians/index.ts';
import { clock, MINUTE_MS } from '#platform/clock.ts';
import { isPasswordRight } from '#platform/crypto/passwords.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { forbidden, invalid } from '#platform/errors.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import { LIMITS } from '#shared/limits.ts';
import { getBrowserSession } from './browser-session.ts';
import { findProvedAt, noteProof } from './sessions.queries.ts';
import { technicianAccountKey } from './sign-in.ts';
import { countAttempt } from './throttle.ts';

/**
 * For what an open session alone must not be enough: throws 403 `proofRequired` unless its holder has
 * shown within the last ten minutes that he knows the password. Scripts cannot.
 */
export async function assertProvedLately(tx: ConsoleTx): Promise<void> {
  const provedAt = await findProvedAt(tx, getBrowserSession(tx));
  const oldest = clock.now().getTime() - LIMITS.proofMinutes * MINUTE_MS;
  if (!provedAt || provedAt.getTime() < oldest) throw forbidden('proofRequired');
}

/** The holder of the session shows again that he knows his password. */
export async function proveAgain(tx: ConsoleTx, password: string): Promise<void> {
  const { technicianId } = tx.actor;
  const sessionId = getBrowserSession(tx);
  await provePassword(tx, {
    account: technicianAccountKey(tx.tenantId, technicianId),
    hash: await findPasswordHash(tx, technicianId),
    password,
    field: 'password',
  });
  await noteProof(tx, sessionId, clock.now());
  await recordAudit(tx, {
    action: 'technician.proved',
    subjectKind: 'technician',
    subjectId: technicianId,
    subjectName: tx.actor.name,
  });
}

/**
 * Throws 400 for the field unless the password is right. Counted like a sign-in: an open session is
 * no place to guess passwords at leisure either.
 */
export async function provePassword(
  tx: TenantTx,
  proof: { account: string; hash: string | null; password: string; field: string },
): Promise<void> {
  const { account, hash, password, field } = proof;
  if (password === '') throw invalid({ field, code: 'required' });
  const attempt = await countAttempt(tx.platform, {
    account: `change:${account}`,
    ip: tx.origin?.ip ?? '',
    knownBrowser: null,
  });
  if (!(await isPasswordRight(hash, password))) throw invalid({ field, code: 'wrongPassword' });
  await attempt.succeeded();
}
