import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { publish } from '#platform/events/event-hub.ts';
import type { Ticket } from './tickets.ts';

/**
 * Tells open pages that the ticket changed: technicians always, contacts only of what is public,
 * and only those who see the ticket, before the change or after it.
 */
export async function announceTicket(
  tx: TenantTx,
  states: Pick<Ticket, 'id' | 'number' | 'contactId' | 'customerId'>[],
  { isPublic }: { isPublic: boolean },
): Promise<void> {
  const ticket = states.at(-1);
  if (!ticket) return;
  const ids = { number: ticket.number, id: ticket.id };
  if (!isPublic) return publish(tx, { kind: 'ticket', ids });
  const contactIds = present(states.map(({ contactId }) => contactId));
  const [customerId = null, formerId] = present(states.map((state) => state.customerId).reverse());
  await publish(tx, { kind: 'ticket', ids, contactIds, customerId });
  // An event names one customer; the former one's main contacts have to see it go.
  if (formerId !== undefined) await publish(tx, { kind: 'ticket', ids, customerId: formerId });
}

const present = (ids: (number | null)[]) => [...new Set(ids.filter((id) => id !== null))];
