import { queueMail } from '#modules/outbox/index.ts';
import { getTechnician, seesTicketsOf, type Technician } from '#modules/technicians/index.ts';
import { type RenderedMail, renderTemplate } from '#modules/templates/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { NotificationChoices } from '#shared/notifications.ts';
import { getChoices } from './choices.ts';
import { type NoticesOfTicket, newsOf, overviewOf, titleOf } from './notice-mail.rules.ts';
import { endWaiting, lockWaitingNotices, type WaitingNotice } from './notifications.queries.ts';
import { orderNoticeMail } from './order-notice-mail.ts';

/** News of more tickets than this come in one mail that lists them. */
const MAILS_AT_ONCE_MAX = 3;
const NOTICES_AT_ONCE_MAX = 200;

/**
 * Mails to a technician what has waited for him, unless he has read it by now, or it is true no
 * more: the ticket is somebody else's, he may not see it, he wants no such mail.
 */
export async function mailWaitingNotices(
  tx: TenantTx,
  { technicianId }: { technicianId: number },
): Promise<void> {
  const waiting = await lockWaitingNotices(tx, technicianId, NOTICES_AT_ONCE_MAX);
  await endWaiting(
    tx,
    waiting.map(({ id }) => id),
  );
  if (waiting.length === NOTICES_AT_ONCE_MAX) await orderNoticeMail(tx, technicianId);
  const technician = await getTechnician(tx, technicianId);
  const choices = await getChoices(tx, technicianId);
  const tickets = byTicket(waiting.filter((notice) => isStillWanted(notice, technician, choices)));
  const send = (mail: RenderedMail) => queueNotice(tx, technician, mail);
  if (tickets.length > MAILS_AT_ONCE_MAX) await send(await overviewMail(tx, technician, tickets));
  else for (const ticket of tickets) await send(await ticketMail(tx, technician, ticket));
}

/** Without the ticket: there is nothing by which an answer could find into its conversation. */
async function queueNotice(tx: TenantTx, { id, email }: Technician, mail: RenderedMail) {
  await queueMail(tx, {
    kind: 'notice',
    to: [email],
    ...mail,
    technicianId: id,
    isAutomatic: true,
  });
}

function isStillWanted(
  notice: WaitingNotice,
  technician: Technician,
  choices: NotificationChoices,
): boolean {
  if (notice.read_at !== null || !choices[notice.kind].email) return false;
  if (technician.state !== 'active') return false;
  if (!seesTicketsOf(technician, notice.ticket_customer_id)) return false;
  if (notice.kind === 'assigned') return notice.ticket_assignee_id === technician.id;
  return notice.kind !== 'newTicket' || notice.ticket_assignee_id === null;
}

function byTicket(notices: WaitingNotice[]): NoticesOfTicket[] {
  const groups = Map.groupBy(notices, ({ ticket_id }) => ticket_id);
  return [...groups.values()].map((group) => ({
    number: group[0]!.ticket_number,
    subject: group[0]!.ticket_subject,
    notices: group,
  }));
}

async function ticketMail(
  tx: TenantTx,
  technician: Technician,
  ticket: NoticesOfTicket,
): Promise<RenderedMail> {
  const { language, firstName } = technician;
  return renderTemplate(tx, 'ticketNotice', language, {
    'Technician First Name': firstName,
    'Ticket Number': String(ticket.number),
    'Ticket Subject': ticket.subject,
    'Notice Title': titleOf(ticket.notices, language),
    News: newsOf(ticket.notices, language),
    'Ticket Link': addressOf(tx, ticket),
    Link: choicesAddress(tx),
  });
}

async function overviewMail(
  tx: TenantTx,
  technician: Technician,
  tickets: NoticesOfTicket[],
): Promise<RenderedMail> {
  const { language, firstName } = technician;
  return renderTemplate(tx, 'ticketNotices', language, {
    'Technician First Name': firstName,
    'Ticket Count': String(tickets.length),
    News: overviewOf(tickets, (ticket) => addressOf(tx, ticket), language),
    Link: choicesAddress(tx),
  });
}

/** The ticket in the console, at the first of what is new there. */
function addressOf(tx: TenantTx, { number, notices }: NoticesOfTicket): string {
  const first = notices.find(({ message_id }) => message_id !== null);
  const place = first ? `#message-${first.message_id}` : '';
  return `${tx.platform.config.baseUrl}/tickets/${number}${place}`;
}

const choicesAddress = (tx: TenantTx) => `${tx.platform.config.baseUrl}/profile/notifications`;
