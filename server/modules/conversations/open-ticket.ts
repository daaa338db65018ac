import { createContact } from '#modules/contacts/index.ts';
import { addToTicketSearch } from '#modules/search/index.ts';
import { createTicket, type NewTicket, type Ticket } from '#modules/tickets/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { AppError, forbidden } from '#platform/errors.ts';
import { previewFromHtml } from '#platform/html/text-html.ts';
import type { ConsoleTx, PortalTx } from '#platform/http/route.ts';
import { enqueue } from '#platform/jobs/job.ts';
import type { TicketImpact, TicketPriority, TicketType } from '#shared/tickets.ts';
import { type NewMessage, writeMessage } from './add-message.ts';
import { orderOpeningNews } from './conversation-news.ts';
import { confirmTicket } from './conversations.jobs.ts';
import { readWrittenText } from './written-text.ts';

export interface CallersTicket {
  subject: string;
  html: string;
  contactId?: number | undefined;
  newContact?:
    | { email: string; firstName: string; lastName: string; customerId?: number | null | undefined }
    | undefined;
  customerId?: number | undefined;
  priority?: TicketPriority | undefined;
  impact?: TicketImpact | undefined;
  type?: TicketType | undefined;
  assigneeId?: number | undefined;
  deviceId?: number | undefined;
  attachmentIds?: number[] | undefined;
  /** False keeps from the contact, this once, that a ticket was opened. */
  tellsContact?: boolean | undefined;
}

/**
 * Opens a ticket with what is said first. Its rows are written once, and not changed a moment later as an
 * answer would: other new tickets of the company wait until the transaction ends.
 */
export async function openTicket(
  tx: TenantTx,
  wanted: NewTicket,
  message: Omit<NewMessage, 'ticketId' | 'status' | 'mentionedIds'>,
): Promise<{ id: number; number: number; messageId: number }> {
  const opening = { text: message.text, preview: previewFromHtml(message.html) };
  const ticket = await createTicket(tx, { ...wanted, opening });
  const messageId = await writeMessage(tx, { ...message, ticketId: ticket.id });
  return { ...ticket, messageId };
}

/**
 * Opens a ticket that no person asked for, as alerts do: it begins with a note, so contacts who see
 * the ticket read its subject only. Who it is assigned to hears of it, or else whoever wants to.
 */
export async function openTicketWithNote(
  tx: TenantTx,
  wanted: NewTicket,
  note: { html: string; text: string; authorName: string },
): Promise<{ id: number; number: number }> {
  const ticket = await createTicket(tx, wanted);
  const { source } = wanted;
  await writeMessage(tx, { ...note, ticketId: ticket.id, kind: 'note', source });
  await addToTicketSearch(tx, ticket.id, { text: note.text, isNote: true });
  await orderOpeningNews(tx, { id: ticket.id, assigneeId: wanted.assigneeId ?? null });
  return ticket;
}

/** A technician opens a ticket for somebody who called: a contact, a new one, or nobody yet. */
export async function openTicketForCaller(
  tx: ConsoleTx,
  { newContact, contactId, html, attachmentIds, tellsContact = true, ...wanted }: CallersTicket,
): Promise<{ number: number }> {
  const { technicianId, name, apiKeyId } = tx.actor;
  const source = apiKeyId === null ? 'technician' : 'api';
  const caller = newContact ? await addCaller(tx, newContact) : (contactId ?? null);
  const written = await readWrittenText(
    tx,
    { html, attachmentIds },
    { ticketId: null, kind: 'reply' },
  );
  const ticket = await openTicket(
    tx,
    { ...wanted, source, contactId: caller },
    { kind: 'reply', ...written, technicianId, authorName: name, source },
  );
  await orderOpeningNews(tx, { id: ticket.id, assigneeId: wanted.assigneeId ?? null });
  if (tellsContact) await enqueue(tx, confirmTicket, { ticketId: ticket.id });
  return ticket;
}

async function addCaller(
  tx: ConsoleTx,
  newContact: NonNullable<CallersTicket['newContact']>,
): Promise<number> {
  if (!tx.actor.permissions.has('contacts.manage')) throw forbidden();
  try {
    return (await createContact(tx, newContact)).id;
  } catch (error) {
    if (!(error instanceof AppError) || error.fieldErrors.length === 0) throw error;
    // The form has these fields one level deeper than the contact's own.
    throw new AppError(error.status, error.code, {
      cause: error,
      fieldErrors: error.fieldErrors.map((wrong) => ({
        ...wrong,
        field: `newContact.${wrong.field}`,
      })),
    });
  }
}

export interface PortalTicketWanted {
  subject: string;
  html: string;
  attachmentIds?: number[] | undefined;
  priority?: TicketPriority | undefined;
  impact?: TicketImpact | undefined;
  deviceId?: number | undefined;
  /** Goes on from a ticket that is over, for whom that was. */
  follows?: Pick<Ticket, 'id' | 'contactId'> | undefined;
}

/** A contact opens a ticket in the portal. Which fields it may fill is for the caller to know. */
export async function openTicketInPortal(
  tx: PortalTx,
  { html, attachmentIds, follows, ...wanted }: PortalTicketWanted,
): Promise<{ number: number; messageId: number }> {
  const { contactId, name, email } = tx.actor;
  const written = await readWrittenText(
    tx,
    { html, attachmentIds },
    { ticketId: null, kind: 'contact' },
  );
  const source = 'portal';
  const author = { contactId, authorName: name, authorEmail: email };
  const ticket = await openTicket(
    tx,
    { ...wanted, source, contactId: follows?.contactId ?? contactId, followsId: follows?.id },
    { kind: 'contact', ...written, ...author, source },
  );
  await orderOpeningNews(tx, { id: ticket.id, assigneeId: null });
  await enqueue(tx, confirmTicket, { ticketId: ticket.id });
  return ticket;
}
