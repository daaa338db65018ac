import { expect, test } from 'vitest';
import { inBatches } from './in-batches.ts';

test('what arrives meanwhile is worked on together, in its order, key by key', async () => {
  const batches: string[][] = [];
  const bring = inBatches<string, string>(3, async (items) => {
    batches.push(items);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return items.map((item) => item.toUpperCase());
  });
  const results = await Promise.all([
    ...['a', 'b', 'c', 'd', 'e'].map((item) => bring('one', item)),
    bring('two', 'x'),
  ]);
  expect(results).toEqual(['A', 'B', 'C', 'D', 'E', 'X']);
  expect(batches).toEqual([['a'], ['x'], ['b', 'c', 'd'], ['e']]);
  expect(await bring('one', 'f')).toBe('F');
});

test('nobody pays for what another brought', async () => {
  const bring = inBatches<number, number>(10, async (items) => {
    await Promise.resolve();
    if (items.includes(3)) throw new Error('three');
    return items;
  });
  const results = await Promise.allSettled([1, 2, 3, 4].map((item) => bring('one', item)));
  expect(results.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
});
