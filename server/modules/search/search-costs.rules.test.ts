import { expect, it } from 'vitest';
import { planFetch, rowsToWalk } from './search-costs.rules.ts';

const estimate = (tickets: number, matches: number | null = null) => ({
  rarest: 'word',
  matches,
  tickets,
});

it.each([
  ['nothing seen', 400, 0, Number.POSITIVE_INFINITY],
  ['one ticket in 200', 400, 2, 9_800],
  ['one in ten', 400, 40, 110],
])('%s: the rest of the walk', (_, seen, hits, rows) => {
  expect(rowsToWalk({ seen, hits, wanted: 51 })).toBe(rows);
});

it.each([
  ['a word of which the sample has none, in a huge company', 0, estimate(10_000_000), 10_000],
  ['one ticket in 200, in a company of 82,000', 2, estimate(82_000), 10_000],
  ['one ticket in 200, in a company of 820,000', 2, estimate(820_000), 10_000],
  ['one in 80, in a company of 82,000', 5, estimate(82_000), 5_520],
  ['one in 57, in a company of 820,000', 7, estimate(820_000), null],
  ['a common word that the sample happens to have once', 1, estimate(820_000, 90_000), null],
  ['a known word, rarer than it seems', 5, estimate(820_000, 2_000), 5_520],
])('%s: at most so many are fetched', (_, hits, known, atMost) => {
  expect(planFetch({ seen: 400, hits, wanted: 51 }, known)?.atMost ?? null).toBe(atMost);
});

it('fetches nearly anything when a long walk has not filled the page', () => {
  const progress = { seen: 20_400, hits: 3, wanted: 51 };
  expect(planFetch(progress, estimate(820_000, 150_000))).toEqual({
    atMost: 200_000,
    by: 'all',
  });
});
