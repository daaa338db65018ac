import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Answer, Query } from '#web/api/types.ts';

export type AuditEntry = Answer<'/api/v1/audit-entries', 'get'>['items'][number];
export type AuditFilter = Omit<Query<'/api/v1/audit-entries', 'get'>, 'cursor' | 'limit'>;

const first: string | undefined = undefined;

export function auditQuery(filter: AuditFilter) {
  return infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam: cursor, signal }) =>
      answer(
        api.GET('/api/v1/audit-entries', { params: { query: { ...filter, cursor } }, signal }),
      ),
    initialPageParam: first,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}
