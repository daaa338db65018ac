import { z } from 'zod';
import { openArticleFile } from '#modules/knowledge/index.ts';
import { IdParams, SearchText, text } from '#platform/http/fields.ts';
import { type Route, readerRoute } from '#platform/http/route.ts';
import { LANGUAGES } from '#shared/languages.ts';
import {
  findArticles,
  getKnowledgeHome,
  getReadableArticle,
  getReadableCategory,
  listArticles,
} from './portal-articles.ts';
import {
  ArticleView,
  CategoryView,
  FoundArticle,
  KnowledgeHomeView,
} from './portal-articles.views.ts';
import { enterKnowledgeBase } from './reading.ts';
import { FOUND_MAX, noteSearch, noteView, rate } from './reading-notes.ts';

const SEARCHES_PER_MINUTE = 120;
const NOTES_PER_MINUTE = 60;
const COMMENT_CHARS = 1_000;

const InLanguage = z.object({ language: z.enum(LANGUAGES).optional() });
const SlugParams = z.object({
  slug: z
    .string()
    .max(200)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
});

export const portalArticlesRoutes: readonly Route[] = [
  readerRoute({
    method: 'GET',
    path: '/knowledge-base',
    summary: 'The categories of the knowledge base with their first articles',
    allow: 'visitor',
    query: InLanguage,
    answer: KnowledgeHomeView,
    handle: async ({ tx, query }) =>
      getKnowledgeHome(tx, await enterKnowledgeBase(tx, query.language)),
  }),
  readerRoute({
    method: 'GET',
    path: '/article-categories/:slug',
    summary: 'A category and its articles',
    allow: 'visitor',
    params: SlugParams,
    query: InLanguage,
    answer: CategoryView,
    handle: async ({ tx, params, query }) =>
      getReadableCategory(tx, params.slug, await enterKnowledgeBase(tx, query.language)),
  }),
  readerRoute({
    method: 'GET',
    path: '/articles',
    summary: 'Articles that have some words, the best first; without words all of them, by title',
    allow: 'visitor',
    query: InLanguage.extend({
      search: SearchText.default(''),
      limit: z.coerce.number().int().min(1).max(FOUND_MAX).default(20),
    }),
    answer: z.object({
      items: z.array(FoundArticle),
      /** Always null: a search gives the best, and no more. */
      nextCursor: z.null(),
    }),
    limitPerMinute: SEARCHES_PER_MINUTE,
    async handle({ tx, query: { language, search, limit } }) {
      const reading = await enterKnowledgeBase(tx, language);
      const items =
        search === ''
          ? await listArticles(tx, limit, reading)
          : await findArticles(tx, { search, limit }, reading);
      return { items, nextCursor: null };
    },
  }),
  readerRoute({
    method: 'POST',
    path: '/article-searches',
    summary: 'Note what was looked for, for the list of questions without an answer',
    allow: 'visitor',
    body: z.object({ search: SearchText.min(1) }),
    limitPerMinute: NOTES_PER_MINUTE,
    handle: async ({ tx, body }) => noteSearch(tx, body.search, await enterKnowledgeBase(tx)),
  }),
  readerRoute({
    method: 'GET',
    path: '/articles/:slug',
    summary: 'An article, in the language asked for if it has it',
    allow: 'visitor',
    params: SlugParams,
    query: InLanguage,
    answer: ArticleView,
    handle: async ({ tx, params, query }) =>
      getReadableArticle(tx, params.slug, await enterKnowledgeBase(tx, query.language)),
  }),
  readerRoute({
    method: 'POST',
    path: '/article-readings/:id',
    summary: 'Note that the article with this id was opened',
    allow: 'visitor',
    params: IdParams,
    limitPerMinute: NOTES_PER_MINUTE,
    handle: async ({ tx, params }) => noteView(tx, params.id, await enterKnowledgeBase(tx)),
  }),
  readerRoute({
    method: 'PUT',
    path: '/article-ratings/:id',
    summary: 'Say whether the article with this id was helpful',
    allow: 'visitor',
    params: IdParams,
    query: InLanguage,
    body: z.object({ isHelpful: z.boolean(), comment: text(COMMENT_CHARS).default('') }),
    limitPerMinute: NOTES_PER_MINUTE,
    async handle({ tx, params, query, body, request }) {
      const userAgent = request.headers['user-agent'] ?? '';
      const reading = await enterKnowledgeBase(tx, query.language);
      await rate(tx, params.id, { ...body, userAgent }, reading);
    },
  }),
  readerRoute({
    method: 'GET',
    path: '/article-files/:id',
    summary: 'A picture or attachment of an article',
    allow: 'visitor',
    params: IdParams,
    async handle({ tx, params }) {
      const { reader } = await enterKnowledgeBase(tx);
      return openArticleFile(tx, reader, params.id);
    },
  }),
];
