import { expect, test } from 'vitest';
import { safeReturnAddress } from './return-address.ts';

test('an address of the console is kept', () => {
  expect(safeReturnAddress('/tickets?status=open')).toBe('/tickets?status=open');
});

test.each([
  '//evil.test',
  '/\\evil.test',
  'https://evil.test',
  '/\t/evil.test',
  'javascript:1',
  '',
  undefined,
])('anything else is not: %j', (next) => expect(safeReturnAddress(next)).toBeNull());
