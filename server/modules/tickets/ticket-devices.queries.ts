import { inReach } from '#platform/db/reach.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';

/** Whose machine it is, if the actor may see it. */
export function findDeviceOwner(tx: TenantTx, id: number) {
  return tx
    .selectFrom('devices')
    .where('id', '=', id)
    .where(inReach(tx.actor, 'customer_id'))
    .select(['id', 'customer_id', 'archived_at'])
    .executeTakeFirst();
}
