import { describeActor } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { publish } from '#platform/events/event-hub.ts';
import { moveUnassignedTickets } from './contact-tickets.queries.ts';
import { getContact } from './contacts.ts';

/** What somebody wrote before we knew where he belongs, belongs there now. */
export async function moveTicketsToCustomer(tx: TenantTx, contactId: number): Promise<void> {
  const { customer } = await getContact(tx, contactId);
  if (!customer) return;
  const moved = await moveUnassignedTickets(tx, contactId, customer, describeActor(tx.actor));
  for (const { id, number } of moved) {
    await publish(tx, {
      kind: 'ticket',
      ids: { id, number },
      contactIds: [contactId],
      customerId: customer.id,
      ofCustomers: [customer.id],
    });
  }
}
