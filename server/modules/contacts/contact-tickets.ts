import type { Actor } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { publish } from '#platform/events/event-hub.ts';
import { moveUnassignedTickets } from './contact-tickets.queries.ts';
import { getContact } from './contacts.ts';

/** What somebody wrote before we knew where he belongs, belongs there now. */
export async function moveTicketsToCustomer(tx: TenantTx, contactId: number): Promise<void> {
  const { customer } = await getContact(tx, contactId);
  if (!customer) return;
  const moved = await moveUnassignedTickets(tx, contactId, customer, describe(tx.actor));
  for (const { id, number } of moved) {
    await publish(tx, {
      kind: 'ticket',
      ids: { id, number },
      contactIds: [contactId],
      customerId: customer.id,
    });
  }
}

function describe(actor: Actor): { kind: string; id: number | null; name: string } {
  switch (actor.kind) {
    case 'technician':
      return actor.apiKeyId === null
        ? { kind: 'technician', id: actor.technicianId, name: actor.name }
        : { kind: 'apiKey', id: actor.apiKeyId, name: actor.name };
    case 'contact':
      return { kind: 'contact', id: actor.contactId, name: actor.name };
    case 'system':
      return { kind: 'system', id: null, name: actor.name };
  }
}
