import { type RawBuilder, sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { MessageKind, TicketSource } from '#shared/tickets.ts';

export interface NewMessageRow {
  ticket_id: number;
  kind: MessageKind;
  technician_id: number | null;
  contact_id: number | null;
  author_name: string;
  author_email: string | null;
  html: string;
  quoted_html: string | null;
  signature_id: number | null;
  text: string;
  has_remote_images: boolean;
  to_addresses: string[];
  cc_addresses: string[];
  source: TicketSource;
  sender_verdict: 'pass' | 'none' | null;
  inbound_message_id: number | null;
  created_at: Date;
}

export interface MessageRow {
  id: number;
  kind: MessageKind;
  html: string;
  quoted_html: string | null;
  signature_html: string | null;
  ticket_number: number;
  has_remote_images: boolean;
  technician_id: number | null;
  contact_id: number | null;
  author_name: string;
  author_email: string | null;
  technician_name: string | null;
  technician_picture_key: string | null;
  contact_name: string | null;
  contact_email: string | null;
  to_addresses: string[];
  cc_addresses: string[];
  source: TicketSource;
  sender_verdict: 'pass' | 'none' | null;
  inbound_message_id: number | null;
  created_at: Date;
  attachments: {
    id: number;
    name: string;
    mediaType: string;
    sizeBytes: number;
    isInline: boolean;
  }[];
}

export async function insertMessage(tx: TenantTx, message: NewMessageRow): Promise<number> {
  const { id } = await tx
    .insertInto('messages')
    .values(message)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

function messageRows(condition: RawBuilder<unknown>, limit: number): RawBuilder<MessageRow> {
  return sql<MessageRow>`
    select m.id, m.kind, m.html, m.quoted_html, s.html as signature_html,
      t.number as ticket_number, m.has_remote_images, m.technician_id, m.contact_id,
      m.author_name, m.author_email, m.to_addresses, m.cc_addresses, m.source, m.sender_verdict,
      m.inbound_message_id, m.created_at,
      btrim(e.first_name || ' ' || e.last_name) as technician_name,
      e.picture_key as technician_picture_key,
      btrim(c.first_name || ' ' || c.last_name) as contact_name, c.email as contact_email,
      (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name,
            'mediaType', a.media_type, 'sizeBytes', a.size_bytes, 'isInline', a.is_inline)
            order by a.id), '[]')
        from attachments a where a.message_id = m.id) as attachments
    from messages m
    join tickets t on t.tenant_id = m.tenant_id and t.id = m.ticket_id
    left join sent_signatures s on s.tenant_id = m.tenant_id and s.id = m.signature_id
    left join technicians e on e.tenant_id = m.tenant_id and e.id = m.technician_id
    left join contacts c on c.tenant_id = m.tenant_id and c.id = m.contact_id
    where ${condition}
    order by m.id
    limit ${sql.lit(limit)}`;
}

/** Messages of a ticket that the caller has made sure of, the oldest first. */
export async function listMessageRows(
  tx: TenantTx,
  ticketId: number,
  { after, limit, kinds }: { after: number; limit: number; kinds: readonly MessageKind[] },
): Promise<MessageRow[]> {
  const condition = sql`m.ticket_id = ${ticketId} and m.id > ${after}
    and m.kind = any (${kinds}::text[])`;
  return (await messageRows(condition, limit).execute(tx)).rows;
}

export async function getMessageRow(tx: TenantTx, id: number): Promise<MessageRow> {
  const { rows } = await messageRows(sql`m.id = ${id}`, 1).execute(tx);
  if (!rows[0]) throw new Error(`message ${id} does not exist`);
  return rows[0];
}

/** Whether the opening of a ticket was confirmed; reads the outbox, which stands below. */
export async function hasConfirmation(tx: TenantTx, ticketId: number): Promise<boolean> {
  const row = await tx
    .selectFrom('outbound_messages')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', 'confirmation')
    .executeTakeFirst();
  return row !== undefined;
}

/** What a message of the ticket says; undefined when it is on another one or nowhere. */
export async function findMessageHtml(
  tx: TenantTx,
  ticketId: number,
  id: number,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('messages')
    .select('html')
    .where('ticket_id', '=', ticketId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.html;
}

export interface OpeningMessage {
  id: number;
  html: string;
  technicianId: number | null;
  attachmentIds: number[];
}

/** What a ticket was opened with. */
export async function findOpening(
  tx: TenantTx,
  ticketId: number,
): Promise<OpeningMessage | undefined> {
  const { rows } = await sql<OpeningMessage>`
    select m.id, m.html, m.technician_id as "technicianId",
      array(select a.id from attachments a
        where a.tenant_id = m.tenant_id and a.message_id = m.id order by a.id) as "attachmentIds"
    from messages m where m.ticket_id = ${ticketId} order by m.id limit 1`.execute(tx);
  return rows[0];
}

/** Whether the contact was told what became of the ticket since then; reads the outbox, too. */
export async function hasStatusNews(tx: TenantTx, ticketId: number, since: Date): Promise<boolean> {
  const row = await tx
    .selectFrom('outbound_messages')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', 'statusNews')
    .where('created_at', '>=', since)
    .executeTakeFirst();
  return row !== undefined;
}
