import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { TicketStatus } from '#shared/tickets.ts';
import { announceTicket } from './announce-ticket.ts';
import { insertChanges } from './ticket-history.queries.ts';
import { orderSettledNews } from './ticket-settled.ts';
import { updateTicket } from './tickets.queries.ts';
import { timesOfStatus, waitingSince } from './tickets.rules.ts';
import { getTicketForChange, type Ticket } from './tickets.ts';

/**
 * Notes on a ticket that somebody wrote there. Only a new status makes a new version: an answer
 * that comes in does not get in the way of who is just changing a property.
 * @returns the ticket as it was before
 */
export async function touchTicket(
  tx: TenantTx,
  ticketId: number,
  happened: {
    /** First words of what was written; left out for what lists do not show. */
    preview?: string;
    status?: TicketStatus | undefined;
    /** Contacts neither see nor hear of it. */
    isInternal?: boolean;
    /** A technician has answered. */
    isReply?: boolean;
  },
): Promise<Ticket> {
  const before = await getTicketForChange(tx, ticketId);
  const now = clock.now();
  const status = happened.status ?? before.status;
  const hasNewStatus = status !== before.status;
  const times = timesOfStatus(before, status, now);
  const isInternal = happened.isInternal ?? false;
  await updateTicket(tx, ticketId, {
    updated_at: now,
    ...(happened.preview !== undefined && { preview: happened.preview }),
    ...(!isInternal && { public_updated_at: now }),
    waiting_since: waitingSince(
      before,
      { status, ...(!isInternal && { writer: happened.isReply ? 'technician' : 'contact' }) },
      now,
    ),
    ...(happened.isReply && before.firstRepliedAt === null && { first_replied_at: now }),
    ...(hasNewStatus && {
      status,
      resolved_at: times.resolvedAt,
      closed_at: times.closedAt,
      version: before.version + 1,
    }),
  });
  if (hasNewStatus) {
    await insertChanges(tx, ticketId, [
      { field: 'status', oldValue: before.status, newValue: status },
    ]);
    await orderSettledNews(tx, ticketId, before.status, status);
  }
  await announceTicket(tx, [before], { isPublic: !happened.isInternal || hasNewStatus });
  return before;
}
