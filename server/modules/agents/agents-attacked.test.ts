import { randomBytes, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AGENT_LIMITS, type Inventory, type Sample } from '#shared/agent-protocol.ts';
import type { Answer } from '../../../tests/support/http-client.ts';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

/** Who means harm, or is broken, at the entrance for machines. */
let server: TestServer;
let acme: TestTenant;
let customerId: number;
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  customerId = await acme.customer('Globex');
});
afterAll(() => server.close());

const TEXT = 'x';
const INVENTORY: Inventory = {
  hostname: 'srv-01',
  type: 'server',
  os: { platform: TEXT, name: TEXT, version: TEXT, build: TEXT, arch: TEXT },
  maker: TEXT,
  model: TEXT,
  serial: TEXT,
  cpu: { name: TEXT, cores: 4 },
  memoryBytes: 8e9,
  disks: [{ name: TEXT, mount: '/', fileSystem: 'ext4', totalBytes: 1e12 }],
  network: [{ name: 'eth0', mac: '00:00:00:00:00:00', addresses: ['192.0.2.1'] }],
  updatesWaiting: 0,
};
const sampleAt = (at = new Date()): Sample => ({
  at: at.toISOString(),
  cpuPercent: 12.5,
  memoryPercent: 40,
  disks: [{ mount: '/', usedBytes: 5e11, totalBytes: 1e12 }],
  receivedBytesPerSecond: 1000,
  sentBytesPerSecond: 500,
  uptimeSeconds: 3600,
  loggedInUser: 'root',
  isRebootPending: false,
  services: [{ name: 'nginx', state: 'running' }],
});
const reportOf = (fingerprint: string) => ({
  agentVersion: '1.0.0',
  fingerprint,
  runId: randomUUID() as string,
  sentAt: new Date().toISOString(),
  inventoryHash: randomUUID() as string,
  inventory: INVENTORY,
  samples: [sampleAt()],
});

async function makeToken(usesMax = 1_000, of = { tenant: acme, customerId }) {
  const made = await of.tenant.admin.post('/api/v1/enrolment-tokens', {
    customerId: of.customerId,
    name: 'Rollout',
    usesMax,
  });
  return made.body.token as string;
}
const newPrint = () => randomUUID().replaceAll('-', '');
const enrol = (token: string, fingerprint = newPrint(), more = {}) =>
  server.console().post('/agent/v1/enrolments', {
    token,
    fingerprint,
    agentVersion: '1.0.0',
    inventory: INVENTORY,
    ...more,
  });
async function newMachine() {
  const fingerprint = newPrint();
  const { body } = await enrol(await makeToken(1), fingerprint);
  return { fingerprint, key: body.key as string, deviceId: body.deviceId as number };
}
const send = (key: string, body: Buffer, headers = {}): Promise<Answer> =>
  server.console().send('POST', '/agent/v1/reports', body, {
    authorization: `Bearer ${key}`,
    'content-encoding': 'gzip',
    ...headers,
  });
const report = (key: string, value: unknown) => send(key, gzipSync(JSON.stringify(value)));

describe('bodies of every shape', () => {
  const VALUES: unknown[] = [
    null,
    true,
    -1,
    0.1,
    1e-300,
    5e-324,
    1e18,
    1e308,
    '',
    'x'.repeat(5_000),
    '\ud800',
    `${'x'.repeat(199)}😀`,
    '\u0000\u001b[31m\u202e',
    '<script>alert(1)</script>',
    "'; drop table devices; --",
    '__proto__',
    '2026-02-30T25:61:00Z',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '2026-11-26T00:00:00+23:59',
    [],
    {},
    [[[]]],
    { __proto__: null, constructor: 1 },
    Array(65).fill({}),
  ];

  /** Every place in a value, as the keys that lead there. */
  function placesIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
    const below =
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, child]) =>
            placesIn(child, [...path, Array.isArray(value) ? Number(key) : key]),
          )
        : [];
    return [path, ...below];
  }

  function withAt(value: unknown, [key, ...rest]: (string | number)[], put: unknown): unknown {
    if (key === undefined) return put;
    const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
    const fields = copy as Record<string | number, unknown>;
    fields[key] = withAt(fields[key], rest, put);
    return copy;
  }

  test('are taken or refused, and the device can be looked at afterwards', async () => {
    const machine = await newMachine();
    const base = reportOf(machine.fingerprint);
    const odd: string[] = [];
    let taken = 0;
    let tried = 0;
    for (const place of placesIn(base)) {
      for (const value of VALUES) {
        const fresh = { ...base, inventoryHash: newPrint(), samples: [sampleAt()] };
        const { status, body } = await report(machine.key, withAt(fresh, place, value));
        if (status === 200) taken++;
        if (![200, 400, 409].includes(status))
          odd.push(`${place.join('.')} = ${JSON.stringify(value)}: ${status} ${body.code}`);
        // The limit for one machine is not what is tried here.
        if (++tried % 200 === 0) await server.rows('delete from rate_limits');
      }
    }
    expect(odd).toEqual([]);
    expect(tried).toBeGreaterThan(800);
    expect(taken).toBeGreaterThan(50);
    for (const path of ['', '/changes', '/graph?hours=1', '/graph?hours=168']) {
      const { status } = await acme.admin.get(`/api/v1/devices/${machine.deviceId}${path}`);
      expect([path, status]).toEqual([path, 200]);
    }
    expect((await acme.admin.get('/api/v1/devices')).status).toBe(200);
  }, 120_000);

  test.each<[string, () => Buffer, Record<string, string>]>([
    [
      'half of a compressed text',
      () => gzipSync(JSON.stringify(reportOf('0'))).subarray(0, 40),
      {},
    ],
    ['noise', () => randomBytes(5_000), {}],
    ['nothing', () => Buffer.alloc(0), {}],
    ['compressed nothing', () => gzipSync(''), {}],
    ['compressed twice', () => gzipSync(gzipSync('{}')), {}],
    ['a very deep text', () => gzipSync('['.repeat(200_000)), {}],
    ['another compression', () => gzipSync('{}'), { 'content-encoding': 'br' }],
    ['a form', () => gzipSync('a=b'), { 'content-type': 'application/x-www-form-urlencoded' }],
    [
      'a poisoned prototype',
      () => gzipSync('{"__proto__":{"x":1},"constructor":{"prototype":{}}}'),
      {},
    ],
  ])('%s is refused', async (_what, body, headers) => {
    const { key, fingerprint } = await newMachine();
    const { status } = await send(key, body(), headers);
    expect([400, 413, 415]).toContain(status);
    expect((await report(key, reportOf(fingerprint))).status).toBe(200);
  });

  test.each([
    ['a bomb of 200 MB', () => gzipSync(Buffer.alloc(200_000_000, 0x20))],
    ['2 MB that cannot be compressed', () => gzipSync(randomBytes(2_000_000))],
  ])('%s is cut off', async (_what, body) => {
    const { key } = await newMachine();
    const content = body();
    const before = process.memoryUsage().rss;
    // The line may be cut before all of it was sent.
    const status = await send(key, content).then(
      (answer) => answer.status,
      () => 413,
    );
    expect(status).toBe(413);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  test('headers without an end are refused before anything else', async () => {
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(server.config.port, '127.0.0.1', () => {
        const head = `POST /agent/v1/reports HTTP/1.1\r\nhost: ${new URL(server.config.baseUrl).host}\r\n`;
        socket.write(`${head}authorization: Bearer ${'x'.repeat(100_000)}\r\n\r\n`);
      });
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  });
});

describe('strangers', () => {
  test('are turned away before their body is unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, 0x20));
    const { status, body } = await send('portico_device_nobody_has_this_key', bomb);
    expect([status, body.code]).toEqual([401, 'agentKeyUnknown']);
  });

  test('may send little to the one address that is open to them', async () => {
    const padding = 'x'.repeat(AGENT_LIMITS.enrolmentJsonBytes);
    expect((await enrol('nonsense', newPrint(), { padding })).status).toBe(413);
    expect((await enrol('nonsense')).status).toBe(403);
  });

  test('learn nothing from how they are refused', async () => {
    const made = await acme.admin.post('/api/v1/enrolment-tokens', { customerId, name: 'Old' });
    await acme.admin.delete(`/api/v1/enrolment-tokens/${made.body.enrolmentToken.id}`);
    const said = async (token: string) => {
      const { requestId: _, ...problem } = (await enrol(token)).body;
      return problem;
    };
    expect(await said(made.body.token)).toEqual(await said('portico_enrol_made_up'));
    const machine = await newMachine();
    await acme.admin.delete(`/api/v1/devices/${machine.deviceId}/keys`);
    const answers = await Promise.all(
      [machine.key, 'portico_device_made_up_0123456789'].map((key) => report(key, {})),
    );
    const [revoked, unknown] = answers.map(({ body: { requestId: _, ...problem } }) => problem);
    expect(revoked).toEqual(unknown);
  });

  test('are stopped when they try many keys, and machines with a good one are not', async () => {
    const machine = await newMachine();
    await server.rows('delete from rate_limits');
    await server.rows(
      `insert into rate_limits (bucket, used, resets_at)
       values ('agentKeys:127.0.0.1', 600, now() + interval '1 minute')`,
    );
    const guess = await report('portico_device_made_up_0123456789', {});
    expect([guess.status, Number(guess.headers['retry-after']) > 0]).toEqual([429, true]);
    expect((await report(machine.key, reportOf(machine.fingerprint))).status).toBe(200);
    await server.rows('delete from rate_limits');
  });
});

test('a machine that reports without a pause is slowed down, and no other', async () => {
  const [mad, calm] = [await newMachine(), await newMachine()];
  for (let round = 0; round < 24; round++)
    await Promise.all(Array.from({ length: 10 }, () => report(mad.key, {})));
  expect((await report(mad.key, reportOf(mad.fingerprint))).status).toBe(429);
  expect((await report(calm.key, reportOf(calm.fingerprint))).status).toBe(200);
}, 60_000);

describe('at the same moment', () => {
  test('of thousands who hold a token of five uses, five become devices', async () => {
    const token = await makeToken(5);
    const statuses: number[] = [];
    for (let round = 0; round < 4; round++)
      statuses.push(
        ...(await Promise.all(Array.from({ length: 25 }, () => enrol(token)))).map(
          ({ status }) => status,
        ),
      );
    expect(statuses.filter((status) => status === 201)).toHaveLength(5);
    expect(statuses.filter((status) => status === 403)).toHaveLength(95);
  }, 60_000);

  test('one machine that is enrolled with several tokens is one device', async () => {
    const tokens = await Promise.all([makeToken(), makeToken(), makeToken(), makeToken()]);
    const fingerprint = newPrint();
    const answers = await Promise.all(tokens.map((token) => enrol(token, fingerprint)));
    expect(new Set(answers.map(({ body }) => body.deviceId)).size).toBe(1);
    const good = await Promise.all(
      answers.map(async ({ body }) => (await report(body.key, reportOf(fingerprint))).status),
    );
    expect(good.filter((status) => status === 200)).toHaveLength(1);
  });

  test('many reports with a key that is due give one new one', async () => {
    const machine = await newMachine();
    await report(machine.key, reportOf(machine.fingerprint));
    await server.rows(
      "update device_keys set created_at = now() - interval '91 days' where device_id = $1",
      [machine.deviceId],
    );
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => report(machine.key, reportOf(machine.fingerprint))),
    );
    const keys = answers.map(({ body }) => body.newKey).filter(Boolean);
    expect(keys).toHaveLength(1);
  });

  test('revoking and archiving win over reports', async () => {
    for (const put of ['revoke', 'archive']) {
      const machine = await newMachine();
      const stop = () =>
        put === 'revoke'
          ? acme.admin.delete(`/api/v1/devices/${machine.deviceId}/keys`)
          : acme.admin.put(`/api/v1/devices/${machine.deviceId}/archive`);
      const reports = () =>
        Array.from({ length: 6 }, () => report(machine.key, reportOf(machine.fingerprint)));
      const [stopped, ...answers] = await Promise.all([stop(), ...reports()]);
      expect(stopped.status).toBeLessThan(300);
      for (const { status } of answers) expect([200, 401]).toContain(status);
      expect((await report(machine.key, reportOf(machine.fingerprint))).status).toBe(401);
    }
  });
});

test('a new key that got lost is given again a day later, and the lost one is good for nothing', async () => {
  const machine = await newMachine();
  const due = () => report(machine.key, reportOf(machine.fingerprint));
  await due();
  const age = (days: number, newer = false) =>
    server.rows(
      `update device_keys set created_at = now() - make_interval(days => $2)
       where device_id = $1 and (first_used_at is null) = $3`,
      [machine.deviceId, days, newer],
    );
  await age(91);
  const lost = (await due()).body.newKey;
  expect((await due()).body.newKey).toBeNull();
  await age(2, true);
  const given = (await due()).body.newKey;
  expect(given).not.toBe(lost);
  expect((await report(lost, reportOf(machine.fingerprint))).status).toBe(401);
  expect((await report(given, reportOf(machine.fingerprint))).status).toBe(200);
});

test('a machine that moved to another customer, or was archived, is enrolled again as one device', async () => {
  const other = { tenant: acme, customerId: await acme.customer('Initech') };
  const fingerprint = newPrint();
  const first = (await enrol(await makeToken(), fingerprint)).body.deviceId;
  const moved = (await enrol(await makeToken(10, other), fingerprint)).body.deviceId;
  expect(moved).not.toBe(first);
  expect((await enrol(await makeToken(10, other), fingerprint)).body.deviceId).toBe(moved);
  await acme.admin.put(`/api/v1/devices/${moved}/archive`);
  const anew = (await enrol(await makeToken(10, other), fingerprint)).body.deviceId;
  expect([first, moved]).not.toContain(anew);
  expect((await enrol(await makeToken(10, other), fingerprint)).body.deviceId).toBe(anew);
});

test('keys and tokens of another company open nothing of this one', async () => {
  const rival = await makeTenant(server, { company: 'Rival' });
  const theirs = { tenant: rival, customerId: await rival.customer('Theirs') };
  const machine = await newMachine();
  const token = await makeToken(5, theirs);
  const { body } = await enrol(token, machine.fingerprint);
  expect(body.deviceId).not.toBe(machine.deviceId);
  expect((await rival.admin.get(`/api/v1/devices/${machine.deviceId}`)).status).toBe(404);
  await report(body.key, reportOf(machine.fingerprint));
  expect((await acme.admin.get(`/api/v1/devices/${body.deviceId}`)).status).toBe(404);
  expect((await report(machine.key, reportOf(machine.fingerprint))).status).toBe(200);
});
