import type { TenantTx } from '#platform/db/tenant-tx.ts';

export interface MovedTicket {
  id: number;
  number: number;
}

/**
 * Gives the contact's tickets that have no customer to the contact's. Tickets stand on contacts, so
 * this writes to their tables from here rather than making a circle of the two modules.
 */
export async function moveUnassignedTickets(
  tx: TenantTx,
  contactId: number,
  customer: { id: number; name: string },
  actor: { kind: string; id: number | null; name: string },
): Promise<MovedTicket[]> {
  const moved = await tx
    .updateTable('tickets')
    .set(({ eb }) => ({ customer_id: customer.id, version: eb('version', '+', 1) }))
    .where('contact_id', '=', contactId)
    .where('customer_id', 'is', null)
    .returning(['id', 'number'])
    .execute();
  if (moved.length === 0) return [];
  await tx
    .insertInto('ticket_changes')
    .values(
      moved.map(({ id }) => ({
        ticket_id: id,
        actor_kind: actor.kind,
        actor_id: actor.id,
        actor_name: actor.name,
        field: 'customer',
        new_value: JSON.stringify({ id: customer.id, name: customer.name }),
      })),
    )
    .execute();
  return moved;
}
