import { endSessions } from '#modules/credentials/index.ts';
import { getTechnician, holdForSignIn } from '#modules/technicians/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { refused } from '#platform/errors.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import { findAuthenticatorApp } from './authenticator-apps.queries.ts';
import { listPasskeyRows } from './passkeys.queries.ts';
import { countUnusedRecoveryCodes, deleteRecoveryCodes } from './recovery-codes.queries.ts';
import { makeRecoveryCodes } from './recovery-codes.ts';
import {
  auditSecurityEvent,
  type EventDetails,
  type SecurityEvent,
  sendSecurityNotice,
} from './security-events.ts';
import { isTwoFactorOn, isTwoFactorRequired } from './two-factor.queries.ts';

/** Everything about how the technician takes his second step. */
export async function getTwoFactor(tx: TenantTx, technicianId: number) {
  const app = await findAuthenticatorApp(tx, technicianId);
  const passkeys = await listPasskeyRows(tx, technicianId);
  return {
    isOn: app?.confirmed_at != null || passkeys.length > 0,
    isRequired: await isTwoFactorRequired(tx, technicianId),
    appSetUpAt: app?.confirmed_at ?? null,
    passkeys,
    recoveryCodesLeft: await countUnusedRecoveryCodes(tx, technicianId),
  };
}

/** The same of somebody else; 404 when there is no such technician. */
export async function getTwoFactorOf(tx: TenantTx, technicianId: number) {
  await getTechnician(tx, technicianId);
  return getTwoFactor(tx, technicianId);
}

/** One change of somebody's factors, as audit log and notice name it. */
export interface FactorChange {
  event: SecurityEvent;
  details?: EventDetails;
}

/**
 * Adds a factor to one's own account. With the first one two-factor sign-in is on: sessions that
 * were opened without it end, and there are recovery codes, which are returned and never shown again.
 */
export async function addFactor(
  tx: ConsoleTx,
  { event, details }: FactorChange,
  add: () => Promise<void>,
): Promise<string[] | null> {
  const { technicianId, sessionId } = tx.actor;
  await holdForSignIn(tx, technicianId);
  const wasOn = await isTwoFactorOn(tx, technicianId);
  await add();
  await auditSecurityEvent(tx, technicianId, event, details);
  if (wasOn) {
    await sendSecurityNotice(tx, technicianId, event, details);
    return null;
  }
  const codes = await makeRecoveryCodes(tx, technicianId);
  await endSessions(tx, { technicianId }, { exceptSessionId: sessionId });
  await auditSecurityEvent(tx, technicianId, 'twoFactorTurnedOn');
  await sendSecurityNotice(tx, technicianId, 'twoFactorTurnedOn');
  return codes;
}

/**
 * Removes a factor from one's own account. With the last one two-factor sign-in is off, which
 * the role may forbid: 409 `twoFactorNeeded`.
 */
export async function removeFactor(
  tx: ConsoleTx,
  { event, details }: FactorChange,
  remove: () => Promise<void>,
): Promise<void> {
  const { technicianId } = tx.actor;
  await holdForSignIn(tx, technicianId);
  await remove();
  await auditSecurityEvent(tx, technicianId, event, details);
  if (await isTwoFactorOn(tx, technicianId)) {
    await sendSecurityNotice(tx, technicianId, event, details);
    return;
  }
  if (await isTwoFactorRequired(tx, technicianId)) throw refused('twoFactorNeeded');
  await deleteRecoveryCodes(tx, technicianId);
  await auditSecurityEvent(tx, technicianId, 'twoFactorTurnedOff');
  await sendSecurityNotice(tx, technicianId, 'twoFactorTurnedOff');
}
