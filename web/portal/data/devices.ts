import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Answer } from '#web/api/types.ts';

export type PortalDevice = Answer<'/portal/v1/devices', 'get'>['items'][number];

/** As many as a choice can offer. */
const CHOICES_MAX = 100;

/** The reader's machines, for a main contact the company's. */
export function devicesQuery(search: string, limit = 50) {
  return infiniteQueryOptions({
    queryKey: ['devices', search, limit],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/portal/v1/devices', {
          params: { query: { search, limit, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export const deviceChoicesQuery = queryOptions({
  queryKey: ['devices', 'choices'],
  queryFn: ({ signal }) =>
    answer(api.GET('/portal/v1/devices', { params: { query: { limit: CHOICES_MAX } }, signal })),
});
