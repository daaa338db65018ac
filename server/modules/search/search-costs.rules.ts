/** What was seen of a list that is walked in search of a page of matches. */
export interface WalkProgress {
  seen: number;
  hits: number;
  wanted: number;
}

export interface MatchEstimate {
  /** The rarest word asked for; null when only parts of words are. */
  rarest: string | null;
  /** How many tickets have it, by the planner's statistics; null for words that they do not know. */
  matches: number | null;
  /** How many tickets the company has, about. */
  tickets: number;
}

/** Whatever a sample says, so many matches are fetched in no time. */
const FEW_MATCHES = 3_000;
const FETCHED_MAX = 10_000;
/** A sample errs; a walk that may be so much longer than it seems is worth as many matches. */
const SPARE = 1.5;
/** When the page is still not full after so many rows, it is better to fetch nearly anything. */
const WALKED_MAX = 20_000;
const FETCHED_AFTER_WALK_MAX = 200_000;

/** How many more rows have to be walked until the page is full, if they are like those seen. */
export function rowsToWalk({ seen, hits, wanted }: WalkProgress): number {
  return hits === 0 ? Number.POSITIVE_INFINITY : ((wanted - hits) * seen) / hits;
}

/**
 * Up to how many matches may be fetched by the index instead of walking on, by the rarest word or by
 * all together; null when there are presumably more. Fetching a match and walking a row cost about
 * the same, 2 to 7 microseconds.
 */
export function planFetch(
  progress: WalkProgress,
  estimate: MatchEstimate,
): { atMost: number; by: 'rarest' | 'all' } | null {
  const { seen, hits } = progress;
  if (seen >= WALKED_MAX) return { atMost: FETCHED_AFTER_WALK_MAX, by: 'all' };
  const worth = SPARE * rowsToWalk(progress);
  const atMost = Math.ceil(Math.min(Math.max(worth, FEW_MATCHES), FETCHED_MAX));
  const expected = estimate.matches ?? (hits === 0 ? 0 : (estimate.tickets * hits) / seen);
  return expected > atMost ? null : { atMost, by: 'rarest' };
}
