import { getTicketByNumber } from '#modules/tickets/index.ts';
import { clock } from '#platform/clock.ts';
import { publish } from '#platform/events/event-hub.ts';
import type { PortalTx } from '#platform/http/route.ts';
import { storeAllRead, storeRead } from './ticket-reads.queries.ts';

/** The contact has seen the conversation up to the message. Throws 404 for what it may not see. */
export async function markTicketRead(
  tx: PortalTx,
  number: number,
  upToMessageId: number,
): Promise<void> {
  const { id: ticketId } = await getTicketByNumber(tx, number);
  await storeRead(tx, { contactId: tx.actor.contactId, ticketId, upToMessageId });
  await tellOwnWindows(tx, { number });
}

export async function markAllTicketsRead(tx: PortalTx): Promise<void> {
  await storeAllRead(tx, tx.actor.contactId, clock.now());
  await tellOwnWindows(tx, {});
}

/** The contact's other windows and devices take the mark away, too. */
const tellOwnWindows = (tx: PortalTx, ids: Record<string, number>): Promise<void> =>
  publish(tx, { kind: 'reading', ids, contactIds: [tx.actor.contactId], technicianIds: [] });
