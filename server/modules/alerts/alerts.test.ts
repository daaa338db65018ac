import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clock, HOUR_MS, inMs, MINUTE_MS } from '#platform/clock.ts';
import { diskWith, enrolMachine, type TestMachine } from '../../../tests/support/machine.ts';
import { until } from '../../../tests/support/smtp-client.ts';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import { followUp } from './follow-up.ts';
import { watchAlerts } from './watch-alerts.ts';

let server: TestServer;
let acme: TestTenant;
let customerId: number;
let machine: TestMachine;
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  customerId = await acme.customer('Globex');
}, 60_000);
afterAll(() => server.close());

let made = 0;
const realNow = clock.now;
beforeEach(async () => {
  clock.now = realNow;
  machine = await enrolMachine(server, acme, { customerId, hostname: `srv-${++made}` });
});

const get = async (path: string, tenant = acme) => (await tenant.admin.get(`/api/v1${path}`)).body;
const alertsOf = async ({ deviceId } = machine) =>
  (await get(`/alerts?deviceId=${deviceId}`)).items;
const post = async (path: string, body: unknown) => {
  const answer = await acme.admin.post(`/api/v1${path}`, body);
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body;
};
/** A profile of the machine's own. */
async function watch(conditions: object[], more: object = {}) {
  const profile = await post('/alert-profiles', {
    name: `Profile ${++made}`,
    conditions: conditions.map((condition, index) => ({ id: `c${index}`, ...condition })),
    ticketRules: [],
    hearing: { severities: ['information', 'warning', 'critical'] },
    solvesTickets: false,
    resolvesAlerts: true,
    ...more,
  });
  await post('/device-alert-profiles', { deviceIds: [machine.deviceId], profileId: profile.id });
  return profile;
}
const DISK = { kind: 'disk', severity: 'critical', limit: 10, hysteresis: 2 };
const ruled = { ticketRules: [{ severities: ['critical'], deviceTypes: ['server'] }] };
const runWatch = () => watchAlerts.run({ platform: server.platform, log: server.platform.log });
const follow = () => acme.inside((tx) => followUp(tx));
const change = (ids: number[], body: object) => post('/alert-changes', { ids, ...body });
const eventsOf = async (id: number) =>
  (await get(`/alerts/${id}/events`)).items.map(({ kind }: { kind: string }) => kind);
const unreadOf = async () =>
  (await get('/notifications')).items.filter(({ kind }: { kind: string }) => kind === 'alert');

describe('thresholds', () => {
  test('a default profile is there for every company, and servers that fill up are told of', async () => {
    const [standard] = (await get('/alert-profiles')).items;
    expect(standard).toMatchObject({ isDefault: true, ticketRules: [] });
    expect(standard.conditions.length).toBeGreaterThan(5);
    expect((await get(`/devices/${machine.deviceId}/alert-profile`)).id).toBe(standard.id);
  });

  test('a full disk raises one alert, which the device counts, and which ends with it', async () => {
    await watch([DISK]);
    await machine.report(diskWith(50));
    expect(await alertsOf()).toEqual([]);
    await machine.report(diskWith(9));
    await machine.report(diskWith(8));
    const [alert, ...others] = await alertsOf();
    expect(others).toEqual([]);
    expect(alert).toMatchObject({
      title: 'Only 9% free on /',
      kind: 'disk',
      target: '/',
      severity: 'critical',
      state: 'open',
      source: 'agent',
      customer: { id: customerId },
      occurrences: 1,
    });
    const device = await get(`/devices/${machine.deviceId}`);
    expect(device).toMatchObject({ openAlertCount: 1, worstSeverity: 'critical' });
    await machine.report(diskWith(11));
    expect((await alertsOf())[0].state).toBe('open');
    await machine.report(diskWith(13));
    expect((await alertsOf())[0]).toMatchObject({ state: 'resolved', resolvedBy: 'source' });
    const after = await get(`/devices/${machine.deviceId}`);
    expect(after).toMatchObject({ openAlertCount: 0, worstSeverity: null });
  });

  test('what comes back within an hour is the same alert, later another', async () => {
    await watch([DISK]);
    await machine.report(diskWith(5));
    await machine.report(diskWith(50));
    await machine.report(diskWith(5));
    const [alert, ...none] = await alertsOf();
    expect(none).toEqual([]);
    expect(alert).toMatchObject({ state: 'open', occurrences: 2 });
    expect(await eventsOf(alert.id)).toEqual(['reopened', 'resolved', 'raised']);
    await machine.report(diskWith(50));
    await server.rows(`update alerts set resolved_at = now() - interval '2 hours' where id = $1`, [
      alert.id,
    ]);
    await machine.report(diskWith(5));
    expect(await alertsOf()).toHaveLength(2);
  });

  test('what somebody resolves is not raised again before it was over', async () => {
    await watch([DISK]);
    await machine.report(diskWith(5));
    const [{ id }] = await alertsOf();
    await change([id], { state: 'resolved' });
    await machine.report(diskWith(4));
    expect((await alertsOf())[0]).toMatchObject({ state: 'resolved', resolvedBy: 'person' });
    await machine.report(diskWith(50));
    await machine.report(diskWith(4));
    expect((await alertsOf())[0]).toMatchObject({ id, state: 'open', occurrences: 2 });
  });

  test('what comes and goes stays open until it is calm', async () => {
    await watch([DISK]);
    for (const free of [5, 50, 5, 50, 5, 50]) await machine.report(diskWith(free));
    const [alert] = await alertsOf();
    expect(alert).toMatchObject({ state: 'open', isFlapping: true, occurrences: 3 });
    await machine.report(diskWith(5));
    await machine.report(diskWith(50));
    expect(await eventsOf(alert.id)).toEqual([
      'flapping',
      'reopened',
      'resolved',
      'reopened',
      'resolved',
      'raised',
    ]);
    clock.now = () => inMs(16 * MINUTE_MS, realNow());
    await runWatch();
    clock.now = realNow;
    expect((await alertsOf())[0]).toMatchObject({ state: 'resolved', isFlapping: false });
  });

  test('services that a profile asks about are asked for, and told of when they stop', async () => {
    await watch([{ kind: 'service', severity: 'warning', target: 'nginx' }]);
    const { settings } = await machine.report();
    expect(settings.watchedServices).toEqual(['nginx']);
    await machine.report({ services: [{ name: 'nginx', state: 'stopped' }] });
    expect((await alertsOf())[0].title).toBe('Service nginx is not running');
  });

  test('the most specific profile counts', async () => {
    const wide = await post('/alert-profiles', {
      name: 'Customer',
      conditions: [{ id: 'c', kind: 'cpu', severity: 'information', limit: 1 }],
      ticketRules: [],
      hearing: { severities: [] },
      solvesTickets: false,
      resolvesAlerts: true,
    });
    const assigned = await acme.admin.put(`/api/v1/alert-profiles/${wide.id}/assignments`, {
      assignments: [{ customerId }],
    });
    expect(assigned.body.assignments).toMatchObject([{ customer: { name: 'Globex' } }]);
    const shown = () => get(`/devices/${machine.deviceId}/alert-profile`);
    expect((await shown()).id).toBe(wide.id);
    const own = await watch([]);
    expect((await shown()).id).toBe(own.id);
    await post('/device-alert-profiles', { deviceIds: [machine.deviceId], profileId: null });
    expect((await shown()).id).toBe(wide.id);
    await acme.admin.delete(`/api/v1/alert-profiles/${wide.id}`);
    expect((await shown()).isDefault).toBe(true);
  });

  test.each([
    ['a limit that is none', { kind: 'cpu', severity: 'warning', limit: 140 }, 'limit'],
    ['no limit', { kind: 'disk', severity: 'warning' }, 'limit'],
    ['a service without a name', { kind: 'service', severity: 'warning' }, 'target'],
    ['offline for no time', { kind: 'offline', severity: 'warning' }, 'minutes'],
  ])('%s is refused', async (_name, condition, field) => {
    const answer = await acme.admin.post('/api/v1/alert-profiles', {
      name: 'Wrong',
      conditions: [{ id: 'c', ...condition }],
      ticketRules: [],
      hearing: { severities: [] },
      solvesTickets: false,
      resolvesAlerts: true,
    });
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].field).toBe(`conditions.0.${field}`);
  });

  test('two who change a profile at once do not undo each other', async () => {
    const { id, version } = await watch([]);
    const patch = (name: string) =>
      acme.admin.patch(`/api/v1/alert-profiles/${id}`, { version, name });
    expect((await patch(`First ${made}`)).status).toBe(200);
    const late = await patch('Second');
    expect(late.status).toBe(409);
    expect(late.body.current.name).toBe(`First ${made}`);
  });

  test('the default profile cannot be removed', async () => {
    const [{ id }] = (await get('/alert-profiles')).items;
    const answer = await acme.admin.delete(`/api/v1/alert-profiles/${id}`);
    expect(answer.body.code).toBe('defaultAlertProfile');
  });
});

describe('silence', () => {
  const sinceMinutes = (minutes: number) =>
    server.rows(
      `update devices set state = 'offline', last_seen_at = now() - make_interval(mins => $2)
       where id = $1`,
      [machine.deviceId, minutes],
    );

  test('of an agent is an alert after the time of its profile, until it reports again', async () => {
    await watch([
      { kind: 'offline', severity: 'warning', minutes: 5 },
      { kind: 'offline', severity: 'critical', minutes: 60 },
    ]);
    await machine.report();
    await server.platform.db.facts.write('deviceWatch', {
      at: new Date().toISOString(),
      since: new Date(0).toISOString(),
    });
    await sinceMinutes(4);
    await runWatch();
    expect(await alertsOf()).toEqual([]);
    await sinceMinutes(6);
    await runWatch();
    await runWatch();
    expect(await alertsOf()).toMatchObject([
      { title: 'Offline', severity: 'warning', source: 'offline', occurrences: 1 },
    ]);
    await sinceMinutes(61);
    await runWatch();
    expect(await alertsOf()).toMatchObject([{ severity: 'critical', occurrences: 1 }]);
    await machine.report();
    expect(await alertsOf()).toMatchObject([{ state: 'resolved' }]);
  });

  test('of a device that was put away is nobody’s concern', async () => {
    await watch([DISK]);
    await machine.report(diskWith(5));
    await acme.admin.put(`/api/v1/devices/${machine.deviceId}/archive`);
    await runWatch();
    expect(await alertsOf()).toMatchObject([{ state: 'resolved', resolvedBy: 'system' }]);
  });
});

describe('tickets', () => {
  test('are opened by rule, told when the alert ends, and solved with it if the profile says so', async () => {
    await watch([DISK], {
      ticketRules: [
        { severities: ['critical'], deviceTypes: ['server'], assigneeId: acme.adminId },
      ],
      solvesTickets: true,
    });
    await machine.report(diskWith(5));
    await follow();
    const [{ ticket, id }] = await alertsOf();
    const page = await get(`/tickets/${ticket.number}`);
    expect(page).toMatchObject({
      source: 'alert',
      status: 'open',
      priority: 'high',
      customer: { id: customerId },
      assignee: { id: acme.adminId },
    });
    expect(page.subject).toMatch(/^srv-\d+: Only 5% free on \/$/);
    expect((await get(`/tickets/${ticket.number}/alerts`)).items).toMatchObject([{ id }]);
    await machine.report(diskWith(50));
    const messages = (await get(`/tickets/${ticket.number}/messages`)).items;
    expect(messages.map(({ kind }: { kind: string }) => kind)).toEqual(['note', 'note']);
    expect(JSON.stringify(messages)).toContain('All alerts of this ticket are resolved.');
    expect((await get(`/tickets/${ticket.number}`)).status).toBe('resolved');
    // It comes back: so does the ticket.
    await machine.report(diskWith(5));
    await follow();
    expect((await get(`/tickets/${ticket.number}`)).status).toBe('open');
    expect((await alertsOf())[0].ticket.number).toBe(ticket.number);
  });

  test('what comes up on one device at once is one ticket', async () => {
    await watch([DISK, { kind: 'cpu', severity: 'critical', limit: 90 }], ruled);
    await machine.report({ ...diskWith(5), cpuPercent: 99 });
    await follow();
    const numbers = (await alertsOf()).map(
      ({ ticket }: { ticket: { number: number } }) => ticket.number,
    );
    expect(numbers).toHaveLength(2);
    expect(new Set(numbers).size).toBe(1);
    expect((await get(`/tickets/${numbers[0]}`)).subject).toMatch(/^2 alerts: srv-/);
  });

  test('without a rule there is none, nor by a rule for other devices', async () => {
    await watch([DISK], {
      ticketRules: [{ severities: ['critical'], deviceTypes: ['laptop'] }],
    });
    await machine.report(diskWith(5));
    await follow();
    expect((await alertsOf())[0].ticket).toBeNull();
  });

  test('that is closed resolves its alerts, unless the profile says no', async () => {
    for (const resolvesAlerts of [true, false]) {
      machine = await enrolMachine(server, acme, { customerId, hostname: `srv-${++made}` });
      await watch([DISK], { ...ruled, resolvesAlerts });
      await machine.report(diskWith(5));
      await follow();
      const [{ ticket }] = await alertsOf();
      const { version } = await get(`/tickets/${ticket.number}`);
      const closed = { version, status: 'closed' };
      await acme.admin.patch(`/api/v1/tickets/${ticket.number}`, closed);
      if (resolvesAlerts)
        await until(async () => (await alertsOf())[0].state === 'resolved', 'the alert to end');
      else expect((await alertsOf())[0].state).toBe('open');
    }
  });

  test('by hand: of several alerts one, which they know; twice is refused', async () => {
    await watch([DISK, { kind: 'cpu', severity: 'warning', limit: 90 }]);
    await machine.report({ ...diskWith(5), cpuPercent: 99 });
    const ids = (await alertsOf()).map(({ id }: { id: number }) => id);
    const { tickets } = await post('/alert-tickets', { ids, assigneeId: acme.adminId });
    expect(tickets).toHaveLength(1);
    for (const alert of await alertsOf())
      expect(alert).toMatchObject({ state: 'acknowledged', ticket: tickets[0] });
    const again = await acme.admin.post('/api/v1/alert-tickets', { ids });
    expect(again.body.errors).toMatchObject([{ field: 'ids', code: 'haveTickets' }]);
    const other = await post('/tickets', { subject: 'Else', html: '<p>x</p>', customerId });
    await post('/alert-tickets', { ids, ticketNumber: other.number });
    expect((await alertsOf())[0].ticket.number).toBe(other.number);
  });

  test('by hand need the right to open tickets', async () => {
    await watch([DISK]);
    await machine.report(diskWith(5));
    const ids = (await alertsOf()).map(({ id }: { id: number }) => id);
    const rights = ['devices.view', 'alerts.view', 'alerts.manage'] as const;
    const technician = await acme.technicianWith(rights);
    expect((await technician.post('/api/v1/alert-tickets', { ids })).status).toBe(403);
  });
});

describe('people', () => {
  test('acknowledge, snooze, reopen and resolve many; what is not theirs stays', async () => {
    await watch([DISK]);
    await machine.report(diskWith(5));
    const [{ id }] = await alertsOf();
    const other = await makeTenant(server, { company: 'Other' });
    const foreign = await other.admin.post('/api/v1/alert-changes', {
      ids: [id],
      state: 'resolved',
    });
    expect(foreign.body).toEqual({ changed: [], missing: [id] });
    expect(await change([id], { state: 'acknowledged' })).toEqual({ changed: [id], missing: [] });
    expect((await alertsOf())[0].acknowledgedBy.id).toBe(acme.adminId);
    const snoozedUntil = inMs(HOUR_MS).toISOString();
    await change([id], { state: 'snoozed', snoozedUntil });
    expect((await alertsOf())[0]).toMatchObject({ state: 'snoozed', snoozedUntil });
    expect((await get(`/devices/${machine.deviceId}`)).openAlertCount).toBe(0);
    clock.now = () => inMs(61 * MINUTE_MS, realNow());
    await runWatch();
    clock.now = realNow;
    expect((await alertsOf())[0]).toMatchObject({ state: 'open', snoozedUntil: null });
    await change([id], { state: 'resolved' });
    expect(await change([id], { state: 'open' })).toEqual({ changed: [], missing: [id] });
    expect(await eventsOf(id)).toEqual(['resolved', 'woken', 'snoozed', 'acknowledged', 'raised']);
    const past = await acme.admin.post('/api/v1/alert-changes', {
      ids: [id],
      state: 'snoozed',
      snoozedUntil: inMs(-HOUR_MS).toISOString(),
    });
    expect(past.body.errors).toMatchObject([{ field: 'snoozedUntil', code: 'inThePast' }]);
  });

  test('are told as roles and persons are named, once for what comes up together', async () => {
    // What other tests have left.
    await follow();
    await acme.admin.post('/api/v1/notifications/read', {});
    await watch([DISK, { kind: 'cpu', severity: 'warning', limit: 90 }]);
    await machine.report({ ...diskWith(5), cpuPercent: 99 });
    await follow();
    const [told] = await unreadOf();
    const [worst] = (await get(`/alerts?deviceId=${machine.deviceId}&sort=-severity`)).items;
    expect(told).toMatchObject({
      alert: { id: worst.id, severity: 'critical', count: 2 },
      ticket: null,
      readAt: null,
    });
    await acme.admin.post('/api/v1/notifications/read', { alertId: worst.id });
    expect((await unreadOf())[0].readAt).not.toBeNull();
    // Somebody else is named: the administrator hears nothing.
    const colleague = await acme.technician();
    machine = await enrolMachine(server, acme, { customerId, hostname: `srv-${++made}` });
    const hearing = { severities: ['critical'], technicianIds: [colleague.technicianId] };
    await watch([DISK], { hearing });
    await machine.report(diskWith(5));
    await follow();
    const [{ id }] = await alertsOf();
    expect((await unreadOf())[0].alert.id).not.toBe(id);
    const theirs = (await colleague.get('/api/v1/notifications')).body.items;
    expect(theirs[0].alert.id).toBe(id);
  });

  test('with a limited role see, change and hear of their customers’ alerts only', async () => {
    await watch([DISK]);
    await machine.report(diskWith(5));
    const [{ id }] = await alertsOf();
    const elsewhere = await acme.customer('Elsewhere');
    const rights = ['devices.view', 'alerts.view', 'alerts.manage', 'tickets.view'] as const;
    const limited = await acme.technicianWith(rights, [elsewhere]);
    await follow();
    expect((await limited.get('/api/v1/alerts')).body.items).toEqual([]);
    expect((await limited.get('/api/v1/alert-count')).body.count).toBe(0);
    expect((await limited.get(`/api/v1/alerts/${id}`)).status).toBe(404);
    expect((await limited.get('/api/v1/notifications')).body.items).toEqual([]);
    const changed = await limited.post('/api/v1/alert-changes', { ids: [id], state: 'resolved' });
    expect(changed.body.missing).toEqual([id]);
    const stray = await limited.post('/api/v1/alerts', { title: 'Nobody’s' });
    expect(stray.body.errors[0].field).toBe('customerId');
    const theirs = await limited.post('/api/v1/alerts', { title: 'Own', customerId: elsewhere });
    expect(theirs.body.alert.customer.id).toBe(elsewhere);
  });
});

describe('maintenance', () => {
  const during = (more: object) => ({
    name: 'Patch day',
    time: {
      kind: 'once',
      startsAt: inMs(-HOUR_MS).toISOString(),
      endsAt: inMs(HOUR_MS).toISOString(),
    },
    ...more,
  });

  test('silences what comes up, and tells of it at its end if it is still so', async () => {
    await post('/maintenance-windows', during({ deviceId: machine.deviceId }));
    await watch([DISK, { kind: 'cpu', severity: 'critical', limit: 90 }], ruled);
    await machine.report({ ...diskWith(5), cpuPercent: 99 });
    await follow();
    const silenced = await alertsOf();
    expect(silenced).toMatchObject([
      { state: 'snoozed', isSilenced: true, ticket: null },
      { state: 'snoozed', isSilenced: true, ticket: null },
    ]);
    await machine.report({ ...diskWith(5), cpuPercent: 5 });
    clock.now = () => inMs(61 * MINUTE_MS, realNow());
    await runWatch();
    await follow();
    clock.now = realNow;
    const after = await alertsOf();
    const disk = after.find(({ kind }: { kind: string }) => kind === 'disk');
    const cpu = after.find(({ kind }: { kind: string }) => kind === 'cpu');
    expect(disk).toMatchObject({ state: 'open', isSilenced: false });
    expect(disk.ticket).not.toBeNull();
    expect(cpu).toMatchObject({ state: 'resolved', ticket: null });
  });

  test('of another customer silences nothing here', async () => {
    const elsewhere = await acme.customer();
    await post('/maintenance-windows', during({ customerId: elsewhere }));
    await watch([DISK]);
    await machine.report(diskWith(5));
    expect((await alertsOf())[0].state).toBe('open');
  });

  test('can be listed, changed and removed; wrong times are refused', async () => {
    const window = await post('/maintenance-windows', during({ customerId }));
    expect(window.openUntil).not.toBeNull();
    const weekly = { kind: 'weekly', weekdays: [1], fromMinute: 60, durationMinutes: 30 };
    const changed = await acme.admin.put(`/api/v1/maintenance-windows/${window.id}`, {
      name: 'Mondays',
      customerId,
      time: weekly,
    });
    expect(changed.body).toMatchObject({ name: 'Mondays', time: weekly });
    const wrong = await acme.admin.post('/api/v1/maintenance-windows', {
      name: 'Wrong',
      time: { kind: 'once', startsAt: inMs(1).toISOString(), endsAt: inMs(0).toISOString() },
    });
    expect(wrong.body.errors).toMatchObject([{ code: 'endsFirst' }]);
    await acme.admin.delete(`/api/v1/maintenance-windows/${window.id}`);
    const { items } = await get(`/maintenance-windows?customerId=${customerId}`);
    expect(items.some(({ id }: { id: number }) => id === window.id)).toBe(false);
  });

  test('of the whole company is not for a limited role', async () => {
    const rights = ['devices.view', 'alerts.view', 'alerts.manage'] as const;
    const limited = await acme.technicianWith(rights, [customerId]);
    expect((await limited.post('/api/v1/maintenance-windows', during({}))).status).toBe(403);
    const own = during({ customerId, name: 'Theirs', time: { ...during({}).time } });
    const answer = await limited.post('/api/v1/maintenance-windows', own);
    expect(answer.status).toBe(201);
    await limited.delete(`/api/v1/maintenance-windows/${answer.body.id}`);
  });
});

describe('the API', () => {
  test('raises, repeats and resolves', async () => {
    const wanted = { title: 'Backup failed', severity: 'critical', deviceId: machine.deviceId };
    const { alert } = await post('/alerts', { ...wanted, labels: { job: 'nightly' } });
    expect(alert).toMatchObject({ source: 'api', state: 'open', labels: { job: 'nightly' } });
    expect((await post('/alerts', wanted)).alert).toMatchObject({ id: alert.id, occurrences: 1 });
    const ended = await post('/alerts', { ...wanted, status: 'resolved' });
    expect(ended.alert).toMatchObject({ id: alert.id, state: 'resolved' });
    const never = await post('/alerts', { title: 'Never heard of', status: 'resolved' });
    expect(never.alert).toBeNull();
  });

  test.each([
    ['a device that is not there', { deviceId: 999_999 }, 'deviceId'],
    ['an address that is a script', { url: 'javascript:alert(1)' }, 'url'],
    ['an unknown severity', { severity: 'bad' }, 'severity'],
    ['a field that is none', { colour: 'red' }, 'colour'],
  ])('refuses %s', async (_name, wrong, field) => {
    const answer = await acme.admin.post('/api/v1/alerts', { title: 'X', ...wrong });
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].field).toBe(field);
  });

  test('lists, sorts, pages and counts alike', async () => {
    const own = await makeTenant(server);
    const device = await own.customer('Paging');
    for (let index = 0; index < 7; index++)
      await own.admin.post('/api/v1/alerts', {
        title: `Alert ${index}`,
        severity: ['information', 'warning', 'critical'][index % 3],
        customerId: device,
      });
    for (const sort of ['-lastAt', 'lastAt', '-severity', '-createdAt', 'createdAt']) {
      const seen: number[] = [];
      let cursor = '';
      do {
        const page = await get(`/alerts?limit=2&sort=${sort}${cursor}`, own);
        seen.push(...page.items.map(({ id }: { id: number }) => id));
        cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
      } while (cursor);
      expect(new Set(seen).size, sort).toBe(7);
    }
    const [worst] = (await get('/alerts?sort=-severity', own)).items;
    expect(worst.severity).toBe('critical');
    for (const filter of ['severity=critical', 'state=open', 'search=alert%203', 'source=api']) {
      const { items } = await get(`/alerts?${filter}`, own);
      expect((await get(`/alert-count?${filter}`, own)).count, filter).toBe(items.length);
      expect(items.length).toBeGreaterThan(0);
    }
    expect(await get('/alert-counts', own)).toEqual({ information: 3, warning: 2, critical: 2 });
  });
});
