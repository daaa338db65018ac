import { type RawBuilder, sql } from 'kysely';
import { inReach } from '#platform/db/reach.ts';
import { patternsOf } from '#platform/db/search-words.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { AlertSort, AlertSource, AlertState, Severity } from '#shared/alerts.ts';

export interface AlertFilters {
  search: string;
  states: readonly AlertState[];
  severities: readonly Severity[];
  sources: readonly AlertSource[];
  customerId?: number | undefined;
  deviceId?: number | undefined;
  alertSourceId?: number | undefined;
  hasTicket?: boolean | undefined;
  ticketId?: number | undefined;
}

/** Those that the actor may see: all, or those of the customers that his role is limited to. */
function alertRows(tx: TenantTx) {
  return tx
    .selectFrom('alerts as a')
    .leftJoin('devices as d', (join) =>
      join.onRef('d.tenant_id', '=', 'a.tenant_id').onRef('d.id', '=', 'a.device_id'),
    )
    .leftJoin('customers as c', (join) =>
      join.onRef('c.tenant_id', '=', 'a.tenant_id').onRef('c.id', '=', 'a.customer_id'),
    )
    .leftJoin('tickets as t', (join) =>
      join.onRef('t.tenant_id', '=', 'a.tenant_id').onRef('t.id', '=', 'a.ticket_id'),
    )
    .leftJoin('alert_sources as s', (join) =>
      join.onRef('s.tenant_id', '=', 'a.tenant_id').onRef('s.id', '=', 'a.alert_source_id'),
    )
    .leftJoin('technicians as p', (join) =>
      join.onRef('p.tenant_id', '=', 'a.tenant_id').onRef('p.id', '=', 'a.acknowledged_by'),
    )
    .where(inReach(tx.actor, 'a.customer_id'))
    .select([
      'a.id',
      'a.fingerprint',
      'a.source',
      'a.alert_source_id',
      's.name as alert_source_name',
      'a.kind',
      'a.target',
      'a.value',
      'a.threshold',
      'a.title',
      'a.severity',
      'a.severity_rank',
      'a.state',
      'a.device_id',
      'd.name as device_name',
      'd.type as device_type',
      'a.customer_id',
      'c.name as customer_name',
      't.number as ticket_number',
      't.status as ticket_status',
      'a.occurrences',
      'a.occurred_at',
      'a.last_at',
      'a.snoozed_until',
      'a.is_silenced',
      'a.is_flapping',
      'a.resolved_at',
      'a.resolved_by',
      'a.created_at',
      'p.id as acknowledged_by',
      'p.first_name as acknowledged_first_name',
      'p.last_name as acknowledged_last_name',
    ]);
}
export type AlertRow = Awaited<ReturnType<typeof listAlertRows>>[number];

type Order = { by: RawBuilder<Date>; rank: boolean; direction: 'asc' | 'desc' };
const ORDERS: Record<AlertSort, Order> = {
  '-lastAt': { by: sql`a.last_at`, rank: false, direction: 'desc' },
  lastAt: { by: sql`a.last_at`, rank: false, direction: 'asc' },
  '-severity': { by: sql`a.last_at`, rank: true, direction: 'desc' },
  '-createdAt': { by: sql`a.created_at`, rank: false, direction: 'desc' },
  createdAt: { by: sql`a.created_at`, rank: false, direction: 'asc' },
};

function filtered(tx: TenantTx, filters: AlertFilters) {
  let query = alertRows(tx);
  if (filters.states.length > 0) query = query.where('a.state', 'in', filters.states);
  if (filters.severities.length > 0) query = query.where('a.severity', 'in', filters.severities);
  if (filters.sources.length > 0) query = query.where('a.source', 'in', filters.sources);
  if (filters.customerId !== undefined)
    query = query.where('a.customer_id', '=', filters.customerId);
  if (filters.deviceId !== undefined) query = query.where('a.device_id', '=', filters.deviceId);
  if (filters.alertSourceId !== undefined)
    query = query.where('a.alert_source_id', '=', filters.alertSourceId);
  if (filters.ticketId !== undefined) query = query.where('a.ticket_id', '=', filters.ticketId);
  if (filters.hasTicket !== undefined)
    query = query.where('a.ticket_id', filters.hasTicket ? 'is not' : 'is', null);
  for (const pattern of patternsOf(filters.search))
    query = query.where(
      sql<boolean>`(a.search_folded like ${pattern} or d.search_folded like ${pattern}
        or c.name_folded like ${pattern})`,
    );
  return query;
}

/** One row more than the page holds, see `cutPage`. */
export function listAlertRows(
  tx: TenantTx,
  list: AlertFilters & {
    sort: AlertSort;
    /** Rank, time and id of the last row. */
    after: readonly [number, string, number] | null;
    limit: number;
  },
) {
  const { by, rank, direction } = ORDERS[list.sort];
  const ranked = rank ? sql`a.severity_rank` : sql`0`;
  let query = filtered(tx, list)
    .select(by.as('sort_time'))
    .$if(rank, (q) => q.orderBy('a.severity_rank', direction))
    .orderBy(by, direction)
    .orderBy('a.id', direction)
    .limit(sql.lit(list.limit + 1));
  if (list.after) {
    const [lastRank, time, id] = list.after;
    const compared = direction === 'asc' ? sql`>` : sql`<`;
    query = query.where(
      rank
        ? sql<boolean>`(${ranked}, ${by}, a.id) ${compared}
            (${lastRank}::smallint, ${time}::timestamptz, ${id}::bigint)`
        : sql<boolean>`(${by}, a.id) ${compared} (${time}::timestamptz, ${id}::bigint)`,
    );
  }
  return query.execute();
}

export async function countAlertRows(tx: TenantTx, filters: AlertFilters): Promise<number> {
  const { count } = await filtered(tx, filters)
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** What waits for somebody, by how bad it is: from an index that holds nothing else. */
export async function countActiveRows(tx: TenantTx): Promise<Record<Severity, number>> {
  const { rows } = await sql<Record<Severity, number>>`
    select count(*) filter (where severity_rank = 1) as information,
      count(*) filter (where severity_rank = 2) as warning,
      count(*) filter (where severity_rank = 3) as critical
    from alerts a
    where a.state in ('open', 'acknowledged') and ${inReach(tx.actor, 'a.customer_id')}`.execute(
    tx,
  );
  return rows[0] ?? { information: 0, warning: 0, critical: 0 };
}

export function findAlertRow(tx: TenantTx, id: number) {
  return alertRows(tx)
    .where('a.id', '=', id)
    .select(['a.text', 'a.labels', 'a.url', 'a.resolves_at'])
    .executeTakeFirst();
}
export type AlertPageRow = NonNullable<Awaited<ReturnType<typeof findAlertRow>>>;

/** The history of an alert, the newest first. */
export async function listEventRows(
  tx: TenantTx,
  alertId: number,
  list: { before: number | null; limit: number },
) {
  let query = tx
    .selectFrom('alert_events')
    .where('alert_id', '=', alertId)
    .select(['id', 'kind', 'actor_kind', 'actor_id', 'actor_name', 'details', 'created_at'])
    .orderBy('id', 'desc')
    .limit(list.limit + 1);
  if (list.before !== null) query = query.where('id', '<', list.before);
  return query.execute();
}
