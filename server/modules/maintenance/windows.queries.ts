import { sql } from 'kysely';
import { inReach } from '#platform/db/reach.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';

const PAST_LISTED = sql`interval '90 days'`;

/** Those of a device and a customer are within reach as these are; the company's are everybody's. */
function windowRows(tx: TenantTx) {
  return tx
    .selectFrom('maintenance_windows as w')
    .leftJoin('devices as d', (join) =>
      join.onRef('d.tenant_id', '=', 'w.tenant_id').onRef('d.id', '=', 'w.device_id'),
    )
    .leftJoin('customers as c', (join) =>
      join
        .onRef('c.tenant_id', '=', 'w.tenant_id')
        .on('c.id', '=', sql<number>`coalesce(w.customer_id, d.customer_id)`),
    )
    .where(
      sql<boolean>`(num_nonnulls(w.customer_id, w.device_id) = 0 or ${inReach(tx.actor, 'c.id')})`,
    )
    .select([
      'w.id',
      'w.name',
      'w.customer_id',
      'w.device_id',
      'c.id as of_customer_id',
      'c.name as customer_name',
      'd.name as device_name',
      'w.starts_at',
      'w.ends_at',
      'w.weekdays',
      'w.from_minute',
      'w.duration_minutes',
      'w.created_at',
    ]);
}
export type WindowRow = Awaited<ReturnType<typeof listWindowRows>>[number];

/** Those that are still to come, or were over not long ago; the newest first. */
export async function listWindowRows(
  tx: TenantTx,
  of: { customerId?: number | undefined; deviceId?: number | undefined },
  now: Date,
) {
  let query = windowRows(tx)
    .where((eb) =>
      eb.or([
        eb('w.ends_at', 'is', null),
        eb('w.ends_at', '>', sql<Date>`${now}::timestamptz - ${PAST_LISTED}`),
      ]),
    )
    .orderBy('w.id', 'desc')
    .limit(500);
  if (of.customerId !== undefined) query = query.where('c.id', '=', of.customerId);
  if (of.deviceId !== undefined) query = query.where('w.device_id', '=', of.deviceId);
  return query.execute();
}

export const findWindowRow = (tx: TenantTx, id: number) =>
  windowRows(tx).where('w.id', '=', id).executeTakeFirst();

/** Those that may be open for what belongs to the device and the customer. */
export async function listWindowsFor(
  tx: TenantTx,
  of: { customerId: number | null; deviceId: number | null },
  now: Date,
) {
  return tx
    .selectFrom('maintenance_windows')
    .where((eb) => eb.or([eb('customer_id', 'is', null), eb('customer_id', '=', of.customerId)]))
    .where((eb) => eb.or([eb('device_id', 'is', null), eb('device_id', '=', of.deviceId)]))
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', now)]))
    .select(['id', 'name', 'starts_at', 'ends_at', 'weekdays', 'from_minute', 'duration_minutes'])
    .execute();
}

export interface WindowColumns {
  name: string;
  customer_id: number | null;
  device_id: number | null;
  starts_at: Date | null;
  ends_at: Date | null;
  weekdays: number[] | null;
  from_minute: number | null;
  duration_minutes: number | null;
}

export async function insertWindow(
  tx: TenantTx,
  window: WindowColumns & { created_by: number; created_at: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('maintenance_windows')
    .values(window)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateWindow(tx: TenantTx, id: number, window: WindowColumns): Promise<void> {
  await tx.updateTable('maintenance_windows').set(window).where('id', '=', id).execute();
}

export async function deleteWindow(tx: TenantTx, id: number): Promise<void> {
  await tx.deleteFrom('maintenance_windows').where('id', '=', id).execute();
}
