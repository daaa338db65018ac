import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { estimateMatches, findMatches } from './search.queries.ts';
import type { Search } from './search.rules.ts';
import {
  type MatchEstimate,
  planFetch,
  rowsToWalk,
  type WalkProgress,
} from './search-costs.rules.ts';

/** A list that can be walked in its order: filtered, sorted, from any place on. */
export interface MatchWalk<Row> {
  /** Looks at the next rows behind `after` (from the list's start when null), at most `limit`. */
  next(search: Search, after: Row | null, limit: number): Promise<Walked<Row>>;
  /** The first rows of the list among these ids. */
  among(ids: number[], limit: number): Promise<Row[]>;
  /** The searcher sees but a part of the company: nothing is concluded from what others' tickets say. */
  isOfPart: boolean;
}

export interface Walked<Row> {
  matches: Row[];
  seen: number;
  /** Where to walk on from. */
  last: Row | null;
}

/** Few sizes, because each is a statement of its own to plan. */
const STRIDES = [400, 1_000, 2_500];
const FIRST_STRIDE = 400;
const LONGEST_STRIDE = 2_500;

/**
 * The first `wanted` rows of a list that match, in the list's order. Technicians get parts of words
 * when no ticket of the company has the words, or none of the list if they do not see the whole
 * company; contacts get both at once, from their own tickets only. So an answer never depends on what
 * is in tickets that one may not see.
 */
export async function findByWords<Row>(
  tx: TenantTx,
  search: Search,
  walk: MatchWalk<Row>,
  wanted: number,
): Promise<Row[]> {
  if (search.audience === 'contact') return walkOn(search, walk, wanted);
  const byWords = await findFirst(tx, { ...search, parts: [] }, walk, wanted);
  if (byWords !== 'nowhere') return byWords;
  if (search.parts.length === 0) return [];
  const byParts = await findFirst(tx, { ...search, words: null }, walk, wanted);
  return byParts === 'nowhere' ? [] : byParts;
}

/**
 * Common words are all over the list, so it is walked until the page is full; rare ones come from
 * the index, and the list only sorts them. Which is nearer is told by what was seen so far, and
 * asked again after every stride. 'nowhere' when no ticket of the company matches, in this list or
 * any other; for who sees but a part of it, when none of this list does.
 */
async function findFirst<Row>(
  tx: TenantTx,
  search: Search,
  walk: MatchWalk<Row>,
  wanted: number,
): Promise<Row[] | 'nowhere'> {
  const lookUp = createLookUp(tx, search);
  const found: Row[] = [];
  let last: Row | null = null;
  let seen = 0;
  for (let stride = FIRST_STRIDE; ; ) {
    const part: Walked<Row> = await walk.next(search, last, stride);
    found.push(...part.matches);
    seen += part.seen;
    last = part.last;
    const isAtEnd = part.seen < stride;
    if (found.length >= wanted || (isAtEnd && found.length > 0)) return found.slice(0, wanted);
    const progress = { seen, hits: found.length, wanted };
    if (isAtEnd || rowsToWalk(progress) > LONGEST_STRIDE) {
      if (isAtEnd && walk.isOfPart) return 'nowhere';
      const ids = await lookUp(progress);
      if (ids?.length === 0) return 'nowhere';
      if (isAtEnd) return [];
      const listed = ids && (await walk.among(ids, wanted));
      if (listed?.length === 0 && walk.isOfPart) return 'nowhere';
      if (listed) return listed;
    }
    stride = STRIDES.find((rows) => rows > rowsToWalk(progress)) ?? LONGEST_STRIDE;
  }
}

/** Gives all matches of the company by the index; null when there may be so many that walking is nearer. */
function createLookUp(tx: TenantTx, search: Search) {
  let estimate: MatchEstimate | null = null;
  let tooFew = 0;
  return async (progress: WalkProgress): Promise<number[] | null> => {
    estimate ??= await estimateMatches(tx, search);
    const fetch = planFetch(progress, estimate);
    // What was tried in vain is not tried again for a few more.
    if (fetch === null || fetch.atMost < 2 * tooFew) return null;
    const lookedUp = fetch.by === 'all' ? search.words : estimate.rarest;
    const ids = await findMatches(tx, search, lookedUp, fetch.atMost);
    if (ids === null) tooFew = fetch.atMost;
    return ids;
  };
}

/** Walks the list until the page is full or the list at its end. */
async function walkOn<Row>(search: Search, walk: MatchWalk<Row>, wanted: number): Promise<Row[]> {
  const found: Row[] = [];
  let last: Row | null = null;
  while (found.length < wanted) {
    const stride: Walked<Row> = await walk.next(search, last, LONGEST_STRIDE);
    found.push(...stride.matches);
    if (stride.seen < LONGEST_STRIDE) break;
    last = stride.last;
  }
  return found.slice(0, wanted);
}
