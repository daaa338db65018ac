import { getTicketByNumber } from '#modules/tickets/index.ts';
import type { PortalTx } from '#platform/http/route.ts';
import { addMessage } from './add-message.ts';
import { readWrittenText } from './written-text.ts';

/** A contact writes on a ticket in the portal; the ticket is open again, whatever it was. */
export async function writeInPortal(
  tx: PortalTx,
  number: number,
  message: { html: string; attachmentIds?: number[] | undefined },
): Promise<{ id: number }> {
  const { contactId, name, email } = tx.actor;
  const ticket = await getTicketByNumber(tx, number);
  const written = await readWrittenText(tx, message, { ticketId: ticket.id, kind: 'contact' });
  return addMessage(tx, {
    ticketId: ticket.id,
    kind: 'contact',
    ...written,
    contactId,
    authorName: name,
    authorEmail: email,
    source: 'portal',
  });
}
