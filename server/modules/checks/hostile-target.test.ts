import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { listOf } from './outside-address.rules.ts';
import { type CheckTarget, runCheck, TIMEOUT_MS } from './run-check.ts';

/** Name servers that never answer, a name server that says no, and what the hosts file says. */
vi.mock('node:dns/promises', () => {
  const refuse = (code: string) => Promise.reject(Object.assign(new Error(code), { code }));
  return {
    Resolver: class {
      cancelled = Promise.withResolvers<string[]>();
      resolve4 = (host: string) =>
        host === 'silent.test' ? this.cancelled.promise : refuse('ENOTFOUND');
      resolve6 = this.resolve4;
      cancel = () => this.cancelled.reject(new Error('cancelled'));
    },
    lookup: (host: string) =>
      Promise.resolve([{ address: host === 'own.test' ? '127.0.0.1' : '127.0.0.2', family: 4 }]),
  };
});

/** The public internet of this test. */
const PUBLIC = listOf(['127.0.0.1/32']);
const servers: Server[] = [];
const sockets = new Set<Socket>();
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers) server.close();
});

/** A server that does as it likes with whoever connects; returns its port. */
async function hostile(behave: (socket: Socket) => void, address = '127.0.0.1'): Promise<number> {
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    behave(socket);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, address, done));
  return (server.address() as AddressInfo).port;
}

/** Writes for as long as somebody reads; what came of it is counted. */
function floods(socket: Socket, head: string, more: string): { bytes: number } {
  const sent = { bytes: 0 };
  socket.write(head);
  const pour = () => {
    while (!socket.destroyed) {
      sent.bytes += more.length;
      if (!socket.write(more)) return void socket.once('drain', pour);
    }
  };
  pour();
  return sent;
}

/** A piece every tenth of a second, for ever. */
function drips(socket: Socket, head: string, piece: string): void {
  socket.write(head);
  const timer = setInterval(() => socket.write(piece), 100);
  socket.on('close', () => clearInterval(timer));
}

const page = (url: string, more: Partial<CheckTarget> = {}): CheckTarget => ({
  url,
  host: null,
  port: null,
  expected_status: null,
  expected_text: '',
  accepts_any_certificate: false,
  ...more,
});
const ask = (port: number, more: Partial<CheckTarget> = {}, path = '/') =>
  runCheck(page(`http://127.0.0.1:${port}${path}`, more), PUBLIC);

describe('who gives too much is cut off', () => {
  const MEGABYTE = 1_000_000;
  const OK = 'HTTP/1.1 200 OK\r\n';
  test.each([
    ['a page without end, of which nothing is wanted', `${OK}\r\n`, '', 'fine'],
    ['a page without end', `${OK}\r\n`, 'needle', 'textMissing'],
    ['a header without end', `${OK}X-Long: `, '', 'answerBroken'],
  ])('%s', async (_what, head, expected_text, outcome) => {
    let sent = { bytes: 0 };
    let isGone = false;
    const port = await hostile((socket) =>
      socket
        .on('close', () => (isGone = true))
        .once('data', () => {
          sent = floods(socket, head, 'x'.repeat(64_000));
        }),
    );
    const finding = await ask(port, { expected_text });
    expect(finding).toMatchObject({ outcome });
    await expect.poll(() => isGone).toBe(true);
    // What it read, and what the two systems between them hold.
    expect(sent.bytes).toBeLessThan(20 * MEGABYTE);
    expect(finding.responseMs).toBeLessThan(TIMEOUT_MS);
  });

  test('a small answer that unpacks to a large one is not unpacked', async () => {
    const bomb = gzipSync(`needle${'0'.repeat(20 * MEGABYTE)}`);
    let asked = '';
    const port = await hostile((socket) =>
      socket.once('data', (request) => {
        asked = request.toString();
        const head = `Content-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\n\r\n`;
        socket.write(Buffer.concat([Buffer.from(OK + head), bomb]));
      }),
    );
    expect(await ask(port, { expected_text: 'needle' })).toMatchObject({ outcome: 'textMissing' });
    expect(asked).toContain('accept-encoding: identity');
  });
});

describe('who takes too long is given up', () => {
  const HEAD = 'HTTP/1.1 200 OK\r\n';
  const byHttp = (behave: (socket: Socket) => void) => async () =>
    page(`http://127.0.0.1:${await hostile(behave)}/`, { expected_text: 'needle' });
  test.concurrent.each<[string, () => Promise<CheckTarget>]>([
    ['says nothing', byHttp(() => undefined)],
    ['writes its headers letter by letter', byHttp((socket) => drips(socket, HEAD, 'x'))],
    ['writes its page letter by letter', byHttp((socket) => drips(socket, `${HEAD}\r\n`, 'x'))],
    [
      'asks for patience for ever',
      byHttp((socket) => drips(socket, '', 'HTTP/1.1 102 Processing\r\n\r\n')),
    ],
    [
      'redirects slowly',
      byHttp((socket) =>
        socket.once('data', () =>
          setTimeout(() => socket.end('HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n'), 4_000),
        ),
      ),
    ],
    [
      'never ends the handshake',
      async () => page(`https://127.0.0.1:${await hostile(() => undefined)}/`),
    ],
    ['has a name server that is silent', async () => page('http://silent.test/')],
  ])('who %s', { timeout: TIMEOUT_MS * 2 }, async (_what, target) => {
    const finding = await runCheck(await target(), PUBLIC);
    expect(finding).toMatchObject({ outcome: 'timeout', statusCode: null });
    expect(finding.responseMs).toBeLessThan(TIMEOUT_MS + 3_000);
  });

  test('at once when the server stops', async () => {
    const stop = new AbortController();
    const port = await hostile(() => stop.abort());
    const finding = await runCheck(page(`http://127.0.0.1:${port}/`), PUBLIC, stop.signal);
    expect(finding.responseMs).toBeLessThan(TIMEOUT_MS / 2);
  });
});

describe('nothing is smuggled in', () => {
  /** What arrives of a request that was redirected to somewhere. */
  async function arrivesFrom(location: (port: number) => string): Promise<string> {
    const requests: string[] = [];
    const port: number = await hostile((socket) =>
      socket.once('data', (request) => {
        requests.push(request.toString());
        const to = requests.length === 1 ? `302 Found\r\nLocation: ${location(port)}` : '200 OK';
        socket.end(`HTTP/1.1 ${to}\r\n\r\n`);
      }),
    );
    expect(await ask(port)).toMatchObject({ outcome: 'fine' });
    return requests[1] ?? '';
  }

  test('no header by the path of a redirect', async () => {
    const request = await arrivesFrom(() => '/a%0d%0aX-Evil:%20yes?b=%0aX-Evil: yes');
    expect(request.split('\r\n')[0]).toBe('GET /a%0d%0aX-Evil:%20yes?b=%0aX-Evil:%20yes HTTP/1.1');
    expect(request).not.toMatch(/^x-evil/im);
  });

  test('no header by the path that somebody typed', async () => {
    let request = '';
    const port = await hostile((socket) =>
      socket.once('data', (data) => {
        request = data.toString();
        socket.end('HTTP/1.1 200 OK\r\n\r\n');
      }),
    );
    await ask(port, {}, '/\r\nX-Evil: yes\r\n\r\nGET /second HTTP/1.1');
    expect(request.match(/^GET /gm)).toHaveLength(1);
    expect(request).not.toMatch(/^x-evil/im);
  });

  test('no credentials by a redirect', async () => {
    const request = await arrivesFrom((port) => `http://admin:word@127.0.0.1:${port}/in`);
    expect(request).toMatch(/^GET \/in HTTP/);
    expect(request).not.toMatch(/authorization|word/i);
  });
});

describe('what speaks another language', () => {
  test('is an answer that is broken', async () => {
    const port = await hostile((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
    expect(await ask(port)).toMatchObject({ outcome: 'answerBroken' });
  });

  test('is somebody who answers, even when he hangs up at once', async () => {
    const port = await hostile((socket) => socket.resetAndDestroy());
    const target = { ...page(''), url: null, host: '127.0.0.1', port };
    for (let time = 0; time < 50; time++)
      expect(['fine', 'answerBroken']).toContain((await runCheck(target, PUBLIC)).outcome);
  });
});

test('names that only this machine knows are found, and judged like all', async () => {
  const port = await hostile((socket) =>
    socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\n\r\n')),
  );
  const byName = (host: string) => runCheck(page(`http://${host}:${port}/`), PUBLIC);
  expect(await byName('own.test')).toMatchObject({ outcome: 'fine' });
  expect(await byName('inside.test')).toMatchObject({ outcome: 'addressForbidden' });
});
