import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { raiseAlert, resolveAlert } from '#modules/alerts/index.ts';
import { clock, inMs, MINUTE_MS } from '#platform/clock.ts';
import { until } from '../../../tests/support/smtp-client.ts';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
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

test('one that comes back is mailed once an hour', async () => {
  await raise('Again');
  await toldOf(1);
  expect(await mail()).toHaveLength(1);
  await resolve('Again');
  await raise('Again');
  await toldOf(0);
  expect(await mail()).toHaveLength(1);
  await resolve('Again');
  clock.now = () => inMs(61 * MINUTE_MS, realNow());
  await raise('Again');
  clock.now = realNow;
  await server.rows(
    `update alerts set mailed_at = mailed_at - interval '61 minutes', follow_up_at = now()
     where tenant_id = $1`,
    [acme.tenantId],
  );
  await toldOf(1);
  expect(await mail()).toHaveLength(2);
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
