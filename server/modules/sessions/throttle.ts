import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { tooMany } from '#platform/errors.ts';
import type { Platform } from '#platform/platform.ts';

const WINDOW_SECONDS = 15 * 60;
const DAY_SECONDS = 24 * 60 * 60;
/** Wrong passwords in a window, for one account from browsers that never signed in to it. */
const PER_ACCOUNT = 10;
/** … from one address for all accounts together: an office behind one address mistypes, too. */
const PER_ADDRESS = 50;
/** … for one account from one browser that has signed in to it before. */
const PER_KNOWN_BROWSER = 10;
/** Wrong second steps, for one account from all unknown browsers or from one known browser … */
const SECOND_STEPS = 5;
/** … and in a day: six digits would be found by patience otherwise. */
const SECOND_STEPS_A_DAY = 25;

/** Somebody who wants into an account. */
export interface Attempter {
  account: string;
  ip: string;
  knownBrowser: string | null;
}

export interface Attempt {
  /** Whoever it was is in: what was counted is taken back. */
  succeeded(): Promise<void>;
  /** The password was right and a second step follows: only what others share is taken back. */
  continues(): Promise<void>;
}

interface Bucket {
  name: string;
  most: number;
  seconds: number;
  /** Counts for others, too. */
  isShared?: boolean;
}

/**
 * Counts an attempt to sign in before its password is looked at, so that many at once do not slip
 * through; throws 429 when there were too many. A browser that the account has signed in from
 * before counts for itself alone: whoever hammers at an account from elsewhere cannot keep its
 * owner out.
 */
export async function countAttempt(platform: Platform, who: Attempter): Promise<Attempt> {
  const buckets = passwordBuckets(who);
  await count(platform, buckets);
  return {
    succeeded: () => takeBack(platform, buckets),
    continues: () =>
      takeBack(
        platform,
        buckets.filter(({ isShared }) => isShared),
      ),
  };
}

/**
 * The same for the second step, with fewer tries. The passwords that led to it are counted until
 * it succeeds, so that who knows one cannot begin again without end.
 */
export async function countSecondStep(
  platform: Platform,
  who: Attempter,
): Promise<Pick<Attempt, 'succeeded'>> {
  const buckets = secondStepBuckets(who);
  await count(platform, buckets);
  const own = passwordBuckets(who).filter(({ isShared }) => !isShared);
  return { succeeded: () => takeBack(platform, [...buckets, ...own]) };
}

function passwordBuckets({ account, ip, knownBrowser }: Attempter): Bucket[] {
  const key = shortHash(account);
  const seconds = WINDOW_SECONDS;
  return knownBrowser
    ? [{ name: `sign-in:browser:${key}:${knownBrowser}`, most: PER_KNOWN_BROWSER, seconds }]
    : [
        { name: accountBucket(account), most: PER_ACCOUNT, seconds },
        { name: `sign-in:address:${networkOf(ip)}`, most: PER_ADDRESS, seconds, isShared: true },
      ];
}

function secondStepBuckets({ account, knownBrowser }: Attempter): Bucket[] {
  const name = `second-step:${shortHash(account)}:${knownBrowser ?? 'unknown'}`;
  return [
    { name, most: SECOND_STEPS, seconds: WINDOW_SECONDS },
    { name: `${name}:day`, most: SECOND_STEPS_A_DAY, seconds: DAY_SECONDS },
  ];
}

const accountBucket = (account: string) => `sign-in:account:${shortHash(account)}`;

async function count({ db }: Platform, buckets: readonly Bucket[]): Promise<void> {
  for (const { name, most, seconds } of buckets) {
    const { used, resetsInSeconds } = await db.lookups.countUse(name, seconds);
    if (used > most) throw tooMany(resetsInSeconds);
  }
}

async function takeBack({ db }: Platform, buckets: readonly Bucket[]): Promise<void> {
  for (const { name, isShared } of buckets) {
    // Only this one use: signing in somewhere is no licence to guess elsewhere.
    if (isShared) await db.lookups.forgiveUse(name);
    else await db.lookups.forgetUses(name);
  }
}

/** The owner has proved himself by other means: what others tried does not count against him. */
export async function forgetAttempts(platform: Platform, account: string): Promise<void> {
  await platform.db.lookups.forgetUses(accountBucket(account));
}

/** One subscriber has a whole /64 of IPv6 addresses to himself. */
export function networkOf(ip: string): string {
  if (!isIPv6(ip) || ip.startsWith('::ffff:')) return ip.replace('::ffff:', '');
  const [head = '', tail] = ip.split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(Math.max(0, zeros)).fill('0'), ...right];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** Buckets are not for reading: what people type as their user name is sometimes their password. */
export const shortHash = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 24);
