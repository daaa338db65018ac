const WINDOW_MS = 60_000;
const ADDRESSES_MAX = 20_000;

/**
 * Counts per address and minute, in this process: a protection against floods, nothing that has
 * to be exact. Returns false when the address has used up its minute.
 */
export function createRateLimit(perMinute: number, now = Date.now): (address: string) => boolean {
  let windowStart = now();
  let counts = new Map<string, number>();
  return (address) => {
    if (now() - windowStart >= WINDOW_MS || counts.size >= ADDRESSES_MAX) {
      windowStart = now();
      counts = new Map();
    }
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    return count <= perMinute;
  };
}
