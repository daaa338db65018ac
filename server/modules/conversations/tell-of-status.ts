import { getContact, wantsMail } from '#modules/contacts/index.ts';
import { queueMail } from '#modules/outbox/index.ts';
import { freezeAssigneeSignature } from '#modules/signatures/index.ts';
import { isSwitchedOn, renderTemplate } from '#modules/templates/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import { getTicket, listStatusChanges, SETTLE_MS } from '#modules/tickets/index.ts';
import { HOUR_MS } from '#platform/clock.ts';
import { countUse } from '#platform/db/rate-limit.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { hasStatusNews } from './messages.queries.ts';
import { newsOfStatus } from './status-news.rules.ts';
import { findAssignee, ticketValues } from './ticket-values.ts';

/** More in an hour would be somebody's script, and no news. */
export const STATUS_MAILS_PER_HOUR = 20;
const CHANGES_LOOKED_AT = 20;

/**
 * Tells a ticket's contact that it counts as resolved, is closed, or is open again; once, and only
 * what is still so. Who it is assigned to signs.
 */
export async function tellOfStatus(
  tx: TenantTx,
  { ticketId }: { ticketId: number },
): Promise<void> {
  const ticket = await getTicket(tx, ticketId);
  if (ticket.contactId === null) return;
  const changes = await listStatusChanges(tx, ticketId, CHANGES_LOOKED_AT);
  const name = newsOfStatus(changes, ticket.contactId, SETTLE_MS);
  if (name === null || !(await isSwitchedOn(tx, name))) return;
  const contact = await getContact(tx, ticket.contactId);
  if (contact.isArchived || !wantsMail(contact, name)) return;
  if (await hasStatusNews(tx, ticketId, changes[0]!.at)) return;
  const bucket = `statusNews:${tx.tenantId}:${contact.email}`;
  if ((await countUse(tx, bucket, HOUR_MS / 1000)).used > STATUS_MAILS_PER_HOUR) return;
  const { language } = contact;
  const technician = await findAssignee(tx, ticket);
  const signature = await freezeAssigneeSignature(tx, ticket.assigneeId);
  const tenant = await getTenant(tx);
  const mail = await renderTemplate(tx, name, language, {
    ...ticketValues({ ticket, contact, technician, tenant, language }),
    Signature: signature.value,
  });
  await queueMail(tx, {
    kind: 'statusNews',
    to: [contact.email],
    ...mail,
    ticketId,
    contactId: contact.id,
    signatureId: signature.id,
    isAutomatic: true,
  });
}
