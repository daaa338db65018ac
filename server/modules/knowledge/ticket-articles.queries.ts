import { sql } from 'kysely';
import { visibleTickets } from '#modules/tickets/index.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import type { ArticleVisibility } from '#shared/knowledge.ts';
import type { Language } from '#shared/languages.ts';
import type { TicketStatus } from '#shared/tickets.ts';
import { visibleArticles } from './visible-articles.queries.ts';

export interface LinkedArticleRow {
  id: number;
  slug: string;
  category_id: number;
  visibility: ArticleVisibility;
  is_published: boolean;
  title: string;
  technician_name: string | null;
  created_at: Date;
}

/** Articles that helped with a ticket, of those that the actor may see; the newest link last. */
export async function listArticlesOfTicket(
  tx: ConsoleTx,
  ticketId: number,
  languages: readonly Language[],
): Promise<LinkedArticleRow[]> {
  const mayWrite = tx.actor.permissions.has('knowledge.manage');
  const { rows } = await sql<LinkedArticleRow>`
    select a.id, a.slug, a.category_id, a.visibility, l.created_at, named.title,
      named.is_published and a.archived_at is null as is_published,
      nullif(concat_ws(' ', w.first_name, w.last_name), '') as technician_name
    from ticket_articles l
    join articles a on a.tenant_id = l.tenant_id and a.id = l.article_id
    left join technicians w on w.tenant_id = l.tenant_id and w.id = l.technician_id
    cross join lateral (
      select coalesce(x.title, x.draft_title) as title, x.published_at is not null as is_published
      from article_texts x
      where x.tenant_id = a.tenant_id and x.article_id = a.id
        and (${mayWrite} or x.published_at is not null)
      order by x.published_at is null,
        array_position(${[...languages]}::text[], x.language) nulls last, x.language
      limit 1) named
    where l.ticket_id = ${ticketId} and ${visibleArticles(tx.actor)}
    order by l.created_at, a.id`.execute(tx);
  return rows;
}

/** True when it is a new link. */
export async function linkArticle(
  tx: ConsoleTx,
  { ticketId, articleId, now }: { ticketId: number; articleId: number; now: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('ticket_articles')
    .values({
      ticket_id: ticketId,
      article_id: articleId,
      technician_id: tx.actor.technicianId,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function unlinkArticle(
  tx: ConsoleTx,
  { ticketId, articleId }: { ticketId: number; articleId: number },
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('ticket_articles')
    .where('ticket_id', '=', ticketId)
    .where('article_id', '=', articleId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export interface LinkedTicketRow {
  number: number;
  subject: string;
  status: TicketStatus;
  created_at: Date;
}

/** Tickets that the article helped with, of those that the actor may see; the newest link first. */
export async function listTicketsOfArticle(
  tx: ConsoleTx,
  articleId: number,
  limit: number,
): Promise<LinkedTicketRow[]> {
  const { rows } = await sql<LinkedTicketRow>`
    select t.number, t.subject, t.status, l.created_at
    from ticket_articles l
    join tickets t on t.tenant_id = l.tenant_id and t.id = l.ticket_id
    where l.article_id = ${articleId} and ${visibleTickets(tx.actor)}
    order by l.created_at desc, t.id desc limit ${limit}`.execute(tx);
  return rows;
}
