import { getTicketByNumber, isTicketOver } from '#modules/tickets/index.ts';
import type { PortalTx } from '#platform/http/route.ts';
import { addMessage } from './add-message.ts';
import { openTicketInPortal } from './open-ticket.ts';
import { readWrittenText } from './written-text.ts';

/**
 * A contact writes on a ticket in the portal, which is open again, whatever it was. When it is too
 * late for that, a new ticket goes on from there.
 */
export async function writeInPortal(
  tx: PortalTx,
  number: number,
  message: { html: string; attachmentIds?: number[] | undefined },
): Promise<{ id: number }> {
  const { contactId, name, email } = tx.actor;
  const ticket = await getTicketByNumber(tx, number);
  if (await isTicketOver(tx, ticket)) {
    const { subject } = ticket;
    const opened = await openTicketInPortal(tx, { ...message, subject, follows: ticket });
    return { id: opened.messageId };
  }
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
