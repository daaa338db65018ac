import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { estimateMatches, findMatches } from './search.queries.ts';
import type { Search } from './search.rules.ts';

/** A list that can be walked in its order: filtered, sorted, from any place on. */
export interface MatchWalk<Row> {
  /** Looks at the next rows behind `after` (from the list's start when null), at most `limit`. */
  next(search: Search, after: Row | null, limit: number): Promise<Walked<Row>>;
  /** The first rows of the list among these ids. */
  among(ids: number[], limit: number): Promise<Row[]>;
  /** Those of the ids that the searcher may see, in this list or any other; null: all. */
  visible: ((ids: number[]) => Promise<number[]>) | null;
}

export interface Walked<Row> {
  matches: Row[];
  seen: number;
  /** Where to walk on from. */
  last: Row | null;
}

const SAMPLE = 400;
const STRIDE = 2_500;
/** With as many hits in the sample, the page is found sooner by walking on. */
const COMMON_HITS = 2;
/** Few enough to fetch them all and let the list sort them. */
const RARE_MATCHES_MAX = 3_000;
/** When the words are common and yet not here, it is better to fetch even that many. */
const WALK_MAX = 20_000;
const MATCHES_MAX = 200_000;

/**
 * The first `wanted` rows of a list that match, in the list's order. Technicians get parts of words
 * when no ticket that they see has the words; contacts get both at once, from their own tickets only.
 * So an answer never depends on what is in others' tickets.
 */
export async function findByWords<Row>(
  tx: TenantTx,
  search: Search,
  walk: MatchWalk<Row>,
  wanted: number,
): Promise<Row[]> {
  if (search.audience === 'contact') return walkOn(search, walk, { wanted });
  const byWords = await findFirst(tx, { ...search, parts: [] }, walk, wanted);
  if (byWords !== 'nowhere') return byWords;
  if (search.parts.length === 0) return [];
  const byParts = await findFirst(tx, { ...search, words: null }, walk, wanted);
  return byParts === 'nowhere' ? [] : byParts;
}

/**
 * Common words are all over the list, so it is walked until the page is full; rare ones come from
 * the index, and the list only sorts them. Which it is, a sample tells. 'nowhere' when no ticket that
 * the searcher sees matches, in this list or any other.
 */
async function findFirst<Row>(
  tx: TenantTx,
  search: Search,
  walk: MatchWalk<Row>,
  wanted: number,
): Promise<Row[] | 'nowhere'> {
  const sample = await walk.next(search, null, SAMPLE);
  const found = sample.matches;
  const isWhole = sample.seen < SAMPLE;
  if (found.length >= wanted || (isWhole && found.length > 0)) return found.slice(0, wanted);
  if (isWhole || found.length < COMMON_HITS) {
    const ids = await onlyVisible(walk, await findRare(tx, search));
    if (ids !== null && ids.length === 0) return 'nowhere';
    if (isWhole) return [];
    if (ids !== null) return walk.among(ids, wanted);
  }
  const start = { found, last: sample.last };
  const near = await walkOn(search, walk, { wanted, ...start, atMost: WALK_MAX });
  if (near.length >= wanted) return near;
  const ids = await onlyVisible(walk, await findMatches(tx, search, search.words, MATCHES_MAX));
  if (ids === null) return walkOn(search, walk, { wanted, ...start });
  return ids.length === 0 ? 'nowhere' : walk.among(ids, wanted);
}

async function onlyVisible<Row>({ visible }: MatchWalk<Row>, ids: number[] | null) {
  return ids && visible ? visible(ids) : ids;
}

/** All matches of the company; null when every word is so common that there may be many. */
async function findRare(tx: TenantTx, search: Search): Promise<number[] | null> {
  if (search.words === null) return findMatches(tx, search, null, RARE_MATCHES_MAX);
  const { estimates, ofUnknown } = await estimateMatches(tx, search);
  const fewest = Math.min(...estimates);
  // Words outside the statistics all get the same guess, which grows with the company.
  if (fewest > Math.max(RARE_MATCHES_MAX, 1.2 * ofUnknown)) return null;
  const rarest = search.terms[estimates.indexOf(fewest)] ?? search.words;
  return findMatches(tx, search, rarest, RARE_MATCHES_MAX);
}

/** Walks the list until the page is full, the list at its end, or `atMost` rows were seen. */
async function walkOn<Row>(
  search: Search,
  walk: MatchWalk<Row>,
  {
    wanted,
    found: before = [],
    last: from = null,
    atMost = Number.POSITIVE_INFINITY,
  }: { wanted: number; found?: Row[]; last?: Row | null; atMost?: number },
): Promise<Row[]> {
  const found = [...before];
  let last = from;
  for (let seen = 0; found.length < wanted && seen < atMost; seen += STRIDE) {
    const stride = await walk.next(search, last, STRIDE);
    found.push(...stride.matches);
    if (stride.seen < STRIDE) break;
    last = stride.last;
  }
  return found.slice(0, wanted);
}
