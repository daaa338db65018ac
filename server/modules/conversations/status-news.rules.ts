import type { StatusChange } from '#modules/tickets/index.ts';
import type { TicketStatus } from '#shared/tickets.ts';

type StatusTemplate = 'ticketResolved' | 'ticketClosed' | 'ticketReopened';

const isDone = (status: TicketStatus) => status === 'resolved' || status === 'closed';

/**
 * What the contact is to be told of a ticket's status, if anything. Changes that follow each other
 * faster than `settleMs` are one: from where the first began to where the last ended.
 * @param changes the newest first
 */
export function newsOfStatus(
  changes: readonly StatusChange[],
  contactId: number,
  settleMs: number,
): StatusTemplate | null {
  const [last] = changes;
  // What somebody did himself, or wrote, is no news to him.
  if (!last || (last.actorKind === 'contact' && last.actorId === contactId)) return null;
  let first = last;
  for (const change of changes.slice(1)) {
    if (first.at.getTime() - change.at.getTime() >= settleMs) break;
    first = change;
  }
  if (isDone(first.from) === isDone(last.to)) return null;
  if (!isDone(last.to)) return 'ticketReopened';
  return last.to === 'resolved' ? 'ticketResolved' : 'ticketClosed';
}
