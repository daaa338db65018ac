import { z } from 'zod';
import { copyMessage } from '#modules/conversations/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import { getTicketByNumber, type Ticket } from '#modules/tickets/index.ts';
import { clock } from '#platform/clock.ts';
import { forbidden } from '#platform/errors.ts';
import { present, publish } from '#platform/events/event-hub.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import { ARTICLE_VISIBILITIES } from '#shared/knowledge.ts';
import type { Language } from '#shared/languages.ts';
import { TICKET_STATUSES } from '#shared/tickets.ts';
import { insertArticleFile } from './article-files.queries.ts';
import { getArticleRow, languagesOf } from './articles.ts';
import type { ArticleView } from './articles.views.ts';
import { createArticle } from './change-article.ts';
import { findCategorySlug } from './read-articles.queries.ts';
import {
  type LinkedArticleRow,
  linkArticle,
  listArticlesOfTicket,
  listTicketsOfArticle,
  unlinkArticle,
} from './ticket-articles.queries.ts';

/** An article that helped with a ticket. */
export const LinkedArticleView = z.object({
  id: z.number(),
  title: z.string(),
  visibility: z.enum(ARTICLE_VISIBILITIES),
  isPublished: z.boolean(),
  address: z.string(),
  technicianName: z.string().nullable(),
  createdAt: z.date(),
});
export type LinkedArticleView = z.infer<typeof LinkedArticleView>;

/** A ticket that an article helped with. */
export const LinkedTicketView = z.object({
  number: z.number(),
  subject: z.string(),
  status: z.enum(TICKET_STATUSES),
  createdAt: z.date(),
});

export async function listLinkedArticles(
  tx: ConsoleTx,
  number: number,
): Promise<LinkedArticleView[]> {
  const ticket = await getTicket(tx, number);
  const rows = await listArticlesOfTicket(tx, ticket.id, await languagesOf(tx));
  const { portalAddress } = await getTenant(tx);
  const views: LinkedArticleView[] = [];
  for (const row of rows) views.push(linkedView(row, await addressIn(tx, portalAddress, row)));
  return views;
}

/** Says that the article helped; throws 404 for one that the technician may not see. */
export async function linkToTicket(
  tx: ConsoleTx,
  number: number,
  articleId: number,
): Promise<LinkedArticleView[]> {
  const ticket = await getTicket(tx, number);
  await getArticleRow(tx, articleId);
  if (await linkArticle(tx, { ticketId: ticket.id, articleId, now: clock.now() })) {
    await announce(tx, ticket);
  }
  return listLinkedArticles(tx, number);
}

export async function unlinkFromTicket(
  tx: ConsoleTx,
  number: number,
  articleId: number,
): Promise<void> {
  const ticket = await getTicket(tx, number);
  await getArticleRow(tx, articleId);
  if (await unlinkArticle(tx, { ticketId: ticket.id, articleId })) await announce(tx, ticket);
}

const TICKETS_SHOWN = 50;

export async function listLinkedTickets(tx: ConsoleTx, articleId: number) {
  await getArticleRow(tx, articleId);
  if (!tx.actor.permissions.has('tickets.view')) return [];
  const rows = await listTicketsOfArticle(tx, articleId, TICKETS_SHOWN);
  return rows.map(({ created_at, ...row }) => ({ ...row, createdAt: created_at }));
}

/**
 * Begins an article with what a message of the ticket says, its pictures copied, and links it. Nobody
 * but writers sees it: names and the like can be taken out before it is published.
 */
export async function createArticleFromMessage(
  tx: ConsoleTx,
  { number, messageId }: { number: number; messageId: number },
  input: { title: string; categoryId: number; language: Language },
): Promise<ArticleView> {
  await getTicket(tx, number);
  const now = clock.now();
  const { technicianId } = tx.actor;
  const html = await copyMessage(tx, { number, messageId }, async (image) => {
    const { files } = tx.platform;
    const { key: fileKey, sizeBytes, sha256 } = await files.put(await files.read(image.fileKey));
    const { name, mediaType } = image;
    const stored = { fileKey, name, mediaType, sizeBytes, sha256, technicianId };
    const file = await insertArticleFile(tx, { ...stored, widthPx: null, heightPx: null }, now);
    return `article-file:${file.id}`;
  });
  const audience = { visibility: 'contacts' as const, customerIds: [] };
  const article = await createArticle(tx, { ...input, ...audience, html });
  await linkToTicket(tx, number, article.id);
  return article;
}

/** The routes ask for one of the two permissions; this asks for the other. */
async function getTicket(tx: ConsoleTx, number: number): Promise<Ticket> {
  const { permissions } = tx.actor;
  if (!permissions.has('tickets.view') || !permissions.has('knowledge.view')) throw forbidden();
  return getTicketByNumber(tx, number);
}

async function addressIn(tx: ConsoleTx, portalAddress: string, row: LinkedArticleRow) {
  return `${portalAddress}/kb/${await findCategorySlug(tx, row.category_id)}/${row.slug}`;
}

const linkedView = (row: LinkedArticleRow, address: string): LinkedArticleView => ({
  id: row.id,
  title: row.title,
  visibility: row.visibility,
  isPublished: row.is_published,
  address,
  technicianName: row.technician_name,
  createdAt: row.created_at,
});

const announce = (tx: ConsoleTx, { number, customerId }: Ticket) =>
  publish(tx, { kind: 'ticket', ids: { number }, ofCustomers: present([customerId]) });
