import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { present, publish } from '#platform/events/event-hub.ts';
import { listUsersOfDevice } from './device-contacts.queries.ts';

/** So many ids fit into one notification of PostgreSQL (8,000 bytes) in any case. */
const CONTACTS_PER_EVENT = 300;

/**
 * Tells open pages that a device changed: technicians who see it or did, contacts only of what they see of
 * it (`isPublic`), and only those who work with it or are main contacts of its customer, before the
 * change or after it.
 * @param states the device as it was, if its customer is another one now, and as it is
 */
export async function announceDevice(
  tx: TenantTx,
  states: readonly { id: number; customer_id: number }[],
  { isPublic }: { isPublic: boolean },
): Promise<void> {
  const device = states.at(-1);
  if (!device) return;
  const [customerId, formerId] = present(states.map(({ customer_id }) => customer_id).reverse());
  const of = {
    kind: 'device',
    ids: { id: device.id },
    ofCustomers: present([formerId ?? null, customerId ?? null]),
  } as const;
  if (!isPublic) return publish(tx, of);
  const users = await listUsersOfDevice(tx, device.id, of.ofCustomers);
  const contactIds = users.splice(0, CONTACTS_PER_EVENT);
  await publish(tx, { ...of, contactIds, customerId: customerId ?? null });
  // An event names one customer; the former one's main contacts have to see it go.
  if (formerId !== undefined) await publish(tx, { ...of, customerId: formerId });
  while (users.length > 0)
    await publish(tx, { ...of, contactIds: users.splice(0, CONTACTS_PER_EVENT) });
}
