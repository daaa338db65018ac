import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { announceTicket } from './announce-ticket.ts';
import { insertChanges, type PropertyChange } from './ticket-history.queries.ts';
import { getTicket } from './tickets.ts';

/** Writes something into a ticket's history that is no change of its properties. */
export async function noteOnTicket(
  tx: TenantTx,
  ticketId: number,
  event: PropertyChange,
): Promise<void> {
  await insertChanges(tx, ticketId, [event]);
  await announceTicket(tx, [await getTicket(tx, ticketId)], { isPublic: false });
}
