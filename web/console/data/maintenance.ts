import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Answer, Body } from '#web/api/types.ts';

export type MaintenanceWindow = Answer<'/api/v1/maintenance-windows', 'get'>['items'][number];
export type MaintenanceBody = Body<'/api/v1/maintenance-windows', 'post'>;

export const maintenanceQuery = queryOptions({
  queryKey: ['maintenance', 'list'],
  queryFn: () => answer(api.GET('/api/v1/maintenance-windows')),
});

/** @param id null: a new one */
export function saveMaintenance(
  id: number | null,
  body: MaintenanceBody,
): Promise<MaintenanceWindow> {
  return id === null
    ? answer(api.POST('/api/v1/maintenance-windows', { body }))
    : answer(api.PUT('/api/v1/maintenance-windows/{id}', { params: { path: { id } }, body }));
}

export function removeMaintenance(id: number) {
  return answer(api.DELETE('/api/v1/maintenance-windows/{id}', { params: { path: { id } } }));
}
