import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Language } from '#shared/languages.ts';
import { answer, api } from '#web/api/client.ts';
import type { Answer } from '#web/api/types.ts';

export type Site = Answer<'/portal/v1/site', 'get'>;

export const siteQuery = queryOptions({
  queryKey: ['site'],
  queryFn: () => answer(api.GET('/portal/v1/site')),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Whose portal this is, and how it looks: known before anybody signs in. */
export const useSite = () => useQuery(siteQuery);

/** The company's welcome in the reader's language, else in the portal's own. */
export function welcomeOf(site: Site | undefined, language: string): string | null {
  const texts = site?.welcomeTexts ?? {};
  return texts[language as Language] ?? texts[site?.language ?? 'en'] ?? null;
}
