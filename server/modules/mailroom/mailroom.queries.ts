import { type Insertable, type Selectable, sql } from 'kysely';
import type { InboundMessages } from '#db/types.ts';
import type { ReopeningRules } from '#modules/tickets/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { withoutPlusTag } from '#platform/mail/mail-address.ts';
import type { Language } from '#shared/languages.ts';
import type { TicketStatus } from '#shared/tickets.ts';
import type { Disposition, InboundState, StepRecord } from './filing.ts';
import type { ThreadFacts } from './match-thread.rules.ts';

export type InboundMessage = Selectable<InboundMessages>;

export async function insertInboundMessage(
  tx: TenantTx,
  message: Omit<Insertable<InboundMessages>, 'tenant_id' | 'id'>,
): Promise<number> {
  const { id } = await tx
    .insertInto('inbound_messages')
    .values(message)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Whether the company has had none before this one. */
export async function isFirstInbound(tx: TenantTx, id: number): Promise<boolean> {
  const earlier = await tx
    .selectFrom('inbound_messages')
    .select('id')
    .where('id', '<', id)
    .limit(1)
    .executeTakeFirst();
  return earlier === undefined;
}

export async function findInboundMessage(
  tx: TenantTx,
  id: number,
): Promise<InboundMessage | undefined> {
  return tx.selectFrom('inbound_messages').selectAll().where('id', '=', id).executeTakeFirst();
}

/** What the mailroom has to know about the company before it looks at a mail. */
export interface MailroomFacts {
  language: Language;
  /** Mail of somebody whom the company does not know waits for a person. */
  suspendsStrangers: boolean;
  reopening: ReopeningRules;
  ownAddresses: ReadonlySet<string>;
}

export async function findMailroomFacts(tx: TenantTx): Promise<MailroomFacts> {
  const row = await tx
    .selectFrom('tenants')
    .select([
      'language',
      'unknown_sender_filing',
      'reopen_resolved_within_days',
      'reopen_closed_within_days',
      sql<string[]>`array(select address::text from mailboxes)`.as('addresses'),
    ])
    .executeTakeFirstOrThrow();
  return {
    language: row.language,
    suspendsStrangers: row.unknown_sender_filing === 'suspended',
    reopening: {
      reopenResolvedWithinDays: row.reopen_resolved_within_days,
      reopenClosedWithinDays: row.reopen_closed_within_days,
    },
    ownAddresses: new Set(row.addresses.map((address) => address.toLowerCase())),
  };
}

/**
 * True when the same mail (Message-ID, sender and content) was filed before. Holds other copies
 * off until this transaction ends, so that of two that arrive together one is the first.
 */
export async function isDuplicate(
  tx: TenantTx,
  mail: { id: number; messageId: string | null; contentHash: Buffer },
): Promise<boolean> {
  if (mail.messageId === null) return false;
  await sql`select pg_advisory_xact_lock(hashtextextended(${mail.messageId}, ${tx.tenantId}))`.execute(
    tx,
  );
  const row = await tx
    .selectFrom('inbound_messages')
    .select('id')
    .where('message_id', '=', mail.messageId)
    .where('content_hash', '=', mail.contentHash)
    .where('id', '!=', mail.id)
    .where('processed_at', 'is not', null)
    .where('state', 'not in', ['received', 'dropped'])
    .executeTakeFirst();
  return row !== undefined;
}

export interface FoundTicket extends ThreadFacts {
  id: number;
  status: TicketStatus;
  resolvedAt: Date | null;
  closedAt: Date | null;
}

/**
 * For each of the tickets: does the sender take part? That is its contact, a main contact of its
 * customer, and whoever a technician wrote to or let in. One question over five rooms' tables,
 * because it is asked for every answer that comes in.
 */
export async function findThreadFacts(
  tx: TenantTx,
  numbers: number[],
  sender: string,
): Promise<FoundTicket[]> {
  if (numbers.length === 0) return [];
  const plain = withoutPlusTag(sender);
  const { rows } = await sql<FoundTicket>`
    select t.id, t.number, t.status, t.resolved_at as "resolvedAt", t.closed_at as "closedAt", (
      exists (select from contacts c
              where (c.email = ${sender} or c.mailbox = ${plain}) and c.archived_at is null
                and (c.id = t.contact_id or (c.is_main_contact and c.customer_id = t.customer_id)))
      or exists (select from ticket_participants p
                 where p.ticket_id = t.id and p.address = ${sender}::citext and p.takes_part)
    ) as "takesPart",
    exists (select from technicians e
            where e.email in (${sender}::citext, ${plain}::citext)) as "isFromTechnician"
    from tickets t where t.number = any(${numbers}::bigint[])`.execute(tx);
  return rows;
}

/** Lets the sender of a mail that a technician accepted answer there from now on. */
export async function letTakePart(
  tx: TenantTx,
  ticketId: number,
  person: { address: string; name: string },
): Promise<void> {
  await tx
    .insertInto('ticket_participants')
    .values({ ticket_id: ticketId, address: person.address, name: person.name, takes_part: true })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'ticket_id', 'address']).doUpdateSet({ takes_part: true }),
    )
    .execute();
}

export async function recordFiling(
  tx: TenantTx,
  id: number,
  filing: {
    disposition: Disposition;
    steps: StepRecord[];
    processedAt: Date;
    messageId: string | null;
    fromAddress: string | null;
    fromName: string | null;
    subject: string;
    contentHash: Buffer | null;
  },
): Promise<void> {
  await tx
    .updateTable('inbound_messages')
    .set({
      state: filing.disposition.state,
      reason: filing.disposition.reason,
      ticket_id: filing.disposition.ticketId,
      steps: JSON.stringify(filing.steps),
      processed_at: filing.processedAt,
      message_id: filing.messageId,
      from_address: filing.fromAddress,
      from_name: filing.fromName,
      subject: filing.subject,
      content_hash: filing.contentHash,
    })
    .where('id', '=', id)
    .execute();
}

export async function isTicketConfirmed(tx: TenantTx, ticketId: number): Promise<boolean> {
  const row = await tx
    .selectFrom('outbound_messages')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', 'confirmation')
    .executeTakeFirst();
  return row !== undefined;
}

/** One more line in the account of a filed message. */
export async function addStep(tx: TenantTx, id: number, step: StepRecord): Promise<void> {
  await sql`update inbound_messages set steps = steps || ${JSON.stringify([step])}::jsonb where id = ${id}`.execute(
    tx,
  );
}

export async function listInboundMessages(
  tx: TenantTx,
  {
    state,
    before,
    limit,
  }: { state: InboundState | undefined; before: number | null; limit: number },
): Promise<(InboundMessage & { ticket_number: number | null })[]> {
  return tx
    .selectFrom('inbound_messages as m')
    .leftJoin('tickets as t', (join) =>
      join.onRef('t.tenant_id', '=', 'm.tenant_id').onRef('t.id', '=', 'm.ticket_id'),
    )
    .selectAll('m')
    .select('t.number as ticket_number')
    .$if(state !== undefined, (query) => query.where('m.state', '=', state!))
    .$if(before !== null, (query) => query.where('m.id', '<', before!))
    .orderBy('m.id', 'desc')
    .limit(limit + 1)
    .execute();
}

export async function findInboundMessageWithTicket(tx: TenantTx, id: number) {
  return tx
    .selectFrom('inbound_messages as m')
    .leftJoin('tickets as t', (join) =>
      join.onRef('t.tenant_id', '=', 'm.tenant_id').onRef('t.id', '=', 'm.ticket_id'),
    )
    .selectAll('m')
    .select('t.number as ticket_number')
    .where('m.id', '=', id)
    .executeTakeFirst();
}

export async function markForReplay(
  tx: TenantTx,
  id: number,
  acceptedBy: number | null,
): Promise<void> {
  await tx
    .updateTable('inbound_messages')
    .set({ state: 'received', reason: null, accepted_by: acceptedBy })
    .where('id', '=', id)
    .execute();
}
