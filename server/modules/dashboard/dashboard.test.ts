import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clock, DAY_MS } from '#platform/clock.ts';
import { SEVERITIES } from '#shared/alerts.ts';
import { TREND_DAYS } from '#shared/dashboard.ts';
import { TICKET_PRIORITIES } from '#shared/tickets.ts';
import { fillCompany } from '../../../tests/support/busy-company.ts';
import { openEventSource } from '../../../tests/support/event-source.ts';
import type { HttpClient } from '../../../tests/support/http-client.ts';
import { deliver, message } from '../../../tests/support/smtp-client.ts';
import { makeTenant, type TestTechnician, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let tim: TestTechnician;
let limited: TestTechnician;
const MANY = { tickets: 120, devices: 40 };

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  tim = await acme.technician();
  const globex = await acme.customer('Globex');
  const initech = await acme.customer('Initech');
  limited = await acme.technicianWith(['tickets.view', 'devices.view', 'alerts.view'], [globex]);
  await server.rows(`update tenants set time_zone = 'Europe/Berlin' where id = $1 returning id`, [
    acme.tenantId,
  ]);
  const customers = [globex, initech, null];
  await fillCompany(server, acme, { ...MANY, customers, assigneeId: tim.technicianId });
  const other = await makeTenant(server, { company: 'Other' });
  const foreign = [await other.customer('Foreign'), null];
  await fillCompany(server, other, { ...MANY, customers: foreign, assigneeId: null });
});
afterAll(() => server.close());

/** How many rows a list has, page by page to its end. */
async function lengthOf(by: HttpClient, path: string): Promise<number> {
  let count = 0;
  let cursor: string | null = '';
  while (cursor !== null) {
    const answer: Awaited<ReturnType<HttpClient['get']>> = await by.get(
      `/api/v1/${path}&limit=100${cursor && `&cursor=${cursor}`}`,
    );
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    count += answer.body.items.length;
    cursor = answer.body.nextCursor;
  }
  return count;
}

async function get(by: HttpClient, path: string) {
  const answer = await by.get(`/api/v1/${path}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
}

describe.each([
  ['everybody’s', () => tim],
  ['of who sees one customer only', () => limited],
])('numbers equal the lists that they open: %s', (_, who) => {
  it('tickets', async () => {
    const figures = await get(who(), 'ticket-figures');
    const active = 'tickets?status=open,pending';
    expect(figures.mine).toBe(await lengthOf(who(), `${active}&assignee=me`));
    expect(figures.unassigned).toBe(await lengthOf(who(), `${active}&assignee=none`));
    expect(figures.unassigned).toBeGreaterThan(0);
    expect(figures.waiting).toBe(await lengthOf(who(), 'tickets?waiting=true'));
    expect(figures.waiting).toBe(await lengthOf(who(), 'tickets?sort=waitingSince'));
    expect(figures.waiting).toBeGreaterThan(0);
    for (const status of ['open', 'pending']) {
      for (const priority of TICKET_PRIORITIES) {
        const group = figures.groups.find(
          (each: { status: string; priority: string }) =>
            each.status === status && each.priority === priority,
        );
        const query = `tickets?status=${status}&priority=${priority}`;
        expect(group?.count ?? 0, query).toBe(await lengthOf(who(), query));
      }
    }
  });

  it('new and solved tickets of each day and of all of them', async () => {
    const { days } = await get(who(), 'ticket-trend');
    expect(days).toHaveLength(TREND_DAYS);
    const today = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Berlin' }).format(clock.now());
    expect(days.at(-1).day).toBe(today);
    for (const { day, created, solved } of days) {
      expect(created, day).toBe(
        await lengthOf(who(), `tickets?createdFrom=${day}&createdTo=${day}`),
      );
      expect(solved, day).toBe(await lengthOf(who(), `tickets?solvedFrom=${day}&solvedTo=${day}`));
    }
    const sum = (name: 'created' | 'solved') =>
      days.reduce((total: number, day: Record<string, number>) => total + day[name]!, 0);
    const span = (name: string) => `tickets?${name}From=${days[0].day}&${name}To=${today}`;
    expect(sum('created')).toBe(await lengthOf(who(), span('created')));
    expect(sum('solved')).toBe(await lengthOf(who(), span('solved')));
    expect(sum('solved')).toBeGreaterThan(0);
  });

  it('alerts and devices', async () => {
    const alerts = await get(who(), 'alert-counts');
    for (const severity of SEVERITIES) {
      const query = `alerts?state=open,acknowledged&severity=${severity}`;
      expect(alerts[severity], query).toBe(await lengthOf(who(), query));
    }
    const devices = await get(who(), 'device-counts');
    for (const state of ['waiting', 'online', 'offline', 'stale']) {
      expect(devices[state], state).toBe(await lengthOf(who(), `devices?state=${state}`));
    }
    expect(devices.offline).toBeGreaterThan(0);
  });
});

describe('waiting for us', () => {
  it('the longest first, each with since when, and through the pages once', async () => {
    const { items } = await get(tim, 'tickets?sort=waitingSince&limit=100');
    const times = items.map((item: { waitingSince: string }) => item.waitingSince);
    expect(times).toEqual(times.toSorted());
    expect(times).not.toContain(null);
  });

  it('400: days that are none', async () => {
    for (const query of ['createdFrom=today', 'solvedTo=2026-02-30', 'waiting=yes']) {
      expect((await tim.get(`/api/v1/tickets?${query}`)).status, query).toBe(400);
    }
  });

  it('a day of summer time begins and ends by the clock of the company', async () => {
    const nobody = '2027-03-28';
    const [first] = (await get(tim, 'tickets?limit=1')).items;
    const at = (time: string) =>
      server.rows(
        'update tickets set created_at = $1 where tenant_id = $2 and number = $3 returning id',
        [time, acme.tenantId, first.number],
      );
    const seen = () => lengthOf(tim, `tickets?createdFrom=${nobody}&createdTo=${nobody}`);
    await at('2027-03-27T22:59:59Z');
    expect(await seen()).toBe(0);
    await at('2027-03-27T23:00:00Z');
    expect(await seen()).toBe(1);
    await at('2027-03-28T21:59:59Z');
    expect(await seen()).toBe(1);
    await at('2027-03-28T22:00:00Z');
    expect(await seen()).toBe(0);
    await at(new Date(clock.now().getTime() - 50 * DAY_MS).toISOString());
  });
});

describe('the choice of cards', () => {
  const small = { cards: [{ card: 'mine', size: 'large' }] };
  const medium = { cards: [{ card: 'trend', size: 'medium' }] };

  it('200: one’s own, the company’s for who has none, and back', async () => {
    const first = await get(tim, 'dashboard');
    expect(first.isOwn).toBe(false);
    expect(first.cards.length).toBeGreaterThan(5);
    const mine = { ...small, isOwn: true, version: 1 };
    expect((await tim.put('/api/v1/dashboard', { ...small, version: 0 })).body).toEqual(mine);
    // Who makes his cards the company's has no other ones any more.
    expect((await acme.admin.put('/api/v1/dashboard', { ...small, version: 0 })).status).toBe(200);
    const companys = await acme.admin.put('/api/v1/company-dashboard', medium);
    expect(companys.body).toEqual({ ...medium, isOwn: false, version: 2 });
    expect(await get(tim, 'dashboard')).toEqual(mine);
    expect(await get(limited, 'dashboard')).toEqual({ ...medium, isOwn: false, version: 0 });
    const back = await tim.delete('/api/v1/dashboard');
    expect(back.body).toEqual({ ...medium, isOwn: false, version: 2 });
    const [{ details }] = (await server.rows(
      `select details from audit_entries where tenant_id = $1 and action = 'dashboard.companyChanged'`,
      [acme.tenantId],
    )) as [{ details: { new: { cards: string } } }];
    expect(details.new.cards).toBe('trend (medium)');
  });

  it('409: another window was faster, and what it chose is told', async () => {
    const ann = await acme.technician();
    const choose = (version: number, cards: unknown) =>
      ann.put('/api/v1/dashboard', { cards, version });
    const answers = await Promise.all([choose(0, small.cards), choose(0, medium.cards)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const [kept] = answers.filter(({ status }) => status === 200);
    const [late] = answers.filter(({ status }) => status === 409);
    expect(late?.body).toMatchObject({ code: 'conflict', current: kept?.body });
    expect((await choose(1, medium.cards)).body.cards).toEqual(medium.cards);
  });

  it('400: unknown cards, sizes, and one twice', async () => {
    for (const cards of [
      [{ card: 'weather', size: 'small' }],
      [{ card: 'mine', size: 'huge' }],
      [...small.cards, ...small.cards],
      'all',
    ]) {
      expect((await tim.put('/api/v1/dashboard', { cards, version: 2 })).status).toBe(400);
    }
    expect((await tim.put('/api/v1/dashboard', small)).status).toBe(400);
  });

  it('401, and 403 for the company’s', async () => {
    expect((await server.console().get('/api/v1/dashboard')).status).toBe(401);
    expect((await tim.put('/api/v1/company-dashboard', small)).status).toBe(403);
    const nobody = await acme.technicianWith(['customers.view']);
    for (const path of ['ticket-figures', 'ticket-trend', 'device-counts']) {
      expect((await nobody.get(`/api/v1/${path}`)).status, path).toBe(403);
    }
  });
});

describe('the first steps of a new company', () => {
  it('tick themselves off, and can be put away', async () => {
    const young = await makeTenant(server, { company: 'Young' });
    const done = async () => {
      const { steps } = await get(young.admin, 'first-steps');
      return steps
        .filter((each: { isDone: boolean }) => each.isDone)
        .map(({ step }: { step: string }) => step);
    };
    expect(await done()).toEqual([]);
    expect(await get(young.admin, 'first-steps')).toMatchObject({
      isHidden: false,
      isEmpty: true,
      supportAddress: expect.stringContaining('young@'),
    });
    await young.customer('First');
    expect(await done()).toEqual(['customer']);
    const colleague = await young.technician();
    expect(await done()).toEqual(['customer', 'colleague']);
    const seen = (await get(colleague, 'first-steps')).steps.map(
      ({ step }: { step: string }) => step,
    );
    expect(seen).toEqual(['customer', 'mail', 'device']);
    expect((await young.admin.delete('/api/v1/first-steps')).status).toBe(204);
    expect((await get(young.admin, 'first-steps')).isHidden).toBe(true);
    expect((await get(colleague, 'first-steps')).isHidden).toBe(false);
    expect((await get(limited, 'first-steps')).steps).toEqual([]);
  });

  it('the first mail is heard of by who may not see mail, whatever becomes of it; no second one', async () => {
    const newcomer = await makeTenant(server, { company: 'Newcomer' });
    const colleague = await newcomer.technicianWith(['tickets.view']);
    const stream = await openEventSource(colleague, '/api/v1/events');
    const to = (await get(colleague, 'first-steps')).supportAddress;
    const from = 'jane@globex.test';
    // An answer of a machine: no ticket comes of it, and no event of one.
    const send = () =>
      deliver(server, { from, to }, message({ To: to, 'Auto-Submitted': 'auto-replied' }));
    const firsts = () => stream.received.filter(({ data }) => data.kind === 'firstMail');
    expect((await send()).code).toBe(250);
    await stream.next(({ data }) => data.kind === 'firstMail');
    const { steps } = await get(colleague, 'first-steps');
    expect(steps).toContainEqual({ step: 'mail', isDone: true });
    expect((await send()).code).toBe(250);
    await newcomer.admin.post('/api/v1/tickets', { subject: 'Later', html: '<p>Later</p>' });
    await stream.next(({ data }) => data.kind === 'ticket');
    expect(firsts()).toHaveLength(1);
    stream.close();
  });
});
