import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import i18next from 'i18next';
import { isApiError } from '#web/api/problem.ts';
import { messageOf } from '#web/ui/notify.ts';
import type { PasskeyAnswer } from '../data/second-step.ts';
import type { NewPasskey } from '../data/two-factor.ts';

// The browser's side of passkeys (WebAuthn). The library is loaded when somebody uses one.

type Options = Record<string, unknown>;

const library = () => import('@simplewebauthn/browser');

/** Only on secure origins (HTTPS, localhost), and not in every browser. */
export const arePasskeysPossible = (): boolean => typeof PublicKeyCredential === 'function';

/** Whether the browser can offer passkeys among what it fills in by itself. */
export const canOfferPasskeys = async (): Promise<boolean> =>
  arePasskeysPossible() && (await (await library()).browserSupportsWebAuthnAutofill());

/** Asks the browser to make a passkey. */
export async function createPasskey(options: Options): Promise<NewPasskey['credential']> {
  const { startRegistration } = await library();
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  const { id, rawId, response } = await startRegistration({ optionsJSON });
  const { clientDataJSON, attestationObject, transports } = response;
  return {
    id,
    rawId,
    type: 'public-key',
    response: { clientDataJSON, attestationObject, ...(transports && { transports }) },
  };
}

/** Asks the browser to sign with a passkey; `isOffered`: among what it fills in, without a dialog. */
export async function showPasskey(options: Options, isOffered = false): Promise<PasskeyAnswer> {
  const { startAuthentication } = await library();
  const { id, rawId, response } = await startAuthentication({
    optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON,
    useBrowserAutofill: isOffered,
  });
  return { id, rawId, type: 'public-key', response };
}

/** Ends whatever waits for a passkey. */
export async function stopAsking(): Promise<void> {
  (await library()).WebAuthnAbortService.cancelCeremony();
}

/** The sentence for what went wrong, at the server or in the browser. */
export function passkeyProblem(error: unknown): string {
  if (isApiError(error)) return messageOf(error);
  const { name } = error as { name?: string };
  return name === 'InvalidStateError'
    ? i18next.t('security:passkeyProblem.known')
    : i18next.t('security:passkeyProblem.cancelled');
}
