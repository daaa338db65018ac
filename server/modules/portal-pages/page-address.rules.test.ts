import { expect, test } from 'vitest';
import { pageAddress } from './page-address.rules.ts';

test.each([
  ['/kb', { kind: 'home', language: null }],
  ['/kb/', { kind: 'home', language: null }],
  ['/de/kb', { kind: 'home', language: 'de' }],
  ['/kb/printing', { kind: 'category', language: null, category: 'printing' }],
  [
    '/it/kb/printing/paper-jam',
    { kind: 'article', language: 'it', category: 'printing', article: 'paper-jam' },
  ],
])('%s', (path, expected) => {
  expect(pageAddress(path)).toEqual(expected);
});

test.each(['/', '/kbx', '/xx/kb', '/kb/A', '/kb/%2e%2e', '/kb/a/b/c', '/de/kb//x', '/tickets/kb'])(
  '%s is another page',
  (path) => {
    expect(pageAddress(path)).toBeNull();
  },
);
