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

/** What every filter but the words says; of these, an index can give the first ones of an order. */
function unsearched(tx: TenantTx, filters: AlertFilters): RawBuilder<boolean> {
  const conditions = [inReach(tx.actor, 'a.customer_id')];
  const isIn = (column: string, values: readonly string[]) => {
    if (values.length > 0) conditions.push(sql`${sql.ref(column)} in (${sql.join(values)})`);
  };
  const is = (column: string, value: number | undefined) => {
    if (value !== undefined) conditions.push(sql`${sql.ref(column)} = ${value}`);
  };
  isIn('a.state', filters.states);
  isIn('a.severity', filters.severities);
  isIn('a.source', filters.sources);
  is('a.customer_id', filters.customerId);
  is('a.device_id', filters.deviceId);
  is('a.alert_source_id', filters.alertSourceId);
  is('a.ticket_id', filters.ticketId);
  if (filters.hasTicket !== undefined)
    conditions.push(sql`(a.ticket_id is not null) = ${filters.hasTicket}`);
  return sql.join(conditions, sql` and `);
}

function filtered(tx: TenantTx, filters: AlertFilters) {
  let query = alertRows(tx).where(unsearched(tx, filters));
  for (const pattern of patternsOf(filters.search))
    query = query.where(
      sql<boolean>`(a.search_folded like ${pattern} or d.search_folded like ${pattern}
        or c.name_folded like ${pattern})`,
    );
  return query;
}

export interface AlertList extends AlertFilters {
  sort: AlertSort;
  /** Rank, time and id of the last row. */
  after: readonly [number, string, number] | null;
  limit: number;
}

/** What a list begins with, and whether it goes on from there. */
function ordered(list: AlertList): { orderBy: RawBuilder<unknown>; isAfter: RawBuilder<boolean> } {
  const { by, rank, direction } = ORDERS[list.sort];
  const columns = [...(rank ? [sql`a.severity_rank`] : []), by, sql`a.id`];
  const orderBy = sql.join(columns.map((column) => sql`${column} ${sql.raw(direction)}`));
  if (!list.after) return { orderBy, isAfter: sql`true` };
  const [lastRank, time, id] = list.after;
  const last = [
    ...(rank ? [sql`${lastRank}::smallint`] : []),
    sql`${time}::timestamptz`,
    sql`${id}::bigint`,
  ];
  const compared = sql.raw(direction === 'asc' ? '>' : '<');
  return { orderBy, isAfter: sql`(${sql.join(columns)}) ${compared} (${sql.join(last)})` };
}

/** Words that many alerts have fill a page from so many. */
const WALKED = 1_000;
/** Above that a word is too frequent for looking up to be worth it. */
const LOOKED_UP_MAX = 20_000;

/**
 * One row more than the page holds, see `cutPage`. Words are looked for among the next ones of the
 * list, then through an index: reading a year of alerts for a seldom word takes half a second.
 */
export async function listAlertRows(tx: TenantTx, list: AlertList) {
  const { orderBy, isAfter } = ordered(list);
  const page = (among: RawBuilder<boolean>) =>
    filtered(tx, list)
      .where(isAfter)
      .where(among)
      .select(ORDERS[list.sort].by.as('sort_time'))
      .orderBy(orderBy)
      .limit(sql.lit(list.limit + 1))
      .execute();
  if (patternsOf(list.search).length === 0) return page(sql`true`);
  const rows = await page(sql`a.id in (
    select a.id from alerts a where ${unsearched(tx, list)} and ${isAfter}
    order by ${orderBy} limit ${sql.lit(WALKED)})`);
  return rows.length > list.limit ? rows : page(await lookedUp(tx, list.search));
}

export async function countAlertRows(tx: TenantTx, filters: AlertFilters): Promise<number> {
  const { count } = await filtered(tx, filters)
    .where(await lookedUp(tx, filters.search))
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Narrows to the alerts that have the longest of the words, if they are not too many. */
async function lookedUp(tx: TenantTx, search: string): Promise<RawBuilder<boolean>> {
  const [longest] = patternsOf(
    search.split(/\s+/).toSorted((a, b) => b.length - a.length)[0] ?? '',
  );
  if (!longest) return sql`true`;
  const { rows } = await sql<{ ids: number[] }>`
    select array(select find_alerts(${longest}, ${LOOKED_UP_MAX + 1}::integer)) as ids`.execute(tx);
  const ids = rows[0]?.ids ?? [];
  return ids.length > LOOKED_UP_MAX ? sql`true` : sql`a.id = any (${ids}::bigint[])`;
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
