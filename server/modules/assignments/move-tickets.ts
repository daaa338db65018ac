import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { present, publish } from '#platform/events/event-hub.ts';
import { orderAssignmentNews } from './assignment-news.ts';
import { type AssignedTicket, assignTickets, type Deed } from './assignments.queries.ts';

/**
 * Assigns the tickets, tells who has them now, and open pages of each; contacts may know who works
 * for them.
 */
export async function moveTickets(
  tx: TenantTx,
  tickets: AssignedTicket[],
  deed: Omit<Deed, 'at'>,
): Promise<void> {
  const assigned = await assignTickets(tx, tickets, { ...deed, at: clock.now() });
  await orderAssignmentNews(tx, deed.to?.id ?? null, assigned, deed.by);
  for (const { id, number, customer_id, contact_id } of tickets) {
    await publish(tx, {
      kind: 'ticket',
      ids: { number, id },
      contactIds: present([contact_id]),
      customerId: customer_id,
      ofCustomers: present([customer_id]),
    });
  }
}
