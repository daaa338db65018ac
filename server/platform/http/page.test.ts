import { expect, test } from 'vitest';
import { z } from 'zod';
import { cutPage, decodeCursor, encodeCursor } from './page.ts';

const Shape = z.tuple([z.string(), z.number().int()]);

test('a cursor comes back as it was written', () => {
  expect(decodeCursor(encodeCursor(['2026-01-01', 5]), Shape)).toEqual(['2026-01-01', 5]);
  expect(decodeCursor(undefined, Shape)).toBeNull();
});

test('a cursor that is not ours is bad input', () => {
  for (const cursor of ['', '!!!', 'bnVsbA', encodeCursor([1, 'x']), encodeCursor(['a'])]) {
    expect(() => decodeCursor(cursor, Shape)).toThrow('invalid');
  }
});

test('the extra row only tells that there is more', () => {
  const page = (rows: number[]) =>
    cutPage(
      rows,
      2,
      (n) => ({ n }),
      (n) => [n],
    );
  expect(page([1, 2, 3])).toEqual({ items: [{ n: 1 }, { n: 2 }], nextCursor: encodeCursor([2]) });
  expect(page([1, 2]).nextCursor).toBeNull();
  expect(page([])).toEqual({ items: [], nextCursor: null });
});
