import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { present, publish } from '#platform/events/event-hub.ts';
import { findByHeaderMessageId, markBounced, noteOnTicket } from './outbox.queries.ts';

export interface BouncedMail {
  outboundMessageId: number;
  ticketId: number | null;
}

/**
 * Notes on one of our mails, and on its ticket, that it did not arrive. Null when none of the
 * Message-IDs is a mail that this tenant sent: anybody can make up a bounce.
 * @param failure null for a delay, which is only worth a line in the log of steps
 */
export async function noteBounce(
  tx: TenantTx,
  messageIds: string[],
  failure: { to: string; reason: string } | null,
): Promise<BouncedMail | null> {
  const mail = await findByHeaderMessageId(tx, messageIds);
  if (!mail) return null;
  const bounced = { outboundMessageId: mail.id, ticketId: mail.ticket_id };
  if (failure === null) return bounced;
  await markBounced(tx, mail.id, `${failure.to}: ${failure.reason}`, clock.now());
  await publish(tx, { kind: 'mail', ids: { id: mail.id } });
  if (mail.ticket_id !== null) {
    const ticket = await noteOnTicket(tx, mail.ticket_id, 'mailBounced', failure);
    const ids = { number: ticket.number, id: mail.ticket_id };
    await publish(tx, { kind: 'ticket', ids, ofCustomers: present([ticket.customer_id]) });
  }
  return bounced;
}
