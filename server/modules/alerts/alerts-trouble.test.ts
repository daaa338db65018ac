import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clock, DAY_MS, HOUR_MS, inMs, MINUTE_MS } from '#platform/clock.ts';
import { enrolMachine } from '../../../tests/support/machine.ts';
import { until } from '../../../tests/support/smtp-client.ts';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import { followUp } from './follow-up.ts';
import { watchAlerts } from './watch-alerts.ts';

let server: TestServer;
let acme: TestTenant;
let customerId: number;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

const realNow = clock.now;
beforeEach(async () => {
  clock.now = realNow;
  acme = await makeTenant(server);
  customerId = await acme.customer('Globex');
});

const get = async (path: string, by = acme.admin) => (await by.get(`/api/v1${path}`)).body;
const post = async (path: string, body: unknown) => {
  const answer = await acme.admin.post(`/api/v1${path}`, body);
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body;
};
const raise = async (title: string, more: object = {}): Promise<{ id: number }> =>
  (await post('/alerts', { title, severity: 'critical', customerId, ...more })).alert;
const alert = (id: number) => get(`/alerts/${id}`);
const follow = () => acme.inside((tx) => followUp(tx));
const runWatch = () => watchAlerts.run({ platform: server.platform, log: server.platform.log });
const EMPTY_PROFILE = {
  name: 'Profile',
  conditions: [],
  ticketRules: [],
  hearing: { severities: ['critical'] },
  solvesTickets: false,
  resolvesAlerts: true,
};
const changeDefault = async (changes: object) => {
  const [{ id, version }] = (await get('/alert-profiles')).items;
  const answer = await acme.admin.patch(`/api/v1/alert-profiles/${id}`, { version, ...changes });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
};

describe('two technicians at one alert', () => {
  test('make one ticket of it, and the second is told', async () => {
    const colleague = await acme.technician();
    for (let round = 0; round < 5; round++) {
      const { id } = await raise(`Race ${round}`);
      const answers = await Promise.all(
        [acme.admin, colleague, acme.admin, colleague].map((by) =>
          by.post('/api/v1/alert-tickets', { ids: [id] }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400]);
      const refused = answers.find(({ status }) => status === 400);
      expect(refused?.body.errors).toMatchObject([{ field: 'ids', code: 'haveTickets' }]);
    }
    expect((await get('/tickets')).items).toHaveLength(5);
  });

  test('who resolves wins over who snoozes, in whatever order', async () => {
    const colleague = await acme.technician();
    const ids = [];
    for (let index = 0; index < 10; index++) ids.push((await raise(`Many ${index}`)).id);
    const snoozedUntil = inMs(HOUR_MS).toISOString();
    const change = (by: TestTenant['admin'], body: object) =>
      by.post('/api/v1/alert-changes', body);
    const [resolved, snoozed] = await Promise.all([
      change(acme.admin, { ids, state: 'resolved' }),
      change(colleague, { ids: [...ids].reverse(), state: 'snoozed', snoozedUntil }),
    ]);
    expect(resolved.body.changed).toHaveLength(10);
    expect(snoozed.status).toBe(200);
    for (const id of ids) expect((await alert(id)).state).toBe('resolved');
  });
});

describe('a ticket that is made of alerts', () => {
  test('may hold one that has a ticket already, and leaves that where it is', async () => {
    const [first, second] = [await raise('First'), await raise('Second')];
    const made = await post('/alert-tickets', { ids: [first.id] });
    const again = await post('/alert-tickets', { ids: [first.id, second.id] });
    expect((await alert(first.id)).ticket.number).toBe(made.tickets[0].number);
    expect((await alert(second.id)).ticket.number).toBe(again.tickets[0].number);
    expect(again.tickets[0].number).not.toBe(made.tickets[0].number);
  });

  test('by a rule is nobody’s when its assignee has left', async () => {
    const colleague = await acme.technician();
    const rule = { severities: ['critical'], assigneeId: colleague.technicianId };
    await changeDefault({ ticketRules: [rule] });
    const off = await acme.admin.put(`/api/v1/technicians/${colleague.technicianId}/disablement`);
    expect(off.status, JSON.stringify(off.body)).toBeLessThan(300);
    const { id } = await raise('Orphan');
    await follow();
    const { ticket } = await alert(id);
    expect(await get(`/tickets/${ticket.number}`)).toMatchObject({ assignee: null });
  });

  test('cannot be one of another customer', async () => {
    const { id } = await raise('Ours');
    const elsewhere = await acme.customer('Elsewhere');
    const body = { subject: 'Theirs', html: '<p>x</p>', customerId: elsewhere };
    const { number } = await post('/tickets', body);
    const answer = await acme.admin.post('/api/v1/alert-tickets', {
      ids: [id],
      ticketNumber: number,
    });
    expect(answer.body.errors).toMatchObject([{ code: 'ticketOfOtherCustomer' }]);
    expect((await alert(id)).ticket).toBeNull();
  });
});

test('who hears: the holders of a role; everybody once the role is gone', async () => {
  const onCall = await acme.technicianWith(['alerts.view']);
  const roles = (await get('/roles')).items;
  const { id: roleId } = roles.find(({ name }: { name: string }) => /^Role /.test(name));
  await changeDefault({ hearing: { severities: ['critical'], roleIds: [roleId] } });
  const heard = async (by: TestTenant['admin']) =>
    (await get('/notifications', by)).items.filter(({ kind }: { kind: string }) => kind === 'alert')
      .length;
  await raise('Night');
  await follow();
  expect([await heard(onCall), await heard(acme.admin)]).toEqual([1, 0]);
  const { id: fallback } = roles.find(
    ({ builtIn }: { builtIn: string }) => builtIn === 'technician',
  );
  const gone = await acme.admin.delete(`/api/v1/roles/${roleId}?moveTo=${fallback}`);
  expect(gone.status, JSON.stringify(gone.body)).toBeLessThan(300);
  const [standard] = (await get('/alert-profiles')).items;
  expect(standard.hearing.roleIds).toEqual([]);
  await raise('Day');
  await follow();
  expect(await heard(acme.admin)).toBe(1);
});

test('thousands that come up at once are all seen to, in one ticket', async () => {
  await changeDefault({ ticketRules: [{ severities: ['critical'] }] });
  const { id } = await raise('Flood');
  await follow();
  // As many as no single look takes in.
  await server.rows(
    `insert into alerts (tenant_id, fingerprint, source, kind, title, severity, state, customer_id,
       occurred_at, last_at, follow_up_at)
     select tenant_id, 'flood:' || n, source, kind, title, severity, 'open', customer_id,
       occurred_at, last_at, now()
     from alerts, generate_series(1, 4500) n where id = $1`,
    [id],
  );
  await follow();
  const withTicket = async () => (await get('/alert-count?hasTicket=true')).count;
  expect(await withTicket()).toBe(2_001);
  await until(async () => (await withTicket()) === 4_501, 'the rest to follow');
  expect((await get('/tickets')).items).toHaveLength(1);
});

describe('what is another company’s', () => {
  let other: TestTenant;
  let theirs: Record<'customer' | 'device' | 'alert' | 'ticket' | 'role' | 'profile', number>;
  beforeEach(async () => {
    other = await makeTenant(server);
    const customer = await other.customer('Foreign');
    const { deviceId: device } = await enrolMachine(server, other, {
      customerId: customer,
      hostname: 'foreign-1',
    });
    const made = await other.admin.post('/api/v1/alerts', {
      title: 'Foreign alert',
      customerId: customer,
    });
    // Numbers of tickets are a company's own: ours has none of this one.
    const ids = { ids: [made.body.alert.id] };
    const ticket = (await other.admin.post('/api/v1/alert-tickets', ids)).body.tickets[0].number;
    const [role] = (await other.admin.get('/api/v1/roles')).body.items;
    const [profile] = (await other.admin.get('/api/v1/alert-profiles')).body.items;
    theirs = {
      customer,
      device,
      alert: made.body.alert.id,
      ticket,
      role: role.id,
      profile: profile.id,
    };
  });

  test('cannot be named in any field', async () => {
    const { id } = await raise('Ours');
    const profile = await post('/alert-profiles', EMPTY_PROFILE);
    const time = { kind: 'weekly', weekdays: [1], fromMinute: 0, durationMinutes: 60 };
    const source = { name: 'Radar', format: 'plain' };
    const named = (more: object) => ({ ...EMPTY_PROFILE, name: 'Named', ...more });
    const hearing = (more: object) => named({ hearing: { severities: [], ...more } });
    const rules = [{ severities: ['critical'], assigneeId: other.adminId }];
    const wrong: [string, string, object, string][] = [
      ['POST', '/alerts', { title: 'X', customerId: theirs.customer }, 'customerId'],
      ['POST', '/alerts', { title: 'X', deviceId: theirs.device }, 'deviceId'],
      ['POST', '/alert-tickets', { ids: [id], assigneeId: other.adminId }, 'assigneeId'],
      ['POST', '/alert-tickets', { ids: [id], ticketNumber: theirs.ticket }, 'ticketNumber'],
      ['POST', '/alert-profiles', named({ ticketRules: rules }), 'ticketRules.0.assigneeId'],
      ['POST', '/alert-profiles', hearing({ roleIds: [theirs.role] }), 'hearing.roleIds'],
      [
        'POST',
        '/alert-profiles',
        hearing({ technicianIds: [other.adminId] }),
        'hearing.technicianIds',
      ],
      [
        'PUT',
        `/alert-profiles/${profile.id}/assignments`,
        { assignments: [{ deviceId: theirs.device }] },
        'assignments.0.deviceId',
      ],
      [
        'PUT',
        `/alert-profiles/${profile.id}/assignments`,
        { assignments: [{ customerId: theirs.customer }] },
        'customerId',
      ],
      ['POST', '/alert-sources', { ...source, customerId: theirs.customer }, 'customerId'],
      ['POST', '/alert-sources', { ...source, profileId: theirs.profile }, 'profileId'],
      [
        'POST',
        '/maintenance-windows',
        { name: 'X', customerId: theirs.customer, time },
        'customerId',
      ],
      ['POST', '/maintenance-windows', { name: 'X', deviceId: theirs.device, time }, 'deviceId'],
    ];
    for (const [method, path, body, field] of wrong) {
      const answer = await acme.admin.send(method, `/api/v1${path}`, body);
      const what = `${path} ${JSON.stringify(body)}: ${JSON.stringify(answer.body)}`;
      expect(answer.status, what).toBe(400);
      expect(answer.body.errors[0].field, what).toContain(field);
    }
    const ticket = await acme.admin.post('/api/v1/alert-tickets', { ids: [theirs.alert] });
    expect(ticket.status).toBe(404);
    const assigned = await post('/device-alert-profiles', {
      deviceIds: [theirs.device],
      profileId: profile.id,
    });
    expect(assigned).toEqual({ changed: [], missing: [theirs.device] });
    const own = { deviceIds: [theirs.device], profileId: theirs.profile };
    expect((await acme.admin.post('/api/v1/device-alert-profiles', own)).status).toBe(404);
    const changed = await post('/alert-changes', { ids: [theirs.alert, id], state: 'resolved' });
    expect(changed).toEqual({ changed: [id], missing: [theirs.alert] });
  });

  test('is found by no filter', async () => {
    await raise('Ours');
    for (const filter of [
      `customerId=${theirs.customer}`,
      `deviceId=${theirs.device}`,
      'search=Foreign',
    ]) {
      expect((await get(`/alerts?${filter}`)).items, filter).toEqual([]);
      expect((await get(`/alert-count?${filter}`)).count, filter).toBe(0);
    }
    expect((await acme.admin.get(`/api/v1/alerts/${theirs.alert}/events`)).status).toBe(404);
  });
});

describe('maintenance', () => {
  const at = (iso: string) => {
    clock.now = () => new Date(iso);
  };
  const window = (time: object, more: object = {}) =>
    post('/maintenance-windows', { name: 'Patch day', customerId, time, ...more });
  const fromNow = (fromMs: number, toMs: number) => ({
    kind: 'once',
    startsAt: inMs(fromMs).toISOString(),
    endsAt: inMs(toMs).toISOString(),
  });

  test('over midnight, by the company’s clock, in the night in which the clocks are changed', async () => {
    await server.rows(`update tenants set time_zone = 'Europe/Berlin' where id = $1`, [
      acme.tenantId,
    ]);
    // Saturday 23:00 until five hours later: Sunday 05:00 summer time.
    await window({ kind: 'weekly', weekdays: [6], fromMinute: 1380, durationMinutes: 300 });
    at('2026-03-28T21:59:00Z');
    expect((await alert((await raise('Before')).id)).state).toBe('open');
    at('2026-03-28T23:30:00Z');
    const { id } = await raise('Amid');
    expect(await alert(id)).toMatchObject({
      state: 'snoozed',
      isSilenced: true,
      snoozedUntil: '2026-03-29T03:00:00.000Z',
    });
    at('2026-03-29T02:59:00Z');
    await runWatch();
    expect((await alert(id)).state).toBe('snoozed');
    at('2026-03-29T03:00:30Z');
    await runWatch();
    expect((await alert(id)).state).toBe('open');
    expect((await alert((await raise('After')).id)).state).toBe('open');
  });

  test('that ends earlier, or is removed, wakes what it silenced', async () => {
    const { id: windowId } = await window(fromNow(-HOUR_MS, DAY_MS));
    const { id } = await raise('Asleep');
    expect((await alert(id)).state).toBe('snoozed');
    const sooner = fromNow(-HOUR_MS, HOUR_MS);
    const body = { name: 'Patch day', customerId, time: sooner };
    await acme.admin.put(`/api/v1/maintenance-windows/${windowId}`, body);
    await until(async () => (await alert(id)).snoozedUntil === sooner.endsAt, 'the new end');
    await acme.admin.delete(`/api/v1/maintenance-windows/${windowId}`);
    await until(async () => (await alert(id)).state === 'open', 'it to wake');
    const kinds = (await get(`/alerts/${id}/events`)).items.map(
      ({ kind }: { kind: string }) => kind,
    );
    expect(kinds).toEqual(['woken', 'silenced', 'raised']);
  });

  test('leaves what somebody has snoozed as long as he said, and silences it after that', async () => {
    const { id } = await raise('Mine');
    await post('/alert-changes', {
      ids: [id],
      state: 'snoozed',
      snoozedUntil: inMs(HOUR_MS).toISOString(),
    });
    const time = fromNow(-MINUTE_MS, 3 * HOUR_MS);
    const { id: windowId } = await window(time);
    const other = await window(fromNow(-MINUTE_MS, MINUTE_MS));
    await acme.admin.delete(`/api/v1/maintenance-windows/${other.id}`);
    clock.now = () => inMs(2 * HOUR_MS, realNow());
    await runWatch();
    expect(await alert(id)).toMatchObject({
      state: 'snoozed',
      isSilenced: true,
      snoozedUntil: time.endsAt,
    });
    await acme.admin.delete(`/api/v1/maintenance-windows/${windowId}`);
    await until(async () => (await alert(id)).state === 'open', 'it to wake');
  });

  test('silences what gets worse, too', async () => {
    const { id } = await raise('Slow', { severity: 'warning' });
    await follow();
    await window(fromNow(-HOUR_MS, HOUR_MS));
    await raise('Slow');
    expect(await alert(id)).toMatchObject({
      severity: 'critical',
      state: 'snoozed',
      isSilenced: true,
    });
  });
});
