import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ImportOutcome } from '#shared/imports.ts';
import { answer, api } from '#web/api/client.ts';
import type { Body, Import, Query } from '#web/api/types.ts';
import { sendFile } from '#web/api/upload.ts';

export type ImportPatch = Body<'/api/v1/imports/{id}', 'patch'>;

/** Live events tell of progress; this is for the moments in which they may be lost. */
const LOOK_AGAIN_MS = 3_000;

export const importListQuery = queryOptions({
  queryKey: ['import', 'list'],
  queryFn: () => answer(api.GET('/api/v1/imports')),
});

export function importQuery(id: number) {
  return queryOptions({
    queryKey: ['import', 'one', id],
    queryFn: () => answer<Import>(api.GET('/api/v1/imports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data) ? LOOK_AGAIN_MS : false),
  });
}

export const isBusy = ({ state }: Import) => state === 'checking' || state === 'running';

const PAGE = 50;

/** @param stamp another one where the rows may be others */
export function importRowsQuery(id: number, outcome: ImportOutcome | null, stamp: string) {
  return infiniteQueryOptions({
    queryKey: ['import', 'rows', id, outcome, stamp],
    queryFn: ({ pageParam: after, signal }) =>
      answer(
        api.GET('/api/v1/imports/{id}/rows', {
          params: { path: { id }, query: { after, limit: PAGE, ...(outcome && { outcome }) } },
          signal,
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (page) => page.nextAfter ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function bringFile(
  file: File,
  onProgress: (share: number) => void,
  signal?: AbortSignal,
): Promise<Import> {
  return sendFile<Import>('POST', '/api/v1/imports', file, { onProgress, signal });
}

export function changeImport(id: number, body: ImportPatch): Promise<Import> {
  return answer(api.PATCH('/api/v1/imports/{id}', { params: { path: { id } }, body }));
}

export function checkImport(id: number) {
  return answer(api.POST('/api/v1/imports/{id}/check', { params: { path: { id } } }));
}

export function runImport(id: number) {
  return answer(api.POST('/api/v1/imports/{id}/run', { params: { path: { id } } }));
}

export function stopImport(id: number): Promise<Import> {
  return answer(api.POST('/api/v1/imports/{id}/stop', { params: { path: { id } } }));
}

export function forgetImport(id: number) {
  return answer(api.DELETE('/api/v1/imports/{id}', { params: { path: { id } } }));
}

export const reportAddress = (id: number) => `/api/v1/imports/${id}/report`;

/** What the list shows, as a file. */
export function exportAddress(
  kind: 'contacts' | 'customers',
  query: Query<'/api/v1/exports/customers', 'get'> = {},
): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return `/api/v1/exports/${kind}${search.size > 0 ? `?${search}` : ''}`;
}
