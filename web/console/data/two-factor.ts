import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Answer, Body } from '#web/api/types.ts';

export type TwoFactor = Answer<'/api/v1/me/two-factor', 'get'>;
export type Passkey = TwoFactor['passkeys'][number];
export type NewApp = Answer<'/api/v1/me/authenticator-app', 'post'>;
/** Recovery codes come with the first factor only. */
export type NewFactor = Answer<'/api/v1/me/authenticator-app', 'put'>;
export type NewPasskey = Body<'/api/v1/me/passkeys', 'post'>;

export const twoFactorQuery = queryOptions({
  queryKey: ['twoFactor', 'own'],
  queryFn: () => answer(api.GET('/api/v1/me/two-factor')),
});

export const beginApp = () => answer(api.POST('/api/v1/me/authenticator-app'));

export const confirmApp = (code: string) =>
  answer(api.PUT('/api/v1/me/authenticator-app', { body: { code } }));

export const removeApp = () => answer(api.DELETE('/api/v1/me/authenticator-app'));

export const renewRecoveryCodes = () => answer(api.POST('/api/v1/me/recovery-codes'));

/** What the browser has to be told to make a passkey. */
export const newPasskeyOptions = () => answer(api.POST('/api/v1/me/passkey-options'));

export const addPasskey = (body: NewPasskey) => answer(api.POST('/api/v1/me/passkeys', { body }));

export const renamePasskey = (id: number, name: string) =>
  answer(api.PATCH('/api/v1/me/passkeys/{id}', { params: { path: { id } }, body: { name } }));

export const removePasskey = (id: number) =>
  answer(api.DELETE('/api/v1/me/passkeys/{id}', { params: { path: { id } } }));

/** Of another technician, for who manages technicians. */
export const twoFactorStateQuery = (id: number) =>
  queryOptions({
    queryKey: ['twoFactor', 'of', id],
    queryFn: () =>
      answer(api.GET('/api/v1/technicians/{id}/two-factor', { params: { path: { id } } })),
  });

export const resetTwoFactor = (id: number) =>
  answer(api.DELETE('/api/v1/technicians/{id}/two-factor', { params: { path: { id } } }));
