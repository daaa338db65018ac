import { Resolver } from 'node:dns/promises';

/** As `dns.promises.resolve`: throws with code ENOTFOUND or ENODATA when there is nothing. */
export type DnsResolver = (name: string, type: string) => Promise<string[] | string[][]>;

const QUERY_TIMEOUT_MS = 1_500;
const DIRECT_TIMEOUT_MS = 3_000;
const FAILURES_UNTIL_REST = 3;
const REST_MS = 30_000;
const CACHE_MS = 60_000;
const CACHE_MAX = 5_000;
/** Names that no public server knows (RFC 2606, RFC 6761, RFC 6762): asking costs only time. */
const NEVER_PUBLIC = /(?:^|\.)(?:test|localhost|invalid|example|local|internal|home\.arpa)\.?$/i;

/**
 * DNS for judging senders: answers within 1.5 s, remembers answers for a minute, and rests for
 * half a minute when the name server does not answer at all, so that mail flows without one.
 */
export function createDnsResolver(
  lookUp: DnsResolver = systemLookUp(),
  now = Date.now,
): DnsResolver {
  const cache = new Map<string, { expiresAt: number; answer: Promise<string[] | string[][]> }>();
  let failures = 0;
  let restsUntil = 0;

  async function ask(name: string, type: string) {
    try {
      const answer = await withTimeout(lookUp(name, type));
      failures = 0;
      return answer;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (code === 'ENOTFOUND' || code === 'ENODATA') failures = 0;
      else if (++failures >= FAILURES_UNTIL_REST) restsUntil = now() + REST_MS;
      throw error;
    }
  }

  return async (name, type) => {
    if (NEVER_PUBLIC.test(name)) throw dnsError('ENOTFOUND', name);
    if (now() < restsUntil) throw dnsError('ETIMEOUT', name);
    const key = `${type} ${name.toLowerCase()}`;
    const known = cache.get(key);
    if (known && known.expiresAt > now()) return known.answer;
    if (cache.size >= CACHE_MAX) cache.clear();
    const answer = ask(name, type);
    cache.set(key, { expiresAt: now() + CACHE_MS, answer });
    answer.catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTFOUND' && error.code !== 'ENODATA') cache.delete(key);
    });
    return answer;
  };
}

/**
 * DNS as the name server has it this moment, for who has just created a record and waits: nothing
 * is remembered, and a slow name server gets more time than a mail would give it.
 */
export const createDirectResolver = (): DnsResolver => systemLookUp(DIRECT_TIMEOUT_MS, 2);

function systemLookUp(timeout = QUERY_TIMEOUT_MS, tries = 1): DnsResolver {
  const resolver = new Resolver({ timeout, tries });
  return (name, type) => resolver.resolve(name, type as 'TXT') as Promise<string[][]>;
}

async function withTimeout<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(dnsError('ETIMEOUT', 'name server')), QUERY_TIMEOUT_MS);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

function dnsError(code: string, name: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code} ${name}`), { code });
}
