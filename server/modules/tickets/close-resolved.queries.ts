import type { TenantTx } from '#platform/db/tenant-tx.ts';

/** Kept from changing until the transaction ends: who opens one again now is not overruled. */
export async function findResolvedBefore(
  tx: TenantTx,
  before: Date,
  limit: number,
): Promise<number[]> {
  const rows = await tx
    .selectFrom('tickets')
    .select('id')
    .where('status', '=', 'resolved')
    .where('resolved_at', '<', before)
    .orderBy('id')
    .limit(limit)
    .forNoKeyUpdate()
    .skipLocked()
    .execute();
  return rows.map(({ id }) => id);
}
