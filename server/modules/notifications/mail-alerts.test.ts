import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { raiseAlert, resolveAlert } from '#modules/alerts/index.ts';
import { clock, HOUR_MS, inMs, MINUTE_MS } from '#platform/clock.ts';
import { until } from '../../../tests/support/smtp-client.ts';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import { followUp } from '../alerts/follow-up.ts';
import { watchAlerts } from '../alerts/watch-alerts.ts';
import { mailWaitingAlerts } from './mail-alerts.ts';

let server: TestServer;
let acme: TestTenant;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());
const realNow = clock.now;
beforeEach(async () => {
  clock.now = realNow;
  acme = await makeTenant(server);
});

const raise = (name: string, severity: 'warning' | 'critical' = 'critical') =>
  acme.inside((tx) =>
    raiseAlert(tx, {
      fingerprint: name,
      source: 'api',
      kind: 'other',
      title: name,
      severity,
      deviceId: null,
      customerId: null,
    }),
  );
const resolve = (fingerprint: string) => acme.inside((tx) => resolveAlert(tx, { fingerprint }));
const waiting = async () =>
  (
    await server.rows<{ count: number }>(
      `select count(*)::int as count from notifications where tenant_id = $1 and waits_for_mail`,
      [acme.tenantId],
    )
  )[0]?.count;
/** The alerts are told of a moment after they came up. */
const toldOf = (count: number) =>
  until(async () => {
    const left = await server.rows(
      'select from alerts where tenant_id = $1 and follow_up_at is not null',
      [acme.tenantId],
    );
    return left.length === 0 && (await waiting()) === count;
  }, `${count} to wait`);
const mail = async () => {
  const of = { technicianId: acme.adminId };
  await acme.inside((tx) => mailWaitingAlerts(tx, of));
  return server.rows<{ subject: string; text: string; html: string }>(
    `select subject, text, html from outbound_messages
     where tenant_id = $1 and kind = 'notice' order by id`,
    [acme.tenantId],
  );
};

test('what came up together is one mail, the worst first, with links', async () => {
  await raise('Slow', 'warning');
  const { id } = await raise('<b>Fire</b>');
  await toldOf(2);
  const [one, ...others] = await mail();
  expect(others).toEqual([]);
  expect(one?.subject).toBe('Critical: 2 alerts: <b>Fire</b>');
  expect(one?.html).toContain(`/alerts/${id}`);
  expect(one?.html).not.toContain('<b>Fire</b>');
  expect(one?.text.indexOf('Fire')).toBeLessThan(one?.text.indexOf('Slow') ?? 0);
});

test('what is over, or was read, is not mailed', async () => {
  await raise('Over');
  const { id } = await raise('Read');
  await toldOf(2);
  await resolve('Over');
  await acme.admin.post('/api/v1/notifications/read', { alertId: id });
  await acme.admin.post('/api/v1/notifications/read', {});
  expect(await mail()).toEqual([]);
});

/** So many minutes later the mails are seen to. */
const mailIn = async (minutes: number) => {
  clock.now = () => inMs(minutes * MINUTE_MS, realNow());
  const mails = await mail();
  clock.now = realNow;
  return mails;
};
const laterMails = () =>
  server.rows<{ run_at: Date }>(`select run_at from graphile_worker.jobs where key like $1`, [
    `alertNotices:${acme.adminId}:%`,
  ]);

test('one that comes back is mailed once an hour: what came back waits until then', async () => {
  await raise('Again');
  await toldOf(1);
  expect(await mail()).toHaveLength(1);
  for (let time = 0; time < 2; time++) {
    await resolve('Again');
    await raise('Again');
    await toldOf(time + 1);
    expect(await mail()).toHaveLength(1);
  }
  const [later, ...more] = await laterMails();
  expect(more).toEqual([]);
  const inMinutes = ((later?.run_at.getTime() ?? 0) - Date.now()) / MINUTE_MS;
  expect(inMinutes).toBeGreaterThan(59);
  expect(inMinutes).toBeLessThanOrEqual(61);
  expect(await mailIn(59)).toHaveLength(1);
  expect(await mailIn(61)).toHaveLength(2);
  expect(await waiting()).toBe(0);
});

test('one that came back and is over, or that somebody sees to, is not mailed after the hour', async () => {
  const { id } = await raise('Seen');
  await raise('Gone');
  await toldOf(2);
  expect(await mail()).toHaveLength(1);
  for (const name of ['Seen', 'Gone']) {
    await resolve(name);
    await raise(name);
  }
  await toldOf(2);
  expect(await mail()).toHaveLength(1);
  await acme.admin.post('/api/v1/alert-changes', { ids: [id], state: 'acknowledged' });
  await resolve('Gone');
  expect(await mailIn(61)).toHaveLength(1);
});

test('what was over before the mail went out does not keep the next one back', async () => {
  await raise('Blip');
  await toldOf(1);
  await resolve('Blip');
  expect(await mail()).toEqual([]);
  await raise('Blip');
  await toldOf(1);
  expect(await mail()).toHaveLength(1);
});

test('one that gets worse is mailed at once, and going up and down not without end', async () => {
  await raise('Heat', 'warning');
  await toldOf(1);
  expect(await mail()).toHaveLength(1);
  await raise('Heat', 'critical');
  await toldOf(1);
  const [, worse] = await mail();
  expect(worse?.subject).toBe('Critical: Heat');
  for (let time = 0; time < 4; time++) {
    await raise('Heat', 'warning');
    await raise('Heat', 'critical');
    await acme.inside((tx) => followUp(tx));
    expect(await mail()).toHaveLength(2);
  }
  const { items } = (await acme.admin.get('/api/v1/notifications')).body;
  expect(items.length).toBeLessThanOrEqual(4);
});

test('one that somebody has acknowledged, and that gets worse, is mailed', async () => {
  const { id } = await raise('Slow', 'warning');
  await toldOf(1);
  await mail();
  await acme.admin.post('/api/v1/alert-changes', { ids: [id], state: 'acknowledged' });
  await raise('Slow', 'critical');
  await toldOf(1);
  expect((await mail()).map(({ subject }) => subject)).toEqual(['Warning: Slow', 'Critical: Slow']);
});

test('the end of a snooze is told of', async () => {
  const { id } = await raise('Asleep');
  await toldOf(1);
  await mail();
  const change = { ids: [id], state: 'snoozed', snoozedUntil: inMs(2 * HOUR_MS).toISOString() };
  await acme.admin.post('/api/v1/alert-changes', change);
  clock.now = () => inMs(3 * HOUR_MS, realNow());
  await watchAlerts.run({ platform: server.platform, log: server.platform.log });
  await acme.inside((tx) => followUp(tx));
  expect(await mail()).toHaveLength(2);
  const { items } = (await acme.admin.get('/api/v1/notifications')).body;
  expect(items).toHaveLength(2);
});

test('who wants no mail gets none, and hears in the console', async () => {
  const choices = (await acme.admin.get('/api/v1/me/notification-choices')).body;
  await acme.admin.put('/api/v1/me/notification-choices', {
    ...choices,
    alert: { console: true, email: false },
  });
  await raise('Quiet');
  await toldOf(0);
  const { items } = (await acme.admin.get('/api/v1/notifications')).body;
  expect(items).toMatchObject([{ kind: 'alert', alert: { severity: 'critical', count: 1 } }]);
});
