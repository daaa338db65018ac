import { type RawBuilder, sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Search } from './search.rules.ts';
import type { MatchEstimate } from './search-costs.rules.ts';

const idsOf = ({ rows }: { rows: { id: number }[] }) => rows.map(({ id }) => id);

const wordsOf = ({ words }: Search) => sql`to_tsquery('portico', ${words})`;
const partsOf = ({ parts }: Search) => sql`array(
  select '%' || lower(fold_accents(part)) || '%'
  from unnest(${parts}::text[]) with ordinality as p (part, place) order by place)`;

/** A word that statistics cannot know, to learn what they say of such words. */
const UNKNOWN = "'0unknown0'";

/**
 * What the planner's statistics tell about the words, and the last ticket's number about the company;
 * numbers may have been left out (Admin > Settings), and never more than ids were given meanwhile.
 */
export async function estimateMatches(tx: TenantTx, search: Search): Promise<MatchEstimate> {
  const terms = search.words === null ? [] : search.terms;
  const { rows } = await sql<{ counts: number[]; tickets: number }>`
    select array(
        select estimate_matching_tickets(array(
          select to_tsquery('portico', term)
          from unnest(${[...terms, UNKNOWN]}::text[]) with ordinality as t (term, place)
          order by place))) as counts,
      least(
        (select next_number - 1 from ticket_counters),
        (select coalesce(max(id) - min(id) + 1, 0) from tickets)
      ) as tickets`.execute(tx);
  const { counts = [], tickets = 0 } = rows[0] ?? {};
  const ofUnknown = counts.pop() ?? 0;
  const fewest = Math.min(...counts);
  return {
    rarest: terms[counts.indexOf(fewest)] ?? search.words,
    // Words outside the statistics all get the same guess, which grows with the company.
    matches: fewest > 1.2 * ofUnknown && terms.length > 0 ? fewest : null,
    tickets,
  };
}

/**
 * Ids of matching tickets through the index, in no order; null when there are more.
 * @param rarest the word to look up; the others are only compared
 */
export async function findMatches(
  tx: TenantTx,
  search: Search,
  rarest: string | null,
  atMost: number,
): Promise<number[] | null> {
  const ids = idsOf(
    await sql<{ id: number }>`
      select find_matching_tickets(${wordsOf(search)}, to_tsquery('portico', ${rarest}),
        ${partsOf(search)}, ${atMost + 1}) as id`.execute(tx),
  );
  return ids.length > atMost ? null : ids;
}

/** SQL for those of the tickets (an array of ids, in SQL) that match. */
export const matchingAmong = (
  search: Search,
  ids: RawBuilder<unknown>,
): RawBuilder<{ id: number }> =>
  sql`select keep_matching_tickets(${ids}, ${wordsOf(search)}, ${partsOf(search)}) as id`;

/** Above this nothing is added any more; a tsvector ends at one megabyte. */
const DOCUMENT_BYTES_MAX = 400_000;

/**
 * Subject, number, contact and customer of tickets, which change; read from the tables of the
 * modules that stand on this one.
 */
const heads = sql`
  select t.id, t.subject,
    search_vector(t.number || ' ' || t.subject, 'A') || search_vector(
      concat_ws(' ', c.first_name, c.last_name, c.email, u.name), 'B') as vector
  from tickets t
  left join contacts c on c.tenant_id = t.tenant_id and c.id = t.contact_id
  left join customers u on u.tenant_id = t.tenant_id and u.id = t.customer_id`;

/** Writes the changing part of the documents anew and keeps what the messages said. */
export async function writeHeads(tx: TenantTx, ticketIds: number[]): Promise<void> {
  await sql`
    insert into ticket_search as s (ticket_id, document, subject_folded)
    select head.id, head.vector, lower(fold_accents(head.subject))
    from (${heads} where t.id = any (${ticketIds}::bigint[])) head
    on conflict (tenant_id, ticket_id) do update set
      document = excluded.document || ts_filter(s.document, '{c,d}'),
      subject_folded = excluded.subject_folded`.execute(tx);
}

/** The document of a new ticket, with what is said first. */
export async function insertDocument(tx: TenantTx, ticketId: number, said: string): Promise<void> {
  await sql`
    insert into ticket_search (ticket_id, document, subject_folded)
    select head.id, head.vector || search_vector(${said}, 'C'), lower(fold_accents(head.subject))
    from (${heads} where t.id = ${ticketId}) head`.execute(tx);
}

/** Adds a message's words. Notes get the weight that contacts' searches leave out. */
export async function appendWords(
  tx: TenantTx,
  ticketId: number,
  text: string,
  isNote: boolean,
): Promise<void> {
  await sql`
    update ticket_search
    set document = document || search_vector(${text}, ${isNote ? 'D' : 'C'})
    where ticket_id = ${ticketId} and pg_column_size(document) < ${DOCUMENT_BYTES_MAX}`.execute(tx);
}

/** The next tickets, by id, of a contact or customer whose name may have changed. */
export async function findTicketsNaming(
  tx: TenantTx,
  { contactId, customerId, after }: { contactId?: number; customerId?: number; after: number },
  limit: number,
): Promise<number[]> {
  return idsOf({
    rows: await tx
      .selectFrom('tickets')
      .select('id')
      .where('id', '>', after)
      .$if(contactId !== undefined, (query) => query.where('contact_id', '=', contactId!))
      .$if(customerId !== undefined, (query) => query.where('customer_id', '=', customerId!))
      .orderBy('id')
      .limit(limit)
      .execute(),
  });
}
