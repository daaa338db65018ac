import type { TenantTx } from '#platform/db/tenant-tx.ts';

/** The earlier ones stop working. */
export async function replaceRecoveryCodes(
  tx: TenantTx,
  technicianId: number,
  hashes: readonly Buffer[],
  now: Date,
): Promise<void> {
  await deleteRecoveryCodes(tx, technicianId);
  await tx
    .insertInto('recovery_codes')
    .values(
      hashes.map((hash) => ({ technician_id: technicianId, code_hash: hash, created_at: now })),
    )
    .execute();
}

/** True for exactly one of several at the same moment. */
export async function markRecoveryCodeUsed(
  tx: TenantTx,
  technicianId: number,
  hash: Buffer,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recovery_codes')
    .set({ used_at: now })
    .where('technician_id', '=', technicianId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function countUnusedRecoveryCodes(
  tx: TenantTx,
  technicianId: number,
): Promise<number> {
  const { count } = await tx
    .selectFrom('recovery_codes')
    .where('technician_id', '=', technicianId)
    .where('used_at', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function deleteRecoveryCodes(tx: TenantTx, technicianId: number): Promise<void> {
  await tx.deleteFrom('recovery_codes').where('technician_id', '=', technicianId).execute();
}
