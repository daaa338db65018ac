import { profileOrDefault } from '#modules/alert-profiles/index.ts';
import {
  AUTHOR,
  lineOf,
  noteOf,
  sentencesNote,
  subjectOf,
  type WordedAlert,
} from '#modules/alert-titles/index.ts';
import { addMessage, openTicketWithNote } from '#modules/conversations/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { translate } from '#platform/i18n/translate.ts';
import { LIMITS } from '#shared/limits.ts';
import type { TicketPriority, TicketStatus } from '#shared/tickets.ts';
import { profilesOf } from './alert-consequences.ts';
import {
  countUnresolvedOf,
  deviceFacts,
  type StoredAlert,
  ticketFacts,
  updateAlerts,
} from './alerts.queries.ts';
import { announceAlerts, noteAlerts } from './note-alert.ts';

/** Opens one ticket for alerts of one customer, the worst of them first. */
export async function openTicketFor(
  tx: TenantTx,
  alerts: readonly StoredAlert[],
  wanted: { assigneeId: number | null; priority: TicketPriority; subject?: string | undefined },
): Promise<{ id: number; number: number }> {
  const { language } = await getTenant(tx);
  const worded = await withDevices(tx, alerts);
  const devices = new Set(alerts.map(({ device_id }) => device_id));
  const [deviceId = null] = devices;
  const ticket = await openTicketWithNote(
    tx,
    {
      subject: (wanted.subject || subjectOf(language, worded)).slice(0, LIMITS.subjectChars),
      source: 'alert',
      contactId: null,
      customerId: alerts[0]?.customer_id ?? null,
      // Of several devices none is the one that the ticket is about.
      deviceId: devices.size === 1 ? deviceId : null,
      assigneeId: wanted.assigneeId,
      priority: wanted.priority,
    },
    { ...noteOf(language, worded, linkTo(tx)), authorName: AUTHOR },
  );
  await link(tx, alerts, ticket);
  return ticket;
}

/** More alerts for a ticket that is there already. */
export async function joinTicket(
  tx: TenantTx,
  ticket: { id: number; number: number },
  alerts: readonly StoredAlert[],
): Promise<void> {
  const { language } = await getTenant(tx);
  const worded = await withDevices(tx, alerts);
  const sentence = translate(language, 'alerting:joined', { count: alerts.length });
  await write(tx, ticket.id, noteOf(language, worded, linkTo(tx), sentence));
  await link(tx, alerts, ticket);
}

/** An alert whose ticket was solved already: it is open again. */
export async function noteReturned(
  tx: TenantTx,
  ticket: { id: number; status: string },
  alerts: readonly StoredAlert[],
): Promise<void> {
  const { language } = await getTenant(tx);
  const worded = await withDevices(tx, alerts);
  const lines = worded.map((alert) => lineOf(language, alert)).join(', ');
  const sentence = translate(language, 'alerting:returned', { title: lines });
  const status = ticket.status === 'resolved' ? 'open' : undefined;
  await write(tx, ticket.id, sentencesNote(sentence), status);
}

/**
 * Tells the tickets that are being worked on that alerts of theirs are over, and solves those whose
 * alerts all are, where the profile says so.
 */
export async function noteSolvedOnTickets(
  tx: TenantTx,
  alerts: readonly StoredAlert[],
): Promise<void> {
  const byTicket = Map.groupBy(
    alerts.filter(({ ticket_id }) => ticket_id !== null),
    ({ ticket_id }) => ticket_id!,
  );
  if (byTicket.size === 0) return;
  const { language } = await getTenant(tx);
  const tickets = await ticketFacts(tx, [...byTicket.keys()]);
  for (const [ticketId, solved] of [...byTicket].sort(([a], [b]) => a - b)) {
    const ticket = tickets.get(ticketId);
    if (!ticket || (ticket.status !== 'open' && ticket.status !== 'pending')) continue;
    const lines = (await withDevices(tx, solved)).map((alert) => lineOf(language, alert));
    const isAll = (await countUnresolvedOf(tx, ticketId)) === 0;
    const sentences = [
      translate(language, 'alerting:solved', { title: lines.slice(0, 10).join(', ') }),
      lines.length > 10 ? translate(language, 'alerting:more', { count: lines.length - 10 }) : '',
      isAll ? translate(language, 'alerting:allSolved') : '',
    ].filter(Boolean);
    const doesSolve = isAll && (await solvesTickets(tx, solved));
    const note = sentencesNote(...sentences);
    await write(tx, ticketId, note, doesSolve ? 'resolved' : undefined);
  }
}

async function solvesTickets(tx: TenantTx, alerts: readonly StoredAlert[]): Promise<boolean> {
  const profiles = await profilesOf(tx, alerts);
  const [first] = alerts;
  const profile = (first && profiles.get(first.id)) ?? (await profileOrDefault(tx, null));
  return profile.solves_tickets;
}

async function write(
  tx: TenantTx,
  ticketId: number,
  note: { html: string; text: string },
  status?: TicketStatus,
): Promise<void> {
  await addMessage(tx, {
    ...note,
    ticketId,
    kind: 'note',
    authorName: AUTHOR,
    source: 'alert',
    status,
  });
}

async function link(
  tx: TenantTx,
  alerts: readonly StoredAlert[],
  ticket: { id: number; number: number },
): Promise<void> {
  await updateAlerts(
    tx,
    alerts.map(({ id }) => id),
    { ticket_id: ticket.id, updated_at: clock.now() },
  );
  await noteAlerts(tx, alerts, 'ticket', { number: ticket.number });
  await announceAlerts(tx, alerts);
}

async function withDevices(tx: TenantTx, alerts: readonly StoredAlert[]): Promise<WordedAlert[]> {
  const devices = await deviceFacts(
    tx,
    alerts.flatMap(({ device_id }) => device_id ?? []),
  );
  return alerts.map((alert) => ({
    ...alert,
    deviceName: alert.device_id === null ? null : (devices.get(alert.device_id)?.name ?? null),
  }));
}

const linkTo =
  (tx: TenantTx) =>
  ({ id }: { id: number }) =>
    `${tx.platform.config.baseUrl}/alerts/${id}`;
