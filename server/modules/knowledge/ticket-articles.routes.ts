import { z } from 'zod';
import { NumberParams } from '#modules/tickets/index.ts';
import { IdParams } from '#platform/http/fields.ts';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { Id, Language, Title } from './articles.fields.ts';
import { ArticleView } from './articles.views.ts';
import {
  createArticleFromMessage,
  LinkedArticleView,
  LinkedTicketView,
  linkToTicket,
  listLinkedArticles,
  listLinkedTickets,
  unlinkFromTicket,
} from './ticket-articles.ts';

const params = NumberParams.extend({ articleId: z.coerce.number().int().positive() });
const Articles = z.object({ items: z.array(LinkedArticleView) });

export const ticketArticlesRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/tickets/:number/articles',
    summary: 'Articles that helped with the ticket',
    allow: 'tickets.view',
    params: NumberParams,
    answer: Articles,
    handle: async ({ tx, params: { number } }) => ({ items: await listLinkedArticles(tx, number) }),
  }),
  consoleRoute({
    method: 'PUT',
    path: '/tickets/:number/articles/:articleId',
    summary: 'Say that an article helped with the ticket',
    allow: ['tickets.reply', 'tickets.note', 'tickets.update'],
    params,
    answer: Articles,
    handle: async ({ tx, params: { number, articleId } }) => ({
      items: await linkToTicket(tx, number, articleId),
    }),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/tickets/:number/articles/:articleId',
    summary: 'Take the link to an article away',
    allow: ['tickets.reply', 'tickets.note', 'tickets.update'],
    params,
    handle: ({ tx, params: { number, articleId } }) => unlinkFromTicket(tx, number, articleId),
  }),
  consoleRoute({
    method: 'GET',
    path: '/articles/:id/tickets',
    summary: 'Tickets that the article helped with, the newest link first',
    allow: 'knowledge.view',
    params: IdParams,
    answer: z.object({ items: z.array(LinkedTicketView) }),
    handle: async ({ tx, params: { id } }) => ({ items: await listLinkedTickets(tx, id) }),
  }),
  consoleRoute({
    method: 'POST',
    path: '/tickets/:number/messages/:messageId/article',
    summary: 'Begin an article with what a message says',
    allow: 'knowledge.manage',
    params: NumberParams.extend({ messageId: z.coerce.number().int().positive() }),
    body: z.strictObject({ title: Title, categoryId: Id, language: Language }),
    answer: ArticleView,
    status: 201,
    handle: ({ tx, params: ids, body }) => createArticleFromMessage(tx, ids, body),
  }),
];
