import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clock, HOUR_MS, inMs } from '#platform/clock.ts';
import { CERTIFICATE, CERTIFICATE_KEY } from '../../../tests/support/certificate.ts';
import { enrolMachine } from '../../../tests/support/machine.ts';
import { until } from '../../../tests/support/smtp-client.ts';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import { checksScheduledJobs } from './checks.jobs.ts';
import { runDueChecks } from './run-due-checks.ts';

let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
let customerId: number;
let web: Server;
let secure: Server;
let port: number;
let securePort: number;
let status = 200;
let visits = 0;
const realNow = clock.now;
beforeAll(async () => {
  server = await startTestServer({ CHECK_ALLOW_NETS: '127.0.0.1, ::1' });
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
  customerId = await acme.customer('Globex');
  web = createServer((_request, answer) => {
    visits++;
    answer.writeHead(status).end('Welcome');
  });
  secure = createSecureServer({ cert: CERTIFICATE, key: CERTIFICATE_KEY }, (_request, answer) =>
    answer.end('Welcome'),
  );
  for (const one of [web, secure]) await new Promise<void>((d) => one.listen(0, '127.0.0.1', d));
  port = (web.address() as AddressInfo).port;
  securePort = (secure.address() as AddressInfo).port;
}, 60_000);
afterAll(async () => {
  clock.now = realNow;
  for (const one of [web, secure]) {
    one.closeAllConnections();
    one.close();
  }
  await server.close();
});
beforeEach(() => {
  clock.now = realNow;
  status = 200;
  visits = 0;
});

const page = (more = {}) => ({ kind: 'http', url: `http://127.0.0.1:${port}/`, ...more });
async function add(checks: object[], name = 'Web shop'): Promise<number> {
  const answer = await acme.admin.post('/api/v1/checked-devices', { customerId, name, checks });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
}
const get = async (path: string) => (await acme.admin.get(`/api/v1${path}`)).body;
const deviceOf = (id: number) => get(`/devices/${id}`);
const checksOf = async (id: number) => (await get(`/devices/${id}/checks`)).items;
const alertsOf = async (id: number) => (await get(`/alerts?deviceId=${id}`)).items;
const resultsOf = async (id: number) => (await get(`/checks/${id}/results`)).items;
const firstRun = async (deviceId: number) =>
  until(
    async () =>
      (await checksOf(deviceId)).every((c: { outcome: unknown }) => c.outcome) &&
      (await checksOf(deviceId)),
  );
/** Some hours later, when everything is due again. */
async function runAgain(deviceId: number, hours = 1) {
  const [{ id, checkedAt }] = await checksOf(deviceId);
  const later = inMs(hours * HOUR_MS, realNow());
  clock.now = () => later;
  await runDueChecks(server.platform, server.platform);
  const isLater = 'select from device_checks where id = $1 and checked_at > $2';
  await until(async () => (await server.rows(isLater, [id, checkedAt])).length > 0);
  // Sessions do not last for years.
  clock.now = realNow;
  return (await checksOf(deviceId))[0];
}

describe('a device without an agent', () => {
  test('is looked at as soon as it is added, and is online when it answers', async () => {
    const id = await add([page(), { kind: 'tcp', host: '127.0.0.1', port }]);
    expect(await deviceOf(id)).toMatchObject({ name: 'Web shop', source: 'checked' });
    const [first, second] = await firstRun(id);
    expect(first).toMatchObject({
      state: 'passing',
      outcome: 'fine',
      statusCode: 200,
      target: `127.0.0.1:${port}`,
      finePercentOfDay: 100,
    });
    expect(second).toMatchObject({ kind: 'tcp', outcome: 'fine', statusCode: null });
    const device = await until(async () => {
      const found = await deviceOf(id);
      return found.state === 'online' && found;
    });
    expect(Date.now() - Date.parse(device.lastSeenAt)).toBeLessThan(10_000);
    expect(await resultsOf(first.id)).toMatchObject([{ outcome: 'fine', statusCode: 200 }]);
    expect(await alertsOf(id)).toEqual([]);
  });

  test('has an alert when its page fails twice, which ends when it is well', async () => {
    const id = await add([page({ name: 'Shop', severity: 'warning' })]);
    await firstRun(id);
    status = 503;
    expect(await runAgain(id, 1)).toMatchObject({ state: 'passing', failures: 1 });
    expect(await alertsOf(id)).toEqual([]);
    expect(await runAgain(id, 2)).toMatchObject({ state: 'failing', statusCode: 503 });
    await runAgain(id, 3);
    const [alert, ...more] = await alertsOf(id);
    expect(more).toEqual([]);
    expect(alert).toMatchObject({
      kind: 'unexpected',
      source: 'check',
      severity: 'warning',
      state: 'open',
      occurrences: 1,
      title: `Shop (127.0.0.1:${port}) does not answer as expected`,
    });
    // It answers, so it is there.
    expect(await deviceOf(id)).toMatchObject({ state: 'online', openAlertCount: 1 });
    status = 200;
    await runAgain(id, 4);
    expect((await alertsOf(id))[0]).toMatchObject({ state: 'resolved', resolvedBy: 'source' });
  });

  test('is offline when nothing answers, and told of as unreachable', async () => {
    const id = await add([{ kind: 'tcp', host: '127.0.0.1', port: 1, failuresUntilAlert: 1 }]);
    await firstRun(id);
    expect(await deviceOf(id)).toMatchObject({ state: 'offline', lastSeenAt: null });
    expect(await alertsOf(id)).toMatchObject([
      { kind: 'unreachable', title: '127.0.0.1:1 cannot be reached' },
    ]);
  });

  test('has its alerts end with the check', async () => {
    const id = await add([{ kind: 'tcp', host: '127.0.0.1', port: 1, failuresUntilAlert: 1 }]);
    const [check] = await firstRun(id);
    expect((await acme.admin.delete(`/api/v1/checks/${check.id}`)).status).toBe(204);
    expect((await alertsOf(id))[0].state).toBe('resolved');
    expect(await deviceOf(id)).toMatchObject({ state: 'waiting' });
    expect((await acme.admin.delete(`/api/v1/checks/${check.id}`)).status).toBe(404);
  });

  test('is told of before its certificate ends', async () => {
    const url = `https://127.0.0.1:${securePort}/`;
    const id = await add([page({ url, acceptsAnyCertificate: true })]);
    const [check] = await firstRun(id);
    expect(check.outcome).toBe('fine');
    expect(await alertsOf(id)).toEqual([]);
    const ends = Date.parse(check.certificateEndsAt);
    const daysBefore = (ends - Date.now()) / HOUR_MS;
    await runAgain(id, daysBefore - 10 * 24);
    expect(await alertsOf(id)).toMatchObject([{ kind: 'certificate', severity: 'warning' }]);
    await runAgain(id, daysBefore - 2.5 * 24);
    expect(await alertsOf(id)).toMatchObject([{ severity: 'critical', state: 'open' }]);
  });
});

test('an agent’s device can be checked, too, and the agent says whether it is there', async () => {
  const machine = await enrolMachine(server, acme, { customerId, hostname: 'srv-1' });
  await machine.report();
  const path = `/api/v1/devices/${machine.deviceId}/checks`;
  const body = { kind: 'tcp', host: '127.0.0.1', port: 1, failuresUntilAlert: 1 };
  expect((await acme.admin.post(path, body)).status).toBe(201);
  await firstRun(machine.deviceId);
  expect(await deviceOf(machine.deviceId)).toMatchObject({ state: 'online' });
  expect(await alertsOf(machine.deviceId)).toMatchObject([{ kind: 'unreachable' }]);
});

test('several processes that look at once run each check once', async () => {
  const id = await add([page()], 'Once');
  const [check] = await firstRun(id);
  visits = 0;
  const later = inMs(5 * HOUR_MS);
  clock.now = () => later;
  await server.rows('update device_checks set is_enabled = false where id <> $1', [check.id]);
  const processes = Array.from({ length: 5 }, () => ({ ...server.platform }));
  await Promise.all(processes.map((platform) => runDueChecks(platform, platform)));
  await until(async () => (await resultsOf(check.id)).length > 1);
  await new Promise((done) => setTimeout(done, 500));
  expect(visits).toBe(1);
});

test('what is switched off or archived is left alone', async () => {
  const id = await add([page()], 'Resting');
  const [check] = await firstRun(id);
  const off = { ...page({ isEnabled: false }), version: check.version };
  const changed = await acme.admin.put(`/api/v1/checks/${check.id}`, off);
  expect(changed.body).toMatchObject({ isEnabled: false, state: 'waiting', version: 2 });
  expect((await acme.admin.post(`/api/v1/checks/${check.id}/runs`, {})).status).toBe(409);
  const again = await acme.admin.put(`/api/v1/checks/${check.id}`, off);
  expect(again.status).toBe(409);
  expect(again.body.current.version).toBe(2);
});

test('a check runs when it is asked to', async () => {
  const id = await add([page()], 'Now');
  const [check] = await firstRun(id);
  expect((await acme.admin.post(`/api/v1/checks/${check.id}/runs`, {})).status).toBe(202);
  await until(async () => (await resultsOf(check.id)).length === 2);
});

test('results are kept for a month', async () => {
  const id = await add([page()], 'Old');
  const [check] = await firstRun(id);
  const age = `update check_results set at = at - interval '31 days' where check_id = $1`;
  await server.rows(age, [check.id]);
  const job = checksScheduledJobs.find(({ name }) => name === 'checks.removeOldResults')!;
  await job.run({ platform: server.platform, log: server.platform.log });
  expect(await resultsOf(check.id)).toEqual([]);
});

describe('what makes no sense is refused', () => {
  const fieldsOf = async (check: object) => {
    const body = { customerId, name: 'Wrong', checks: [check] };
    const answer = await acme.admin.post('/api/v1/checked-devices', body);
    expect(answer.status).toBe(400);
    return answer.body.errors.map(({ field, code }: Record<string, string>) => `${field} ${code}`);
  };
  test.each([
    [{ kind: 'http' }, 'checks.0.url required'],
    [{ kind: 'http', url: 'ftp://files.example' }, 'checks.0.url checkUrl'],
    [{ kind: 'http', url: 'https://user:word@shop.example' }, 'checks.0.url checkUrl'],
    [{ kind: 'http', url: 'http://10.0.0.1/' }, 'checks.0.url checkAddressForbidden'],
    [{ kind: 'http', url: 'http://0xa9fea9fe/' }, 'checks.0.url checkAddressForbidden'],
    [{ kind: 'http', url: 'http://[::ffff:10.0.0.1]/' }, 'checks.0.url checkAddressForbidden'],
    [{ kind: 'http', url: 'http://0251.0376.0251.0376/' }, 'checks.0.url checkAddressForbidden'],
    [{ kind: 'http', url: 'http://2852039166/' }, 'checks.0.url checkAddressForbidden'],
    [{ kind: 'http', url: 'http://10.1/' }, 'checks.0.url checkAddressForbidden'],
    [{ kind: 'http', url: 'http://①⓪.⓪.⓪.①/' }, 'checks.0.url checkAddressForbidden'],
    [{ kind: 'http', url: 'http://10.0.0.1./' }, 'checks.0.url checkAddressForbidden'],
    [{ kind: 'http', url: 'http://0.0.0.0/' }, 'checks.0.url checkAddressForbidden'],
    [{ kind: 'http', url: 'http://[::]/' }, 'checks.0.url checkAddressForbidden'],
    [{ kind: 'http', url: 'http://[fe80::1]/' }, 'checks.0.url checkAddressForbidden'],
    [{ kind: 'http', url: 'http://[64:ff9b::a00:1]/' }, 'checks.0.url checkAddressForbidden'],
    [{ kind: 'http', url: 'http://[fe80::1%25lo]/' }, 'checks.0.url checkUrl'],
    [{ kind: 'http', url: 'http://shop.example:0/' }, 'checks.0.url checkUrl'],
    [{ kind: 'http', url: 'http://shop.example:65536/' }, 'checks.0.url checkUrl'],
    [{ kind: 'tcp', host: '0xa.1', port: 25 }, 'checks.0.host checkAddressForbidden'],
    [{ kind: 'tcp', host: '012.0.0.1', port: 25 }, 'checks.0.host checkAddressForbidden'],
    [{ kind: 'tcp', host: '[::ffff:10.0.0.1]', port: 25 }, 'checks.0.host checkAddressForbidden'],
    [{ kind: 'tcp', host: 'a.example\r\nb', port: 25 }, 'checks.0.host invalid'],
    [{ kind: 'tcp', port: 25 }, 'checks.0.host required'],
    [{ kind: 'tcp', host: 'mail.example' }, 'checks.0.port required'],
    [{ kind: 'tcp', host: 'mail.example:25', port: 25 }, 'checks.0.host checkHost'],
    [{ kind: 'tcp', host: '192.168.1.1', port: 25 }, 'checks.0.host checkAddressForbidden'],
  ])('%j', async (check, error) => expect(await fieldsOf(check)).toEqual([error]));

  test('and nothing is left of the device', async () => {
    await fieldsOf({ kind: 'http' });
    expect((await get('/devices?search=Wrong')).items).toEqual([]);
  });

  test('a name that nobody has is told of when it is run', async () => {
    const id = await add([{ kind: 'http', url: 'http://nobody.invalid/' }], 'Away');
    expect((await firstRun(id))[0].outcome).toBe('nameUnknown');
  });

  test('more checks than a device can have', async () => {
    const id = await add(
      Array.from({ length: 20 }, () => page({ isEnabled: false })),
      'Full',
    );
    const answer = await acme.admin.post(`/api/v1/devices/${id}/checks`, page());
    expect(answer.status).toBe(409);
    expect(answer.body.code).toBe('tooManyChecks');
  });
});

describe('who may', () => {
  test('only who manages devices adds checks; who sees devices sees them', async () => {
    const id = await add([page()], 'Seen');
    const [check] = await checksOf(id);
    const viewer = await acme.technicianWith(['devices.view']);
    expect((await viewer.get(`/api/v1/devices/${id}/checks`)).body.items).toHaveLength(1);
    expect((await viewer.get(`/api/v1/checks/${check.id}/results`)).status).toBe(200);
    expect((await viewer.post(`/api/v1/devices/${id}/checks`, page())).status).toBe(403);
    expect((await viewer.delete(`/api/v1/checks/${check.id}`)).status).toBe(403);
    const body = { customerId, name: 'Mine' };
    expect((await viewer.post('/api/v1/checked-devices', body)).status).toBe(403);
    expect((await server.console().get(`/api/v1/devices/${id}/checks`)).status).toBe(401);
  });

  test('not another company, nor whose role is limited to other customers', async () => {
    const id = await add([page()], 'Hidden');
    const [check] = await checksOf(id);
    const elsewhere = await acme.customer('Elsewhere');
    const limited = await acme.technicianWith(['devices.view', 'devices.manage'], [elsewhere]);
    for (const browser of [other.admin, limited]) {
      expect((await browser.get(`/api/v1/devices/${id}/checks`)).status).toBe(404);
      expect((await browser.post(`/api/v1/devices/${id}/checks`, page())).status).toBe(404);
      expect((await browser.get(`/api/v1/checks/${check.id}/results`)).status).toBe(404);
      expect((await browser.post(`/api/v1/checks/${check.id}/runs`, {})).status).toBe(404);
      expect((await browser.delete(`/api/v1/checks/${check.id}`)).status).toBe(404);
      const put = { ...page(), version: 1 };
      expect((await browser.put(`/api/v1/checks/${check.id}`, put)).status).toBe(404);
    }
  });
});
