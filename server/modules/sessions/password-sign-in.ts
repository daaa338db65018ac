import type { FastifyReply, FastifyRequest } from 'fastify';
import { systemActor } from '#platform/actor.ts';
import { isPasswordRight } from '#platform/crypto/passwords.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { AppError } from '#platform/errors.ts';
import type { Platform } from '#platform/platform.ts';
import { findKnownBrowser, rememberBrowser } from './known-browser.ts';
import { giveSession, type OpenedSession } from './open-session.ts';
import { givePendingSignIn, type OpenedPendingSignIn } from './pending-sign-in.ts';
import { originOf } from './request-facts.ts';
import { failingInItsTime } from './same-time.ts';
import { countAttempt } from './throttle.ts';

export interface Exchange {
  platform: Platform;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Behind the password: the session, or the wait for a second step. */
export type Entered<View> =
  | { session: OpenedSession; view: View }
  | { pending: OpenedPendingSignIn; view: View };

/** An account that somebody wants into, of a technician or of a contact. */
export interface Account<View> {
  /** Its name for the throttle; what was typed when there is no such account. */
  key: string;
  /** null: there is no such account. */
  tenantId: number | null;
  findHash(tx: TenantTx): Promise<string | null>;
  /** Lets in; null when the account changed since its password was checked. */
  enter(tx: TenantTx, hash: string): Promise<Entered<View> | null>;
  noteRefusal(tx: TenantTx): Promise<void>;
}

/** One answer for a wrong password, an unknown name, a disabled person and an invited one. */
export const signInFailed = () => new AppError(401, 'signInFailed');

/**
 * Checks the password and lets in: throttled before anything else, in two short
 * transactions around the hash (which takes a core for some 30 ms and must not hold a connection).
 */
export function signInByPassword<View>(
  { platform, request, reply }: Exchange,
  password: string,
  account: Account<View>,
): Promise<View> {
  const { key, tenantId } = account;
  const inside = <T>(work: (tx: TenantTx) => Promise<T>): Promise<T | null> => {
    if (tenantId === null) return Promise.resolve(null);
    const scope = { tenantId, actor: systemActor('sign-in'), origin: originOf(request) };
    return platform.db.withTenant(scope, work);
  };
  return failingInItsTime(async () => {
    const knownBrowser = findKnownBrowser(platform, request, key);
    const attempt = await countAttempt(platform, { account: key, ip: request.ip, knownBrowser });
    const hash = await inside((tx) => account.findHash(tx));
    const isRight = await isPasswordRight(hash, password);
    const entered = isRight && hash ? await inside((tx) => account.enter(tx, hash)) : null;
    if (!entered) {
      await inside((tx) => account.noteRefusal(tx));
      throw signInFailed();
    }
    if ('pending' in entered) {
      await attempt.continues();
      givePendingSignIn(platform, reply, entered.pending);
      return entered.view;
    }
    await attempt.succeeded();
    giveSession(platform, reply, entered.session);
    rememberBrowser(platform, request, reply, key);
    return entered.view;
  });
}
