import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Answer, Body } from '#web/api/types.ts';

// Keys begin with the kind that live events name, see app/live.ts: a check is a part of its device.

export type Check = Answer<'/api/v1/devices/{id}/checks', 'get'>['items'][number];
export type CheckResult = Answer<'/api/v1/checks/{id}/results', 'get'>['items'][number];
export type NewCheck = Body<'/api/v1/devices/{id}/checks', 'post'>;
export type NewCheckedDevice = Body<'/api/v1/checked-devices', 'post'>;

/** A run that sees what the one before saw makes no event of its own. */
const RUN_EVERY_MS = 60_000;

const first: string | undefined = undefined;
const at = (id: number) => ({ path: { id } });

export function checksQuery(deviceId: number) {
  return queryOptions({
    queryKey: ['device', 'one', deviceId, 'checks'],
    queryFn: () => answer(api.GET('/api/v1/devices/{id}/checks', { params: at(deviceId) })),
    refetchInterval: RUN_EVERY_MS,
  });
}

export function checkResultsQuery({ id, deviceId }: Pick<Check, 'id' | 'deviceId'>) {
  return infiniteQueryOptions({
    queryKey: ['device', 'one', deviceId, 'checks', id, 'results'],
    queryFn: ({ pageParam: cursor }) =>
      answer(api.GET('/api/v1/checks/{id}/results', { params: { ...at(id), query: { cursor } } })),
    initialPageParam: first,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: RUN_EVERY_MS,
  });
}

export function addCheckedDevice(body: NewCheckedDevice) {
  return answer(api.POST('/api/v1/checked-devices', { body }));
}

export function addCheck(deviceId: number, body: NewCheck): Promise<Check> {
  return answer(api.POST('/api/v1/devices/{id}/checks', { params: at(deviceId), body }));
}

export function changeCheck({ id, version }: Check, body: NewCheck): Promise<Check> {
  return answer(api.PUT('/api/v1/checks/{id}', { params: at(id), body: { ...body, version } }));
}

export function removeCheck(id: number) {
  return answer(api.DELETE('/api/v1/checks/{id}', { params: at(id) }));
}

export function runCheck(id: number): Promise<Check> {
  return answer(api.POST('/api/v1/checks/{id}/runs', { params: at(id) }));
}
