import { type RawBuilder, sql } from 'kysely';
import { matchingAmong, type Search, type Walked } from '#modules/search/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { CursorValues } from '#platform/http/page.ts';
import type { TicketPriority, TicketStatus } from '#shared/tickets.ts';
import type { TicketListRow } from './ticket-rows.ts';
import { isTime, type ListOrder, ORDERS, type Order } from './tickets.rules.ts';
import { visibleTicketsIn } from './visible-tickets.queries.ts';

export interface TicketFilter {
  statuses?: readonly TicketStatus[] | undefined;
  priorities?: readonly TicketPriority[] | undefined;
  assigneeId?: number | 'none' | undefined;
  customerId?: number | 'none' | undefined;
  contactId?: number | undefined;
  deviceId?: number | undefined;
  /** Nobody has answered yet. */
  isWaiting?: boolean | undefined;
  created?: Span | undefined;
  solved?: Span | undefined;
}

/** From a moment to another, of which either may be open; the end itself is no part of it. */
export interface Span {
  from: Date | null;
  before: Date | null;
}

export interface TicketSlice {
  filter: TicketFilter;
  order: ListOrder;
  /** Sort values of the row that the slice begins behind. */
  after: CursorValues | null;
  limit: number;
  /** Only these tickets. */
  among?: number[];
}

export type SortedTicket = Pick<
  TicketListRow,
  | 'id'
  | 'number'
  | 'priority_rank'
  | 'created_at'
  | 'updated_at'
  | 'public_updated_at'
  | 'waiting_since'
>;

const SORTED = sql`t.id, t.number, t.priority_rank, t.created_at, t.updated_at,
  t.public_updated_at, t.waiting_since`;

/** The tickets of the slice with what they are sorted by, and nothing that needs a join. */
export async function pickTickets(tx: TenantTx, slice: TicketSlice): Promise<SortedTicket[]> {
  return (await sql<SortedTicket>`${pick(tx, slice, SORTED)}`.execute(tx)).rows;
}

/** Looks through the slice for what matches; only that, and where it ends, leaves the database. */
export async function pickMatching(
  tx: TenantTx,
  slice: TicketSlice,
  search: Search,
): Promise<Walked<SortedTicket>> {
  const order = orderBy(ORDERS[slice.order]);
  const { rows } = await sql<SortedTicket & { is_match: boolean; place: number; seen: number }>`
    with slice as materialized (${pick(tx, slice, SORTED)}),
      found as materialized (${matchingAmong(search, sql`array(select id from slice)`)})
    select t.*, found.id is not null as is_match
    from (select t.*, row_number() over (order by ${order})::int as place,
        count(*) over ()::int as seen from slice t) t
    left join found on found.id = t.id
    where found.id is not null or t.place = t.seen
    order by t.place`.execute(tx);
  const last = rows.at(-1) ?? null;
  return { matches: rows.filter((row) => row.is_match), seen: last?.seen ?? 0, last };
}

/**
 * The tickets of the slice as lists show them: first the tickets, from one index in its order, then
 * the names, for those only.
 */
export async function listTicketRows(tx: TenantTx, slice: TicketSlice): Promise<TicketListRow[]> {
  const { rows } = await sql<TicketListRow>`
    with t as materialized (${pick(tx, slice, sql`t.*`)})
    select t.id, t.number, t.subject, t.preview, t.status, t.priority, t.priority_rank, t.source,
      t.created_at, t.updated_at, t.public_updated_at, t.waiting_since,
      t.customer_id, u.name as customer_name,
      t.contact_id, c.first_name as contact_first_name, c.last_name as contact_last_name,
      c.email as contact_email,
      t.assignee_id, a.first_name as assignee_first_name, a.last_name as assignee_last_name,
      a.picture_key as assignee_picture_key
    from t
    left join customers u on u.tenant_id = t.tenant_id and u.id = t.customer_id
    left join contacts c on c.tenant_id = t.tenant_id and c.id = t.contact_id
    left join technicians a on a.tenant_id = t.tenant_id and a.id = t.assignee_id
    order by ${orderBy(ORDERS[slice.order])}`.execute(tx);
  return rows;
}

function pick(tx: TenantTx, slice: TicketSlice, columns: RawBuilder<unknown>) {
  const order = ORDERS[slice.order];
  const conditions = [visibleTicketsIn(tx.actor, slice.filter), ...filterConditions(slice.filter)];
  if (slice.order === 'waitingSince') conditions.push(IS_WAITING);
  if (slice.after) conditions.push(behind(order, slice.after));
  if (slice.among) conditions.push(sql`t.id = any (${slice.among}::bigint[])`);
  // The limit is a part of the statement: as a parameter it would keep PostgreSQL from using one plan
  // again, and planning takes longer than running.
  return sql`
    select ${columns} from tickets t
    where ${sql.join(conditions, sql` and `)}
    order by ${orderBy(order)}
    limit ${sql.lit(slice.limit)}`;
}

function filterConditions(filter: TicketFilter): RawBuilder<unknown>[] {
  const { statuses = [], priorities = [], assigneeId, customerId, contactId, deviceId } = filter;
  const { created, solved } = filter;
  const conditions: RawBuilder<unknown>[] = [];
  if (statuses.length > 0) conditions.push(hasStatus(new Set(statuses)));
  if (priorities.length > 0) conditions.push(oneOf(sql`t.priority`, priorities));
  if (assigneeId !== undefined) conditions.push(isId(sql`t.assignee_id`, assigneeId));
  if (customerId !== undefined) conditions.push(isId(sql`t.customer_id`, customerId));
  if (contactId !== undefined) conditions.push(isId(sql`t.contact_id`, contactId));
  if (deviceId !== undefined) conditions.push(isId(sql`t.device_id`, deviceId));
  if (filter.isWaiting) conditions.push(IS_WAITING);
  if (created) conditions.push(...within(sql`t.created_at`, created));
  if (solved) conditions.push(...within(sql`t.resolved_at`, solved));
  return conditions;
}

const IS_WAITING = sql`t.waiting_since is not null`;

function within(column: RawBuilder<unknown>, { from, before }: Span): RawBuilder<unknown>[] {
  return [
    ...(from ? [sql`${column} >= ${from}`] : []),
    ...(before ? [sql`${column} < ${before}`] : []),
  ];
}

/**
 * `is_active` says the same as open or pending, and has indexes over those few tickets alone. Of the
 * two the unwanted one is excluded, because for "is_active and open" PostgreSQL would multiply two
 * chances that are nearly the same, expect next to nothing and read it all.
 */
function hasStatus(statuses: Set<TicketStatus>): RawBuilder<unknown> {
  const isActive = [...statuses].every((status) => status === 'open' || status === 'pending');
  if (!isActive) return oneOf(sql`t.status`, [...statuses]);
  if (statuses.size === 2) return sql`t.is_active`;
  return sql`t.is_active and t.status <> ${statuses.has('open') ? 'pending' : 'open'}`;
}

const oneOf = (column: RawBuilder<unknown>, values: readonly string[]) =>
  values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = any (${values}::text[])`;

const isId = (column: RawBuilder<unknown>, id: number | 'none') =>
  id === 'none' ? sql`${column} is null` : sql`${column} = ${id}`;

const columnsOf = ({ columns }: Order) => columns.map((column) => sql.ref(`t.${column}`));

function orderBy(order: Order): RawBuilder<unknown> {
  const direction = order.isDescending ? sql`desc` : sql`asc`;
  return sql.join(columnsOf(order).map((column) => sql`${column} ${direction}`));
}

function behind(order: Order, after: CursorValues): RawBuilder<unknown> {
  const values = order.columns.map((column, index) =>
    isTime(column) ? sql`${after[index]}::timestamptz` : sql`${after[index]}::bigint`,
  );
  const compare = order.isDescending ? sql`<` : sql`>`;
  return sql`(${sql.join(columnsOf(order))}) ${compare} (${sql.join(values)})`;
}
