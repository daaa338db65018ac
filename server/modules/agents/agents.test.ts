import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clock } from '#platform/clock.ts';
import type { Inventory, ReportRequest, Sample } from '#shared/agent-protocol.ts';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let customerId: number;
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  customerId = await acme.customer('Globex');
});
afterAll(() => server.close());

const inventory: Inventory = {
  hostname: 'srv-01',
  type: 'server',
  os: { platform: 'linux', name: 'Debian GNU/Linux', version: '12', build: '6.1', arch: 'x64' },
  maker: 'Dell Inc.',
  model: 'PowerEdge R650',
  serial: 'ABC1234',
  cpu: { name: 'Intel Xeon', cores: 16 },
  memoryBytes: 64e9,
  disks: [{ name: '/dev/sda1', mount: '/', fileSystem: 'ext4', totalBytes: 500e9 }],
  network: [{ name: 'eth0', mac: '00:11:22:33:44:55', addresses: ['192.0.2.10'] }],
  updatesWaiting: 3,
};
const sampleAt = (at: Date, changes: Partial<Sample> = {}): Sample => ({
  at: at.toISOString(),
  cpuPercent: 12.5,
  memoryPercent: 40,
  disks: [{ mount: '/', usedBytes: 250e9, totalBytes: 500e9 }],
  receivedBytesPerSecond: 1000,
  sentBytesPerSecond: 500,
  uptimeSeconds: 3600,
  loggedInUser: 'root',
  isRebootPending: false,
  services: [],
  ...changes,
});
const fingerprint = () => randomUUID().replaceAll('-', '');

async function makeToken(tenant = acme, id = customerId, more = {}): Promise<string> {
  const made = await tenant.admin.post('/api/v1/enrolment-tokens', {
    customerId: id,
    name: 'Rollout',
    ...more,
  });
  expect(made.status).toBe(201);
  return made.body.token;
}

/** A machine as its agent presents it, with the key that it was given. */
class Machine {
  print = fingerprint();
  key = '';
  deviceId = 0;
  runId: string = randomUUID();
  inventory = inventory;

  async enrol(token: string) {
    const answer = await server.console().post('/agent/v1/enrolments', {
      token,
      fingerprint: this.print,
      agentVersion: '1.0.0',
      inventory: this.inventory,
    });
    if (answer.status === 201) {
      this.key = answer.body.key;
      this.deviceId = answer.body.deviceId;
    }
    return answer;
  }

  report(changes: Partial<ReportRequest> = {}, key = this.key) {
    const now = new Date();
    const report: ReportRequest = {
      agentVersion: '1.0.0',
      fingerprint: this.print,
      runId: this.runId,
      sentAt: now.toISOString(),
      inventoryHash: 'first',
      inventory: this.inventory,
      samples: [sampleAt(now)],
      ...changes,
    };
    return this.send(gzipSync(JSON.stringify(report)), key);
  }

  send(body: Buffer, key = this.key) {
    return server.console().send('POST', '/agent/v1/reports', body, {
      authorization: `Bearer ${key}`,
      'content-encoding': 'gzip',
    });
  }

  device = async (tenant = acme) =>
    (await tenant.admin.get(`/api/v1/devices/${this.deviceId}`)).body;
  graph = async (hours = 24) =>
    (await acme.admin.get(`/api/v1/devices/${this.deviceId}/graph?hours=${hours}`)).body.points;
}

let machine: Machine;
beforeEach(async () => {
  machine = new Machine();
  await machine.enrol(await makeToken());
});

describe('enrolling', () => {
  test('a machine becomes a device of the token’s customer and is online once it reports', async () => {
    const before = await machine.device();
    expect(before).toMatchObject({ name: 'srv-01', state: 'waiting', type: 'server' });
    expect(before.customer).toEqual({ id: customerId, name: 'Globex' });
    expect((await machine.report()).status).toBe(200);
    const after = await machine.device();
    expect(after).toMatchObject({ state: 'online', loggedInUser: 'root', agentVersion: '1.0.0' });
    const { type: _type, ...told } = inventory;
    expect(after.inventory).toEqual(told);
    expect(after.lastSample).toMatchObject({ cpuPercent: 12.5, memoryPercent: 40 });
  });

  test('the token is shown once and kept as a hash', async () => {
    const token = await makeToken();
    const rows = await server.rows<{ row: string }>(
      'select t::text as row from enrolment_tokens t',
    );
    expect(rows.some(({ row }) => row.includes(token))).toBe(false);
    const list = await acme.admin.get('/api/v1/enrolment-tokens');
    expect(JSON.stringify(list.body)).not.toContain(token);
  });

  test('the command names this server alone, and the agent can be fetched from it', async () => {
    const { body } = await acme.admin.post('/api/v1/enrolment-tokens', {
      customerId,
      name: 'Rollout',
    });
    const origin = server.config.baseUrl;
    expect(body.command).toBe(
      `npx -y ${origin}/agent.tgz enroll --server ${origin} --token ${body.token} --service`,
    );
    const file = await server.console().get('/agent.tgz');
    expect(file.status).toBe(200);
    expect(file.raw.subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
    expect((await acme.portal().get('/agent.tgz')).status).toBe(404);
  });

  test.each([
    ['made up', async () => 'portico_enrol_nonsense'],
    [
      'revoked',
      async () => {
        const made = await acme.admin.post('/api/v1/enrolment-tokens', {
          customerId,
          name: 'Rollout',
        });
        await acme.admin.delete(`/api/v1/enrolment-tokens/${made.body.enrolmentToken.id}`);
        return made.body.token;
      },
    ],
    [
      'too old',
      async () => {
        const token = await makeToken();
        await server.rows("update enrolment_tokens set expires_at = now() - interval '1 s'");
        return token;
      },
    ],
    [
      'used up',
      async () => {
        const token = await makeToken(acme, customerId, { usesMax: 1 });
        await new Machine().enrol(token);
        return token;
      },
    ],
  ])('a token that is %s opens nothing', async (_what, make) => {
    const answer = await new Machine().enrol(await make());
    expect([answer.status, answer.body.code]).toEqual([403, 'enrolmentTokenInvalid']);
  });

  test('of two machines at the same moment one gets the last use', async () => {
    const token = await makeToken(acme, customerId, { usesMax: 1 });
    const answers = await Promise.all([new Machine().enrol(token), new Machine().enrol(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 403]);
  });

  test('the same machine twice is one device, with a new key in place of the old', async () => {
    const oldKey = machine.key;
    const again = new Machine();
    again.print = machine.print;
    await again.enrol(await makeToken());
    expect(again.deviceId).toBe(machine.deviceId);
    expect((await machine.report({}, oldKey)).status).toBe(401);
    expect((await again.report()).status).toBe(200);
  });

  test('with a token of another customer it is another device, and the first one is left alone', async () => {
    const other = new Machine();
    other.print = machine.print;
    await other.enrol(await makeToken(acme, await acme.customer('Initech')));
    expect(other.deviceId).not.toBe(machine.deviceId);
    expect((await machine.report()).status).toBe(200);
  });
});

describe('a key', () => {
  test.each([
    ['made up', () => 'portico_device_nonsense_nonsense'],
    ['absent', () => ''],
  ])('that is %s is refused', async (_what, make) => {
    const answer = await machine.report({}, make());
    expect([answer.status, answer.body.code]).toEqual([401, 'agentKeyUnknown']);
  });

  test('that was revoked, or whose device is archived, is refused', async () => {
    await acme.admin.delete(`/api/v1/devices/${machine.deviceId}/keys`);
    expect((await machine.report()).status).toBe(401);
    const second = new Machine();
    await second.enrol(await makeToken());
    await acme.admin.put(`/api/v1/devices/${second.deviceId}/archive`);
    expect((await second.report()).status).toBe(401);
    await acme.admin.delete(`/api/v1/devices/${second.deviceId}/archive`);
    expect((await second.report()).status).toBe(200);
  });

  test('is replaced after 90 days; the old one is good until the new one was used', async () => {
    await machine.report();
    await server.rows("update device_keys set created_at = now() - interval '91 days'");
    const { newKey } = (await machine.report()).body;
    expect(newKey).toMatch(/^portico_device_/);
    // The answer got lost: the old key still works, and no third one is made.
    expect((await machine.report()).body.newKey).toBeNull();
    expect((await machine.report({}, newKey)).status).toBe(200);
    expect((await machine.report()).status).toBe(401);
  });

  test('opens nothing of the console, and a console’s key nothing of the agents’', async () => {
    const client = server.console();
    client.bearer = machine.key;
    expect((await client.get('/api/v1/devices')).status).toBe(401);
  });

  test('on another machine is refused: a copied disk is another machine', async () => {
    await machine.report();
    const answer = await machine.report({ fingerprint: fingerprint() });
    expect([answer.status, answer.body.code]).toEqual([409, 'anotherMachine']);
  });

  test('that two starts use in turns is flagged; a restart is not', async () => {
    const first = randomUUID();
    const second = randomUUID();
    await machine.report({ runId: first });
    await machine.report({ runId: second });
    expect((await machine.device()).isCopied).toBe(false);
    await machine.report({ runId: first });
    expect((await machine.device()).isCopied).toBe(true);
    await acme.admin.delete(`/api/v1/devices/${machine.deviceId}/copy-notice`);
    expect((await machine.device()).isCopied).toBe(false);
  });
});

describe('reports', () => {
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

  test('sent twice count once', async () => {
    const samples = [sampleAt(minutesAgo(2)), sampleAt(minutesAgo(1))];
    await machine.report({ samples });
    await machine.report({ samples: [...samples, sampleAt(minutesAgo(0))] });
    const [row] = await server.rows<{ count: number }>(
      'select sum(samples)::int as count from device_quarters where device_id = $1',
      [machine.deviceId],
    );
    expect(row?.count).toBe(3);
  });

  test.each([
    ['ahead', 24 * 60],
    ['behind', -24 * 60],
  ])('with a clock that is a day %s are put where they belong', async (_where, day) => {
    await machine.report({
      sentAt: minutesAgo(-day).toISOString(),
      samples: [sampleAt(minutesAgo(-day + 1))],
    });
    const device = await machine.device();
    expect(Math.abs(device.clockOffsetSeconds - day * 60)).toBeLessThan(5);
    const [point] = await machine.graph(1);
    expect(Math.abs(Date.parse(point.at) - minutesAgo(1).getTime())).toBeLessThan(120_000);
  });

  test('of a week without a network fill the graph of the week, two days of it minute by minute', async () => {
    const samples = Array.from({ length: 7 * 24 }, (_, i) => sampleAt(minutesAgo((168 - i) * 60)));
    await machine.report({ samples });
    expect((await machine.graph(168)).length).toBeGreaterThan(160);
    const [{ count }] = (await server.rows<{ count: number }>(
      'select count(*)::int as count from device_minutes where device_id = $1',
      [machine.deviceId],
    )) as [{ count: number }];
    expect(count).toBeGreaterThanOrEqual(47);
    expect(count).toBeLessThanOrEqual(48);
  });

  test('of a week without a network alert nobody of what is over', async () => {
    const hot = Array.from({ length: 200 }, (_, i) =>
      sampleAt(minutesAgo(400 - i), { cpuPercent: 100, memoryPercent: 100 }),
    );
    const fine = Array.from({ length: 200 }, (_, i) => sampleAt(minutesAgo(200 - i)));
    await machine.report({ samples: hot });
    await machine.report({ samples: fine });
    const alerts = await server.rows('select from alerts where device_id = $1', [machine.deviceId]);
    expect(alerts).toHaveLength(0);
    // What still goes on is told.
    const other = new Machine();
    await other.enrol(await makeToken());
    const still = hot.map((sample, i) => ({ ...sample, at: minutesAgo(199 - i).toISOString() }));
    await other.report({ samples: still });
    const told = await server.rows('select from alerts where device_id = $1', [other.deviceId]);
    expect(told.length).toBeGreaterThan(0);
  });

  test('average and greatest values are told apart', async () => {
    const at = new Date(Math.floor(Date.now() / 900_000) * 900_000 - 900_000);
    const samples = [10, 20, 90].map((cpuPercent, i) =>
      sampleAt(new Date(at.getTime() + i * 60_000), { cpuPercent }),
    );
    await machine.report({ samples });
    expect(await machine.graph(168)).toContainEqual(
      expect.objectContaining({ cpuPercent: 40, cpuMaxPercent: 90, disks: { '/': 50 } }),
    );
  });

  test('ask for the inventory when its hash is not known', async () => {
    await machine.report();
    expect((await machine.report({ inventory: undefined })).body.wantsInventory).toBe(false);
    const answer = await machine.report({ inventory: undefined, inventoryHash: 'second' });
    expect(answer.body.wantsInventory).toBe(true);
  });

  test('with another inventory leave a history of what changed', async () => {
    await machine.report();
    await machine.report({
      inventoryHash: 'second',
      inventory: { ...inventory, memoryBytes: 128e9, os: { ...inventory.os, version: '13' } },
    });
    const { items } = (await acme.admin.get(`/api/v1/devices/${machine.deviceId}/changes`)).body;
    expect(
      items.map(({ field, old, new: now }: Record<string, unknown>) => [field, old, now]),
    ).toEqual([
      ['memory', 64e9, 128e9],
      ['os', 'Debian GNU/Linux 12', 'Debian GNU/Linux 13'],
    ]);
  });

  test('do not undo the name that a technician gave', async () => {
    await machine.report();
    const { version } = await machine.device();
    await acme.admin.patch(`/api/v1/devices/${machine.deviceId}`, { version, name: 'File server' });
    await machine.report({ inventoryHash: 'x', inventory: { ...inventory, hostname: 'renamed' } });
    expect(await machine.device()).toMatchObject({ name: 'File server', hostname: 'renamed' });
  });

  test('with a script for a name are kept as text', async () => {
    machine.inventory = { ...inventory, hostname: '<script>alert(1)</script>\u0000\n' };
    await machine.report({ inventoryHash: 'x' });
    expect((await machine.device()).name).toBe('<script>alert(1)</script>');
  });

  test.each([
    ['a number for a text', { inventory: { ...inventory, hostname: 7 } }],
    ['a load of 400 %', { samples: [sampleAt(new Date(), { cpuPercent: 400 })] }],
    ['no time', { samples: [{ ...sampleAt(new Date()), at: 'yesterday' }] }],
    ['too many samples', { samples: Array(241).fill(sampleAt(new Date())) }],
  ])('with %s are refused as a whole', async (_what, changes) => {
    const answer = await machine.report(changes as never);
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid']);
    expect((await machine.device()).state).toBe('waiting');
  });

  test.each([
    ['no JSON', gzipSync('{"agentVersion":'), 400],
    ['no gzip', Buffer.from('{"agentVersion":"1"}'), 400],
    ['10 MB unpacked', gzipSync(`{"agentVersion":"${'x'.repeat(10_000_000)}"}`), 413],
  ])('that are %s are refused', async (_what, body, status) => {
    expect((await machine.send(body)).status).toBe(status);
    // and the next one is taken as if nothing had been
    expect((await machine.report()).status).toBe(200);
  });
});

describe('the watch', () => {
  const watch = async (minutesLater: number) => {
    const { scheduledJobs } = await import('../../worker.ts');
    const job = scheduledJobs.find(({ name }) => name === 'devices.watch');
    const real = clock.now;
    clock.now = () => new Date(Date.now() + minutesLater * 60_000);
    try {
      await job?.run({ platform: server.platform, log: server.platform.log });
    } finally {
      clock.now = real;
    }
  };
  beforeEach(() => server.rows("delete from installation_facts where name = 'deviceWatch'"));

  test('finds who has fallen silent, and who for a week', async () => {
    await machine.report();
    await watch(1);
    expect((await machine.device()).state).toBe('online');
    await watch(3);
    expect((await machine.device()).state).toBe('offline');
    await server.rows("delete from installation_facts where name = 'deviceWatch'");
    await watch(8 * 24 * 60);
    expect((await machine.device()).state).toBe('stale');
    await machine.report();
    expect((await machine.device()).state).toBe('online');
  });

  test('judges nobody after a time in which the server heard nobody', async () => {
    await watch(0);
    await machine.report();
    await watch(60);
    expect((await machine.device()).state).toBe('online');
    for (const minutes of [62, 64, 66, 68]) await watch(minutes);
    expect((await machine.device()).state).toBe('offline');
  });
});

describe('the list', () => {
  test('finds, filters and pages, and the count is that of the list', async () => {
    const tenant = await makeTenant(server, { company: 'Lists' });
    const customers = [await tenant.customer('Älpha'), await tenant.customer('Beta')];
    const tokens = await Promise.all(customers.map((id) => makeToken(tenant, id)));
    for (const [i, hostname] of ['web-1', 'web-2', 'db-1', 'nb-zoë', 'nb-3'].entries()) {
      const one = new Machine();
      const type = hostname.startsWith('nb') ? 'laptop' : 'server';
      one.inventory = { ...inventory, hostname, type };
      await one.enrol(tokens[i % 2] ?? '');
      if (i < 3) await one.report();
    }
    const names = async (query: string) => {
      const { body } = await tenant.admin.get(`/api/v1/devices?${query}`);
      const { count } = (await tenant.admin.get(`/api/v1/device-count?${query}`)).body;
      expect(count).toBe(body.items.length);
      return body.items.map(({ name }: { name: string }) => name);
    };
    expect(await names('')).toEqual(['db-1', 'nb-3', 'nb-zoë', 'web-1', 'web-2']);
    expect(await names('search=ZOE')).toEqual(['nb-zoë']);
    expect(await names('search=alpha')).toEqual(['db-1', 'nb-3', 'web-1']);
    expect(await names('state=online,offline')).toEqual(['db-1', 'web-1', 'web-2']);
    expect(await names('type=laptop')).toEqual(['nb-3', 'nb-zoë']);
    expect(await names(`customerId=${customers[1]}`)).toEqual(['nb-zoë', 'web-2']);
    for (const sort of [
      '-name',
      'customer',
      'type',
      'os',
      'user',
      'lastSeenAt',
      '-lastSeenAt',
      '-openAlerts',
    ]) {
      const whole = (await tenant.admin.get(`/api/v1/devices?sort=${sort}`)).body.items;
      const pieces: unknown[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const more: string = cursor && `&cursor=${cursor}`;
        const { body } = await tenant.admin.get(`/api/v1/devices?sort=${sort}&limit=2${more}`);
        pieces.push(...body.items);
        cursor = body.nextCursor;
      }
      expect(pieces, sort).toEqual(whole);
      expect(whole.length).toBe(5);
    }
  });

  test('finds the machines whose agent is not the one that the server hands out', async () => {
    const tenant = await makeTenant(server, { company: 'Versions' });
    const token = await makeToken(tenant, await tenant.customer('Alpha'));
    const { agentVersion } = (await new Machine().enrol(token)).body;
    expect(agentVersion).toMatch(/^\d+\.\d+\.\d+$/);
    for (const [hostname, version] of [
      ['old', '0.0.1'],
      ['new', agentVersion],
    ]) {
      const one = new Machine();
      one.inventory = { ...inventory, hostname };
      await one.enrol(token);
      const answer = await one.report({ agentVersion: version });
      expect(answer.body.agentVersion).toBe(agentVersion);
    }
    const { items } = (await tenant.admin.get('/api/v1/devices?hasOldAgent=true')).body;
    expect(items.map((row: { name: string }) => row.name)).toEqual(['old']);
    expect(items[0].hasOldAgent).toBe(true);
    const { body } = await tenant.admin.get('/api/v1/devices?search=new');
    expect(body.items[0].hasOldAgent).toBe(false);
  });

  test('shows a limited role its customers’ devices only', async () => {
    const other = await acme.customer('Hooli');
    const limited = await acme.technicianWith(['devices.view', 'devices.manage'], [other]);
    expect((await limited.get('/api/v1/devices')).body.items).toEqual([]);
    expect((await limited.get(`/api/v1/devices/${machine.deviceId}`)).status).toBe(404);
    const token = await limited.post('/api/v1/enrolment-tokens', { customerId, name: 'x' });
    expect([token.status, token.body.errors?.[0]?.field]).toEqual([400, 'customerId']);
  });
});
