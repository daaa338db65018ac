import { challengePasskey, type Exchange, finishSignIn } from '#modules/sessions/index.ts';
import { acceptTotp } from './authenticator-app.ts';
import { listPasskeyRows } from './passkeys.queries.ts';
import { acceptPasskey } from './passkeys.ts';
import { acceptRecoveryCode } from './recovery-codes.ts';
import { type Assertion, authenticationOptions, bytesOf } from './webauthn.ts';

/** What may be shown for the second step. */
export type ShownFactor =
  | { factor: 'totp'; code: string }
  | { factor: 'recoveryCode'; code: string }
  | { factor: 'passkey'; credential: Assertion };

/** Finishes the sign-in that this browser has begun with a password. */
export function takeSecondStep(exchange: Exchange, shown: ShownFactor) {
  return finishSignIn(exchange, {
    factor: shown.factor,
    async check(tx, { technicianId, passkeyChallenge }) {
      switch (shown.factor) {
        case 'totp':
          return acceptTotp(tx, technicianId, shown.code);
        case 'recoveryCode':
          return acceptRecoveryCode(tx, technicianId, shown.code);
        case 'passkey':
          if (!passkeyChallenge) return false;
          return acceptPasskey(tx, technicianId, shown.credential, passkeyChallenge);
      }
    },
  });
}

/** What the browser needs to ask for one of the technician's passkeys. */
export function beginSecondStep({ platform, request }: Exchange) {
  return challengePasskey(platform, request, async (tx, technicianId) => {
    const known = await listPasskeyRows(tx, technicianId);
    const options = await authenticationOptions(platform.config, known);
    return { challenge: bytesOf(options.challenge), options };
  });
}
