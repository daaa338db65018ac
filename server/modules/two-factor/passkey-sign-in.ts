import { admitTechnician, type Exchange, failingInItsTime } from '#modules/sessions/index.ts';
import { systemActor } from '#platform/actor.ts';
import { clock, inMs } from '#platform/clock.ts';
import { AppError } from '#platform/errors.ts';
import type { Platform } from '#platform/platform.ts';
import { findPasskeyRow } from './passkeys.queries.ts';
import { acceptPasskey, CHALLENGE_MS } from './passkeys.ts';
import { type Assertion, authenticationOptions, bytesOf, claimedChallenge } from './webauthn.ts';

/** What the browser needs to ask for any passkey of this installation: whose, nobody knows yet. */
export async function beginPasskeySignIn(platform: Platform) {
  const options = await authenticationOptions(platform.config);
  await platform.db.lookups.keepChallenge(bytesOf(options.challenge), inMs(CHALLENGE_MS));
  return options;
}

/**
 * Signs in with a passkey alone. It is in somebody's hands and has verified that somebody, so it is
 * both factors. There is one answer for an unknown passkey and for everything that is wrong with it.
 */
export function signInByPasskey(exchange: Exchange, credential: Assertion) {
  const { platform } = exchange;
  return failingInItsTime(async () => {
    const challenge = claimedChallenge(credential.response.clientDataJSON);
    const isAsked = challenge && (await platform.db.lookups.takeChallenge(challenge, clock.now()));
    const owner = isAsked ? await findOwner(platform, credential) : null;
    const view =
      challenge &&
      owner &&
      (await admitTechnician(exchange, {
        ...owner,
        by: 'passkey',
        refusal: 'signInRefused',
        check: (tx) => acceptPasskey(tx, owner.technicianId, credential, challenge),
      }));
    if (!view) throw new AppError(401, 'passkeyRefused');
    return view;
  });
}

/** Whose passkey it claims to be. The account that it names must be there: nothing else names one. */
async function findOwner(platform: Platform, credential: Assertion) {
  const place = await platform.db.lookups.passkeyByCredentialId(bytesOf(credential.id));
  if (!place || !credential.response.userHandle) return null;
  const { tenantId, passkeyId } = place;
  const scope = { tenantId, actor: systemActor('sign-in') };
  const row = await platform.db.withTenant(scope, (tx) => findPasskeyRow(tx, passkeyId));
  return row ? { tenantId, technicianId: row.technician_id } : null;
}
