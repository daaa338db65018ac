import { sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { TicketFieldUse } from '#shared/portal-settings.ts';

export interface ReaderRow {
  priority_field: TicketFieldUse;
  impact_field: TicketFieldUse;
  shows_devices: boolean;
  unread_ids: number[];
}

/**
 * What every list and page of tickets has to know of its reader beside the tickets: which fields the
 * company shows, and which of the tickets have something unread, that is public, by somebody else and
 * behind what was read last. One query, which reads tables of other modules, because asking each at
 * its door would cost every list three more.
 */
export async function findReader(
  tx: TenantTx,
  contactId: number,
  ticketIds: readonly number[],
): Promise<ReaderRow> {
  const { rows } = await sql<ReaderRow>`
    select s.priority_field, s.impact_field, s.shows_devices, array(
      select t.id
      from unnest(${[...ticketIds]}::bigint[]) as t (id)
      join contacts c on c.id = ${contactId}
      left join ticket_reads r on r.contact_id = c.id and r.ticket_id = t.id
      where exists (
        select from messages m
        where m.ticket_id = t.id and m.id > coalesce(r.message_id, 0)
          and m.kind in ('reply', 'contact') and m.contact_id is distinct from c.id
          and m.created_at > c.read_until)) as unread_ids
    from portal_settings s`.execute(tx);
  return rows[0]!;
}
