import { answer, api } from '#web/api/client.ts';
import type { Body, Session } from '#web/api/types.ts';

// Signing in beyond the password.

export type ShownFactor = Body<'/api/v1/session/second-factor', 'post'>;
export type PasskeyAnswer = Body<'/api/v1/session/passkey', 'post'>['credential'];

export function takeSecondStep(body: ShownFactor): Promise<Session> {
  return answer(api.POST('/api/v1/session/second-factor', { body }));
}

/** What the browser has to be told to ask for a passkey of the one whose password was right … */
export const secondStepOptions = () =>
  answer(api.POST('/api/v1/session/second-factor/passkey-options'));

/** … or for any passkey of this console. */
export const passkeySignInOptions = () => answer(api.POST('/api/v1/session/passkey-options'));

export function signInByPasskey(credential: PasskeyAnswer): Promise<Session> {
  return answer(api.POST('/api/v1/session/passkey', { body: { credential } }));
}
