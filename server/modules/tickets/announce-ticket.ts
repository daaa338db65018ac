import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { present, publish } from '#platform/events/event-hub.ts';
import type { Ticket } from './tickets.ts';

/**
 * Tells open pages that the ticket changed: technicians who see it or did, contacts only of what is public,
 * and only those who see the ticket, before the change or after it.
 */
export async function announceTicket(
  tx: TenantTx,
  states: Pick<Ticket, 'id' | 'number' | 'contactId' | 'customerId'>[],
  { isPublic }: { isPublic: boolean },
): Promise<void> {
  const ticket = states.at(-1);
  if (!ticket) return;
  const of = {
    kind: 'ticket',
    ids: { number: ticket.number, id: ticket.id },
    ofCustomers: present(states.map(({ customerId }) => customerId)),
  } as const;
  if (!isPublic) return publish(tx, of);
  const contactIds = present(states.map(({ contactId }) => contactId));
  const [customerId = null, formerId] = present(states.map((state) => state.customerId).reverse());
  await publish(tx, { ...of, contactIds, customerId });
  // An event names one customer; the former one's main contacts have to see it go.
  if (formerId !== undefined) await publish(tx, { ...of, customerId: formerId });
}
