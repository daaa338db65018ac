import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { AppError } from '#platform/errors.ts';
import { admitTechnician } from './admit-technician.ts';
import { findKnownBrowser } from './known-browser.ts';
import type { Exchange } from './password-sign-in.ts';
import { deletePendingSignIn, findPendingSignIn } from './pending-sign-in.queries.ts';
import { getPendingSignIn, signInExpired } from './pending-sign-in.ts';
import { failingInItsTime } from './same-time.ts';
import { clearPendingSignInCookie } from './session-cookie.ts';
import type { SecondFactor } from './sessions.rules.ts';
import { technicianAccountKey } from './sign-in.ts';
import { countSecondStep } from './throttle.ts';

/** A second step that somebody takes, and how it is checked. */
export interface SecondStep {
  factor: SecondFactor;
  /** Uses up what works once; false, with nothing changed, when it is wrong. */
  check(
    tx: TenantTx,
    pending: { technicianId: number; passkeyChallenge: Buffer | null },
  ): Promise<boolean>;
}

/**
 * Finishes a sign-in whose password was right: throttled before anything is looked at, and once for
 * each first step. There is one answer for a wrong code, a used one and another's passkey.
 */
export function finishSignIn(exchange: Exchange, { factor, check }: SecondStep) {
  const { platform, request, reply } = exchange;
  return failingInItsTime(async () => {
    const { key, tenantId, technicianId } = await getPendingSignIn(platform, request);
    const account = technicianAccountKey(tenantId, technicianId);
    const knownBrowser = findKnownBrowser(platform, request, account);
    const attempt = await countSecondStep(platform, { account, ip: request.ip, knownBrowser });
    const view = await admitTechnician(exchange, {
      tenantId,
      technicianId,
      by: factor,
      refusal: 'secondStepRefused',
      async check(tx) {
        const pending = await findPendingSignIn(tx, key, clock.now(), { isLocked: true });
        if (!pending) throw signInExpired();
        const passkeyChallenge = pending.passkey_challenge;
        if (!(await check(tx, { technicianId, passkeyChallenge }))) return false;
        await deletePendingSignIn(tx, key.id);
        return true;
      },
    });
    if (!view) throw new AppError(401, 'secondStepFailed');
    await attempt.succeeded();
    clearPendingSignInCookie(reply, platform.config);
    return view;
  });
}
