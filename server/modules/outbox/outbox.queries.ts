import { type Insertable, type Selectable, sql } from 'kysely';
import type { DkimKeys, OutboundMessages } from '#db/types.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { OutgoingMail } from './queue-mail.ts';

export type OutboundMessage = Selectable<OutboundMessages>;
export type OutboundState = 'queued' | 'sent' | 'failed' | 'bounced';

/** What stands in place of a body that held a password or a link. */
export const SCRUBBED = '—';

export interface FromAddress {
  address: string;
  /** The company's name. */
  name: string;
  slug: string;
}

/** The address and name that the tenant's mail comes from. */
export async function findFromAddress(tx: TenantTx): Promise<FromAddress> {
  return tx
    .selectFrom('mailboxes')
    .innerJoin('tenants', 'tenants.id', 'mailboxes.tenant_id')
    .where('mailboxes.is_from', '=', true)
    .select(['mailboxes.address', 'tenants.company_name as name', 'tenants.slug'])
    .executeTakeFirstOrThrow();
}

export async function insertOutboundMessage(
  tx: TenantTx,
  {
    mail,
    from,
    headerMessageId,
  }: { mail: OutgoingMail; from: { address: string; name: string }; headerMessageId: string },
): Promise<number> {
  const { id } = await tx
    .insertInto('outbound_messages')
    .values({
      kind: mail.kind,
      ticket_id: mail.ticketId ?? null,
      message_id: mail.messageId ?? null,
      contact_id: mail.contactId ?? null,
      technician_id: mail.technicianId ?? null,
      from_address: from.address,
      from_name: mail.fromName || from.name,
      reply_to: mail.replyTo ?? null,
      to_addresses: mail.to,
      cc_addresses: mail.cc ?? [],
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      header_message_id: headerMessageId,
      in_reply_to: mail.inReplyTo ?? null,
      reference_ids: mail.references ?? [],
      is_automatic: mail.isAutomatic ?? true,
      has_secret: mail.hasSecret ?? false,
      attachment_ids: mail.attachmentIds ?? [],
      signature_id: mail.signatureId ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export interface Thread {
  number: number;
  /** Message-IDs of the ticket's mails in both directions, the oldest first. */
  messageIds: string[];
  /** Of the newest mail that came in. */
  lastReceived: string | undefined;
}

/**
 * What a mail on this ticket refers to. Reads the tickets table, because tickets (through
 * contacts) stand above the outbox.
 */
export async function findThread(tx: TenantTx, ticketId: number, limit: number): Promise<Thread> {
  const { rows } = await sql<{ number: number; messages: { id: string; received: boolean }[] }>`
    select t.number, (
      select coalesce(jsonb_agg(jsonb_build_object('id', m.message_id, 'received', m.received) order by m.at), '[]')
      from (
        (select i.message_id, true as received, i.received_at as at from inbound_messages i
         where i.tenant_id = t.tenant_id and i.ticket_id = t.id and i.message_id is not null
           and i.state in ('newTicket', 'appended')
         order by i.id desc limit ${sql.lit(limit)})
        union all
        (select o.header_message_id, false, o.created_at from outbound_messages o
         where o.tenant_id = t.tenant_id and o.ticket_id = t.id
         order by o.id desc limit ${sql.lit(limit)})
        order by at desc limit ${sql.lit(limit)}) m
    ) as messages
    from tickets t where t.id = ${ticketId}`.execute(tx);
  const thread = rows[0];
  if (!thread) throw new Error(`ticket ${ticketId} does not exist`);
  return {
    number: thread.number,
    messageIds: thread.messages.map(({ id }) => id),
    lastReceived: thread.messages.findLast(({ received }) => received)?.id,
  };
}

/** Whoever a technician writes to on a ticket may answer there by mail. */
export async function letRecipientsTakePart(
  tx: TenantTx,
  ticketId: number,
  addresses: string[],
): Promise<void> {
  await sql`
    insert into ticket_participants (ticket_id, address, takes_part)
    select ${ticketId}::bigint, a.address, true from unnest(${addresses}::citext[]) as a (address)
    where not exists (
      select from tickets t join contacts c on c.tenant_id = t.tenant_id and c.id = t.contact_id
      where t.id = ${ticketId} and c.email = a.address)
    on conflict (tenant_id, ticket_id, address) do update set takes_part = true`.execute(tx);
}

export async function findOutboundMessage(
  tx: TenantTx,
  id: number,
): Promise<OutboundMessage | undefined> {
  return tx.selectFrom('outbound_messages').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Files of a mail; only those of its own message or ticket, whatever ids a body names. */
export async function findFilesOfMail(
  tx: TenantTx,
  mail: Pick<OutboundMessage, 'message_id' | 'ticket_id'>,
  ids: number[],
) {
  if (ids.length === 0 || mail.ticket_id === null) return [];
  return tx
    .selectFrom('attachments')
    .innerJoin('messages', (join) =>
      join
        .onRef('messages.tenant_id', '=', 'attachments.tenant_id')
        .onRef('messages.id', '=', 'attachments.message_id'),
    )
    .where('attachments.id', 'in', ids)
    .where('messages.ticket_id', '=', mail.ticket_id)
    .where('messages.kind', '!=', 'note')
    .select([
      'attachments.id',
      'attachments.name',
      'attachments.media_type',
      'attachments.file_key',
    ])
    .orderBy('attachments.id')
    .execute();
}

/** Pictures of the signature in a mail. Reads its tables, because signatures stand above the outbox. */
export async function findSignatureImages(
  tx: TenantTx,
  mail: Pick<OutboundMessage, 'signature_id'>,
) {
  if (mail.signature_id === null) return [];
  return tx
    .selectFrom('signature_images as i')
    .innerJoin('sent_signatures as s', (join) =>
      join
        .onRef('s.tenant_id', '=', 'i.tenant_id')
        .onRef('s.technician_id', '=', 'i.technician_id')
        .on(sql<boolean>`i.id = any (s.image_ids)`),
    )
    .where('s.id', '=', mail.signature_id)
    .select(['i.id', 'i.name', 'i.media_type', 'i.file_key'])
    .orderBy('i.id')
    .execute();
}

/** Secrets leave the database as soon as the mail has left the house. */
export async function markSent(
  tx: TenantTx,
  mail: OutboundMessage,
  { attempt, error, sentAt }: { attempt: number; error: string | null; sentAt: Date },
): Promise<void> {
  await tx
    .updateTable('outbound_messages')
    .set({
      state: 'sent',
      attempts: attempt,
      last_error: error,
      next_attempt_at: null,
      sent_at: sentAt,
      ...(mail.has_secret && { html: SCRUBBED, text: SCRUBBED }),
    })
    .where('id', '=', mail.id)
    .execute();
}

export async function markDelayed(
  tx: TenantTx,
  id: number,
  { attempt, error, nextAttemptAt }: { attempt: number; error: string; nextAttemptAt: Date },
): Promise<void> {
  await tx
    .updateTable('outbound_messages')
    .set({ attempts: attempt, last_error: error, next_attempt_at: nextAttemptAt })
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .execute();
}

export async function markFailed(
  tx: TenantTx,
  mail: OutboundMessage,
  { attempt, error }: { attempt: number; error: string },
): Promise<void> {
  await tx
    .updateTable('outbound_messages')
    .set({
      state: 'failed',
      attempts: attempt,
      last_error: error,
      next_attempt_at: null,
      ...(mail.has_secret && { html: SCRUBBED, text: SCRUBBED }),
    })
    .where('id', '=', mail.id)
    .execute();
}

/** Back into the queue, as if it had never been tried. */
export async function markQueued(tx: TenantTx, id: number): Promise<void> {
  await tx
    .updateTable('outbound_messages')
    .set({ state: 'queued', attempts: 0, last_error: null, next_attempt_at: null })
    .where('id', '=', id)
    .execute();
}

/** The mail with this Message-ID; null when this tenant never sent it. */
export async function findByHeaderMessageId(
  tx: TenantTx,
  headerMessageIds: string[],
): Promise<
  Pick<OutboundMessage, 'id' | 'ticket_id' | 'state' | 'to_addresses' | 'cc_addresses'> | undefined
> {
  if (headerMessageIds.length === 0) return undefined;
  return tx
    .selectFrom('outbound_messages')
    .select(['id', 'ticket_id', 'state', 'to_addresses', 'cc_addresses'])
    .where('header_message_id', 'in', headerMessageIds)
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

export async function markBounced(
  tx: TenantTx,
  id: number,
  error: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('outbound_messages')
    .set({ state: 'bounced', last_error: error, bounced_at: at })
    .where('id', '=', id)
    .execute();
}

/**
 * A line in the history of a ticket; returns the ticket's number and customer. Written here, because tickets
 * (through contacts) stand above the outbox.
 */
export async function noteOnTicket(
  tx: TenantTx,
  ticketId: number,
  field: 'mailFailed' | 'mailBounced',
  value: Record<string, string>,
): Promise<{ number: number; customer_id: number | null }> {
  await tx
    .insertInto('ticket_changes')
    .values({
      ticket_id: ticketId,
      actor_kind: 'system',
      actor_name: '',
      field,
      new_value: JSON.stringify(value),
    })
    .execute();
  return tx
    .selectFrom('tickets')
    .select(['number', 'customer_id'])
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow();
}

export async function findDkimKey(tx: TenantTx, domain: string) {
  return tx
    .selectFrom('dkim_keys')
    .select(['selector', 'private_key_encrypted', 'public_key'])
    .where('domain', '=', domain)
    .executeTakeFirst();
}

export async function insertDkimKey(
  tx: TenantTx,
  key: Omit<Insertable<DkimKeys>, 'tenant_id' | 'created_at'>,
): Promise<void> {
  await tx
    .insertInto('dkim_keys')
    .values(key)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'domain']).doNothing())
    .execute();
}

export async function listOutboundMessages(
  tx: TenantTx,
  {
    state,
    before,
    limit,
  }: { state: OutboundState | undefined; before: number | null; limit: number },
): Promise<OutboundMessage[]> {
  return tx
    .selectFrom('outbound_messages')
    .selectAll()
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .$if(before !== null, (query) => query.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
}

export interface Delivery {
  state: OutboundState;
  error: string | null;
}

/** How the mails fared that carried these messages of a conversation; the worst news win. */
export async function deliveriesOfMessages(
  tx: TenantTx,
  messageIds: number[],
): Promise<Map<number, Delivery>> {
  if (messageIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('outbound_messages')
    .select(['message_id', 'state', 'last_error'])
    .where('message_id', 'in', messageIds)
    .orderBy(
      sql`case state when 'failed' then 3 when 'bounced' then 3 when 'queued' then 2 else 1 end`,
    )
    .execute();
  return new Map(
    rows.map((row) => [
      row.message_id!,
      { state: row.state as OutboundState, error: row.last_error },
    ]),
  );
}
