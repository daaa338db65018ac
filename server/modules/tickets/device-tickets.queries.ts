import { sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { visibleTickets } from './visible-tickets.queries.ts';

/** How many tickets that the actor may see are being worked on, by the device that they are about. */
export async function countActiveTicketsOfDevices(
  tx: TenantTx,
  deviceIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (deviceIds.length === 0) return new Map();
  const { rows } = await sql<{ device_id: number; count: number }>`
    select t.device_id, count(*)::int as count from tickets t
    where t.device_id = any (${[...deviceIds]}::bigint[]) and t.is_active
      and ${visibleTickets(tx.actor)}
    group by t.device_id`.execute(tx);
  return new Map(rows.map((row) => [row.device_id, row.count]));
}
