import { lookup, Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { atMost } from './at-most.ts';

export interface FoundAddress {
  address: string;
  family: number;
}

/**
 * The system's own way to find a name keeps one of the process's four threads busy until it gives up,
 * and passwords and files wait for the same threads.
 */
const askTheSystem = atMost(2);
const NAME_SERVER = { timeout: 2_000, tries: 2 };

/**
 * Where a name leads. Name servers are asked directly, so that one that is silent holds up nobody; what
 * they do not know may still be a name of this machine or of its own network. Rejects with an error of
 * `node:dns` when there is no such name, and when the signal says stop.
 */
export async function findAddresses(host: string, signal: AbortSignal): Promise<FoundAddress[]> {
  if (isIP(host) > 0) return [{ address: host, family: isIP(host) }];
  const resolver = new Resolver(NAME_SERVER);
  const cancel = () => resolver.cancel();
  signal.throwIfAborted();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const [v4, v6] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    const found = [v4, v6].flatMap((answer, index) =>
      answer.status === 'fulfilled'
        ? answer.value.map((address) => ({ address, family: index === 0 ? 4 : 6 }))
        : [],
    );
    signal.throwIfAborted();
    if (found.length > 0) return found;
    if (v4.status === 'rejected' && isSilence(v4.reason)) throw v4.reason;
  } finally {
    signal.removeEventListener('abort', cancel);
  }
  return askTheSystem(() => lookup(host, { all: true }));
}

const isSilence = (error: unknown) => (error as { code?: unknown }).code === 'ETIMEOUT';
