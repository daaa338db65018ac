import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query';
import type { Language } from '#shared/languages.ts';
import { answer, api } from '#web/api/client.ts';
import type { Answer } from '#web/api/types.ts';

export type KnowledgeHome = Answer<'/portal/v1/knowledge-base', 'get'>;
export type ArticleCategory = Answer<'/portal/v1/article-categories/{slug}', 'get'>;
export type Article = Answer<'/portal/v1/articles/{slug}', 'get'>;
export type FoundArticle = Answer<'/portal/v1/articles', 'get'>['items'][number];

/** Articles change rarely, and nobody is told when they do. */
const FRESH_MS = 60_000;

export function knowledgeHomeQuery(language: Language) {
  return queryOptions({
    queryKey: ['articles', 'home', language],
    queryFn: ({ signal }) =>
      answer(api.GET('/portal/v1/knowledge-base', { params: { query: { language } }, signal })),
    staleTime: FRESH_MS,
  });
}

export function categoryQuery(slug: string, language: Language) {
  return queryOptions({
    queryKey: ['articles', 'category', slug, language],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/portal/v1/article-categories/{slug}', {
          params: { path: { slug }, query: { language } },
          signal,
        }),
      ),
    staleTime: FRESH_MS,
  });
}

export function articleQuery(slug: string, language: Language) {
  return queryOptions({
    queryKey: ['articles', 'article', slug, language],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/portal/v1/articles/{slug}', {
          params: { path: { slug }, query: { language } },
          signal,
        }),
      ),
    staleTime: FRESH_MS,
  });
}

/** The best articles for some words; what was found last stays until there is something new. */
export function foundQuery(search: string, language: Language, limit: number) {
  return queryOptions({
    queryKey: ['articles', 'found', search, language, limit],
    queryFn: async ({ signal }) => {
      const query = { search, language, limit };
      const { items } = await answer(api.GET('/portal/v1/articles', { params: { query }, signal }));
      return { search, items };
    },
    enabled: search !== '',
    staleTime: FRESH_MS,
    placeholderData: keepPreviousData,
  });
}

const isNoted = new Set<string>();

/** Tells the company what its readers look for; once, when somebody has done typing. */
export async function noteSearch(search: string): Promise<void> {
  if (isNoted.has(search)) return;
  isNoted.add(search);
  // What nobody waits for, nobody has to hear of.
  await api.POST('/portal/v1/article-searches', { body: { search } }).catch(() => undefined);
}

/** Counts the article as read; a reload is no second reader. */
export async function noteReading(id: number): Promise<void> {
  const key = `portico.read.${id}`;
  try {
    if (sessionStorage.getItem(key)) return;
    sessionStorage.setItem(key, '1');
  } catch {
    // Storage may be forbidden; then a reload counts.
  }
  await api
    .POST('/portal/v1/article-readings/{id}', { params: { path: { id } } })
    .catch(() => undefined);
}

export function useRateArticle(id: number, language: Language) {
  return useMutation({
    mutationFn: (body: { isHelpful: boolean; comment?: string }) =>
      answer(
        api.PUT('/portal/v1/article-ratings/{id}', {
          params: { path: { id }, query: { language } },
          body,
        }),
      ),
  });
}
