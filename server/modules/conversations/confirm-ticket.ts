import { getContact, wantsMail } from '#modules/contacts/index.ts';
import { queueMail } from '#modules/outbox/index.ts';
import { freezeAssigneeSignature } from '#modules/signatures/index.ts';
import { getTechnician } from '#modules/technicians/index.ts';
import { isSwitchedOn, renderTemplate } from '#modules/templates/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import { getTicket } from '#modules/tickets/index.ts';
import { countUse } from '#platform/db/rate-limit.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { textFromHtml } from '#platform/html/text-html.ts';
import { findOpening, hasConfirmation, type OpeningMessage } from './messages.queries.ts';
import { findAssignee, ticketValues } from './ticket-values.ts';

/** More would be a loop, or somebody using us to fill another's mailbox. */
export const CONFIRMATIONS_PER_HOUR = 3;
const HOUR_SECONDS = 3_600;

export type Confirmation = 'queued' | 'switchedOff' | 'unwanted' | 'noRecipient' | 'tooMany';

/**
 * Tells the contact that a ticket was opened and which number it has, unless the company or the
 * contact does not want that, or the address has had enough of them within the hour. Whether the
 * ticket came from a person at all is for the caller to know. Who it is assigned to signs.
 */
export async function queueConfirmation(tx: TenantTx, ticketId: number): Promise<Confirmation> {
  const tenant = await getTenant(tx);
  if (!tenant.confirmationMailEnabled) return 'switchedOff';
  const ticket = await getTicket(tx, ticketId);
  if (ticket.contactId === null) return 'noRecipient';
  const contact = await getContact(tx, ticket.contactId);
  if (!wantsMail(contact, 'ticketConfirmation')) return 'unwanted';
  const bucket = `confirmation:${tx.tenantId}:${contact.email}`;
  if ((await countUse(tx, bucket, HOUR_SECONDS)).used > CONFIRMATIONS_PER_HOUR) return 'tooMany';
  const { language } = contact;
  const technician = await findAssignee(tx, ticket);
  const signature = await freezeAssigneeSignature(tx, ticket.assigneeId);
  const mail = await renderTemplate(tx, 'ticketConfirmation', language, {
    ...ticketValues({ ticket, contact, technician, tenant, language }),
    Signature: signature.value,
  });
  await queueMail(tx, {
    kind: 'confirmation',
    to: [contact.email],
    ...mail,
    ticketId,
    contactId: contact.id,
    signatureId: signature.id,
    isAutomatic: true,
  });
  return 'queued';
}

/** For a job, which may run twice. Of one that a technician opened the contact hears in other words. */
export async function confirmTicketOnce(tx: TenantTx, ticketId: number): Promise<void> {
  if (await hasConfirmation(tx, ticketId)) return;
  const opening = await findOpening(tx, ticketId);
  if (opening && opening.technicianId !== null)
    await tellOfOpening(tx, ticketId, opening, opening.technicianId);
  else await queueConfirmation(tx, ticketId);
}

/** Tells the contact that a technician has opened a ticket for him, and what was written down. */
async function tellOfOpening(
  tx: TenantTx,
  ticketId: number,
  opening: OpeningMessage,
  technicianId: number,
): Promise<void> {
  if (!(await isSwitchedOn(tx, 'ticketOpenedForContact'))) return;
  const ticket = await getTicket(tx, ticketId);
  if (ticket.contactId === null) return;
  const contact = await getContact(tx, ticket.contactId);
  if (contact.isArchived || !wantsMail(contact, 'ticketOpenedForContact')) return;
  const { language } = contact;
  const [tenant, technician] = [await getTenant(tx), await getTechnician(tx, technicianId)];
  const signature = await freezeAssigneeSignature(tx, ticket.assigneeId);
  const mail = await renderTemplate(tx, 'ticketOpenedForContact', language, {
    ...ticketValues({ ticket, contact, technician, tenant, language }),
    Answer: { html: opening.html, text: textFromHtml(opening.html) },
    Signature: signature.value,
  });
  await queueMail(tx, {
    kind: 'confirmation',
    to: [contact.email],
    ...mail,
    ticketId,
    contactId: contact.id,
    signatureId: signature.id,
    attachmentIds: opening.attachmentIds,
    isAutomatic: true,
  });
}
