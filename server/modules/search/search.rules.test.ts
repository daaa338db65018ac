import { expect, it } from 'vitest';
import { parseSearch } from './search.rules.ts';

it.each([
  ['printer', "'printer':*", ['printer']],
  ['Drucker Büro', "'Drucker':* & 'Büro':*", ['Drucker', 'Büro']],
  ['pc on fire', "'pc' & 'on' & 'fire':*", ['fire', 'pc', 'on']],
  ['pc', "'pc'", []],
  ['vpn', "'vpn':*", ['vpn']],
  ['the vpn fails', "'the' & 'vpn' & 'fails':*", ['fails', 'the', 'vpn']],
  ['alpenblick h', "'alpenblick':* & 'h':*", ['alpenblick', 'h']],
  ['alpenblick h ', "'alpenblick':* & 'h'", ['alpenblick', 'h']],
  ['#123', "'123':*", ['123']],
  [
    'jane.doe@globex.test',
    "'jane':* & 'doe' & 'globex':* & 'test':*",
    ['globex', 'jane', 'test', 'doe'],
  ],
  ["a'b:*&|!(c)\\d%_", "'a' & 'b' & 'c' & 'd'", []],
])('%j is asked as %s', (typed, query, parts) => {
  expect(parseSearch(typed, 'technician')).toMatchObject({ words: query, parts });
});

it('leaves notes out of what contacts ask', () => {
  expect(parseSearch('printer on', 'contact')?.words).toBe("'printer':*ABC & 'on':*ABC");
});

it.each(['', '  ', '%%%', '!&|', "'''"])('%j asks for nothing', (typed) => {
  expect(parseSearch(typed, 'technician')).toBeNull();
});

it('takes eight words at most', () => {
  expect(parseSearch('one two six ten red sea sun sky air ice', 'technician')?.parts).toHaveLength(
    8,
  );
});
