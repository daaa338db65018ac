import { DAY_MS, HOUR_MS, MINUTE_MS } from '#platform/clock.ts';

/** A session ends for good after this long … */
export const SESSION_MAX_MS = 30 * DAY_MS;
/** … and sooner when nobody uses it. */
export const SESSION_IDLE_MS = 12 * HOUR_MS;
/** Use is noted at most this often: a write per request would cost more than it tells. */
export const TOUCH_EVERY_MS = MINUTE_MS;

/** A sign-in waits this long for its second step. */
export const PENDING_SIGN_IN_MS = 5 * MINUTE_MS;

/** How a sign-in may be finished, as it is offered. */
export const SECOND_FACTORS = ['totp', 'passkey', 'recoveryCode'] as const;
export type SecondFactor = (typeof SECOND_FACTORS)[number];

export interface SessionTimes {
  lastSeenAt: Date;
  expiresAt: Date;
}

export function isSessionOver({ lastSeenAt, expiresAt }: SessionTimes, now: Date): boolean {
  return expiresAt <= now || now.getTime() - lastSeenAt.getTime() > SESSION_IDLE_MS;
}

export function isTouchDue(lastSeenAt: Date | null, now: Date): boolean {
  return lastSeenAt === null || now.getTime() - lastSeenAt.getTime() >= TOUCH_EVERY_MS;
}
