import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import { describe, expect, it, vi } from 'vitest';
import { createDnsResolver, type DnsResolver } from './dns-resolver.ts';
import { addressMatcher, authenticateSender } from './sender-authentication.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const keyRecord = `v=DKIM1; k=rsa; p=${publicKey.replace(/-----[^-]+-----|\s/g, '')}`;

const zone: Record<string, string[][]> = {
  'TXT bank.com': [['v=spf1 ip4:192.0.2.1 -all']],
  'TXT _dmarc.bank.com': [['v=DMARC1; p=reject']],
  'TXT s1._domainkey.bank.com': [[keyRecord]],
  'TXT s1._domainkey.nopolicy.com': [[keyRecord]],
  'TXT onlyspf.com': [['v=spf1 ip4:192.0.2.1 ~all']],
  'TXT elsewhere.com': [['v=spf1 ip4:203.0.113.9 -all']],
};
const resolver: DnsResolver = async (name, type) => {
  const answer = zone[`${type} ${name}`];
  if (!answer) throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
  return answer;
};
const options = { trustedRelays: ['10.0.0.0/8', '::1'], hostName: 'mx.test', resolver };
const mail = (head: string) =>
  Buffer.from(
    `${head.replace(/\n/g, '\r\n')}\r\nSubject: x\r\nDate: Tue, 24 Nov 2026 03:00:00 +0000\r\n\r\nHello\r\n`,
  );
const from = (remoteIp: string, envelopeFrom = 'a@bank.com') => ({
  remoteIp,
  helo: 'mx.sender.com',
  envelopeFrom,
});
const signed = async (raw: Buffer, signingDomain: string) => {
  const { signatures } = await dkimSign(raw, {
    signatureData: [{ signingDomain, selector: 's1', privateKey }],
  } as never);
  return Buffer.concat([Buffer.from(signatures), raw]);
};

describe('direct delivery', () => {
  it('passes by SPF', async () => {
    expect(
      (await authenticateSender(mail('From: a@bank.com'), from('192.0.2.1'), options)).verdict,
    ).toBe('pass');
  });
  it('passes by DKIM from any host', async () => {
    const raw = await signed(mail('From: a@bank.com'), 'bank.com');
    expect((await authenticateSender(raw, from('203.0.113.9', 'x@y.com'), options)).verdict).toBe(
      'pass',
    );
  });
  it('fails what DMARC fails', async () => {
    expect(
      await authenticateSender(mail('From: a@bank.com'), from('203.0.113.9'), options),
    ).toEqual({
      verdict: 'fail',
      isContradicted: true,
      detail: 'dmarc=fail spf=fail dkim=none',
    });
  });
  it('fails a signature of somebody else', async () => {
    const raw = await signed(mail('From: a@bank.com'), 'nopolicy.com');
    expect(
      (await authenticateSender(raw, from('203.0.113.9', 'a@nopolicy.com'), options)).verdict,
    ).toBe('fail');
  });
  it('fails a changed body', async () => {
    const raw = Buffer.from(
      (await signed(mail('From: a@bank.com'), 'bank.com')).toString().replace('Hello', 'Pay me'),
    );
    expect((await authenticateSender(raw, from('203.0.113.9'), options)).verdict).toBe('fail');
  });
  it.each(['From: a@bank.com\nFrom: b@other.com', 'From: a@bank.com, b@other.com'])(
    'fails two authors: %s',
    async (head) => {
      expect((await authenticateSender(mail(head), from('192.0.2.1'), options)).verdict).toBe(
        'fail',
      );
    },
  );
  it('believes a signature without a policy', async () => {
    const raw = await signed(mail('From: a@nopolicy.com'), 'nopolicy.com');
    expect(
      (await authenticateSender(raw, from('203.0.113.9', 'a@nopolicy.com'), options)).verdict,
    ).toBe('pass');
  });
  it.each(['From: a@unknown.com', 'X: no from', 'From: a@globex.test'])(
    'has no verdict on %s',
    async (head) => {
      expect((await authenticateSender(mail(head), from('203.0.113.9', ''), options)).verdict).toBe(
        'none',
      );
    },
  );
});

describe('a domain without a policy', () => {
  const judged = (ip: string, envelopeFrom: string, author: string) =>
    authenticateSender(mail(`From: ${author}`), from(ip, envelopeFrom), options);
  it('vouches by an SPF that is its own', async () => {
    expect(await judged('192.0.2.1', 'a@onlyspf.com', 'a@mail.onlyspf.com')).toMatchObject({
      verdict: 'pass',
      isContradicted: false,
    });
  });
  it.each([
    ['203.0.113.9', 'a@onlyspf.com', 'a@onlyspf.com', true],
    // somebody else's SPF passes, the author's own was not kept
    ['203.0.113.9', 'a@elsewhere.com', 'a@onlyspf.com', true],
    ['203.0.113.9', 'a@elsewhere.com', 'a@silent.com', false],
    ['203.0.113.9', 'a@silent.com', 'a@silent.com', false],
    ['203.0.113.9', '', 'a@globex.test', false],
  ])('%s %s %s: contradicted %s', async (ip, envelopeFrom, author, isContradicted) => {
    expect(await judged(ip, envelopeFrom, author)).toMatchObject({
      verdict: 'none',
      isContradicted,
    });
  });
});

describe('behind a trusted relay', () => {
  const outside =
    'Received: from mx.bank.com (mx.bank.com [192.0.2.1]) by relay.test; Tue, 24 Nov 2026 03:00:00 +0000';
  it('is judged by the host before the relay', async () => {
    const verdict = async (received: string) =>
      (await authenticateSender(mail(`${received}\nFrom: a@bank.com`), from('10.1.2.3'), options))
        .verdict;
    expect(await verdict(outside)).toBe('pass');
    expect(await verdict(outside.replace('192.0.2.1', '203.0.113.9'))).toBe('fail');
    expect(await verdict(`Received: from relay (relay [10.9.9.9]) by in.test; x\n${outside}`)).toBe(
      'pass',
    );
  });
  it("is judged by the relay's own Authentication-Results", async () => {
    const raw = mail(
      `Authentication-Results: relay.test; dmarc=fail header.from=bank.com\n${outside}\nFrom: a@bank.com`,
    );
    expect((await authenticateSender(raw, from('10.1.2.3'), options)).verdict).toBe('fail');
  });
  it('does not believe results that the sender wrote', async () => {
    const forged = 'Authentication-Results: relay.test; dmarc=pass header.from=bank.com';
    const received = outside.replace('192.0.2.1', '203.0.113.9');
    expect(
      (
        await authenticateSender(
          mail(`${received}\n${forged}\nFrom: a@bank.com`),
          from('10.1.2.3'),
          options,
        )
      ).verdict,
    ).toBe('fail');
    expect(
      (await authenticateSender(mail(`${forged}\nFrom: a@bank.com`), from('10.1.2.3'), options))
        .verdict,
    ).toBe('fail');
  });
  it('believes neither when the host is no relay of ours', async () => {
    const raw = mail(
      `Authentication-Results: relay.test; dmarc=pass\n${outside}\nFrom: a@bank.com`,
    );
    expect((await authenticateSender(raw, from('203.0.113.9'), options)).verdict).toBe('fail');
  });
});

describe('without a name server', () => {
  it('gives no verdict, soon, and rests after some tries', async () => {
    const lookUp = vi.fn<DnsResolver>(async () => {
      throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    });
    const offline = { ...options, resolver: createDnsResolver(lookUp) };
    for (let i = 0; i < 10; i++) {
      expect(
        (await authenticateSender(mail('From: a@bank.com'), from('203.0.113.9'), offline)).verdict,
      ).toBe('none');
    }
    expect(lookUp.mock.calls.length).toBeLessThan(10);
  });
  it('does not wait for a name server that never answers', async () => {
    const silent = { ...options, resolver: createDnsResolver(() => new Promise(() => undefined)) };
    const started = performance.now();
    expect(
      (await authenticateSender(mail('From: a@bank.com'), from('203.0.113.9'), silent)).verdict,
    ).toBe('none');
    expect(performance.now() - started).toBeLessThan(7000);
  });
  it('asks nobody about names that are not public, and one question once', async () => {
    const lookUp = vi.fn<DnsResolver>(async () => [['x']]);
    const resolve = createDnsResolver(lookUp);
    await expect(resolve('globex.test', 'TXT')).rejects.toMatchObject({ code: 'ENOTFOUND' });
    expect(await resolve('globex.com', 'TXT')).toEqual([['x']]);
    await resolve('GLOBEX.com', 'TXT');
    expect(lookUp).toHaveBeenCalledTimes(1);
  });
});

it.each([
  ['10.1.1.1', true],
  ['::ffff:10.1.1.1', true],
  ['::1', true],
  ['11.1.1.1', false],
  ['2001:db8::1', false],
  ['nonsense', false],
])('trusts %s: %s', (ip, isTrusted) => {
  expect(addressMatcher(['10.0.0.0/8', '::1'])(ip)).toBe(isTrusted);
});
