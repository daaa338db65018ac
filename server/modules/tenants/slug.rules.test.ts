import { expect, test } from 'vitest';
import { numberedSlug, slugOf } from './slug.rules.ts';

test.each([
  ['Acme', 'acme'],
  ['Müller & Söhne GmbH', 'mueller-and-soehne-gmbh'],
  ['Müller & Söhne GmbH'.normalize('NFD'), 'mueller-and-soehne-gmbh'],
  ['Straße 7', 'strasse-7'],
  ['Ромашка', 'romashka'],
  ['Société Générale d’Informatique', 'societe-generale-dinformatique'],
  ['株式会社', 'zhushihuishe'],
  ['Łódź IT', 'lodz-it'],
  ['A.C.M.E. Ltd.', 'acme-ltd'],
  ["O'Neill IT", 'oneill-it'],
  ['C++ Experts', 'c-plus-plus-experts'],
  ['  --spaces--  and -- dashes ', 'spaces-and-dashes'],
  ['xn--80ak6aa92e', 'xn-80ak6aa92e'],
  ['🦄', 'unicorn'],
  ['!!!', 'company'],
  ['', 'company'],
  ['<script>alert(1)</script>', 'script-alert-1-script'],
])('%s becomes %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test.each(['www', 'Mail', 'admin', 'API', 'ServiceDesk', 'Postmaster'])(
  '%s is reserved',
  (name) => {
    expect(slugOf(name)).toBe(`${name.toLowerCase()}-desk`);
  },
);

test('is a valid host label with room for a number, cut between words', () => {
  const long = slugOf('The Extraordinarily Long Name of a Managed Service Provider in Hamburg');
  expect(long).toBe('the-extraordinarily-long-name-of-a');
  for (const name of ['x'.repeat(500), long, 'ß'.repeat(300), 'ö', '7'])
    expect(numberedSlug(slugOf(name), 12_345)).toMatch(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/);
});

test('the second of a name gets a number', () => {
  expect([1, 2, 3].map((number) => numberedSlug('acme', number))).toEqual([
    'acme',
    'acme-2',
    'acme-3',
  ]);
});
