import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Answer, Body } from '#web/api/types.ts';

export type AlertSourceSystem = Answer<'/api/v1/alert-sources', 'get'>['items'][number];
export type AlertSourceSecret = Answer<'/api/v1/alert-sources', 'post'>;
export type NewAlertSource = Body<'/api/v1/alert-sources', 'post'>;
export type AlertSourcePatch = Body<'/api/v1/alert-sources/{id}', 'patch'>;

export const alertSourcesQuery = queryOptions({
  queryKey: ['alertSource', 'list'],
  queryFn: () => answer(api.GET('/api/v1/alert-sources')),
});

/** The secret is in this answer only; the server keeps no more than its hash. */
export function addAlertSource(body: NewAlertSource): Promise<AlertSourceSecret> {
  return answer(api.POST('/api/v1/alert-sources', { body }));
}

export function changeAlertSource(id: number, body: AlertSourcePatch): Promise<AlertSourceSystem> {
  return answer(api.PATCH('/api/v1/alert-sources/{id}', { params: { path: { id } }, body }));
}

export function renewAlertSecret(id: number): Promise<AlertSourceSecret> {
  return answer(api.POST('/api/v1/alert-sources/{id}/secret', { params: { path: { id } } }));
}

export function removeAlertSource(id: number) {
  return answer(api.DELETE('/api/v1/alert-sources/{id}', { params: { path: { id } } }));
}
