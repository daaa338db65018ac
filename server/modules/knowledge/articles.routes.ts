import { z } from 'zod';
import { IdParams, SearchText } from '#platform/http/fields.ts';
import { PageQuery, pageOf } from '#platform/http/page.ts';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { ARTICLE_STATES, ARTICLE_VISIBILITIES } from '#shared/knowledge.ts';
import { LIMITS } from '#shared/limits.ts';
import { keepArticleFile, keepArticlePicture } from './article-files.ts';
import { makeArticlePicture } from './article-picture.ts';
import { AttachmentIds, Html, Id, Language, Slug, Title } from './articles.fields.ts';
import { ARTICLE_SORTS } from './articles.queries.ts';
import { getArticle, listArticles, searchArticles } from './articles.ts';
import {
  ArticleFileView,
  ArticleMatchView,
  ArticleView,
  ListedArticleView,
} from './articles.views.ts';
import { changeArticle, createArticle, setArticleArchived } from './change-article.ts';
import { openArticleFile } from './read-articles.ts';
import { getStatistics, StatisticsView } from './statistics.ts';

const UPLOADS_PER_MINUTE = 120;
const MATCHES_MAX = 20;
const DAYS_MAX = 365;

const CustomerIds = z
  .array(Id)
  .max(LIMITS.customersPerArticle)
  .transform((ids) => [...new Set(ids)]);
const Visibility = z.enum(ARTICLE_VISIBILITIES);

export const articlesRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/articles',
    summary: 'Articles; without the permission to write, those that are published',
    allow: 'knowledge.view',
    query: PageQuery.extend({
      search: SearchText.default(''),
      categoryId: z.coerce.number().int().positive().optional(),
      state: z.enum([...ARTICLE_STATES, 'archived']).optional(),
      visibility: Visibility.optional(),
      language: Language.optional(),
      sort: z.enum(ARTICLE_SORTS).default('-updatedAt'),
    }),
    answer: pageOf(ListedArticleView),
    handle: ({ tx, query }) => listArticles(tx, query),
  }),
  consoleRoute({
    method: 'GET',
    path: '/article-matches',
    summary: 'Published articles for some words, the best first',
    allow: 'knowledge.view',
    query: z.object({
      search: SearchText,
      limit: z.coerce.number().int().min(1).max(MATCHES_MAX).default(8),
    }),
    answer: z.object({ items: z.array(ArticleMatchView) }),
    handle: async ({ tx, query }) => ({ items: await searchArticles(tx, query) }),
  }),
  consoleRoute({
    method: 'GET',
    path: '/article-statistics',
    summary: 'What readers read, looked for and found of help',
    allow: 'knowledge.manage',
    query: z.object({ days: z.coerce.number().int().min(1).max(DAYS_MAX).default(30) }),
    answer: StatisticsView,
    handle: ({ tx, query: { days } }) => getStatistics(tx, days),
  }),
  consoleRoute({
    method: 'POST',
    path: '/articles',
    summary: 'Begin an article, as a draft in one language',
    allow: 'knowledge.manage',
    body: z.strictObject({
      categoryId: Id,
      visibility: Visibility.default('contacts'),
      customerIds: CustomerIds.default([]),
      language: Language,
      title: Title,
      html: Html.default(''),
      attachmentIds: AttachmentIds.default([]),
    }),
    answer: ArticleView,
    status: 201,
    handle: ({ tx, body }) => createArticle(tx, body),
  }),
  consoleRoute({
    method: 'GET',
    path: '/articles/:id',
    summary: 'An article in all its languages',
    allow: 'knowledge.view',
    params: IdParams,
    answer: ArticleView,
    handle: ({ tx, params: { id } }) => getArticle(tx, id),
  }),
  consoleRoute({
    method: 'PATCH',
    path: '/articles/:id',
    summary: 'Where an article stands and who may read it; 409 with `current` when it was changed',
    allow: 'knowledge.manage',
    params: IdParams,
    body: z.strictObject({
      version: z.number().int(),
      categoryId: Id.optional(),
      slug: Slug.optional(),
      visibility: Visibility.optional(),
      customerIds: CustomerIds.optional(),
    }),
    answer: ArticleView,
    handle: ({ tx, params: { id }, body: { version, ...changes } }) =>
      changeArticle(tx, id, version, changes),
  }),
  consoleRoute({
    method: 'PUT',
    path: '/articles/:id/archive',
    summary: 'Archive an article: no reader gets it any more',
    allow: 'knowledge.manage',
    params: IdParams,
    answer: ArticleView,
    handle: ({ tx, params: { id } }) => setArticleArchived(tx, id, true),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/articles/:id/archive',
    summary: 'Take an article back from the archive',
    allow: 'knowledge.manage',
    params: IdParams,
    answer: ArticleView,
    handle: ({ tx, params: { id } }) => setArticleArchived(tx, id, false),
  }),
  consoleRoute({
    method: 'POST',
    path: '/article-pictures',
    summary: 'Upload a picture for an article (PNG, JPEG, WebP, GIF or AVIF)',
    allow: 'knowledge.manage',
    upload: { maxBytes: LIMITS.attachmentBytes, derive: makeArticlePicture },
    limitPerMinute: UPLOADS_PER_MINUTE,
    answer: ArticleFileView,
    status: 201,
    handle: ({ tx, upload }) => keepArticlePicture(tx, upload),
  }),
  consoleRoute({
    method: 'POST',
    path: '/article-files',
    summary: 'Upload an attachment for an article',
    allow: 'knowledge.manage',
    upload: { maxBytes: LIMITS.attachmentBytes },
    limitPerMinute: UPLOADS_PER_MINUTE,
    answer: ArticleFileView,
    status: 201,
    handle: ({ tx, upload }) => keepArticleFile(tx, upload),
  }),
  consoleRoute({
    method: 'GET',
    path: '/article-files/:id',
    summary: 'A picture or attachment of an article',
    allow: 'knowledge.view',
    params: IdParams,
    handle: ({ tx, params: { id } }) => openArticleFile(tx, tx.actor, id),
  }),
];
