import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { findPasswordRow, noteSignInRow, updateTechnician } from './technicians.queries.ts';

/** The stored hash, or null for who may not sign in: disabled, not there, no password yet. */
export async function findPasswordHash(tx: TenantTx, technicianId: number): Promise<string | null> {
  const row = await findPasswordRow(tx, technicianId);
  return row && row.disabled_at === null ? row.password_hash : null;
}

/**
 * Notes the sign-in. False when disabled or the password changed since `passwordHash` was checked:
 * checking takes a while and happens outside any transaction.
 */
export function noteSignIn(
  tx: TenantTx,
  technicianId: number,
  passwordHash: string,
): Promise<boolean> {
  return noteSignInRow(tx, technicianId, passwordHash, clock.now());
}

/** Stores a new password; who accepts an invitation may correct his name with it. */
export async function setPassword(
  tx: TenantTx,
  technicianId: number,
  password: { hash: string; firstName?: string; lastName?: string },
): Promise<void> {
  await updateTechnician(tx, technicianId, {
    password_hash: password.hash,
    ...(password.firstName && { first_name: password.firstName }),
    ...(password.lastName && { last_name: password.lastName }),
  });
}
