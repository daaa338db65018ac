import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Answer, Body } from '#web/api/types.ts';

export type ApiKey = Answer<'/api/v1/api-keys', 'get'>['items'][number];
export type NewApiKey = Body<'/api/v1/api-keys', 'post'>;

export const apiKeysQuery = queryOptions({
  queryKey: ['apiKey', 'list'],
  queryFn: () => answer(api.GET('/api/v1/api-keys')),
});

/** The secret is in this answer only; the server keeps no more than its hash. */
export function createApiKey(body: NewApiKey) {
  return answer(api.POST('/api/v1/api-keys', { body }));
}

export function revokeApiKey(id: number) {
  return answer(api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } }));
}
