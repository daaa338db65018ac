import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { alertsScheduledJobs } from '#modules/alerts/index.ts';
import { until } from '../../../tests/support/smtp-client.ts';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

/** Thresholds of "Offline" and devices without an agent. The default profile says: servers, 5 minutes, critical. */
let server: TestServer;
let acme: TestTenant;
let customerId: number;
let open: Server;
let port: number;
beforeAll(async () => {
  server = await startTestServer({ CHECK_ALLOW_NETS: '127.0.0.1' });
  acme = await makeTenant(server, { company: 'Acme' });
  customerId = await acme.customer('Globex');
  open = createServer((socket) => socket.destroy());
  await new Promise<void>((done) => open.listen(0, '127.0.0.1', done));
  ({ port } = open.address() as AddressInfo);
}, 60_000);
afterAll(async () => {
  open.close();
  await server.close();
});
beforeEach(() =>
  server.platform.db.facts.write('deviceWatch', {
    at: new Date().toISOString(),
    since: new Date(0).toISOString(),
  }),
);

const get = async (path: string) => (await acme.admin.get(`/api/v1${path}`)).body;
const deviceOf = (id: number) => get(`/devices/${id}`);
const alertsOf = async (id: number) => (await get(`/alerts?deviceId=${id}`)).items;
const silenceOf = async (id: number) =>
  (await alertsOf(id)).filter(({ kind }: { kind: string }) => kind === 'offline');
const closed = (severity: string) => ({
  kind: 'tcp',
  host: '127.0.0.1',
  port: 1,
  failuresUntilAlert: 1,
  severity,
});
/** A server of which nothing answers. */
async function addSilent(severity: string): Promise<number> {
  const checks = [closed(severity)];
  const added = await acme.admin.post('/api/v1/checked-devices', {
    customerId,
    name: 'Router',
    checks,
  });
  await until(async () => (await deviceOf(added.body.id)).state === 'offline');
  return added.body.id;
}
const offlineForMinutes = (id: number, minutes: number) =>
  server.rows(`update devices set state_since = now() - make_interval(mins => $2) where id = $1`, [
    id,
    minutes,
  ]);
const watch = alertsScheduledJobs.find(({ name }) => name === 'alerts.watch')!;
const runWatch = () => watch.run({ platform: server.platform, log: server.platform.log });
const checkOf = async (id: number) => (await get(`/devices/${id}/checks`)).items[0];

describe('a device without an agent that is offline', () => {
  test('has an alert once its threshold’s minutes are over, until it answers', async () => {
    const id = await addSilent('warning');
    await offlineForMinutes(id, 4);
    await runWatch();
    expect(await silenceOf(id)).toEqual([]);
    await offlineForMinutes(id, 6);
    await runWatch();
    await runWatch();
    expect(await silenceOf(id)).toMatchObject([
      { severity: 'critical', state: 'open', source: 'offline', occurrences: 1 },
    ]);
    const { id: checkId, version } = await checkOf(id);
    const back = { ...closed('warning'), port, version };
    expect((await acme.admin.put(`/api/v1/checks/${checkId}`, back)).status).toBe(200);
    await until(async () => (await deviceOf(id)).state === 'online');
    expect(await silenceOf(id)).toMatchObject([{ state: 'resolved', resolvedBy: 'source' }]);
  });

  test('has none where its check has raised one as severe', async () => {
    const id = await addSilent('critical');
    await offlineForMinutes(id, 6);
    await runWatch();
    expect(await alertsOf(id)).toMatchObject([{ kind: 'unreachable', severity: 'critical' }]);
  });

  test('has none where somebody has resolved that of its check', async () => {
    const id = await addSilent('critical');
    const ids = (await alertsOf(id)).map((alert: { id: number }) => alert.id);
    await acme.admin.post('/api/v1/alert-changes', { ids, state: 'resolved' });
    await offlineForMinutes(id, 6);
    await runWatch();
    expect(await silenceOf(id)).toEqual([]);
  });

  test('has none any more when nothing of it is checked', async () => {
    const id = await addSilent('information');
    await offlineForMinutes(id, 6);
    await runWatch();
    expect(await silenceOf(id)).toMatchObject([{ state: 'open' }]);
    expect((await acme.admin.delete(`/api/v1/checks/${(await checkOf(id)).id}`)).status).toBe(204);
    expect(await deviceOf(id)).toMatchObject({ state: 'waiting' });
    expect(await silenceOf(id)).toMatchObject([{ state: 'resolved' }]);
  });

  test('counts from its last answer after a week, and is still offline then', async () => {
    const id = await addSilent('warning');
    await server.rows(
      `update devices set state = 'stale', state_since = now(), last_seen_at = now() - interval '8 days' where id = $1`,
      [id],
    );
    await runWatch();
    expect(await silenceOf(id)).toMatchObject([{ severity: 'critical', state: 'open' }]);
  });
});
