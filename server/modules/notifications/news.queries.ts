import { sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { MessageKind, TicketSource } from '#shared/tickets.ts';

/** A message as news: who said what, where; with the ticket, because every new one asks for it. */
export interface MessageNews {
  id: number;
  ticket_id: number;
  ticket_number: number;
  ticket_customer_id: number | null;
  ticket_assignee_id: number | null;
  kind: MessageKind;
  html: string;
  source: TicketSource;
  technician_id: number | null;
  contact_id: number | null;
  author_name: string;
  author_email: string | null;
  contact_name: string;
  created_at: Date;
}

const newsRows = (tx: TenantTx) =>
  tx
    .selectFrom('messages as m')
    .innerJoin('tickets as t', (join) =>
      join.onRef('t.tenant_id', '=', 'm.tenant_id').onRef('t.id', '=', 'm.ticket_id'),
    )
    .leftJoin('contacts as c', (join) =>
      join.onRef('c.tenant_id', '=', 'm.tenant_id').onRef('c.id', '=', 'm.contact_id'),
    )
    .select([
      'm.id',
      'm.ticket_id',
      't.number as ticket_number',
      't.customer_id as ticket_customer_id',
      't.assignee_id as ticket_assignee_id',
      'm.html',
      'm.technician_id',
      'm.contact_id',
      'm.author_name',
      'm.author_email',
      'm.created_at',
      sql<MessageKind>`m.kind`.as('kind'),
      sql<TicketSource>`m.source`.as('source'),
      sql<string>`btrim(coalesce(c.first_name || ' ' || c.last_name, ''))`.as('contact_name'),
    ]);

export async function findMessageNews(tx: TenantTx, id: number): Promise<MessageNews | undefined> {
  return newsRows(tx).where('m.id', '=', id).executeTakeFirst();
}

/** The message with which the ticket began. */
export async function findOpeningNews(
  tx: TenantTx,
  ticketId: number,
): Promise<MessageNews | undefined> {
  return newsRows(tx)
    .where('m.ticket_id', '=', ticketId)
    .orderBy('m.id')
    .limit(1)
    .executeTakeFirst();
}
