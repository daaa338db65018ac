import type { Platform } from '#platform/platform.ts';

/** Where a session or key is found. Never changes for a token, so remembering it can never be wrong. */
export interface TokenPlace {
  tenantId: number;
  sessionId: number | null;
  apiKeyId: number | null;
}

const REMEMBER_MOST = 20_000;

/** Remembers places by token hash, so that a request needs no look-up before its transaction. */
class TokenPlaces {
  readonly #places = new Map<string, TokenPlace>();

  get(hash: Buffer): TokenPlace | undefined {
    const key = hash.toString('latin1');
    const place = this.#places.get(key);
    if (place) {
      // Again to the end: the first of the map is the one that was not used for longest.
      this.#places.delete(key);
      this.#places.set(key, place);
    }
    return place;
  }

  set(hash: Buffer, place: TokenPlace): void {
    if (this.#places.size >= REMEMBER_MOST) {
      const oldest = this.#places.keys().next().value;
      if (oldest !== undefined) this.#places.delete(oldest);
    }
    this.#places.set(hash.toString('latin1'), place);
  }
}

const placesOf = new WeakMap<Platform, TokenPlaces>();

/** Finds the place of a token, asking `look` only for those not seen lately. Failures are not kept. */
export async function findTokenPlace(
  platform: Platform,
  hash: Buffer,
  look: () => Promise<TokenPlace | null>,
): Promise<TokenPlace | null> {
  const places = placesOf.get(platform) ?? new TokenPlaces();
  placesOf.set(platform, places);
  const known = places.get(hash);
  if (known) return known;
  const found = await look();
  if (found) places.set(hash, found);
  return found;
}
