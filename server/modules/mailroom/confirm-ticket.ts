import { type Contact, greetingName } from '#modules/contacts/index.ts';
import { queueMail } from '#modules/outbox/index.ts';
import { renderTemplate } from '#modules/templates/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { OriginVerdict } from './automatic-mail.rules.ts';
import type { StepRecord } from './filing.ts';
import { countConfirmation, type MailroomFacts } from './mailroom.queries.ts';

/** More would be a loop, or somebody using us to fill another's mailbox. */
const CONFIRMATIONS_PER_HOUR = 3;

export async function confirmTicket(
  tx: TenantTx,
  {
    ticket,
    contact,
    messageId,
    origin,
    facts,
    steps,
  }: {
    ticket: { id: number; number: number; subject: string };
    contact: Contact;
    /** Of the mail that is confirmed (RFC 3834, 3.1.5). */
    messageId: string | null;
    origin: OriginVerdict;
    facts: MailroomFacts;
    steps: StepRecord[];
  },
): Promise<void> {
  const note = (outcome: string, detail: string) => {
    steps.push({ step: 'file', outcome, detail });
  };
  if (!facts.isConfirmationOn) return note('notConfirmed', 'confirmations are switched off');
  if (!origin.mayBeAnswered) return note('notConfirmed', origin.sign);
  const used = await countConfirmation(tx, contact.email);
  if (used > CONFIRMATIONS_PER_HOUR) {
    return note('notConfirmed', `${contact.email} had ${CONFIRMATIONS_PER_HOUR} within the hour`);
  }
  const mail = await renderTemplate(tx, 'ticketConfirmation', contact.language, {
    'Contact First Name': greetingName(contact),
    'Ticket Number': String(ticket.number),
    'Ticket Subject': ticket.subject,
    'Ticket Link': contact.hasPortalAccess
      ? `${tx.platform.config.portalOrigin(facts.slug)}/tickets/${ticket.number}`
      : '',
  });
  await queueMail(tx, {
    kind: 'confirmation',
    to: [contact.email],
    ...mail,
    ticketId: ticket.id,
    contactId: contact.id,
    isAutomatic: true,
    ...(messageId !== null && { inReplyTo: messageId, references: [messageId] }),
  });
  note('confirmed', contact.email);
}
