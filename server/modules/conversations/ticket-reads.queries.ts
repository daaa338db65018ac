import { sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';

/** Notes that the contact has read the ticket up to the message; never back again. */
export async function storeRead(
  tx: TenantTx,
  read: { contactId: number; ticketId: number; upToMessageId: number },
): Promise<void> {
  await sql`
    insert into ticket_reads (contact_id, ticket_id, message_id)
    select ${read.contactId}, ${read.ticketId}, max(id) from messages
    where ticket_id = ${read.ticketId} and id <= ${read.upToMessageId}
      and kind in ('reply', 'contact')
    having max(id) is not null
    on conflict (tenant_id, contact_id, ticket_id) do update
    set message_id = greatest(ticket_reads.message_id, excluded.message_id)`.execute(tx);
}

/** Everything that was written until now is no news to the contact. */
export async function storeAllRead(tx: TenantTx, contactId: number, now: Date): Promise<void> {
  await tx.updateTable('contacts').set({ read_until: now }).where('id', '=', contactId).execute();
  await tx.deleteFrom('ticket_reads').where('contact_id', '=', contactId).execute();
}
