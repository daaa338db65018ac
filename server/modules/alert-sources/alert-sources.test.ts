import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mailWaitingAlerts } from '#modules/notifications/mail-alerts.ts';
import { enrolMachine } from '../../../tests/support/machine.ts';
import { until } from '../../../tests/support/smtp-client.ts';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import { FIRING, GROUPED } from './alertmanager.fixture.ts';

let server: TestServer;
let acme: TestTenant;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());
beforeEach(async () => {
  await server.rows('delete from rate_limits');
  acme = await makeTenant(server);
});

interface Source {
  source: { id: number };
  secret: string;
  address: string;
  addressWithSecret: string;
}
async function addSource(format: string, more = {}, tenant = acme): Promise<Source> {
  const body = { name: 'Radar', format, ...more };
  const answer = await tenant.admin.post('/api/v1/alert-sources', body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
}
const send = (secret: string, body: unknown) =>
  server.console().send('POST', '/api/v1/alert-hooks', Buffer.from(JSON.stringify(body)), {
    'content-type': 'application/json',
    authorization: `Bearer ${secret}`,
  });
const alerts = async (query = '', tenant = acme) =>
  (await tenant.admin.get(`/api/v1/alerts?limit=100&${query}`)).body.items;

describe('Alertmanager', () => {
  test('fires, sends again, resolves one of a group, and fires again', async () => {
    const { secret } = await addSource('alertmanager');
    expect((await send(secret, FIRING)).body).toEqual({ raised: 2, resolved: 0 });
    const [, critical] = await alerts('sort=createdAt');
    expect(await alerts('sort=createdAt')).toMatchObject([
      { title: 'Disk / of srv-01 is full', severity: 'critical', state: 'open', occurrences: 1 },
      { title: 'Disk / of srv-02 is full', severity: 'warning', state: 'open' },
    ]);
    await send(secret, FIRING);
    await send(secret, FIRING);
    expect(await alerts()).toHaveLength(2);
    expect((await send(secret, GROUPED)).body).toEqual({ raised: 1, resolved: 1 });
    const [first, second] = await alerts('sort=createdAt');
    expect(first).toMatchObject({ state: 'resolved', resolvedBy: 'source', occurrences: 1 });
    expect(second).toMatchObject({ id: critical.id, state: 'open' });
    await send(secret, FIRING);
    expect((await alerts('sort=createdAt'))[0]).toMatchObject({ state: 'open', occurrences: 2 });
  });

  test('sending again does not undo what somebody has resolved', async () => {
    const { secret } = await addSource('alertmanager');
    await send(secret, FIRING);
    const ids = (await alerts()).map(({ id }: { id: number }) => id);
    await acme.admin.post('/api/v1/alert-changes', { ids, state: 'resolved' });
    await send(secret, FIRING);
    expect(await alerts('state=open')).toEqual([]);
    const later = FIRING.alerts.map((alert) => ({
      ...alert,
      startsAt: new Date().toISOString(),
    }));
    await send(secret, { ...FIRING, alerts: later });
    expect(await alerts('state=open')).toHaveLength(2);
  });

  test('alerts find their devices and customers by name', async () => {
    const customerId = await acme.customer('Globex');
    const { deviceId } = await enrolMachine(server, acme, { customerId, hostname: 'SRV-01' });
    const { secret } = await addSource('alertmanager');
    await send(secret, FIRING);
    const [first, second] = await alerts('sort=createdAt');
    expect(first).toMatchObject({ device: { id: deviceId }, customer: { id: customerId } });
    expect(second).toMatchObject({ device: null, customer: null });
    const device = (await acme.admin.get(`/api/v1/devices/${deviceId}`)).body;
    expect(device).toMatchObject({ openAlertCount: 1, worstSeverity: 'critical' });
    const { secret: plain } = await addSource('plain');
    await send(plain, { title: 'Named', customer: 'globex' });
    expect((await alerts('search=Named'))[0].customer.id).toBe(customerId);
  });

  test('500 alerts in a second make one list, one notification, one mail and one ticket', async () => {
    const customerId = await acme.customer('Globex');
    const profile = await acme.admin.post('/api/v1/alert-profiles', {
      name: 'Radar',
      conditions: [],
      ticketRules: [{ severities: ['critical'] }],
      hearing: { severities: ['critical'] },
      solvesTickets: false,
      resolvesAlerts: true,
    });
    const { secret } = await addSource('alertmanager', { customerId, profileId: profile.body.id });
    const storm = Array.from({ length: 500 }, (_, index) => ({
      ...FIRING.alerts[0],
      fingerprint: `storm${index}`,
    }));
    const answers = await Promise.all(
      [0, 100, 200, 300, 400].map((from) =>
        send(secret, { ...FIRING, alerts: storm.slice(from, from + 100) }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const count = await acme.admin.get('/api/v1/alert-count?state=open');
    expect(count.body.count).toBe(500);
    const withTicket = async () =>
      (await acme.admin.get('/api/v1/alert-count?hasTicket=true')).body.count;
    await until(async () => (await withTicket()) === 500, 'all to have a ticket');
    const tickets = await acme.admin.get('/api/v1/tickets');
    expect(tickets.body.items).toMatchObject([{ source: 'alert', customer: { id: customerId } }]);
    const told = (await acme.admin.get('/api/v1/notifications')).body.items;
    const ofAlerts = told.filter(({ kind }: { kind: string }) => kind === 'alert');
    expect(ofAlerts.length).toBeLessThanOrEqual(2);
    await acme.inside((tx) => mailWaitingAlerts(tx, { technicianId: acme.adminId }));
    const mails = await server.rows<{ subject: string }>(
      `select subject from outbound_messages where tenant_id = $1 and kind = 'notice'
         and subject like 'Critical%'`,
      [acme.tenantId],
    );
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Critical: 500 alerts: Disk / of srv-01 is full',
    ]);
  }, 60_000);

  test('500 deliveries at once are all taken, for one ticket', async () => {
    const profile = await acme.admin.post('/api/v1/alert-profiles', {
      name: 'Radar',
      conditions: [],
      ticketRules: [{ severities: ['warning'] }],
      hearing: { severities: [] },
      solvesTickets: false,
      resolvesAlerts: true,
    });
    const { secret } = await addSource('plain', { profileId: profile.body.id });
    const answers = await Promise.all(
      Array.from({ length: 500 }, (_, index) => send(secret, { title: `Storm ${index}` })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const withTicket = async () =>
      (await acme.admin.get('/api/v1/alert-count?hasTicket=true')).body.count;
    await until(async () => (await withTicket()) === 500, 'all to have a ticket');
    expect((await acme.admin.get('/api/v1/tickets')).body.items).toHaveLength(1);
  }, 90_000);
});

describe('a secret', () => {
  test('is shown once, kept as a hash, and works in the header and in the address', async () => {
    const { secret, addressWithSecret } = await addSource('plain');
    const { pathname } = new URL(addressWithSecret);
    const answer = await server.console().post(pathname, { title: 'By address' });
    expect(answer.body).toEqual({ raised: 1, resolved: 0 });
    expect((await send(secret, { title: 'By header' })).status).toBe(200);
    const list = await acme.admin.get('/api/v1/alert-sources');
    expect(JSON.stringify(list.body)).not.toContain(secret);
    expect(list.body.items[0].lastReceivedAt).not.toBeNull();
    const rows = await server.rows<{ row: string }>('select s::text as row from alert_sources s');
    expect(rows.some(({ row }) => row.includes(secret))).toBe(false);
  });

  test('that is made up, replaced or removed opens nothing', async () => {
    const { source, secret } = await addSource('plain');
    expect((await send('portico_alerts_guess', { title: 'X' })).status).toBe(401);
    const bare = await server.console().post('/api/v1/alert-hooks', { title: 'X' });
    expect(bare.body.code).toBe('alertSourceUnknown');
    const renewed = await acme.admin.post(`/api/v1/alert-sources/${source.id}/secret`);
    expect((await send(secret, { title: 'X' })).status).toBe(401);
    expect((await send(renewed.body.secret, { title: 'X' })).status).toBe(200);
    await acme.admin.delete(`/api/v1/alert-sources/${source.id}`);
    expect((await send(renewed.body.secret, { title: 'X' })).status).toBe(401);
    expect(await alerts()).toHaveLength(1);
  });

  test('cannot be guessed for long', async () => {
    const answers = [];
    for (let index = 0; index < 61; index++)
      answers.push((await send(`portico_alerts_${index}`, {})).status);
    expect(answers.at(-1)).toBe(429);
  });

  test('files into its own company only', async () => {
    const other = await makeTenant(server);
    const { secret } = await addSource('plain');
    await send(secret, { title: 'Ours' });
    expect(await alerts('', other)).toEqual([]);
    expect(await alerts()).toHaveLength(1);
  });
});

describe('a delivery', () => {
  test('in another format is refused with what is wrong, and the source shows it until it is right', async () => {
    const { secret } = await addSource('alertmanager');
    const wrong = await send(secret, { title: 'Plain' });
    expect(wrong.status).toBe(400);
    expect(wrong.body.code).toBe('alertDeliveryWrong');
    expect(wrong.body.errors[0].field).toBe('version');
    const shown = async () => (await acme.admin.get('/api/v1/alert-sources')).body.items[0];
    expect((await shown()).lastError).toBe('alertDeliveryWrong');
    await send(secret, FIRING);
    expect((await shown()).lastError).toBeNull();
  });

  test('with scripts in it is kept as text', async () => {
    const { secret } = await addSource('plain');
    const script = '<img src=x onerror=alert(1)>';
    await send(secret, { title: script, text: script, labels: { [script]: script } });
    const [{ id, title }] = await alerts();
    expect(title).toBe(script);
    const { tickets } = (await acme.admin.post('/api/v1/alert-tickets', { ids: [id] })).body;
    const messages = await acme.admin.get(`/api/v1/tickets/${tickets[0].number}/messages`);
    expect(JSON.stringify(messages.body)).not.toContain('<img src=x');
  });

  test('that is too large is refused', async () => {
    const { secret } = await addSource('plain');
    const answer = await send(secret, { title: 'X', text: 'y'.repeat(8_100_000) });
    expect(answer.status).toBe(413);
  });
});

test('a source may be set up by administrators alone, for customers and profiles that are there', async () => {
  const technician = await acme.technician();
  const body = { name: 'Radar', format: 'plain' };
  expect((await technician.post('/api/v1/alert-sources', body)).status).toBe(403);
  const wrong = await acme.admin.post('/api/v1/alert-sources', { ...body, customerId: 999_999 });
  expect(wrong.body.errors[0].field).toBe('customerId');
  const profile = await acme.admin.post('/api/v1/alert-sources', { ...body, profileId: 999_999 });
  expect(profile.body.errors[0]).toMatchObject({ field: 'profileId', code: 'unknownAlertProfile' });
});

test('strangers are turned away before their body is read', async () => {
  const body = Buffer.alloc(7_000_000, 0x20);
  const send = (path: string, headers = {}) =>
    server
      .console()
      .send('POST', path, body, headers)
      .then(
        ({ status }) => status,
        // The line may be cut before all of it was sent.
        () => 401,
      );
  expect(await send('/api/v1/alert-hooks/portico_alerts_nobody')).toBe(401);
  expect(await send('/api/v1/alert-hooks', { authorization: 'Bearer nobody' })).toBe(401);
  expect(await send('/api/v1/alert-hooks')).toBe(401);
});
