import { type RawBuilder, sql } from 'kysely';
import { AGENT_VERSION } from '#platform/agent-version.ts';
import { inReach } from '#platform/db/reach.ts';
import { patternsOf } from '#platform/db/search-words.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { DeviceType } from '#shared/agent-protocol.ts';
import type { DeviceSort, DeviceState } from './devices.rules.ts';

export interface DeviceFilters {
  search: string;
  /** Found only by what contacts see: a hit by user or serial number would tell them the rest. */
  isForContacts?: boolean | undefined;
  states: readonly DeviceState[];
  types: readonly DeviceType[];
  customerId?: number | undefined;
  contactId?: number | undefined;
  hasAlerts?: boolean | undefined;
  /** Of an agent that is not the one which the server hands out. */
  hasOldAgent?: boolean | undefined;
  isArchived: boolean;
}

/** Those that the actor may see: all, or those of the customers that his role is limited to. */
function deviceRows(tx: TenantTx) {
  return tx
    .selectFrom('devices as d')
    .innerJoin('customers as c', (join) =>
      join.onRef('c.tenant_id', '=', 'd.tenant_id').onRef('c.id', '=', 'd.customer_id'),
    )
    .where(inReach(tx.actor, 'd.customer_id'))
    .select([
      'd.id',
      'd.customer_id',
      'c.name as customer_name',
      'd.source',
      'd.name',
      'd.is_name_chosen',
      'd.type',
      'd.is_type_chosen',
      'd.hostname',
      'd.os_name',
      'd.state',
      'd.state_since',
      'd.last_seen_at',
      'd.logged_in_user',
      'd.agent_version',
      'd.clock_offset_seconds',
      'd.copy_noticed_at',
      'd.open_alert_count',
      'd.worst_severity',
      'd.archived_at',
      'd.version',
      'd.created_at',
    ]);
}
export type DeviceRow = Awaited<ReturnType<typeof listDeviceRows>>[number];

/** What each order sorts by; every one ends with the id. */
const ORDERS: Record<DeviceSort, { by: RawBuilder<string | number>; direction: 'asc' | 'desc' }> = {
  name: { by: sql`d.name_folded`, direction: 'asc' },
  '-name': { by: sql`d.name_folded`, direction: 'desc' },
  customer: { by: sql`c.name_folded`, direction: 'asc' },
  type: { by: sql`d.type`, direction: 'asc' },
  os: { by: sql`d.os_folded`, direction: 'asc' },
  user: { by: sql`d.user_folded`, direction: 'asc' },
  '-lastSeenAt': { by: sql`coalesce(d.last_seen_at, 'epoch')`, direction: 'desc' },
  lastSeenAt: { by: sql`coalesce(d.last_seen_at, 'epoch')`, direction: 'asc' },
  '-openAlerts': { by: sql`(d.worst_severity * 100000 + d.open_alert_count)`, direction: 'desc' },
};

function filtered(tx: TenantTx, filters: DeviceFilters) {
  let query = deviceRows(tx).where('d.archived_at', filters.isArchived ? 'is not' : 'is', null);
  if (filters.states.length > 0) query = query.where('d.state', 'in', filters.states);
  if (filters.types.length > 0) query = query.where('d.type', 'in', filters.types);
  if (filters.customerId !== undefined)
    query = query.where('d.customer_id', '=', filters.customerId);
  if (filters.hasAlerts) query = query.where('d.open_alert_count', '>', 0);
  if (filters.hasOldAgent) query = query.where('d.agent_version', '<>', AGENT_VERSION);
  if (filters.contactId !== undefined) {
    const { contactId } = filters;
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('device_contacts as dc')
          .whereRef('dc.device_id', '=', 'd.id')
          .where('dc.contact_id', '=', contactId)
          .select(sql.lit(1).as('one')),
      ),
    );
  }
  for (const pattern of patternsOf(filters.search))
    query = query.where(
      filters.isForContacts
        ? sql<boolean>`(d.name_folded like ${pattern} or d.os_folded like ${pattern})`
        : sql<boolean>`(d.search_folded like ${pattern} or c.name_folded like ${pattern})`,
    );
  return query;
}

/** One row more than the page holds, see `cutPage`. */
export function listDeviceRows(
  tx: TenantTx,
  list: DeviceFilters & {
    sort: DeviceSort;
    after: [string | number, number] | null;
    limit: number;
  },
) {
  const { by, direction } = ORDERS[list.sort];
  let query = filtered(tx, list)
    .select(by.as('sort_value'))
    .orderBy(by, direction)
    .orderBy('d.id', direction)
    .limit(sql.lit(list.limit + 1));
  if (list.after) {
    const [value, id] = list.after;
    const typed = list.sort.endsWith('lastSeenAt') ? sql`${value}::timestamptz` : sql`${value}`;
    query = query.where(
      direction === 'asc'
        ? sql<boolean>`(${by}, d.id) > (${typed}, ${id})`
        : sql<boolean>`(${by}, d.id) < (${typed}, ${id})`,
    );
  }
  return query.execute();
}

export async function countDeviceRows(tx: TenantTx, filters: DeviceFilters): Promise<number> {
  const { count } = await filtered(tx, filters)
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Those that are not archived, by how they are. */
export async function countDevicesByState(
  tx: TenantTx,
): Promise<{ state: DeviceState; count: number }[]> {
  const { rows } = await sql<{ state: DeviceState; count: number }>`
    select state, count(*) as count from devices d
    where archived_at is null and ${inReach(tx.actor, 'd.customer_id')}
    group by state`.execute(tx);
  return rows;
}

export function findDeviceRow(tx: TenantTx, id: number) {
  return deviceRows(tx)
    .where('d.id', '=', id)
    .select(['d.notes', 'd.inventory', 'd.last_sample', 'd.fingerprint', 'd.address'])
    .executeTakeFirst();
}
export type DevicePageRow = NonNullable<Awaited<ReturnType<typeof findDeviceRow>>>;
