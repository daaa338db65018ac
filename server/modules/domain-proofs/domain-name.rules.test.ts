import { describe, expect, test } from 'vitest';
import { isApex, readDomainName } from './domain-name.rules.ts';

const OURS = ['desk.msp.example', 'servicedesk.desk.msp.example', 'mail.msp.example'];
const read = (input: string) => readDomainName(input, OURS);

describe('is read as people write it', () => {
  test.each([
    ['support.example.com', 'support.example.com'],
    ['  Support.EXAMPLE.com. ', 'support.example.com'],
    ['https://support.example.com/', 'support.example.com'],
    ['example.co.uk', 'example.co.uk'],
    ['hilfe.müller.de', 'hilfe.xn--mller-kva.de'],
    ['HILFE.MÜLLER.DE', 'hilfe.xn--mller-kva.de'],
    ['xn--mller-kva.de', 'xn--mller-kva.de'],
    ['ｓｕｐｐｏｒｔ.example.com', 'support.example.com'],
    // the parent of our host is not ours alone to give
    ['msp.example', 'msp.example'],
  ])('%s', (input, domain) => expect(read(input)).toEqual({ domain }));
});

describe('is refused, and says why', () => {
  test.each([
    ['*.example.com', 'wildcardDomain'],
    ['support.*.com', 'wildcardDomain'],
    ['example.com/help', 'domainWithPath'],
    ['example.com?x', 'domainWithPath'],
    ['example.com:8443', 'domainWithPath'],
    ['192.0.2.7', 'domainIsAddress'],
    ['http://192.0.2.7/', 'domainIsAddress'],
    ['[2001:db8::1]', 'domainIsAddress'],
    ['2001:db8::1', 'domainIsAddress'],
    ['0x7f.1', 'domainIsAddress'],
    ['0300.0.2.7', 'domainIsAddress'],
    ['１９２.0.2.7', 'domainIsAddress'],
    ['intranet', 'invalidDomain'],
    ['', 'invalidDomain'],
    ['localhost', 'invalidDomain'],
    ['support.localhost', 'invalidDomain'],
    ['service.onion', 'invalidDomain'],
    ['1.0.0.127.in-addr.arpa', 'invalidDomain'],
    ['exa mple.com', 'invalidDomain'],
    ['exa%6dple.com', 'invalidDomain'],
    ['someone@example.com', 'invalidDomain'],
    ['-a.example.com', 'invalidDomain'],
    ['_portico.example.com', 'invalidDomain'],
    ['a..example.com', 'invalidDomain'],
    ['example.com..', 'invalidDomain'],
    ['example.1', 'invalidDomain'],
    [`${'a'.repeat(64)}.example.com`, 'invalidDomain'],
    [`${'a.'.repeat(120)}example.com`, 'invalidDomain'],
    ['desk.msp.example', 'domainIsOurs'],
    ['DESK.msp.example.', 'domainIsOurs'],
    ['servicedesk.desk.msp.example', 'domainIsOurs'],
    ['other.servicedesk.desk.msp.example', 'domainIsOurs'],
    ['mail.msp.example', 'domainIsOurs'],
    ['co.uk', 'domainOfEverybody'],
    ['github.io', 'domainOfEverybody'],
  ])('%s: %s', (input, refusal) => expect(read(input)).toEqual({ refusal }));
});

test('an apex has nothing before it', () => {
  expect(['example.com', 'example.co.uk', 'support.example.com'].map(isApex)).toEqual([
    true,
    true,
    false,
  ]);
});
