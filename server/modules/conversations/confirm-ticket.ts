import { getContact, wantsMail } from '#modules/contacts/index.ts';
import { queueMail } from '#modules/outbox/index.ts';
import { freezeAssigneeSignature } from '#modules/signatures/index.ts';
import { renderTemplate } from '#modules/templates/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import { getTicket } from '#modules/tickets/index.ts';
import { countUse } from '#platform/db/rate-limit.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { hasConfirmation } from './messages.queries.ts';
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

/** For a job, which may run twice. */
export async function confirmTicketOnce(tx: TenantTx, ticketId: number): Promise<void> {
  if (!(await hasConfirmation(tx, ticketId))) await queueConfirmation(tx, ticketId);
}
