import { getTicketByNumber, noteOnTicket } from '#modules/tickets/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { notFound } from '#platform/errors.ts';
import { deleteParticipant, insertParticipants, type Person } from './participants.queries.ts';

const NAME_MAX_CHARS = 200;

/** Keeps people of To and Cc, so that an answer can be offered to them. Being kept gives no right. */
export async function addParticipants(
  tx: TenantTx,
  ticketId: number,
  people: Person[],
): Promise<void> {
  const unique = new Map(
    people.map(({ address, name }) => [address, { address, name: name.slice(0, NAME_MAX_CHARS) }]),
  );
  await insertParticipants(tx, ticketId, [...unique.values()]);
}

/** The address is offered no more, and may no more add to the ticket by mail. */
export async function removeParticipant(
  tx: TenantTx,
  number: number,
  address: string,
): Promise<void> {
  const { id } = await getTicketByNumber(tx, number);
  if (!(await deleteParticipant(tx, id, address))) throw notFound();
  await noteOnTicket(tx, id, { field: 'participantRemoved', oldValue: address });
}
