import { isToHear, type ProfileRow, ticketRuleFor } from '#modules/alert-profiles/index.ts';
import { lineOf } from '#modules/alert-titles/index.ts';
import { tellOfAlerts } from '#modules/notifications/index.ts';
import { listTicketReaders } from '#modules/technicians/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import { clock, inMs, MINUTE_MS } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { DeviceType } from '#shared/agent-protocol.ts';
import type { TicketRule } from '#shared/alerts.ts';
import { profilesOf } from './alert-consequences.ts';
import { joinTicket, noteReturned, openTicketFor } from './alert-tickets.ts';
import {
  DUE_AT_ONCE,
  deviceFacts,
  findTicketOfGroup,
  lastRaises,
  lockDue,
  type StoredAlert,
  ticketFacts,
  updateAlerts,
} from './alerts.queries.ts';
import { occurrenceOf } from './alerts.rules.ts';
import { orderFollowUp } from './follow-up-order.ts';

/** What comes up within it in one place joins the same ticket. */
const TOGETHER_MS = 10 * MINUTE_MS;

/** Opens tickets and tells technicians of what came up; what is over already is passed over. */
export async function followUp(tx: TenantTx): Promise<void> {
  const pending = await lockDue(tx, 'followUp', clock.now());
  if (pending.length === 0) return;
  if (pending.length === DUE_AT_ONCE) await orderFollowUp(tx);
  await updateAlerts(
    tx,
    pending.map(({ id }) => id),
    { follow_up_at: null },
  );
  const live = pending.filter(({ state }) => state === 'open');
  if (live.length === 0) return;
  const profiles = await profilesOf(tx, live);
  await seeToTickets(tx, live, profiles);
  await tell(tx, live, profiles);
}

async function seeToTickets(
  tx: TenantTx,
  alerts: readonly StoredAlert[],
  profiles: ReadonlyMap<number, ProfileRow>,
): Promise<void> {
  const without = await backOnTickets(tx, alerts);
  const devices = await deviceFacts(
    tx,
    without.flatMap(({ device_id }) => device_id ?? []),
  );
  const ruled = without.flatMap((alert) => {
    const type = alert.device_id === null ? null : devices.get(alert.device_id)?.type;
    const rule = ticketRuleFor(profiles.get(alert.id)?.ticket_rules ?? [], {
      severity: alert.severity,
      deviceType: (type ?? null) as DeviceType | null,
    });
    return rule ? [{ alert, rule }] : [];
  });
  const groups = Map.groupBy(ruled, ({ alert }) => groupOf(alert));
  for (const group of groups.values()) await ticketForGroup(tx, group);
}

/** Alerts that have a ticket tell it that they came back; those of closed ones may get another. */
async function backOnTickets(tx: TenantTx, alerts: readonly StoredAlert[]): Promise<StoredAlert[]> {
  const linked = alerts.filter(({ ticket_id }) => ticket_id !== null);
  const tickets = await ticketFacts(
    tx,
    linked.map(({ ticket_id }) => ticket_id!),
  );
  const raises = await lastRaises(
    tx,
    linked.map(({ id }) => id),
  );
  const groups = Map.groupBy(linked, ({ ticket_id }) => ticket_id!);
  const parted: StoredAlert[] = [];
  for (const [ticketId, group] of groups) {
    const ticket = tickets.get(ticketId);
    if (!ticket || ticket.status === 'closed') {
      parted.push(...group);
      continue;
    }
    const returned = group.filter(({ id }) => raises.get(id)?.kind === 'reopened');
    if (returned.length > 0) await noteReturned(tx, ticket, returned);
  }
  await updateAlerts(
    tx,
    parted.map(({ id }) => id),
    { ticket_id: null },
  );
  return [...alerts.filter(({ ticket_id }) => ticket_id === null), ...parted];
}

/** Of another system all that it says, of our own agents and checks what they say of one device. */
function groupOf({ alert_source_id, device_id, customer_id, source }: StoredAlert): string {
  if (alert_source_id !== null) return `source:${alert_source_id}:${customer_id}`;
  return device_id === null ? `${source}:${customer_id}` : `device:${device_id}`;
}

async function ticketForGroup(
  tx: TenantTx,
  group: readonly { alert: StoredAlert; rule: TicketRule }[],
): Promise<void> {
  const alerts = group.map(({ alert }) => alert);
  const [first] = group;
  if (!first) return;
  const since = inMs(-TOGETHER_MS);
  const present = await findTicketOfGroup(tx, first.alert, since);
  if (present) return joinTicket(tx, present, alerts);
  const { rule } = first;
  // Who has left since the rule was made, or does not see the customer, cannot be given it.
  const readers = await listTicketReaders(tx, first.alert.customer_id);
  const assigneeId = readers.some(({ id }) => id === rule.assigneeId) ? rule.assigneeId : null;
  await openTicketFor(tx, alerts, { assigneeId, priority: rule.priority });
}

async function tell(
  tx: TenantTx,
  alerts: readonly StoredAlert[],
  profiles: ReadonlyMap<number, ProfileRow>,
): Promise<void> {
  const now = clock.now();
  const { language } = await getTenant(tx);
  const devices = await deviceFacts(
    tx,
    alerts.flatMap(({ device_id }) => device_id ?? []),
  );
  const raises = await lastRaises(
    tx,
    alerts.map(({ id }) => id),
  );
  const news = alerts.map((alert) => ({
    id: alert.id,
    customerId: alert.customer_id,
    severity: alert.severity,
    occurrence: occurrenceOf(raises.get(alert.id), alert.severity, now),
    excerpt: lineOf(language, {
      ...alert,
      deviceName: alert.device_id === null ? null : (devices.get(alert.device_id)?.name ?? null),
    }),
    isFor: (technician: { id: number; role: { id: number } }) =>
      isToHear(profiles.get(alert.id)!.hearing, technician, alert.severity),
  }));
  await tellOfAlerts(tx, news);
}
