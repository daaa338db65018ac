import { describe, expect, it } from 'vitest';
import { domainOf, localPartOf, normaliseAddress, withoutPlusTag } from './mail-address.ts';

describe('normaliseAddress', () => {
  it.each([
    ['Jane.Doe@Globex.TEST', 'jane.doe@globex.test'],
    [' a@b.test ', 'a@b.test'],
    ['a@b.test.', 'a@b.test'],
    ['jürgen@müller.test', 'jürgen@xn--mller-kva.test'],
    ["o'brien+x@b.test", "o'brien+x@b.test"],
    ['root@localhost', 'root@localhost'],
    ['a_b@sub_domain.b.test', 'a_b@sub_domain.b.test'],
  ])('%j -> %s', (input, address) => {
    expect(normaliseAddress(input)).toBe(address);
  });
  it.each([
    '',
    'a',
    '@b.test',
    'a@',
    'a b@c.test',
    'a@b.test\r\nc',
    'a@b\t.test',
    'a@b c.test',
    '"a b"@c.test',
    'a@[127.0.0.1]',
    'a@b@c.test',
    'a\r\nBcc: x@y.test@b.test',
    'a\0@b.test',
    '.a@b.test',
    'a..b@c.test',
    'a.@b.test',
    'a@-b.test',
    `${'a'.repeat(101)}@b.test`,
    `a@${'b'.repeat(64)}.test`,
    `a@${'b.'.repeat(140)}test`,
    'a,b@c.test',
    '<a@b.test>',
    'a\u202e@b.test',
  ])('refuses %j', (input) => {
    expect(normaliseAddress(input)).toBeNull();
  });
});

it('splits an address', () => {
  expect(domainOf('a@b.test')).toBe('b.test');
  expect(localPartOf('a@b.test')).toBe('a');
  expect(withoutPlusTag('a+x+y@b.test')).toBe('a@b.test');
  expect(withoutPlusTag('a@b.test')).toBe('a@b.test');
  expect(withoutPlusTag('+x@b.test')).toBe('+x@b.test');
});
