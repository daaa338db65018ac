import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { findMatches, keepMatches } from './search.queries.ts';
import type { Search } from './search.rules.ts';

/** A list that can be walked in its order: filtered, sorted, from any place on. */
export interface MatchWalk<Row extends { id: number }> {
  /** The next rows behind `after` (from the list's start when null), at most `limit`. */
  next(after: Row | null, limit: number): Promise<Row[]>;
  /** The first rows of the list among these ids. */
  among(ids: number[], limit: number): Promise<Row[]>;
}

const SAMPLE = 400;
const STRIDE = 2_500;
/** With as many hits among the first ones, the page is found sooner by walking on. */
const COMMON_HITS = 3;
/** More ids than this are not worth carrying to and fro. */
const RARE_MATCHES_MAX = 10_000;

/**
 * The first `wanted` rows of a list that match the search, in the list's order, and exactly those.
 * Common words are all over the list, so it is walked until the page is full; rare ones come from
 * the index, and the list only sorts them. Which it is, the first rows tell.
 */
export async function findByWords<Row extends { id: number }>(
  tx: TenantTx,
  search: Search,
  walk: MatchWalk<Row>,
  wanted: number,
): Promise<Row[]> {
  const first = await walk.next(null, SAMPLE);
  const found = await matching(tx, search, first);
  if (first.length < SAMPLE || found.length >= wanted) return found.slice(0, wanted);
  if (found.length < COMMON_HITS) {
    const ids = await findMatches(tx, search, RARE_MATCHES_MAX);
    if (ids !== null) return ids.length === 0 ? [] : walk.among(ids, wanted);
  }
  let last = first.at(-1) ?? null;
  while (found.length < wanted) {
    const rows = await walk.next(last, STRIDE);
    found.push(...(await matching(tx, search, rows)));
    if (rows.length < STRIDE) break;
    last = rows.at(-1) ?? null;
  }
  return found.slice(0, wanted);
}

async function matching<Row extends { id: number }>(
  tx: TenantTx,
  search: Search,
  rows: Row[],
): Promise<Row[]> {
  if (rows.length === 0) return [];
  const ids = await keepMatches(
    tx,
    search,
    rows.map(({ id }) => id),
  );
  return rows.filter(({ id }) => ids.has(id));
}
