import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { CERTIFICATE, CERTIFICATE_KEY } from '../../../tests/support/certificate.ts';
import { listOf } from './outside-address.rules.ts';
import { type CheckTarget, runCheck } from './run-check.ts';

/** The names of the outside world; each look-up takes the next answer, the last one stays. */
const names = vi.hoisted(() => new Map<string, string[][]>());
const asked: string[] = [];
vi.mock('node:dns/promises', () => {
  const refuse = (code: string) => Promise.reject(Object.assign(new Error(code), { code }));
  return {
    Resolver: class {
      cancelled = Promise.withResolvers<string[]>();
      answers: string[] | undefined;
      resolve4(host: string) {
        asked.push(host);
        if (host === 'silent.test') return this.cancelled.promise;
        const answers = names.get(host) ?? [];
        this.answers = answers.length > 1 ? answers.shift() : answers[0];
        return this.of((address) => !address.includes(':'));
      }
      // Asked after `resolve4`, of the same name.
      resolve6(host: string) {
        return host === 'silent.test'
          ? this.cancelled.promise
          : this.of((address) => address.includes(':'));
      }
      of(isWanted: (address: string) => boolean) {
        const found = this.answers?.filter(isWanted) ?? [];
        return found.length > 0 ? Promise.resolve(found) : refuse('ENOTFOUND');
      }
      cancel() {
        this.cancelled.reject(Object.assign(new Error('cancelled'), { code: 'ECANCELLED' }));
      }
    },
    /** What only this machine knows. */
    lookup: (host: string) =>
      host === 'hosts-file.test'
        ? Promise.resolve([{ address: '127.0.0.1', family: 4 }])
        : refuse('ENOTFOUND'),
  };
});

/** The public internet of this test is 127.0.0.1; all else of this machine is private. */
const PUBLIC = listOf(['127.0.0.1/32']);
const visits: { host: string; by: string; path: string }[] = [];
let web: Server;
let secure: Server;
let port: number;
let securePort: number;
beforeAll(async () => {
  web = createServer((request, answer) => {
    const path = request.url ?? '';
    visits.push({ host: request.headers.host ?? '', by: request.socket.localAddress ?? '', path });
    const to = /^\/to\/(.*)$/.exec(path)?.[1];
    if (to !== undefined) return answer.writeHead(302, { location: decodeURIComponent(to) }).end();
    if (path === '/loop') return answer.writeHead(302, { location: '/loop' }).end();
    if (path === '/broken') return answer.writeHead(500).end('broken');
    if (path === '/slow') return;
    if (path === '/endless') {
      answer.writeHead(200);
      const more = setInterval(() => answer.write('x'.repeat(100_000)), 1);
      return answer.on('close', () => clearInterval(more));
    }
    return answer.end('All is well');
  });
  secure = createSecureServer({ cert: CERTIFICATE, key: CERTIFICATE_KEY }, (_request, answer) =>
    answer.end('secret'),
  );
  for (const server of [web, secure])
    await new Promise<void>((done) => server.listen(0, '0.0.0.0', done));
  port = (web.address() as AddressInfo).port;
  securePort = (secure.address() as AddressInfo).port;
});
afterAll(() => {
  for (const server of [web, secure]) {
    server.closeAllConnections();
    server.close();
  }
});
beforeEach(() => {
  names.clear();
  names.set('shop.test', [['127.0.0.1']]);
  names.set('inside.test', [['127.0.0.2']]);
  asked.length = 0;
  visits.length = 0;
});

const page = (url: string, more: Partial<CheckTarget> = {}): CheckTarget => ({
  url,
  host: null,
  port: null,
  expected_status: null,
  expected_text: '',
  accepts_any_certificate: false,
  ...more,
});
const at = (path: string, host = 'shop.test') => `http://${host}:${port}${path}`;
const to = (address: string) => at(`/to/${encodeURIComponent(address)}`);
const run = (target: CheckTarget) => runCheck(target, PUBLIC);
const tcp = (host: string, at: number) => run({ ...page(''), url: null, host, port: at });

describe('a page', () => {
  test('is fine when it answers', async () => {
    const finding = await run(page(at('/')));
    expect(finding).toMatchObject({ outcome: 'fine', statusCode: 200, certificateEndsAt: null });
    expect(visits).toEqual([{ host: `shop.test:${port}`, by: '127.0.0.1', path: '/' }]);
  });

  test.each([
    ['/broken', {}, 'unexpectedStatus', 500],
    ['/broken', { expected_status: 500 }, 'fine', 500],
    ['/', { expected_status: 204 }, 'unexpectedStatus', 200],
    ['/', { expected_text: 'is well' }, 'fine', 200],
    ['/', { expected_text: 'is ill' }, 'textMissing', 200],
    ['/endless', { expected_text: 'never' }, 'textMissing', 200],
    ['/loop', {}, 'tooManyRedirects', null],
    ['/loop', { expected_status: 302 }, 'fine', 302],
  ])('%s %j: %s', async (path, expected, outcome, statusCode) => {
    expect(await run(page(at(path), expected))).toMatchObject({ outcome, statusCode });
  });

  test('is followed where it leads', async () => {
    expect(await run(page(to(at('/'))))).toMatchObject({ outcome: 'fine' });
    expect(visits.at(-1)).toMatchObject({ path: '/' });
    expect(await run(page(to('file:///etc/passwd')))).toMatchObject({ outcome: 'redirectInvalid' });
    expect(await run(page(to('http://[::1')))).toMatchObject({ outcome: 'redirectInvalid' });
  });

  test('that never answers is given up', { timeout: 20_000 }, async () => {
    const finding = await run(page(at('/slow')));
    expect(finding.outcome).toBe('timeout');
    expect(finding.responseMs).toBeLessThan(12_000);
  });

  test('nobody has, or nobody answers at', async () => {
    expect(await run(page('http://nowhere.test/'))).toMatchObject({ outcome: 'nameUnknown' });
    expect(await run(page('http://shop.test:1/'))).toMatchObject({ outcome: 'refused' });
  });
});

describe('a certificate', () => {
  test('that browsers refuse is refused, and when it ends is told', async () => {
    const finding = await run(page(`https://shop.test:${securePort}/`));
    expect(finding.outcome).toBe('certificateInvalid');
    expect(finding.certificateEndsAt?.getFullYear()).toBeGreaterThan(2100);
  });

  test('may be any where that was said', async () => {
    const target = page(`https://shop.test:${securePort}/`, { accepts_any_certificate: true });
    expect(await run(target)).toMatchObject({ outcome: 'fine', statusCode: 200 });
  });

  test('is asked of a server that speaks no TLS', async () => {
    expect(await run(page(`https://shop.test:${port}/`))).toMatchObject({
      outcome: 'secureConnectionFailed',
    });
  });
});

describe('a port', () => {
  test('is open, closed, or of a name that is not known', async () => {
    expect(await tcp('shop.test', port)).toMatchObject({ outcome: 'fine', statusCode: null });
    expect(await tcp('127.0.0.1', port)).toMatchObject({ outcome: 'fine' });
    expect(await tcp('shop.test', 1)).toMatchObject({ outcome: 'refused' });
    expect(await tcp('nowhere.test', port)).toMatchObject({ outcome: 'nameUnknown' });
  });
});

describe('nobody is led into a private network', () => {
  const forbidden = { outcome: 'addressForbidden', statusCode: null };

  test.each([
    ['a name that leads there', () => page(at('/', 'inside.test'))],
    ['an address', () => page(at('/', '127.0.0.2'))],
    ['a redirect to a name', () => page(to(at('/', 'inside.test')))],
    ['a redirect to an address', () => page(to(at('/', '127.0.0.2')))],
    ['a redirect to an address in other clothes', () => page(to(at('/', '0x7f.2')))],
    ['a redirect to a number', () => page(to(at('/', '2130706434')))],
    ['a redirect to IPv6', () => page(to(at('/', '[::ffff:127.0.0.2]')))],
    ['a redirect to the metadata of a cloud', () => page(to('http://169.254.169.254/latest'))],
  ])('by %s', async (_what, target) => {
    expect(await run(target())).toMatchObject(forbidden);
    expect(visits.filter(({ by }) => !by.endsWith('127.0.0.1'))).toEqual([]);
  });

  test('by a port check', async () => {
    let knocks = 0;
    const inside = createTcpServer(() => knocks++);
    await new Promise<void>((done) => inside.listen(0, '127.0.0.2', done));
    const { port: insidePort } = inside.address() as AddressInfo;
    expect(await tcp('inside.test', insidePort)).toMatchObject(forbidden);
    expect(await tcp('127.0.0.2', insidePort)).toMatchObject(forbidden);
    expect(knocks).toBe(0);
    inside.close();
  });

  test('by a name that leads elsewhere when it is asked for again', async () => {
    names.set('turning.test', [['127.0.0.1'], ['127.0.0.2']]);
    expect(await run(page(at('/', 'turning.test')))).toMatchObject({ outcome: 'fine' });
    expect(asked).toEqual(['turning.test']);
    expect(visits.map(({ by }) => by)).toEqual(['127.0.0.1']);
    // The next run asks anew, and is told the other address.
    expect(await run(page(at('/', 'turning.test')))).toMatchObject(forbidden);
  });

  test('by a name with addresses of both kinds', async () => {
    names.set('both.test', [['127.0.0.2', '::1', '127.0.0.1']]);
    expect(await run(page(at('/', 'both.test')))).toMatchObject({ outcome: 'fine' });
    expect(visits.map(({ by }) => by)).toEqual(['127.0.0.1']);
  });
});
