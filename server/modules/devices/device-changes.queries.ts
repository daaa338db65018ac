import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { InventoryChange } from './devices.rules.ts';

export async function insertChanges(
  tx: TenantTx,
  deviceId: number,
  changes: readonly InventoryChange[],
  now: Date,
): Promise<void> {
  if (changes.length === 0) return;
  await tx
    .insertInto('device_changes')
    .values(
      changes.map(({ field, old, new: now_ }) => ({
        device_id: deviceId,
        field,
        old: JSON.stringify(old ?? null),
        new: JSON.stringify(now_ ?? null),
        created_at: now,
      })),
    )
    .execute();
}

/** The newest first, without how it came and went; one row more than the page holds. */
export async function listChangeRows(
  tx: TenantTx,
  deviceId: number,
  list: { before: number | null; limit: number },
) {
  let query = tx
    .selectFrom('device_changes')
    .where('device_id', '=', deviceId)
    .where('field', '<>', 'state')
    .select(['id', 'field', 'old', 'new', 'created_at'])
    .orderBy('id', 'desc')
    .limit(list.limit + 1);
  if (list.before !== null) query = query.where('id', '<', list.before);
  return query.execute();
}
