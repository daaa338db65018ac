import { holdForSignIn } from '#modules/technicians/index.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { refused } from '#platform/errors.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import {
  countUnusedRecoveryCodes,
  markRecoveryCodeUsed,
  replaceRecoveryCodes,
} from './recovery-codes.queries.ts';
import { newRecoveryCodes, normaliseRecoveryCode } from './recovery-codes.rules.ts';
import { auditSecurityEvent, sendSecurityNotice } from './security-events.ts';
import { isTwoFactorOn } from './two-factor.queries.ts';

/** New codes in place of all earlier ones. Only their hashes are kept: nobody sees them again. */
export async function makeRecoveryCodes(tx: TenantTx, technicianId: number): Promise<string[]> {
  const codes = newRecoveryCodes();
  const hashes = codes.map((code) => hashOf(tx, technicianId, code));
  await replaceRecoveryCodes(tx, technicianId, hashes, clock.now());
  return codes;
}

/** Makes one's own codes anew; 409 `twoFactorOff` when there is nothing to recover. */
export async function renewRecoveryCodes(tx: ConsoleTx): Promise<string[]> {
  const { technicianId } = tx.actor;
  await holdForSignIn(tx, technicianId);
  if (!(await isTwoFactorOn(tx, technicianId))) throw refused('twoFactorOff');
  const codes = await makeRecoveryCodes(tx, technicianId);
  await auditSecurityEvent(tx, technicianId, 'recoveryCodesMade');
  await sendSecurityNotice(tx, technicianId, 'recoveryCodesMade');
  return codes;
}

/** Uses the code up and tells its owner. False when it is wrong or was used already. */
export async function acceptRecoveryCode(
  tx: TenantTx,
  technicianId: number,
  typed: string,
): Promise<boolean> {
  const hash = hashOf(tx, technicianId, typed);
  if (!(await markRecoveryCodeUsed(tx, technicianId, hash, clock.now()))) return false;
  const left = await countUnusedRecoveryCodes(tx, technicianId);
  await auditSecurityEvent(tx, technicianId, 'recoveryCodeUsed', { left });
  await sendSecurityNotice(tx, technicianId, 'recoveryCodeUsed', { count: left });
  return true;
}

/** Keyed, so that the database alone does not let anybody try codes against it. */
function hashOf(tx: TenantTx, technicianId: number, code: string): Buffer {
  const text = `recoveryCode:${tx.tenantId}:${technicianId}:${normaliseRecoveryCode(code)}`;
  return tx.platform.secrets.sign('twoFactor', text);
}
