import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Answer, Body } from '#web/api/types.ts';
import { sendFile } from '#web/api/upload.ts';

export type PortalSettings = Answer<'/api/v1/portal-settings', 'get'>;
export type PortalSettingsPatch = Body<'/api/v1/portal-settings', 'patch'>;
/** What the portal knows of its looks. */
export type PortalSite = Answer<'/portal/v1/site', 'get'>;

/** Live events about it are of this kind. */
export const portalSettingsQuery = queryOptions({
  queryKey: ['portalSettings'],
  queryFn: () => answer(api.GET('/api/v1/portal-settings')),
});

export const changePortalSettings = (body: PortalSettingsPatch): Promise<PortalSettings> =>
  answer(api.PATCH('/api/v1/portal-settings', { body }));

export const sendPortalLogo = (file: File): Promise<PortalSettings> =>
  sendFile<PortalSettings>('PUT', '/api/v1/portal-settings/logo', file);

export const removePortalLogo = (): Promise<PortalSettings> =>
  answer(api.DELETE('/api/v1/portal-settings/logo'));
