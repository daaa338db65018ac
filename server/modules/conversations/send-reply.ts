import { type Contact, getContactOfTicket } from '#modules/contacts/index.ts';
import { queueMail } from '#modules/outbox/index.ts';
import { type FrozenSignature, freezeSignature, NO_SIGNATURE } from '#modules/signatures/index.ts';
import { fullNameOf, getTechnician, type Technician } from '#modules/technicians/index.ts';
import { renderTemplate } from '#modules/templates/index.ts';
import { getTenant, type Tenant } from '#modules/tenants/index.ts';
import { getTicketByNumber, getTicketPage, type Ticket } from '#modules/tickets/index.ts';
import { conflict, forbidden, invalid } from '#platform/errors.ts';
import { textFromHtml } from '#platform/html/text-html.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import { translate } from '#platform/i18n/translate.ts';
import { withoutPlusTag } from '#platform/mail/mail-address.ts';
import type { TicketStatus } from '#shared/tickets.ts';
import { addMessage } from './add-message.ts';
import { deleteDraft } from './drafts.queries.ts';
import { ticketValues } from './ticket-values.ts';
import { readWrittenText, type WrittenText } from './written-text.ts';

export interface NewReply {
  html: string;
  attachmentIds?: number[] | undefined;
  /** Left out: the ticket's contact. */
  to?: string[] | undefined;
  cc?: string[] | undefined;
  /** The ticket's status from now on. */
  status?: TicketStatus | undefined;
  /** What the writer has seen of the ticket; checked when the status is to change. */
  version?: number | undefined;
  /** False leaves his signature out, this once. */
  withSignature?: boolean | undefined;
}

/** Answers publicly: a message of the conversation, and a mail to those who are written to. */
export async function sendReply(
  tx: ConsoleTx,
  number: number,
  reply: NewReply,
): Promise<{ id: number }> {
  const ticket = await getTicketByNumber(tx, number);
  await checkStatus(tx, ticket, reply);
  const { contactId } = ticket;
  const contact = contactId === null ? null : await getContactOfTicket(tx, contactId);
  const tenant = await getTenant(tx);
  const { to, cc } = recipientsOf(reply, contact, tenant);
  const written = await readWrittenText(tx, reply, { ticketId: ticket.id, kind: 'reply' });
  const technician = await getTechnician(tx, tx.actor.technicianId);
  const signature =
    reply.withSignature === false ? NO_SIGNATURE : await freezeSignature(tx, technician);
  const message = await addMessage(tx, {
    ticketId: ticket.id,
    kind: 'reply',
    ...written,
    signatureId: signature.id,
    technicianId: technician.id,
    authorName: tx.actor.name,
    to,
    cc,
    source: tx.actor.apiKeyId === null ? 'technician' : 'api',
    status: reply.status,
  });
  await mailReply(tx, {
    ticket: { ...ticket, status: reply.status ?? ticket.status },
    isResolving: !isDone(ticket.status) && isDone(reply.status ?? ticket.status),
    contact,
    tenant,
    technician,
    messageId: message.id,
    written,
    signature,
    to,
    cc,
  });
  await deleteDraft(tx, { ticketId: ticket.id, technicianId: technician.id, kind: 'reply' });
  return message;
}

async function checkStatus(tx: ConsoleTx, ticket: Ticket, { status, version }: NewReply) {
  if (status === undefined || status === ticket.status) return;
  if (!tx.actor.permissions.has('tickets.update')) throw forbidden();
  if (version !== undefined && version !== ticket.version) {
    throw conflict(await getTicketPage(tx, ticket.number));
  }
}

/** Never ourselves: we would only write to us. */
function recipientsOf(reply: NewReply, contact: Contact | null, tenant: Tenant) {
  const isOutside = (address: string) => withoutPlusTag(address) !== tenant.supportAddress;
  const to = (reply.to ?? (contact ? [contact.email] : [])).filter(isOutside);
  if (to.length === 0) throw invalid({ field: 'to', code: 'required' });
  const cc = (reply.cc ?? []).filter((address) => isOutside(address) && !to.includes(address));
  return { to: [...new Set(to)], cc: [...new Set(cc)] };
}

const isDone = (status: TicketStatus) => status === 'resolved' || status === 'closed';

async function mailReply(
  tx: ConsoleTx,
  {
    ticket,
    contact,
    tenant,
    technician,
    messageId,
    isResolving,
    written,
    signature,
    to,
    cc,
  }: {
    /** As it is from now on. */
    ticket: Ticket;
    contact: Contact | null;
    tenant: Tenant;
    technician: Technician;
    messageId: number;
    /** The ticket counts as resolved with this answer. */
    isResolving: boolean;
    written: WrittenText;
    signature: FrozenSignature;
    to: string[];
    cc: string[];
  },
): Promise<void> {
  const language = contact?.language ?? tenant.language;
  const mail = await renderTemplate(tx, 'ticketReply', language, {
    ...ticketValues({ ticket, contact, technician, tenant, language }),
    Answer: { html: written.html, text: textFromHtml(written.html) },
    'Status Note': isResolving ? translate(language, 'mail:statusNote.resolved') : '',
    Signature: signature.value,
  });
  await queueMail(tx, {
    kind: 'reply',
    to,
    cc,
    ...mail,
    ticketId: ticket.id,
    messageId,
    technicianId: technician.id,
    signatureId: signature.id,
    ...(contact && { contactId: contact.id }),
    fromName: `${fullNameOf(technician)} (${tenant.companyName})`,
    attachmentIds: written.attachmentIds,
    isAutomatic: false,
  });
}
