import { orderAssignmentNews } from '#modules/assignments/index.ts';
import { recordAudit } from '#modules/audit/index.ts';
import { refreshTicketSearch } from '#modules/search/index.ts';
import { describeActor } from '#platform/actor.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { conflict } from '#platform/errors.ts';
import type { TicketImpact, TicketPriority, TicketStatus, TicketType } from '#shared/tickets.ts';
import { announceTicket } from './announce-ticket.ts';
import { orderStatusNews } from './status-news.ts';
import { requireDevice, staysDevice } from './ticket-devices.ts';
import { insertChanges, type PropertyChange } from './ticket-history.queries.ts';
import { findNames } from './ticket-names.queries.ts';
import { getTicketPage } from './ticket-page.ts';
import { keptAssignee, requireAssignee, settleParties } from './ticket-parties.ts';
import { orderSettledNews } from './ticket-settled.ts';
import { updateTicket } from './tickets.queries.ts';
import { isPublicField, timesOfStatus, waitingSince } from './tickets.rules.ts';
import { getTicketForChange, type Ticket } from './tickets.ts';

export interface TicketChanges {
  subject?: string | undefined;
  status?: TicketStatus | undefined;
  priority?: TicketPriority | undefined;
  impact?: TicketImpact | undefined;
  type?: TicketType | undefined;
  assigneeId?: number | null | undefined;
  customerId?: number | null | undefined;
  contactId?: number | null | undefined;
  deviceId?: number | null | undefined;
}

/**
 * Changes properties of a ticket and notes each in its history.
 * @param version what the writer has seen; another one now is a 409 with the ticket as it is
 */
export async function changeTicket(
  tx: TenantTx,
  ticketId: number,
  wanted: TicketChanges,
  version?: number,
): Promise<void> {
  const before = await getTicketForChange(tx, ticketId);
  if (version !== undefined && version !== before.version) {
    throw conflict(await getTicketPage(tx, before.number));
  }
  const after = await settle(tx, before, wanted);
  const changes = await changesBetween(tx, before, after);
  if (changes.length === 0) return;
  const isPublic = changes.some(({ field }) => isPublicField(field));
  const now = clock.now();
  await updateTicket(tx, ticketId, {
    subject: after.subject,
    status: after.status,
    priority: after.priority,
    impact: after.impact,
    type: after.type,
    assignee_id: after.assigneeId,
    customer_id: after.customerId,
    contact_id: after.contactId,
    device_id: after.deviceId,
    resolved_at: after.resolvedAt,
    closed_at: after.closedAt,
    waiting_since: after.waitingSince,
    version: before.version + 1,
    updated_at: now,
    ...(isPublic && { public_updated_at: now }),
  });
  await insertChanges(tx, ticketId, changes);
  if (changes.some(({ field }) => ['subject', 'customer', 'contact'].includes(field))) {
    await refreshTicketSearch(tx, ticketId);
  }
  await auditNewReaders(tx, before, changes);
  if (after.assigneeId !== before.assigneeId) {
    const ticket = { id: ticketId, version: before.version + 1 };
    await orderAssignmentNews(tx, after.assigneeId, [ticket], describeActor(tx.actor));
  }
  if (after.status !== before.status) await orderStatusNews(tx, before, after);
  await orderSettledNews(tx, ticketId, before.status, after.status);
  await announceTicket(tx, [before, after], { isPublic });
}

/** The ticket as it is to be, checked. */
async function settle(tx: TenantTx, before: Ticket, wanted: TicketChanges): Promise<Ticket> {
  const given = Object.entries(wanted).filter(([, value]) => value !== undefined);
  const after: Ticket = { ...before, ...Object.fromEntries(given) };
  if (after.contactId !== before.contactId || after.customerId !== before.customerId) {
    // With another contact the ticket moves to that one's customer, unless one is named.
    const customerId = after.contactId !== before.contactId ? wanted.customerId : after.customerId;
    const parties = await settleParties(
      tx,
      {
        contactId: after.contactId,
        customerId: after.contactId === null ? after.customerId : customerId,
      },
      before.contactId,
    );
    after.customerId = parties.customer?.id ?? null;
  }
  if (after.assigneeId !== null && after.assigneeId !== before.assigneeId) {
    await requireAssignee(tx, after.assigneeId, after.customerId);
  } else if (after.assigneeId !== null && after.customerId !== before.customerId) {
    after.assigneeId = await keptAssignee(tx, after.assigneeId, after.customerId);
  }
  if (after.deviceId !== null && after.deviceId !== before.deviceId) {
    await requireDevice(tx, after.deviceId, after.customerId);
  } else if (after.deviceId !== null && after.customerId !== before.customerId) {
    if (!(await staysDevice(tx, after.deviceId, after.customerId))) after.deviceId = null;
  }
  const now = clock.now();
  return {
    ...after,
    ...timesOfStatus(before, after.status, now),
    waitingSince: waitingSince(before, { status: after.status }, now),
  };
}

const PLAIN = ['subject', 'status', 'priority', 'impact', 'type'] as const;

/** With names beside ids, so that the history stays readable when somebody is renamed or gone. */
async function changesBetween(
  tx: TenantTx,
  before: Ticket,
  after: Ticket,
): Promise<PropertyChange[]> {
  const changes: PropertyChange[] = PLAIN.filter((field) => before[field] !== after[field]).map(
    (field) => ({ field, oldValue: before[field], newValue: after[field] }),
  );
  const named = (['assignee', 'customer', 'contact', 'device'] as const).filter(
    (field) => before[`${field}Id`] !== after[`${field}Id`],
  );
  if (named.length === 0) return changes;
  const [oldNames, newNames] = [await findNames(tx, before), await findNames(tx, after)];
  for (const field of named) {
    changes.push({ field, oldValue: oldNames[field], newValue: newNames[field] });
  }
  return changes;
}

/** Another contact or customer means other people who read the conversation in the portal. */
async function auditNewReaders(
  tx: TenantTx,
  ticket: Ticket,
  changes: PropertyChange[],
): Promise<void> {
  const readers = changes.filter(({ field }) => field === 'contact' || field === 'customer');
  if (readers.length === 0) return;
  await recordAudit(tx, {
    action: 'ticket.reassigned',
    subjectKind: 'ticket',
    subjectId: ticket.id,
    subjectName: `#${ticket.number}`,
    details: Object.fromEntries(
      readers.map(({ field, oldValue, newValue }) => [field, { from: oldValue, to: newValue }]),
    ),
  });
}
