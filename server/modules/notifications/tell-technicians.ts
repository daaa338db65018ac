import { listTicketReaders, type Technician } from '#modules/technicians/index.ts';
import { getTicket, type Ticket } from '#modules/tickets/index.ts';
import type { ActorNote } from '#platform/actor.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { publish } from '#platform/events/event-hub.ts';
import { previewFromHtml } from '#platform/html/text-html.ts';
import { findChoices } from './choices.ts';
import { type Happening, hearersOf } from './hearers.rules.ts';
import { findMessageNews, findOpeningNews, type MessageNews } from './news.queries.ts';
import { insertNotifications } from './notifications.queries.ts';
import { orderNoticeMail } from './order-notice-mail.ts';

/** An event carries at most 8 kB; more technicians than this hear of it by several. */
const HEARERS_PER_EVENT = 500;

type TicketNews = Pick<Ticket, 'number' | 'customerId' | 'assigneeId'>;

/** Tickets were given to somebody: one, or all that somebody else had. */
export async function tellOfAssignment(
  tx: TenantTx,
  assignment: { assigneeId: number; tickets: { id: number; version: number }[]; actor: ActorNote },
): Promise<void> {
  const { assigneeId, tickets, actor } = assignment;
  for (const { id, version } of tickets) {
    const ticket = await getTicket(tx, id);
    await tell(tx, ticket, await listTicketReaders(tx, ticket.customerId), {
      event: `assigned:${id}:${version}`,
      ticketId: id,
      messageId: null,
      actor,
      excerpt: '',
      at: clock.now(),
      concerned: [{ technicianId: assigneeId, kind: 'assigned' }],
    });
  }
}

/**
 * A ticket was opened. Whose it is hears of it; of one that is nobody's everybody may hear, unless
 * somebody has taken it already.
 */
export async function tellOfNewTicket(
  tx: TenantTx,
  { ticketId, assigneeId }: { ticketId: number; assigneeId: number | null },
): Promise<void> {
  const opening = await findOpeningNews(tx, ticketId);
  if (!opening) return;
  const ticket = ticketOf(opening);
  if (assigneeId === null && ticket.assigneeId !== null) return;
  const readers = await listTicketReaders(tx, ticket.customerId);
  await tell(tx, ticket, readers, {
    ...newsOf(opening),
    event: `opened:${ticketId}`,
    concerned:
      assigneeId === null
        ? readers.map(({ id }) => ({ technicianId: id, kind: 'newTicket' }))
        : [{ technicianId: assigneeId, kind: 'assigned' }],
  });
}

/** Something was said: to who works on the ticket, and in a note to whom it mentions. */
export async function tellOfMessage(
  tx: TenantTx,
  { messageId, mentionedIds }: { messageId: number; mentionedIds: number[] },
): Promise<void> {
  const message = await findMessageNews(tx, messageId);
  if (!message) return;
  const ticket = ticketOf(message);
  const { assigneeId } = ticket;
  await tell(tx, ticket, await listTicketReaders(tx, ticket.customerId), {
    ...newsOf(message),
    event: `message:${messageId}`,
    // Who is mentioned on his own ticket hears the stronger of the two.
    concerned: [
      ...mentionedIds.map((technicianId) => ({ technicianId, kind: 'mention' as const })),
      ...(assigneeId === null ? [] : [{ technicianId: assigneeId, kind: 'reply' as const }]),
    ],
  });
}

const ticketOf = (message: MessageNews): TicketNews => ({
  number: message.ticket_number,
  customerId: message.ticket_customer_id,
  assigneeId: message.ticket_assignee_id,
});

function newsOf(message: MessageNews) {
  return {
    ticketId: message.ticket_id,
    messageId: message.id,
    actor: authorOf(message),
    excerpt: previewFromHtml(message.html),
    at: message.created_at,
  };
}

function authorOf(message: MessageNews): ActorNote {
  if (message.technician_id !== null) {
    // A key writes under its own name.
    const kind = message.source === 'api' ? 'apiKey' : 'technician';
    return { kind, id: message.technician_id, name: message.author_name };
  }
  if (message.source === 'alert') return { kind: 'system', id: null, name: message.author_name };
  const name = message.contact_name || message.author_name || message.author_email || '';
  return { kind: 'contact', id: message.contact_id, name };
}

async function tell(
  tx: TenantTx,
  { number }: TicketNews,
  readers: Technician[],
  happening: Happening,
): Promise<void> {
  const choices = await findChoices(
    tx,
    happening.concerned.map(({ technicianId }) => technicianId),
  );
  const hearers = hearersOf(happening, new Set(readers.map(({ id }) => id)), choices);
  // Only those who were not told by an earlier try of the same job.
  const told = await insertNotifications(tx, happening, hearers);
  for (let from = 0; from < told.length; from += HEARERS_PER_EVENT) {
    const technicianIds = told
      .slice(from, from + HEARERS_PER_EVENT)
      .map((row) => row.technician_id);
    await publish(tx, { kind: 'notification', ids: { number }, technicianIds });
  }
  // In one order everywhere, so that two jobs never wait for each other.
  const mailed = told.filter((row) => row.waits_for_mail).map((row) => row.technician_id);
  for (const technicianId of mailed.sort((a, b) => a - b)) await orderNoticeMail(tx, technicianId);
}
