import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Answer, Body } from '#web/api/types.ts';

export type Settings = Answer<'/api/v1/settings', 'get'>;
export type SettingsPatch = Body<'/api/v1/settings', 'patch'>;

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: () => answer(api.GET('/api/v1/settings')),
});

export function changeSettings(body: SettingsPatch): Promise<Settings> {
  return answer(api.PATCH('/api/v1/settings', { body }));
}
