import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Answer } from '#web/api/types.ts';

export type PortalDevice = Answer<'/portal/v1/devices', 'get'>['items'][number];

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

export function deviceQuery(id: number) {
  return queryOptions({
    queryKey: ['device', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/portal/v1/devices/{id}', { params: { path: { id } }, signal })),
  });
}

/** What is shown of devices: a list may have to lose or gain one. */
export const deviceKeys = [['devices'], ['device']];

export function refetchDevices(client: QueryClient): Promise<unknown> {
  return Promise.all(deviceKeys.map((queryKey) => client.invalidateQueries({ queryKey })));
}
