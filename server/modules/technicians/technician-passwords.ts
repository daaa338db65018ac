import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { findPasswordRow, holdPasswordRow, updateTechnician } from './technicians.queries.ts';

/** The stored hash, or null for who may not sign in: disabled, not there, no password yet. */
export async function findPasswordHash(tx: TenantTx, technicianId: number): Promise<string | null> {
  const row = await findPasswordRow(tx, technicianId);
  return row && row.disabled_at === null ? row.password_hash : null;
}

/**
 * Holds the technician for the rest of the transaction: nobody changes his password, his ways of
 * signing in or his state meanwhile. False when he is disabled, or when his password is another one
 * than `passwordHash` by now: checking it takes a while and happens outside any transaction.
 */
export async function holdForSignIn(
  tx: TenantTx,
  technicianId: number,
  passwordHash?: string,
): Promise<boolean> {
  const row = await holdPasswordRow(tx, technicianId);
  if (!row || row.disabled_at !== null) return false;
  return passwordHash === undefined || row.password_hash === passwordHash;
}

/** Notes that he has signed in. */
export const noteSignIn = (tx: TenantTx, technicianId: number): Promise<void> =>
  updateTechnician(tx, technicianId, { last_sign_in_at: clock.now() });

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
