import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Language } from '#shared/languages.ts';
import { answer, api } from '#web/api/client.ts';
import type { Answer, Body, Query } from '#web/api/types.ts';

// Keys begin with the kind that live events name, see app/live.ts.

export type Article = Answer<'/api/v1/articles/{id}', 'get'>;
export type ArticleText = Article['texts'][number];
export type ListedArticle = Answer<'/api/v1/articles', 'get'>['items'][number];
export type ArticleMatch = Answer<'/api/v1/article-matches', 'get'>['items'][number];
export type ArticleVersion = Answer<
  '/api/v1/articles/{id}/texts/{language}/versions',
  'get'
>['items'][number];
export type Category = Answer<'/api/v1/article-categories', 'get'>['items'][number];
export type LinkedArticle = Answer<'/api/v1/tickets/{number}/articles', 'get'>['items'][number];
export type ArticleStatistics = Answer<'/api/v1/article-statistics', 'get'>;
export type ArticleListQuery = Omit<Query<'/api/v1/articles', 'get'>, 'cursor' | 'limit'>;
export type NewArticle = Body<'/api/v1/articles', 'post'>;
export type ArticlePatch = Body<'/api/v1/articles/{id}', 'patch'>;
export type Draft = Body<'/api/v1/articles/{id}/texts/{language}/draft', 'put'>;
export type NewCategory = Body<'/api/v1/article-categories', 'post'>;
export type CategoryPatch = Body<'/api/v1/article-categories/{id}', 'patch'>;

const first: string | undefined = undefined;

export function articleListQuery(query: ArticleListQuery) {
  return infiniteQueryOptions({
    queryKey: ['article', 'list', query],
    queryFn: ({ pageParam: cursor, signal }) =>
      answer(api.GET('/api/v1/articles', { params: { query: { ...query, cursor } }, signal })),
    initialPageParam: first,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** Published articles for some words, the best first. */
export function articleMatchesQuery(search: string) {
  return queryOptions({
    queryKey: ['article', 'matches', search],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/article-matches', { params: { query: { search } }, signal })),
    enabled: search.trim().length > 1,
    placeholderData: keepPreviousData,
  });
}

export function articleQuery(id: number) {
  return queryOptions({
    queryKey: ['article', 'one', id],
    queryFn: () => answer<Article>(api.GET('/api/v1/articles/{id}', { params: { path: { id } } })),
  });
}

export const categoriesQuery = queryOptions({
  queryKey: ['article', 'categories'],
  queryFn: () => answer(api.GET('/api/v1/article-categories')),
});

export function statisticsQuery(days: number) {
  return queryOptions({
    queryKey: ['article', 'statistics', days],
    queryFn: () => answer(api.GET('/api/v1/article-statistics', { params: { query: { days } } })),
    placeholderData: keepPreviousData,
  });
}

export function linkedTicketsQuery(id: number) {
  return queryOptions({
    queryKey: ['article', 'one', id, 'tickets'],
    queryFn: () => answer(api.GET('/api/v1/articles/{id}/tickets', { params: { path: { id } } })),
  });
}

export function createArticle(body: NewArticle): Promise<Article> {
  return answer(api.POST('/api/v1/articles', { body }));
}

export function changeArticle(id: number, body: ArticlePatch): Promise<Article> {
  return answer(api.PATCH('/api/v1/articles/{id}', { params: { path: { id } }, body }));
}

export function setArticleArchived(id: number, isArchived: boolean): Promise<Article> {
  const options = { params: { path: { id } } };
  return isArchived
    ? answer(api.PUT('/api/v1/articles/{id}/archive', options))
    : answer(api.DELETE('/api/v1/articles/{id}/archive', options));
}

/** An article's text in one language. */
interface TextKey {
  id: number;
  language: Language;
}
const at = ({ id, language }: TextKey) => ({ params: { path: { id, language } } });

export function saveDraft(key: TextKey, body: Draft): Promise<ArticleText> {
  return answer(api.PUT('/api/v1/articles/{id}/texts/{language}/draft', { ...at(key), body }));
}

export function dropDraft(key: TextKey, version: number): Promise<ArticleText> {
  const body = { version };
  return answer(
    api.POST('/api/v1/articles/{id}/texts/{language}/draft-removal', { ...at(key), body }),
  );
}

export function publishText(key: TextKey, version: number): Promise<ArticleText> {
  const body = { version };
  return answer(
    api.PUT('/api/v1/articles/{id}/texts/{language}/publication', { ...at(key), body }),
  );
}

export function unpublishText(key: TextKey): Promise<ArticleText> {
  return answer(api.DELETE('/api/v1/articles/{id}/texts/{language}/publication', at(key)));
}

export function removeText(key: TextKey) {
  return answer(api.DELETE('/api/v1/articles/{id}/texts/{language}', at(key)));
}

export function versionsQuery({ id, language }: TextKey) {
  return infiniteQueryOptions({
    queryKey: ['article', 'one', id, 'versions', language],
    queryFn: ({ pageParam: cursor }) =>
      answer(
        api.GET('/api/v1/articles/{id}/texts/{language}/versions', {
          params: { path: { id, language }, query: { cursor } },
        }),
      ),
    initialPageParam: first,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function versionQuery({ id, language }: TextKey, versionId: number) {
  return queryOptions({
    queryKey: ['article', 'one', id, 'versions', language, versionId],
    queryFn: () =>
      answer(
        api.GET('/api/v1/articles/{id}/texts/{language}/versions/{versionId}', {
          params: { path: { id, language, versionId } },
        }),
      ),
  });
}

export function restoreVersion(
  { id, language }: TextKey,
  versionId: number,
  version: number,
): Promise<ArticleText> {
  return answer(
    api.POST('/api/v1/articles/{id}/texts/{language}/versions/{versionId}/restoration', {
      params: { path: { id, language, versionId } },
      body: { version },
    }),
  );
}

export function createCategory(body: NewCategory): Promise<Category> {
  return answer(api.POST('/api/v1/article-categories', { body }));
}

export function changeCategory(id: number, body: CategoryPatch): Promise<Category> {
  return answer(api.PATCH('/api/v1/article-categories/{id}', { params: { path: { id } }, body }));
}

export function deleteCategory(id: number) {
  return answer(api.DELETE('/api/v1/article-categories/{id}', { params: { path: { id } } }));
}

export function orderCategories(ids: number[]) {
  return answer(api.PUT('/api/v1/article-categories/order', { body: { ids } }));
}

/** Below the ticket's own key: what changes the ticket changes this, too. */
export function ticketArticlesQuery(number: number) {
  return queryOptions({
    queryKey: ['ticket', 'one', number, 'articles'],
    queryFn: () =>
      answer(api.GET('/api/v1/tickets/{number}/articles', { params: { path: { number } } })),
  });
}

export function setArticleLinked(number: number, articleId: number, isLinked: boolean) {
  const options = { params: { path: { number, articleId } } };
  return isLinked
    ? answer(api.PUT('/api/v1/tickets/{number}/articles/{articleId}', options))
    : answer(api.DELETE('/api/v1/tickets/{number}/articles/{articleId}', options));
}

export function createArticleFromMessage(
  number: number,
  messageId: number,
  body: Body<'/api/v1/tickets/{number}/messages/{messageId}/article', 'post'>,
): Promise<Article> {
  return answer(
    api.POST('/api/v1/tickets/{number}/messages/{messageId}/article', {
      params: { path: { number, messageId } },
      body,
    }),
  );
}

/** Where files of articles are uploaded to. */
export const ARTICLE_FILES = '/api/v1/article-files';
export const ARTICLE_PICTURES = '/api/v1/article-pictures';
