import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { tooMany } from '#platform/errors.ts';
import type { Platform } from '#platform/platform.ts';

const WINDOW_SECONDS = 15 * 60;
/** Wrong passwords in a window, for one account from browsers that never signed in to it. */
const PER_ACCOUNT = 10;
/** … from one address for all accounts together: an office behind one address mistypes, too. */
const PER_ADDRESS = 50;
/** … for one account from one browser that has signed in to it before. */
const PER_KNOWN_BROWSER = 10;

export interface Attempt {
  /** The password was right: what was counted is taken back. */
  succeeded(): Promise<void>;
}

/**
 * Counts an attempt to sign in before its password is looked at, so that many at once do not slip
 * through; throws 429 when there were too many. A browser that the account has signed in from
 * before counts for itself alone: whoever hammers at an account from elsewhere cannot keep its
 * owner out.
 */
export async function countAttempt(
  platform: Platform,
  attempt: { account: string; ip: string; knownBrowser: string | null },
): Promise<Attempt> {
  const { lookups } = platform.db;
  const account = shortHash(attempt.account);
  const buckets = attempt.knownBrowser
    ? [{ name: `browser:${account}:${attempt.knownBrowser}`, most: PER_KNOWN_BROWSER }]
    : [
        { name: `account:${account}`, most: PER_ACCOUNT },
        { name: `address:${networkOf(attempt.ip)}`, most: PER_ADDRESS },
      ];
  for (const { name, most } of buckets) {
    const { used, resetsInSeconds } = await lookups.countUse(`sign-in:${name}`, WINDOW_SECONDS);
    if (used > most) throw tooMany(resetsInSeconds);
  }
  return {
    async succeeded() {
      const [own, address] = buckets;
      if (own) await lookups.forgetUses(`sign-in:${own.name}`);
      // Only this one use: signing in somewhere is no licence to guess elsewhere.
      if (address) await lookups.forgiveUse(`sign-in:${address.name}`);
    },
  };
}

/** The owner has proved himself by other means: what others tried does not count against him. */
export async function forgetAttempts(platform: Platform, account: string): Promise<void> {
  await platform.db.lookups.forgetUses(`sign-in:account:${shortHash(account)}`);
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
