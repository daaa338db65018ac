import { queueMail } from '#modules/outbox/index.ts';
import { renderTemplate } from '#modules/templates/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { MailAddress } from '#platform/mail/mail-address.ts';
import type { Language } from '#shared/languages.ts';
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
    sender,
    origin,
    facts,
    language,
    steps,
  }: {
    ticket: { id: number; number: number; subject: string };
    contact: { id: number; firstName: string; language: Language } | null;
    sender: MailAddress;
    origin: OriginVerdict;
    facts: MailroomFacts;
    language: Language;
    steps: StepRecord[];
  },
): Promise<void> {
  const note = (outcome: string, detail: string) => {
    steps.push({ step: 'file', outcome, detail });
  };
  if (!facts.isConfirmationOn) return note('notConfirmed', 'confirmations are switched off');
  if (!origin.mayBeAnswered) return note('notConfirmed', origin.sign);
  const used = await countConfirmation(tx, sender.address);
  if (used > CONFIRMATIONS_PER_HOUR) {
    return note('notConfirmed', `${sender.address} had ${CONFIRMATIONS_PER_HOUR} within the hour`);
  }
  const mail = await renderTemplate(tx, 'ticketConfirmation', contact?.language ?? language, {
    'Contact First Name': contact?.firstName ?? '',
    'Ticket Number': String(ticket.number),
    'Ticket Subject': ticket.subject,
    'Ticket Link': contact
      ? `${tx.platform.config.portalOrigin(facts.slug)}/tickets/${ticket.number}`
      : '',
  });
  await queueMail(tx, {
    kind: 'confirmation',
    to: [sender.address],
    ...mail,
    ticketId: ticket.id,
    contactId: contact?.id,
    isAutomatic: true,
  });
  note('confirmed', sender.address);
}
