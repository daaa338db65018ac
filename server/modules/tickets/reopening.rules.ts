import type { TicketStatus } from '#shared/tickets.ts';

const DAY_MS = 86_400_000;

/** For how many days an answer opens a ticket again; null: always, 0: never. */
export interface ReopeningRules {
  reopenResolvedWithinDays: number | null;
  reopenClosedWithinDays: number | null;
}

/** Whether it is too late to open the ticket again: what its contact writes now is a new matter. */
export function isOver(
  ticket: { status: TicketStatus; resolvedAt: Date | null; closedAt: Date | null },
  rules: ReopeningRules,
  now: Date,
): boolean {
  if (ticket.status !== 'resolved' && ticket.status !== 'closed') return false;
  const isClosed = ticket.status === 'closed';
  const days = isClosed ? rules.reopenClosedWithinDays : rules.reopenResolvedWithinDays;
  const since = isClosed ? ticket.closedAt : ticket.resolvedAt;
  if (days === null || since === null) return false;
  return days === 0 || now.getTime() > since.getTime() + days * DAY_MS;
}
