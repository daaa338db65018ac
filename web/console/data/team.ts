import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Answer, Body } from '#web/api/types.ts';

export type Role = Answer<'/api/v1/roles', 'get'>['items'][number];
export type NewTechnician = Body<'/api/v1/technicians', 'post'>;
export type TechnicianPatch = Body<'/api/v1/technicians/{id}', 'patch'>;
export type RoleBody = Body<'/api/v1/roles', 'post'>;
export type RolePatch = Body<'/api/v1/roles/{id}', 'patch'>;

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

/** @param handOverTo who gets the open tickets; null: nobody; undefined: they stay as they are */
export function disableTechnician(id: number, handOverTo?: number | null) {
  return answer(
    api.PUT('/api/v1/technicians/{id}/disablement', {
      params: { path: { id } },
      body: { handOverTo },
    }),
  );
}

export function enableTechnician(id: number) {
  return answer(api.DELETE('/api/v1/technicians/{id}/disablement', { params: { path: { id } } }));
}

export const openTicketsQuery = (id: number) =>
  queryOptions({
    queryKey: ['ticket', 'list', 'openOf', id],
    queryFn: () =>
      answer(api.GET('/api/v1/technicians/{id}/open-tickets', { params: { path: { id } } })),
  });

export function revokeInvitation(id: number) {
  return answer(api.DELETE('/api/v1/technicians/{id}/invitation', { params: { path: { id } } }));
}

export function inviteAgain(id: number) {
  return answer(api.POST('/api/v1/technicians/{id}/invitation', { params: { path: { id } } }));
}

export function sendPasswordLink(id: number) {
  return answer(api.POST('/api/v1/technicians/{id}/password-link', { params: { path: { id } } }));
}

export function createRole(body: RoleBody) {
  return answer(api.POST('/api/v1/roles', { body }));
}

export function changeRole(id: number, body: RolePatch) {
  return answer(api.PATCH('/api/v1/roles/{id}', { params: { path: { id } }, body }));
}

/** @param moveTo the role that the holders get instead */
export function deleteRole(id: number, moveTo: number | undefined) {
  return answer(api.DELETE('/api/v1/roles/{id}', { params: { path: { id }, query: { moveTo } } }));
}
