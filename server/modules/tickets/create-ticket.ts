import { beginTicketSearch } from '#modules/search/index.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { TicketImpact, TicketPriority, TicketSource, TicketType } from '#shared/tickets.ts';
import { announceTicket } from './announce-ticket.ts';
import { settleDevice } from './ticket-devices.ts';
import { insertChanges } from './ticket-history.queries.ts';
import { takeTicketNumber } from './ticket-numbers.queries.ts';
import { requireAssignee, settleParties } from './ticket-parties.ts';
import { insertTicket } from './tickets.queries.ts';

export interface NewTicket {
  subject: string;
  source: TicketSource;
  contactId: number | null;
  /** Left out: the contact's. */
  customerId?: number | null | undefined;
  assigneeId?: number | null | undefined;
  priority?: TicketPriority | undefined;
  impact?: TicketImpact | undefined;
  type?: TicketType | undefined;
  /** The device that it is about, one of the customer's. */
  deviceId?: number | null | undefined;
  /** The ticket that is over and that this one goes on from. */
  followsId?: number | undefined;
  /** What is said first: its words, and the first of them for lists. */
  opening?: { text: string; preview: string };
}

/**
 * Opens a ticket; the message itself is the caller's to write. Its number is the next one of the tenant.
 */
export async function createTicket(
  tx: TenantTx,
  wanted: NewTicket,
): Promise<{ id: number; number: number }> {
  const { contact, customer } = await settleParties(tx, wanted);
  if (wanted.assigneeId) await requireAssignee(tx, wanted.assigneeId, customer?.id ?? null);
  const deviceId = await settleDevice(tx, wanted, customer?.id ?? null);
  // Taken last: others wait for it until this transaction ends.
  const number = await takeTicketNumber(tx);
  const id = await insertTicket(
    tx,
    {
      number,
      subject: wanted.subject,
      preview: wanted.opening?.preview,
      source: wanted.source,
      customer_id: customer?.id ?? null,
      contact_id: contact?.id ?? null,
      assignee_id: wanted.assigneeId ?? null,
      priority: wanted.priority,
      impact: wanted.impact,
      type: wanted.type,
      device_id: deviceId,
      follows_id: wanted.followsId ?? null,
    },
    clock.now(),
  );
  await insertChanges(tx, id, [{ field: 'created', newValue: wanted.source }]);
  await beginTicketSearch(tx, id, wanted.opening?.text ?? '');
  const parties = { contactId: contact?.id ?? null, customerId: customer?.id ?? null };
  await announceTicket(tx, [{ id, number, ...parties }], { isPublic: true });
  return { id, number };
}
