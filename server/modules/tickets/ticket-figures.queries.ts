import { sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { TicketPriority, TicketStatus } from '#shared/tickets.ts';
import type { Span } from './ticket-list.queries.ts';
import { visibleTickets } from './visible-tickets.queries.ts';

export interface ActiveGroup {
  status: TicketStatus;
  priority: TicketPriority;
  count: number;
  mine: number;
  unassigned: number;
}

/** What is being worked on, in one walk over an index that holds nothing else. */
export async function countActiveGroups(
  tx: TenantTx,
  technicianId: number,
): Promise<ActiveGroup[]> {
  const { rows } = await sql<ActiveGroup>`
    select status, priority, count(*) as count,
      count(*) filter (where assignee_id = ${technicianId}) as mine,
      count(*) filter (where assignee_id is null) as unassigned
    from tickets t where is_active and ${visibleTickets(tx.actor)}
    group by status, priority`.execute(tx);
  return rows;
}

export async function countWaiting(tx: TenantTx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from tickets t
    where waiting_since is not null and ${visibleTickets(tx.actor)}`.execute(tx);
  return rows[0]?.count ?? 0;
}

export interface DayRow {
  day: string;
  created: number;
  solved: number;
}

/**
 * New and solved tickets of the last days, also of those on which there were none. Days are as long
 * as the time zone makes them, so each is a stretch of an index of its own.
 */
export async function countByDay(
  tx: TenantTx,
  { now, timeZone, days }: { now: Date; timeZone: string; days: number },
): Promise<DayRow[]> {
  const { rows } = await sql<DayRow>`
    with days as materialized (
      select day, day::timestamp at time zone ${timeZone} as since,
        (day + 1)::timestamp at time zone ${timeZone} as before
      from (select (${now}::timestamptz at time zone ${timeZone})::date - n as day
        from generate_series(0, ${days}::int - 1) n) d)
    select to_char(day, 'YYYY-MM-DD') as day,
      (select count(*) from tickets t where t.created_at >= since and t.created_at < before
        and ${visibleTickets(tx.actor)}) as created,
      (select count(*) from tickets t where t.resolved_at >= since and t.resolved_at < before
        and ${visibleTickets(tx.actor)}) as solved
    from days order by day`.execute(tx);
  return rows;
}

/** When days begin and end in a time zone: the database knows summer time. */
export async function findDayBounds(
  tx: TenantTx,
  { from, to, timeZone }: { from: string | null; to: string | null; timeZone: string },
): Promise<Span> {
  const { rows } = await sql<Span>`
    select ${from}::date::timestamp at time zone ${timeZone} as "from",
      (${to}::date + 1)::timestamp at time zone ${timeZone} as before`.execute(tx);
  return rows[0]!;
}
