import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Answer, Body } from '#web/api/types.ts';

export type Role = Answer<'/api/v1/roles', 'get'>['items'][number];
export type NewTechnician = Body<'/api/v1/technicians', 'post'>;
export type TechnicianPatch = Body<'/api/v1/technicians/{id}', 'patch'>;
export type RoleBody = Body<'/api/v1/roles', 'post'>;

export const rolesQuery = queryOptions({
  queryKey: ['role', 'list'],
  queryFn: () => answer(api.GET('/api/v1/roles')),
});

export function inviteTechnician(body: NewTechnician) {
  return answer(api.POST('/api/v1/technicians', { body }));
}

export function changeTechnician(id: number, body: TechnicianPatch) {
  return answer(api.PATCH('/api/v1/technicians/{id}', { params: { path: { id } }, body }));
}

export function setTechnicianDisabled(id: number, isDisabled: boolean) {
  const options = { params: { path: { id } } };
  return answer(
    isDisabled
      ? api.PUT('/api/v1/technicians/{id}/disablement', options)
      : api.DELETE('/api/v1/technicians/{id}/disablement', options),
  );
}

export function inviteAgain(id: number) {
  return answer(api.POST('/api/v1/technicians/{id}/invitation', { params: { path: { id } } }));
}

export function sendPasswordLink(id: number) {
  return answer(api.POST('/api/v1/technicians/{id}/password-link', { params: { path: { id } } }));
}

/** Creates a role, or changes the one with this id. */
export function saveRole(id: number | null, body: RoleBody) {
  return id === null
    ? answer(api.POST('/api/v1/roles', { body }))
    : answer(api.PATCH('/api/v1/roles/{id}', { params: { path: { id } }, body }));
}

/** @param moveTo the role that the holders get instead */
export function deleteRole(id: number, moveTo: number | undefined) {
  return answer(api.DELETE('/api/v1/roles/{id}', { params: { path: { id }, query: { moveTo } } }));
}
