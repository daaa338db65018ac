import { describe, expect, it } from 'vitest';
import { changedFields, normaliseWebsite } from './customers.rules.ts';

describe('normaliseWebsite', () => {
  it.each([
    ['globex.test', 'https://globex.test/'],
    ['www.globex.test/about', 'https://www.globex.test/about'],
    ['http://globex.test', 'http://globex.test/'],
    ['HTTPS://Globex.test/A', 'https://globex.test/A'],
    ['globex.test:8443/x', 'https://globex.test:8443/x'],
    ['müller.de', 'https://xn--mller-kva.de/'],
  ])('%s -> %s', (input, address) => {
    expect(normaliseWebsite(input)).toBe(address);
  });
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)//a.b',
    'data:text/html,x',
    'ftp://globex.test',
    'mailto:a@globex.test',
    'globex',
    'https://',
    'https://user:secret@globex.test',
    'a b.c',
    '//',
  ])('refuses %s', (input) => {
    expect(normaliseWebsite(input)).toBeNull();
  });
});

describe('changedFields', () => {
  it('names what differs, and nothing that was not given', () => {
    const before = { name: 'Globex', phone: null as string | null, notes: 'x' };
    expect(changedFields(before, { name: 'Globex', phone: '1' })).toEqual(['phone']);
    expect(changedFields(before, {})).toEqual([]);
    expect(changedFields(before, { phone: null })).toEqual([]);
  });
});
