import { listTechnicians, type Technician } from '#modules/technicians/index.ts';
import { reaches } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Ticket } from './tickets.ts';

/**
 * Whether a technician may see a ticket: `visibleTickets` for somebody who is not acting right
 * now. The two have to say the same.
 */
export function maySeeTicket(
  technician: Technician,
  { customerId }: Pick<Ticket, 'customerId'>,
): boolean {
  const { state, permissions } = technician;
  return state === 'active' && permissions.has('tickets.view') && reaches(technician, customerId);
}

/** The technicians who may see the ticket and can sign in. */
export async function listTicketReaders(
  tx: TenantTx,
  ticket: Pick<Ticket, 'customerId'>,
): Promise<Technician[]> {
  return (await listTechnicians(tx)).filter((technician) => maySeeTicket(technician, ticket));
}
