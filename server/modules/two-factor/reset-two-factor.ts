import { endSessions } from '#modules/credentials/index.ts';
import { assertMayGrant } from '#modules/roles/index.ts';
import { getTechnician, holdForSignIn } from '#modules/technicians/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { refused } from '#platform/errors.ts';
import { deleteAuthenticatorApp } from './authenticator-apps.queries.ts';
import { deletePasskeysOf } from './passkeys.queries.ts';
import { deleteRecoveryCodes } from './recovery-codes.queries.ts';
import { auditSecurityEvent, sendSecurityNotice } from './security-events.ts';
import { isTwoFactorOn } from './two-factor.queries.ts';

/**
 * Removes every second factor of somebody who has lost them, and ends his sessions: the lost phone
 * may be signed in. Nobody does it for a person with more rights, nor for himself, because his own
 * factors are guarded by a fresh proof. Sign-in takes the password alone then, or leads to
 * setting up anew where the role requires it.
 */
export async function resetTwoFactor(tx: TenantTx, technicianId: number): Promise<void> {
  assertMayGrant(tx.actor, await getTechnician(tx, technicianId));
  if (tx.actor.kind === 'technician' && tx.actor.technicianId === technicianId)
    throw refused('ownTwoFactor');
  await holdForSignIn(tx, technicianId);
  if (!(await isTwoFactorOn(tx, technicianId))) throw refused('twoFactorOff');
  await deleteAuthenticatorApp(tx, technicianId);
  await deletePasskeysOf(tx, technicianId);
  await deleteRecoveryCodes(tx, technicianId);
  await endSessions(tx, { technicianId });
  await auditSecurityEvent(tx, technicianId, 'twoFactorReset');
  const event = tx.actor.kind === 'system' ? 'twoFactorResetOnServer' : 'twoFactorReset';
  await sendSecurityNotice(tx, technicianId, event, { name: tx.actor.name });
}
