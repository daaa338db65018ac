import { listTicketReaders } from '#modules/technicians/index.ts';
import { getTicketByNumber } from '#modules/tickets/index.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { forbidden, invalid, notFound } from '#platform/errors.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import type { Severity } from '#shared/alerts.ts';
import type { TicketPriority } from '#shared/tickets.ts';
import { joinTicket, openTicketFor } from './alert-tickets.ts';
import { lockAlerts, type StoredAlert, updateAlerts } from './alerts.queries.ts';
import { announceAlerts, noteAlerts } from './note-alert.ts';
import { settleResolved } from './settle-resolved.ts';

export type AlertChange =
  | { state: 'open' | 'acknowledged' | 'resolved' }
  | { state: 'snoozed'; snoozedUntil: Date };

export interface ChangeResult {
  changed: number[];
  /** Not there any more, not to be seen, or resolved already. */
  missing: number[];
}

/** The same for many alerts; what is over stays so until its source says otherwise. */
export async function changeAlerts(
  tx: ConsoleTx,
  ids: readonly number[],
  change: AlertChange,
): Promise<ChangeResult> {
  const now = clock.now();
  if (change.state === 'snoozed' && change.snoozedUntil <= now)
    throw invalid({ field: 'snoozedUntil', code: 'inThePast' });
  const alerts = (await lockAlerts(tx, ids)).filter(({ state }) => state !== 'resolved');
  await apply(tx, alerts, change, now);
  const changed = alerts.map(({ id }) => id);
  return { changed, missing: ids.filter((id) => !changed.includes(id)) };
}

async function apply(
  tx: ConsoleTx,
  alerts: readonly StoredAlert[],
  change: AlertChange,
  now: Date,
): Promise<void> {
  if (alerts.length === 0) return;
  if (change.state === 'resolved') return settleResolved(tx, alerts, 'person');
  const { state } = change;
  const snoozedUntil = change.state === 'snoozed' ? change.snoozedUntil : null;
  await updateAlerts(
    tx,
    alerts.map(({ id }) => id),
    {
      state,
      snoozed_until: snoozedUntil,
      is_silenced: false,
      acknowledged_by: state === 'acknowledged' ? tx.actor.technicianId : null,
      // Somebody has seen them.
      follow_up_at: null,
      updated_at: now,
    },
  );
  const kind = state === 'open' ? 'opened' : state;
  await noteAlerts(tx, alerts, kind, snoozedUntil ? { until: snoozedUntil } : {});
  await announceAlerts(tx, alerts);
}

export interface ConversionWanted {
  subject?: string | undefined;
  assigneeId?: number | null | undefined;
  priority?: TicketPriority | undefined;
  /** Add them to this ticket instead of opening one. */
  ticketNumber?: number | undefined;
}

const PRIORITY_OF: Record<Severity, TicketPriority> = {
  critical: 'critical',
  warning: 'high',
  information: 'medium',
};

/**
 * Makes a ticket of alerts, one for each of their customers, or adds them to one. Those that have a
 * ticket already keep it, unless one is named. Returns the tickets' numbers.
 */
export async function convertAlerts(
  tx: ConsoleTx,
  ids: readonly number[],
  wanted: ConversionWanted,
): Promise<number[]> {
  const needed = wanted.ticketNumber === undefined ? 'tickets.create' : 'tickets.update';
  if (!tx.actor.permissions.has(needed)) throw forbidden();
  const alerts = await lockAlerts(tx, ids);
  if (alerts.length === 0) throw notFound();
  if (wanted.ticketNumber !== undefined) {
    const ticket = await getTicketByNumber(tx, wanted.ticketNumber).catch(() => null);
    if (!ticket) throw invalid({ field: 'ticketNumber', code: 'unknownTicket' });
    const others = alerts.filter(({ ticket_id }) => ticket_id !== ticket.id);
    if (others.some(({ customer_id }) => customer_id !== ticket.customerId))
      throw invalid({ field: 'ticketNumber', code: 'ticketOfOtherCustomer' });
    if (others.length > 0) await joinTicket(tx, ticket, others);
    return [ticket.number];
  }
  const worstFirst = alerts
    .filter(({ ticket_id }) => ticket_id === null)
    .sort((a, b) => rank(b.severity) - rank(a.severity));
  const groups = Map.groupBy(worstFirst, ({ customer_id }) => customer_id);
  const numbers: number[] = [];
  for (const [customerId, group] of groups)
    numbers.push(await openOne(tx, customerId, group, wanted));
  if (numbers.length === 0) throw invalid({ field: 'ids', code: 'haveTickets' });
  return numbers;
}

async function openOne(
  tx: ConsoleTx,
  customerId: number | null,
  alerts: readonly StoredAlert[],
  { subject, assigneeId = null, priority }: ConversionWanted,
): Promise<number> {
  await requireReader(tx, customerId, assigneeId);
  const { number } = await openTicketFor(tx, alerts, {
    subject,
    assigneeId,
    priority: priority ?? PRIORITY_OF[alerts[0]?.severity ?? 'warning'],
  });
  await acknowledge(tx, alerts);
  return number;
}

/** Who makes a ticket of an alert has taken note of it. */
async function acknowledge(tx: ConsoleTx, alerts: readonly StoredAlert[]): Promise<void> {
  const open = alerts.filter(({ state }) => state === 'open');
  await apply(tx, open, { state: 'acknowledged' }, clock.now());
}

async function requireReader(tx: TenantTx, customerId: number | null, assigneeId: number | null) {
  if (assigneeId === null) return;
  const readers = await listTicketReaders(tx, customerId);
  if (!readers.some(({ id }) => id === assigneeId))
    throw invalid({ field: 'assigneeId', code: 'unknownTechnician' });
}

const rank = (severity: Severity) => ({ information: 1, warning: 2, critical: 3 })[severity];
