import { createContact } from '#modules/contacts/index.ts';
import { createTicket } from '#modules/tickets/index.ts';
import { AppError, forbidden } from '#platform/errors.ts';
import type { ConsoleTx, PortalTx } from '#platform/http/route.ts';
import { enqueue } from '#platform/jobs/job.ts';
import type { TicketImpact, TicketPriority, TicketType } from '#shared/tickets.ts';
import { addMessage } from './add-message.ts';
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
  attachmentIds?: number[] | undefined;
}

/** A technician opens a ticket for somebody who called: a contact, a new one, or nobody yet. */
export async function openTicketForCaller(
  tx: ConsoleTx,
  { newContact, contactId, html, attachmentIds, ...wanted }: CallersTicket,
): Promise<{ number: number }> {
  const { technicianId, name, apiKeyId } = tx.actor;
  const source = apiKeyId === null ? 'technician' : 'api';
  const caller = newContact ? await addCaller(tx, newContact) : (contactId ?? null);
  const written = await readWrittenText(
    tx,
    { html, attachmentIds },
    { ticketId: null, kind: 'reply' },
  );
  const ticket = await createTicket(tx, { ...wanted, source, contactId: caller });
  await addMessage(tx, {
    ticketId: ticket.id,
    kind: 'reply',
    ...written,
    technicianId,
    authorName: name,
    source,
    isOpening: true,
  });
  await enqueue(tx, confirmTicket, { ticketId: ticket.id });
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

/** A contact opens a ticket in the portal. */
export async function openTicketInPortal(
  tx: PortalTx,
  { subject, html, attachmentIds }: { subject: string; html: string; attachmentIds?: number[] },
): Promise<{ number: number }> {
  const { contactId, name, email } = tx.actor;
  const written = await readWrittenText(
    tx,
    { html, attachmentIds },
    { ticketId: null, kind: 'contact' },
  );
  const ticket = await createTicket(tx, { subject, source: 'portal', contactId });
  await addMessage(tx, {
    ticketId: ticket.id,
    kind: 'contact',
    ...written,
    contactId,
    authorName: name,
    authorEmail: email,
    source: 'portal',
    isOpening: true,
  });
  await enqueue(tx, confirmTicket, { ticketId: ticket.id });
  return ticket;
}
