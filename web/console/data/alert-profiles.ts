import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Answer, Body } from '#web/api/types.ts';

export type AlertProfile = Answer<'/api/v1/alert-profiles', 'get'>['items'][number];
export type AlertProfileBody = Body<'/api/v1/alert-profiles', 'post'>;
export type AlertProfilePatch = Body<'/api/v1/alert-profiles/{id}', 'patch'>;
export type AlertAssignment = Body<
  '/api/v1/alert-profiles/{id}/assignments',
  'put'
>['assignments'][number];

export const alertProfilesQuery = queryOptions({
  queryKey: ['alertProfile', 'list'],
  queryFn: () => answer(api.GET('/api/v1/alert-profiles')),
});

export function addAlertProfile(body: AlertProfileBody): Promise<AlertProfile> {
  return answer(api.POST('/api/v1/alert-profiles', { body }));
}

export function changeAlertProfile(id: number, body: AlertProfilePatch): Promise<AlertProfile> {
  return answer(api.PATCH('/api/v1/alert-profiles/{id}', { params: { path: { id } }, body }));
}

export function assignAlertProfile(
  id: number,
  assignments: AlertAssignment[],
): Promise<AlertProfile> {
  return answer(
    api.PUT('/api/v1/alert-profiles/{id}/assignments', {
      params: { path: { id } },
      body: { assignments },
    }),
  );
}

export function removeAlertProfile(id: number) {
  return answer(api.DELETE('/api/v1/alert-profiles/{id}', { params: { path: { id } } }));
}

/** The one that holds for a device, and what else it is for. */
export function deviceAlertProfileQuery(deviceId: number) {
  return queryOptions({
    queryKey: ['device', 'one', deviceId, 'alertProfile'],
    queryFn: () =>
      answer<AlertProfile>(
        api.GET('/api/v1/devices/{id}/alert-profile', { params: { path: { id: deviceId } } }),
      ),
  });
}

/** @param profileId null: what customer and type give them */
export function giveDevicesProfile(deviceIds: number[], profileId: number | null) {
  return answer(api.POST('/api/v1/device-alert-profiles', { body: { deviceIds, profileId } }));
}

/** The profile that was given to the device itself, not to its customer or type. */
export function ownProfileIdOf(profiles: readonly AlertProfile[], deviceId: number): number | null {
  const own = profiles.find(({ assignments }) =>
    assignments.some(({ device }) => device?.id === deviceId),
  );
  return own?.id ?? null;
}
