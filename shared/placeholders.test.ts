import { describe, expect, it } from 'vitest';
import { findOddPlaceholders, likelyPlaceholder } from './placeholders.ts';

const KNOWN = ['Contact First Name', 'Contact Full Name', 'Portal Address', 'Ticket Link', 'Link'];
const found = (text: string) =>
  findOddPlaceholders(text, KNOWN).map(({ reason, written, suggestion }) => [
    reason,
    written,
    suggestion,
  ]);

describe('findOddPlaceholders', () => {
  it.each([
    'Hi {[Contact First Name]},',
    'Hi {[ Contact  First\u00a0Name ]},',
    '{[Portal Address]}{[Link]}',
    'Office hours [optional], {see below}, [1]',
    '[#{[Ticket Link]}] x',
    '',
  ])('has nothing to say about %s', (text) => expect(found(text)).toEqual([]));

  it.each([
    ['{[Contact Frist Name]}', 'unknown', '{[Contact Frist Name]}', 'Contact First Name'],
    ['{[contact first name]}', 'unknown', '{[contact first name]}', 'Contact First Name'],
    ['{[Contact_First_Name]}', 'unknown', '{[Contact_First_Name]}', 'Contact First Name'],
    ['{[Nonsense of mine]}', 'unknown', '{[Nonsense of mine]}', null],
    ['{[constructor]}', 'unknown', '{[constructor]}', null],
    ['a {{Portal Address}} b', 'unknown', '{{Portal Address}}', 'Portal Address'],
    ['a [Portal Address] b', 'unknown', '[Portal Address]', 'Portal Address'],
    ['a {Portal Adress]} b', 'unknown', '{Portal Adress]}', 'Portal Address'],
    ['a {[Portal Address} b', 'unknown', '{[Portal Address}', 'Portal Address'],
    ['Go to {[Portal Address', 'unfinished', '{[Portal Address', 'Portal Address'],
    ['Go to Address]} now', 'unfinished', 'Address]}', null],
    ['{[', 'unfinished', '{[', null],
  ])('%s', (text, reason, written, suggestion) =>
    expect(found(text)).toEqual([[reason, written, suggestion]]),
  );

  it('says where each one stands', () => {
    const text = '{[Link]} and {[Lnk]} and {[Portal';
    const places = findOddPlaceholders(text, KNOWN);
    expect(places.map(({ from, to }) => text.slice(from, to))).toEqual(['{[Lnk]}', '{[Portal']);
  });

  it('is fast on a hostile text', () => {
    const started = performance.now();
    findOddPlaceholders('{['.repeat(50_000) + ']}'.repeat(50_000), KNOWN);
    findOddPlaceholders('{[a '.repeat(20_000), KNOWN);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

it('likelyPlaceholder prefers the nearest', () => {
  expect(likelyPlaceholder('Contact Ful Name', KNOWN)).toBe('Contact Full Name');
  expect(likelyPlaceholder('Lnik', KNOWN)).toBe('Link');
  expect(likelyPlaceholder('', KNOWN)).toBeNull();
});
