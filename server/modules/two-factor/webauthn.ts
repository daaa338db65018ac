import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import type { Config } from '#platform/config.ts';
import type { Platform } from '#platform/platform.ts';
import { LIMITS } from '#shared/limits.ts';

/*
 * WebAuthn as this house uses it: passkeys that the browser finds by itself and that verify their
 * user, for the console's origin only. The portals' hosts lie below the console's, so a page there
 * could ask for the same passkeys: the origin, which the browser signs, is what tells them apart.
 */

/** 1023 bytes, the most that the standard allows. */
const CREDENTIAL_ID_CHARS = 1_364;

/** Loaded with the first passkey: it takes a tenth of a second and 28 MB. */
const library = () => import('@simplewebauthn/server');

/** Ed25519, ES256 and RS256 (COSE): what authenticators have. */
const ALGORITHMS = [-8, -7, -257];

const base64url = (maxChars: number) =>
  z
    .string()
    .min(1)
    .max(maxChars)
    .regex(/^[\w-]+$/);

const credentialShape = {
  id: base64url(CREDENTIAL_ID_CHARS),
  rawId: base64url(CREDENTIAL_ID_CHARS),
  type: z.literal('public-key'),
};

/** What a browser sends of a passkey that it has made (WebAuthn's RegistrationResponseJSON). */
export const NewCredential = z.object({
  ...credentialShape,
  response: z.object({
    clientDataJSON: base64url(4_000),
    attestationObject: base64url(20_000),
    transports: z
      .array(z.string().regex(/^[a-z-]{1,30}$/))
      .max(10)
      .optional(),
  }),
});

/** What a browser sends of a passkey that has signed (WebAuthn's AuthenticationResponseJSON). */
export const Assertion = z.object({
  ...credentialShape,
  response: z.object({
    clientDataJSON: base64url(4_000),
    authenticatorData: base64url(4_000),
    signature: base64url(10_000),
    userHandle: base64url(200).nullish(),
  }),
});
export type NewCredential = z.output<typeof NewCredential>;
export type Assertion = z.output<typeof Assertion>;

export const bytesOf = (base64: string): Buffer => Buffer.from(base64, 'base64url');
export const base64Of = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

interface Known {
  credential_id: Buffer;
  transports: string[];
}

const namesOf = (known: readonly Known[]) =>
  known.map(({ credential_id, transports }) => ({ id: base64Of(credential_id), transports }));

/** What the browser is told that is to make a passkey; not one where `known` has one already. */
export async function registrationOptions(
  config: Config,
  account: {
    companyName: string;
    email: string;
    name: string;
    userHandle: Buffer;
    known: readonly Known[];
  },
) {
  const { generateRegistrationOptions } = await library();
  return generateRegistrationOptions({
    rpName: account.companyName,
    rpID: config.baseHost,
    userName: account.email,
    userDisplayName: account.name,
    userID: new Uint8Array(account.userHandle),
    timeout: LIMITS.passkeyMinutes * 60_000,
    attestationType: 'none',
    excludeCredentials: namesOf(account.known),
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** What the browser is told that is to sign in: with one of `known`, or with any that it finds. */
export async function authenticationOptions(config: Config, known?: readonly Known[]) {
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({
    rpID: config.baseHost,
    timeout: LIMITS.passkeyMinutes * 60_000,
    userVerification: 'required',
    ...(known && { allowCredentials: namesOf(known) }),
  });
}

/** The challenge that the browser says was signed, or null; worth nothing before it is verified. */
export function claimedChallenge(clientDataJson: string): Buffer | null {
  try {
    const { challenge } = JSON.parse(bytesOf(clientDataJson).toString('utf8'));
    return typeof challenge === 'string' ? bytesOf(challenge) : null;
  } catch {
    return null;
  }
}

/** The new credential, or null when anything about the answer is not as it must be. */
export async function verifyRegistration(
  { config, log }: Platform,
  response: NewCredential,
  challenge: Buffer,
) {
  const { verifyRegistrationResponse } = await library();
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: { ...response, clientExtensionResults: {} } as RegistrationResponseJSON,
      expectedChallenge: base64Of(challenge),
      expectedOrigin: config.baseUrl,
      expectedRPID: config.baseHost,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    return registrationInfo?.credential ?? null;
  } catch (error) {
    log.debug({ reason: (error as Error).message }, 'a new passkey was refused');
    return null;
  }
}

/**
 * The number of signatures that the authenticator has counted, or null when anything is not as it
 * must be: signature, challenge, origin, verified user, or a count that goes back (a copy).
 */
export async function verifyAssertion(
  { config, log }: Platform,
  response: Assertion,
  challenge: Buffer,
  passkey: { credential_id: Buffer; public_key: Buffer; signature_count: number },
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await library();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...response, clientExtensionResults: {} } as AuthenticationResponseJSON,
      expectedChallenge: base64Of(challenge),
      expectedOrigin: config.baseUrl,
      expectedRPID: config.baseHost,
      requireUserVerification: true,
      credential: {
        id: base64Of(passkey.credential_id),
        publicKey: new Uint8Array(passkey.public_key),
        counter: passkey.signature_count,
      },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch (error) {
    log.debug({ reason: (error as Error).message }, 'a passkey was refused');
    return null;
  }
}
