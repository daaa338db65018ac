import pg from 'pg';
import { expect, test } from 'vitest';
import { parseIds, parseUtcTime } from './value-parsers.ts';

const slow = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ);

test('ids are numbers, in arrays too', () => {
  expect(parseIds('{}')).toEqual([]);
  expect(parseIds('{1,23}')).toEqual([1, 23]);
});

test.each([
  '2026-01-31 09:30:00+00',
  '2026-01-31 09:30:00.1+00',
  '2026-02-28 23:59:59.999+00',
  '1969-12-31 23:59:59.123456+00',
])('%s is read as the driver would read it', (text) => {
  expect(parseUtcTime(text)?.getTime()).toBe(slow(text).getTime());
  expect(JSON.stringify(parseUtcTime(text))).toBe(JSON.stringify(slow(text)));
});

test('a time that was changed is written as it is now', () => {
  const time = parseUtcTime('2026-01-31 09:30:00+00')!;
  time.setUTCHours(11);
  expect(JSON.stringify(time)).toBe('"2026-01-31T11:30:00.000Z"');
});

test.each([
  '2026-01-31 09:30:00+01',
  '2026-01-31 09:30:00.123+05:30',
  'infinity',
  '0044-03-15 12:00:00+00 BC',
  '0044-03-15 12:00:00+00',
  '',
])('%s is left to the driver', (text) => {
  expect(parseUtcTime(text)).toBeNull();
});
