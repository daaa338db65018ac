import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Language } from '#shared/languages.ts';
import { answer, api } from '#web/api/client.ts';
import type { Answer } from '#web/api/types.ts';

export type Suggestion = Answer<'/portal/v1/articles', 'get'>['items'][number];

const MOST = 3;

/** Articles that may answer what somebody is about to ask; the last ones stay until there are others. */
export function suggestionsQuery(search: string, language: Language) {
  return queryOptions({
    queryKey: ['suggestions', search, language],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/portal/v1/articles', {
          params: { query: { search, language, limit: MOST } },
          signal,
        }),
      ),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
}
