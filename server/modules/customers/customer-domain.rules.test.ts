import { domainToASCII } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  customerDomainCandidates,
  normaliseDomain,
  refusalOfDomain,
} from './customer-domain.rules.ts';

describe('normaliseDomain', () => {
  it.each([
    ['Globex.COM', 'globex.com'],
    ['@globex.com', 'globex.com'],
    ['jane@globex.com', 'globex.com'],
    ['https://globex.com/about?x=1', 'globex.com'],
    ['globex.com:8080', 'globex.com'],
    [' globex.com. ', 'globex.com'],
    ['müller.de', 'xn--mller-kva.de'],
    ['globex.test', 'globex.test'],
  ])('%j -> %s', (input, domain) => {
    expect(normaliseDomain(input)).toBe(domain);
  });
  it.each([
    '',
    'globex',
    'a b.com',
    '127.0.0.1',
    '[::1]',
    '-a.com',
    'a..com',
    '*.com',
    'globex.123',
    '<script>.com',
    'a_b.com',
    `${'a'.repeat(64)}.com`,
    '../etc',
  ])('refuses %j', (input) => {
    expect(normaliseDomain(input)).toBeNull();
  });
});

describe('refusalOfDomain', () => {
  const own = ['servicedesk.localhost', 'acme-msp.test'];
  it.each([
    ['globex.test', null],
    ['globex.com', null],
    ['eu.globex.co.uk', null],
    ['xn--mller-kva.de', null],
    ['gmail.com', 'freeMailDomain'],
    ['mail.yahoo.com', 'freeMailDomain'],
    ['gmx.de', 'freeMailDomain'],
    ['web.de', 'freeMailDomain'],
    ['orange.fr', 'freeMailDomain'],
    ['libero.it', 'freeMailDomain'],
    ['proton.me', 'freeMailDomain'],
    ['outlook.com', 'freeMailDomain'],
    ['co.uk', 'publicSuffixDomain'],
    ['com.br', 'publicSuffixDomain'],
    ['github.io', 'publicSuffixDomain'],
    ['acme-msp.test', 'ownDomain'],
    ['desk.acme-msp.test', 'ownDomain'],
    ['globex.servicedesk.localhost', 'ownDomain'],
  ])('%s: %s', (domain, refusal) => {
    expect(refusalOfDomain(domain, own)).toBe(refusal);
  });
  it.each(['аcme.com', 'асмe.com', 'сосо.com', 'gοοgle.com'])(
    'refuses the look-alike %s',
    (domain) => {
      expect(refusalOfDomain(domainToASCII(domain))).toBe('lookAlikeDomain');
    },
  );
  it('refuses accents that imitate another customer', () => {
    const imitation = domainToASCII('glöbex.com');
    expect(refusalOfDomain(imitation)).toBeNull();
    expect(refusalOfDomain(imitation, [], ['globex.com'])).toBe('lookAlikeDomain');
  });
  it.each(['пример.рф', '例え.jp', 'ελλάδα.gr'])('takes the honest %s', (domain) => {
    expect(refusalOfDomain(domainToASCII(domain))).toBeNull();
  });
});

describe('customerDomainCandidates', () => {
  it.each([
    ['globex.com', ['globex.com']],
    ['mail.eu.globex.co.uk', ['mail.eu.globex.co.uk', 'eu.globex.co.uk', 'globex.co.uk']],
    ['globex.com.evil.tld', ['globex.com.evil.tld', 'com.evil.tld', 'evil.tld']],
    ['gmail.com', []],
    ['x.gmail.com', []],
    ['co.uk', []],
    ['globex.test', ['globex.test']],
  ])('%s', (domain, candidates) => {
    expect(customerDomainCandidates(domain)).toEqual(candidates);
  });
});
