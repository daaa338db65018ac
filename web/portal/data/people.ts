import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Answer } from '#web/api/types.ts';

export type PortalPerson = Answer<'/portal/v1/people', 'get'>['items'][number];

/** The people of a main contact's company. */
export function peopleQuery(search: string, limit = 50) {
  return infiniteQueryOptions({
    queryKey: ['people', search, limit],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/portal/v1/people', {
          params: { query: { search, limit, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function personQuery(id: number) {
  return queryOptions({
    queryKey: ['person', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/portal/v1/people/{id}', { params: { path: { id } }, signal })),
  });
}
