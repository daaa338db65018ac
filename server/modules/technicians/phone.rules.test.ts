import { expect, test } from 'vitest';
import { readPhone } from './phone.rules.ts';

test.each([
  ['+49 30 901820', undefined, '+4930901820'],
  ['0049 (30) 90 18-20', undefined, '+4930901820'],
  ['030 901820', 'DE', '+4930901820'],
  ['01 42 76 40 40', 'FR', '+33142764040'],
  ['+٤٩ ٣٠ ٩٠١٨٢٠', undefined, '+4930901820'],
  ['＋49 30 901820', undefined, '+4930901820'],
  ['+४९ ३० ९०१८२०', undefined, '+4930901820'],
  ['+1 212-736-5000', 'DE', '+12127365000'],
  ['', 'DE', null],
])('%s dialled in %s is %s', async (number, region, stored) => {
  expect(await readPhone(number, region)).toBe(stored);
});

test.each([
  ['030 901820', undefined],
  ['030 901820', 'ZZ'],
  ['call me', 'DE'],
  ['+49', undefined],
  ['+49 30 901820 ext. 12', undefined],
  ['+999 123456', undefined],
  ['<script>', 'DE'],
])('%s dialled in %s is refused', async (number, region) => {
  await expect(readPhone(number, region)).rejects.toThrow('invalid');
});
