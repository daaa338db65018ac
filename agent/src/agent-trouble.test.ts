import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ReportRequest } from '../../shared/agent-protocol.ts';
import { CERTIFICATE, CERTIFICATE_KEY } from '../../tests/support/certificate.ts';
import { until } from '../../tests/support/smtp-client.ts';
import { AgentProcesses, buildAgent, unsentLines } from './agent-process.fixture.ts';

/** The built agent against what stands in a server's place: it has to live on, and to get through. */
const agents = new AgentProcesses();
const open: http.Server[] = [];
const sockets: Socket[] = [];
beforeAll(buildAgent, 120_000);
afterEach(() => agents.kill());
afterAll(async () => {
  await agents.remove();
  for (const socket of sockets) socket.destroy();
  for (const server of open) server.close();
});

type Answer = (response: ServerResponse, report: ReportRequest) => void;
const GOOD = { settings: { sampleEverySeconds: 1, watchedServices: [] }, wantsInventory: false };
const say = (value: unknown, status = 200): Answer => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return (response) => response.writeHead(status).end(text);
};
const good = say({ ...GOOD, newKey: null });

/** Answers the first report so, the later ones as a server does; tells what it was sent. */
async function standIn(first: Answer, then: Answer = good) {
  const reports: ReportRequest[] = [];
  const server = http.createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const report = JSON.parse(gunzipSync(body).toString()) as ReportRequest;
      reports.push(report);
      (reports.length === 1 ? first : then)(response, report);
    });
  });
  return { url: `http://localhost:${await listen(server)}`, reports };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function listen(server: http.Server): Promise<number> {
  open.push(server);
  server.on('connection', (socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const endless: Answer = (response) => {
  response.writeHead(200);
  const chunk = Buffer.alloc(1_000_000, 'x');
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  response.on('error', () => undefined);
  more();
};
const NONSENSE: Record<string, Answer> = {
  'a page for guests': say('<html>Welcome to our hotel</html>'),
  'an empty object': say({}),
  nothing: say(''),
  'samples without a pause': say({ ...GOOD, settings: { sampleEverySeconds: 0 } }),
  'a server in trouble': say('Bad gateway', 502),
  'a proxy that knows no such page': say('Not found', 404),
  'a proxy that wants to know who asks': say('Unauthorized', 401),
  'no end': endless,
  'a line that breaks': (response) => response.destroy(),
};

test('after an answer that is none reports go on', async () => {
  // Together: after a failure an agent rests for up to ten seconds.
  const tried = Object.entries(NONSENSE).map(async ([what, first]) => {
    const { url, reports } = await standIn(first);
    const agent = agents.start(await agents.enrolledFolder(url), ['run']);
    await until(async () => (reports.length > 2 ? true : undefined), `${what}: reports`, 50_000);
    expect(agent.child.exitCode, what).toBeNull();
  });
  await Promise.all(tried);
}, 60_000);

test('names of services do nothing but name services', async () => {
  const folder = await agents.folder();
  const mark = join(folder, 'was-here');
  const watchedServices = [
    `x; touch ${mark}`,
    `$(touch ${mark})`,
    `\`touch ${mark}\``,
    `x\ntouch ${mark}`,
    `' ; touch ${mark} ; '`,
    `" & echo x > ${mark} & "`,
    `'; New-Item ${mark}; '`,
    '--version',
    '-H root@elsewhere',
    '*',
    '../../../etc/passwd',
    '\\\\elsewhere\\share',
  ];
  const told = say({ ...GOOD, newKey: null, settings: { sampleEverySeconds: 1, watchedServices } });
  const { url, reports } = await standIn(told, told);
  const enrolled = await agents.enrolledFolder(url);
  agents.start(enrolled, ['run']);
  const services = await until(async () => {
    const found = reports.flatMap(({ samples }) => samples).find((one) => one.services.length > 0);
    return found?.services;
  }, 'a sample with services');
  expect(services.map(({ name }) => name)).toEqual(watchedServices);
  expect(services.every(({ state }) => state === 'missing')).toBe(true);
  expect(existsSync(mark)).toBe(false);
});

test('a clock that is put back a day does not make it wait for yesterday', async () => {
  const { url, reports } = await standIn(good);
  const jump = `
    const real = Date.now, Real = Date;
    let off = 0;
    setTimeout(() => { off = -86_400_000; }, 3_000);
    globalThis.Date = class extends Real {
      constructor(...args) { args.length ? super(...args) : super(real() + off); }
      static now() { return real() + off; }
    };`;
  agents.start(await agents.enrolledFolder(url), ['run'], {
    NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(jump)}`,
  });
  const yesterday = () =>
    reports.filter(({ sentAt }) => Date.parse(sentAt) < Date.now() - 80_000_000).length;
  await until(async () => (yesterday() > 3 ? true : undefined), 'reports of yesterday', 30_000);
}, 40_000);

test('a file of its own that is damaged is said to be', async () => {
  const folder = await agents.folder();
  await writeFile(join(folder, 'agent.json'), '{"server":');
  const agent = agents.start(folder, ['run']);
  expect(await agent.ended).toBe(1);
  expect(agent.output()).toContain('is damaged: enroll this machine again');
});

test('nothing is sent unencrypted to elsewhere, whatever its file says', async () => {
  const folder = await agents.enrolledFolder('http://192.0.2.1');
  const agent = agents.start(folder, ['run']);
  await until(async () => agent.output().includes('encrypted only') || undefined, 'a word');
});

describe('encrypted', () => {
  let port: number;
  let heard = 0;
  beforeAll(async () => {
    const server = https.createServer(
      { cert: CERTIFICATE, key: CERTIFICATE_KEY },
      (_, response) => {
        heard++;
        good(response, {} as ReportRequest);
      },
    );
    port = await listen(server as unknown as http.Server);
  });

  test('an authority of one’s own is trusted when it was named, and not before', async () => {
    const url = `https://127.0.0.1:${port}`;
    const distrustful = agents.start(await agents.enrolledFolder(url), ['run']);
    await until(async () => /CERT|SELF_SIGNED/.test(distrustful.output()) || undefined, 'doubt');
    expect(heard).toBe(0);
    agents.start(await agents.enrolledFolder(url, { ca: CERTIFICATE }), ['run']);
    await until(async () => (heard > 1 ? true : undefined), 'reports');
  });

  test('a certificate of another name is none', async () => {
    const url = `https://localhost:${port}`;
    const before = heard;
    const agent = agents.start(await agents.enrolledFolder(url, { ca: CERTIFICATE }), ['run']);
    await until(async () => agent.output().includes('ALTNAME') || undefined, 'doubt');
    expect(heard).toBe(before);
  });

  test('through a proxy, which sees nothing of it', async () => {
    const asked: string[] = [];
    const seen: Buffer[] = [];
    const proxy = http.createServer((_, response) => response.writeHead(405).end());
    proxy.on('connect', (request, socket) => {
      asked.push(`${request.url} ${request.headers['proxy-authorization']}`);
      const out = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        socket.on('data', (chunk: Buffer) => seen.push(chunk));
        socket.pipe(out).pipe(socket);
      });
      for (const end of [socket, out]) end.on('error', () => undefined);
    });
    const address = `http://me:pass%20word@127.0.0.1:${await listen(proxy)}`;
    const before = heard;
    // A name that only the proxy knows, with the certificate of that name.
    const connection = { ca: CERTIFICATE, proxy: address };
    const folder = await agents.enrolledFolder('https://shop.test', connection);
    agents.start(folder, ['run']);
    await until(async () => (heard > before + 1 ? true : undefined), 'reports');
    const login = Buffer.from('me:pass word').toString('base64');
    expect(asked[0]).toBe(`shop.test:443 Basic ${login}`);
    expect(Buffer.concat(seen).includes('portico_device')).toBe(false);
  });

  test('a proxy that refuses is named, and samples wait', async () => {
    const proxy = http.createServer();
    proxy.on('connect', (_, socket) => socket.end('HTTP/1.1 407 Who are you\r\n\r\n'));
    const at = `127.0.0.1:${await listen(proxy)}`;
    const folder = await agents.enrolledFolder('https://shop.test', { proxy: `http://${at}` });
    const agent = agents.start(folder, ['run']);
    await until(
      async () => agent.output().includes(`the proxy ${at} says 407`) || undefined,
      'why',
    );
    await until(async () => ((await unsentLines(folder)).length > 1 ? true : undefined), 'samples');
  });
});
