import { readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { until } from '../../tests/support/smtp-client.ts';
import { makeTenant, type TestTenant } from '../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../tests/support/test-server.ts';
import { AgentProcesses, buildAgent, unsentLines } from './agent-process.fixture.ts';

/** The built agent as a process of its own, against a whole server. */
let server: TestServer;
let acme: TestTenant;
let folder: string;
const agents = new AgentProcesses();
const start = (...args: string[]) => agents.start(folder, args);

beforeAll(async () => {
  await buildAgent();
  server = await startTestServer({ AGENT_REPORT_SECONDS: '1' });
  acme = await makeTenant(server, { company: 'Acme' });
  folder = await agents.folder();
}, 120_000);
afterEach(() => agents.kill());
afterAll(async () => {
  await agents.remove();
  await server.close();
});

async function enrol(customerId?: number): Promise<number> {
  const made = await acme.admin.post('/api/v1/enrolment-tokens', {
    customerId: customerId ?? (await acme.customer()),
    name: 'Test',
  });
  const { baseUrl } = server.config;
  const enrolling = start('enroll', '--server', baseUrl, '--token', made.body.token);
  expect(await enrolling.ended, enrolling.output()).toBe(0);
  const { deviceId } = JSON.parse(await readFile(join(folder, 'agent.json'), 'utf8'));
  return deviceId;
}
const deviceOf = async (id: number) => (await acme.admin.get(`/api/v1/devices/${id}`)).body;
const online = (id: number) =>
  until(async () => {
    const device = await deviceOf(id);
    return device.state === 'online' ? device : undefined;
  }, 'the device to be online');

test('enrols, is online within five seconds, and reports what this machine is', async () => {
  const id = await enrol();
  expect((await stat(join(folder, 'agent.json'))).mode & 0o777).toBe(0o600);
  const started = Date.now();
  const agent = start('run');
  const device = await online(id);
  expect(Date.now() - started).toBeLessThan(5_000);
  expect(device.inventory.memoryBytes).toBeGreaterThan(1e8);
  expect(device.inventory.cpu.cores).toBeGreaterThan(0);
  await until(async () => {
    const { points } = (await acme.admin.get(`/api/v1/devices/${id}/graph?hours=1`)).body;
    return points.length > 0 ? points : undefined;
  }, 'a graph');
  agent.child.kill('SIGTERM');
  expect(await agent.ended).toBe(0);
});

test('keeps what it cannot send, also over its own end, and sends it later', async () => {
  const id = await enrol();
  const path = join(folder, 'agent.json');
  const credentials = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...credentials, server: 'http://localhost:9' }));
  const cutOff = start('run');
  await until(
    async () => ((await unsentLines(folder)).length > 2 ? true : undefined),
    'samples on disk',
  );
  cutOff.child.kill('SIGKILL');
  await cutOff.ended;
  await writeFile(path, JSON.stringify(credentials));
  const back = start('run');
  await online(id);
  await until(
    async () => ((await unsentLines(folder)).length < 2 ? true : undefined),
    'an empty buffer',
  );
  const [row] = await server.rows<{ count: number }>(
    'select count(*)::int as count from device_minutes where device_id = $1',
    [id],
  );
  expect(row?.count).toBeGreaterThanOrEqual(3);
  back.child.kill('SIGTERM');
  expect(await back.ended).toBe(0);
});

test('says why when it is refused, and why when there is no server', async () => {
  const refused = start('enroll', '--server', server.config.baseUrl, '--token', 'nonsense');
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toContain('enrolment token');
  const alone = start('enroll', '--server', 'http://localhost:9', '--token', 'nonsense');
  expect(await alone.ended).toBe(1);
  expect(alone.output()).toMatch(/could not be reached: \w+/);
});

test('believes nobody whose certificate is not right, whatever the environment says', async () => {
  // Shows a certificate that it signed itself; no word is spoken after that.
  const impostor = new SMTPServer({ secure: true });
  impostor.on('error', () => undefined);
  await new Promise<void>((resolve) => impostor.listen(0, '127.0.0.1', () => resolve()));
  const { port } = impostor.server.address() as { port: number };
  const enrolling = start('enroll', '--server', `https://localhost:${port}`, '--token', 'x');
  expect(await enrolling.ended).toBe(1);
  expect(enrolling.output()).toMatch(/CERT|SELF_SIGNED/);
  await new Promise<void>((resolve) => impostor.close(() => resolve()));
});

test('stays small', async () => {
  if (process.platform !== 'linux') return;
  const id = await enrol();
  const agent = start('run');
  await online(id);
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  const status = await readFile(`/proc/${agent.child.pid}/status`, 'utf8');
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]);
  expect(kilobytes / 1024).toBeLessThan(80);
});

test('follows no redirect with its key', async () => {
  await enrol();
  let asked = '';
  const elsewhere = createServer((request, response) => {
    asked = request.url ?? '';
    response.writeHead(307, { location: server.config.baseUrl + request.url }).end();
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  const { port } = elsewhere.address() as { port: number };
  const path = join(folder, 'agent.json');
  const credentials = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...credentials, server: `http://localhost:${port}` }));
  const agent = start('run');
  await until(async () => asked || undefined, 'a report');
  await until(async () => (agent.output().includes('wait') ? true : undefined), 'a word about it');
  elsewhere.close();
});

test('takes over the key of a later enrolment while it runs', async () => {
  const customerId = await acme.customer();
  const id = await enrol(customerId);
  const agent = start('run');
  await online(id);
  expect((await acme.admin.delete(`/api/v1/devices/${id}/keys`)).status).toBe(204);
  await until(
    async () => agent.output().includes('Enrol the machine again') || undefined,
    'a word',
  );
  const seen = (await deviceOf(id)).lastSeenAt;
  expect(await enrol(customerId)).toBe(id);
  await until(async () => (await deviceOf(id)).lastSeenAt > seen || undefined, 'reports');
});

test('leaves a folder to the agent that reports from it', async () => {
  const id = await enrol();
  start('run');
  await online(id);
  const second = start('run');
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain('An agent already reports from');
});

test('a sample that nobody can take keeps none of the others from arriving', async () => {
  const id = await enrol();
  const fields = { disks: [], services: [], loggedInUser: null, isRebootPending: null };
  const numbers = { cpuPercent: 1, memoryPercent: 1, uptimeSeconds: 1 };
  const rates = { receivedBytesPerSecond: 0, sentBytesPerSecond: 0 };
  const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  const samples = [
    { at: at(3), ...fields, ...numbers, ...rates },
    { at: 'long ago' },
    { at: at(2), ...fields, ...numbers, ...rates },
  ];
  await writeFile(
    join(folder, 'unsent-1.ndjson'),
    samples.map((sample) => `${JSON.stringify(sample)}\n`).join(''),
  );
  const agent = start('run');
  await until(async () => {
    const [row] = await server.rows<{ count: number }>(
      `select count(*)::int as count from device_minutes
       where device_id = $1 and at < now() - interval '90 s'`,
      [id],
    );
    return row?.count === 2 ? true : undefined;
  }, 'the good ones');
  expect(agent.output()).toContain('a sample was not taken');
  await online(id);
});
