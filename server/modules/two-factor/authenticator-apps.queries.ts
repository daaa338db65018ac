import type { TenantTx } from '#platform/db/tenant-tx.ts';

export async function findAuthenticatorApp(tx: TenantTx, technicianId: number) {
  return tx
    .selectFrom('authenticator_apps')
    .select(['secret', 'confirmed_at', 'last_used_step', 'new_secret', 'new_secret_until'])
    .where('technician_id', '=', technicianId)
    .executeTakeFirst();
}

/** Beside the one that counts, which stays as it is. */
export async function putNewSecret(
  tx: TenantTx,
  technicianId: number,
  sealed: Buffer,
  until: Date,
): Promise<void> {
  const values = { new_secret: sealed, new_secret_until: until };
  await tx
    .insertInto('authenticator_apps')
    .values({ technician_id: technicianId, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'technician_id']).doUpdateSet(values))
    .execute();
}

/** From now on the new secret counts; the code that confirmed it is used up. */
export async function confirmSecret(
  tx: TenantTx,
  technicianId: number,
  confirmed: { sealed: Buffer; step: number; now: Date },
): Promise<void> {
  await tx
    .updateTable('authenticator_apps')
    .set({
      secret: confirmed.sealed,
      confirmed_at: confirmed.now,
      last_used_step: confirmed.step,
      new_secret: null,
      new_secret_until: null,
    })
    .where('technician_id', '=', technicianId)
    .execute();
}

/** True for exactly one of several at the same moment. */
export async function noteStep(tx: TenantTx, technicianId: number, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('authenticator_apps')
    .set({ last_used_step: step })
    .where('technician_id', '=', technicianId)
    .where('confirmed_at', 'is not', null)
    .where('last_used_step', '<', step)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** True when one was set up. */
export async function deleteAuthenticatorApp(tx: TenantTx, technicianId: number): Promise<boolean> {
  const deleted = await tx
    .deleteFrom('authenticator_apps')
    .where('technician_id', '=', technicianId)
    .returning('confirmed_at')
    .executeTakeFirst();
  return deleted?.confirmed_at != null;
}
