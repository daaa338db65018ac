import { expect, test } from 'vitest';
import { parseFlatSearch, stringifyFlatSearch } from './flat-search.ts';

test('filters read as a person would write them', () => {
  expect(stringifyFlatSearch({ status: 'open,pending', assignee: 'me', search: undefined })).toBe(
    '?status=open,pending&assignee=me',
  );
  expect(stringifyFlatSearch({})).toBe('');
});

test('what was written is read back, numbers as text', () => {
  const search = { customer: '12', search: 'a & b=c, ü' };
  expect(parseFlatSearch(stringifyFlatSearch(search))).toEqual(search);
});
