import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Body, Device, Query } from '#web/api/types.ts';

// Keys begin with the kind that live events name, see app/live.ts.

export type DeviceListQuery = Omit<Query<'/api/v1/devices', 'get'>, 'cursor' | 'limit'>;
export type DevicePatch = Omit<Body<'/api/v1/devices/{id}', 'patch'>, 'version'>;
export type DevicesChange = Omit<Body<'/api/v1/device-changes', 'post'>, 'ids'>;
export type NewEnrolmentToken = Body<'/api/v1/enrolment-tokens', 'post'>;
export type GraphHours = 1 | 6 | 24 | 168 | 720 | 2160;

/** What machines report makes no event of its own: what shows it is fetched as often as they report. */
const REPORT_EVERY_MS = 60_000;

const first: string | undefined = undefined;
const at = (id: number) => ({ path: { id } });

export function deviceListQuery(query: DeviceListQuery) {
  return infiniteQueryOptions({
    queryKey: ['device', 'list', query],
    queryFn: ({ pageParam: cursor, signal }) =>
      answer(api.GET('/api/v1/devices', { params: { query: { ...query, cursor } }, signal })),
    initialPageParam: first,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: REPORT_EVERY_MS,
  });
}

export function deviceCountQuery(query: Omit<DeviceListQuery, 'sort'>) {
  return queryOptions({
    queryKey: ['device', 'count', query],
    queryFn: () => answer(api.GET('/api/v1/device-count', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

/** A handful of devices for suggestions, of one customer if that is said. */
export function deviceSearchQuery(search: string, customerId?: number) {
  return queryOptions({
    queryKey: ['device', 'list', 'search', search, customerId],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/devices', {
          params: { query: { ...(search && { search }), customerId, limit: 20 } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function deviceQuery(id: number) {
  return queryOptions({
    queryKey: ['device', 'one', id],
    queryFn: () => answer<Device>(api.GET('/api/v1/devices/{id}', { params: at(id) })),
    refetchInterval: REPORT_EVERY_MS,
  });
}

export function deviceGraphQuery(id: number, hours: GraphHours) {
  return queryOptions({
    queryKey: ['device', 'one', id, 'graph', hours],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/devices/{id}/graph', {
          params: { ...at(id), query: { hours } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: REPORT_EVERY_MS,
  });
}

export function deviceChangesQuery(id: number) {
  return infiniteQueryOptions({
    queryKey: ['device', 'one', id, 'changes'],
    queryFn: ({ pageParam: cursor }) =>
      answer(api.GET('/api/v1/devices/{id}/changes', { params: { ...at(id), query: { cursor } } })),
    initialPageParam: first,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function changeDevice(id: number, version: number, patch: DevicePatch): Promise<Device> {
  return answer(api.PATCH('/api/v1/devices/{id}', { params: at(id), body: { ...patch, version } }));
}

export function changeDevices(ids: number[], change: DevicesChange) {
  return answer(api.POST('/api/v1/device-changes', { body: { ids, ...change } }));
}

export function setDeviceArchived(id: number, isArchived: boolean): Promise<Device> {
  const options = { params: at(id) };
  return isArchived
    ? answer(api.PUT('/api/v1/devices/{id}/archive', options))
    : answer(api.DELETE('/api/v1/devices/{id}/archive', options));
}

export function dismissCopy(id: number): Promise<Device> {
  return answer(api.DELETE('/api/v1/devices/{id}/copy-notice', { params: at(id) }));
}

export function revokeDeviceKeys(id: number) {
  return answer(api.DELETE('/api/v1/devices/{id}/keys', { params: at(id) }));
}

export function setDeviceContact(
  id: number,
  contactId: number,
  isLinked: boolean,
): Promise<Device> {
  const options = { params: { path: { id, contactId } } };
  return isLinked
    ? answer(api.PUT('/api/v1/devices/{id}/contacts/{contactId}', options))
    : answer(api.DELETE('/api/v1/devices/{id}/contacts/{contactId}', options));
}

export const enrolmentTokensQuery = queryOptions({
  queryKey: ['enrolmentToken'],
  queryFn: () => answer(api.GET('/api/v1/enrolment-tokens')),
});

export function createEnrolmentToken(body: NewEnrolmentToken) {
  return answer(api.POST('/api/v1/enrolment-tokens', { body }));
}

export function revokeEnrolmentToken(id: number) {
  return answer(api.DELETE('/api/v1/enrolment-tokens/{id}', { params: at(id) }));
}
