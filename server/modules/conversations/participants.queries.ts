import { sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';

export interface Person {
  address: string;
  name: string;
}

/** Keeps people beside the ticket's contact; who is known stays as he is. */
export async function insertParticipants(
  tx: TenantTx,
  ticketId: number,
  people: Person[],
): Promise<void> {
  if (people.length === 0) return;
  await sql`
    insert into ticket_participants (ticket_id, address, name, contact_id)
    select ${ticketId}::bigint, p.address, p.name, k.id
    from unnest(
      ${people.map(({ address }) => address)}::text[],
      ${people.map(({ name }) => name)}::text[]) as p (address, name)
    left join contacts k on k.email = p.address
    where not exists (
      select from tickets t join contacts c on c.tenant_id = t.tenant_id and c.id = t.contact_id
      where t.id = ${ticketId} and c.email = p.address)
    on conflict (tenant_id, ticket_id, address) do nothing`.execute(tx);
}

/** False when the address takes no part. */
export async function deleteParticipant(
  tx: TenantTx,
  ticketId: number,
  address: string,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('ticket_participants')
    .where('ticket_id', '=', ticketId)
    .where('address', '=', address)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
