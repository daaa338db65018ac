import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_NOTIFICATION_CHOICES } from '#shared/notifications.ts';
import { openEventSource } from '../../../tests/support/event-source.ts';
import type { HttpClient } from '../../../tests/support/http-client.ts';
import { sendMail } from '../../../tests/support/mail.ts';
import { until } from '../../../tests/support/smtp-client.ts';
import {
  makeTenant,
  signInAs,
  type TestContact,
  type TestTechnician,
  type TestTenant,
} from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
let ada: TestTechnician;
let ben: TestTechnician;
let jane: TestContact;
let globex: number;

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
  ada = await acme.technician();
  ben = await acme.technician();
  globex = await acme.customer('Globex', ['globex.test']);
  jane = await acme.contact({ customerId: globex });
});
afterAll(() => server.close());

interface Heard {
  id: number;
  kind: string;
  ticket: { number: number; subject: string };
  message: { id: number; kind: string } | null;
  actor: { kind: string; name: string };
  excerpt: string;
  readAt: string | null;
}

const listOf = async (browser: HttpClient) => (await browser.get('/api/v1/notifications')).body;
const heardOn = async (browser: HttpClient, number: number): Promise<Heard[]> =>
  (await listOf(browser)).items.filter((item: Heard) => item.ticket.number === number);

/** Until so much has been heard of the ticket; then a little longer, so that more would show. */
async function hears(browser: HttpClient, number: number, kinds: string[]): Promise<Heard[]> {
  await until(
    async () => (await heardOn(browser, number)).length >= kinds.length,
    `hearing ${kinds} of #${number}`,
  );
  const heard = await heardOn(browser, number);
  expect(heard.map(({ kind }) => kind)).toEqual(kinds);
  return heard;
}

/** All news that there are have been told. */
const quiet = () =>
  until(async () => {
    const [row] = await server.rows<{ count: number }>(
      `select count(*) from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id
       where j.run_at <= now() and (t.identifier like 'assignments.%'
         or t.identifier like 'conversations.%' or t.identifier = 'mailroom.afterOpening')`,
    );
    return row?.count === 0;
  }, 'telling all news');

/** A ticket of Jane's, opened by herself in the portal. */
async function ticketOfJane(assigneeId?: number): Promise<number> {
  const opened = await jane.post('/portal/v1/tickets', { subject: 'Printer', html: '<p>Help</p>' });
  const { number } = opened.body;
  if (assigneeId !== undefined) {
    // Jobs run side by side: what comes first has to be told before the next thing happens.
    await quiet();
    const change = { version: 1, assigneeId };
    expect((await acme.admin.patch(`/api/v1/tickets/${number}`, change)).status).toBe(200);
    await quiet();
  }
  return number;
}
const note = (browser: HttpClient, number: number, html: string) =>
  browser.post(`/api/v1/tickets/${number}/notes`, { html });
const mention = (id: number, label = '@somebody') => `<span data-mention="${id}">${label}</span>`;

describe('what is heard of', () => {
  test('a new ticket that is nobody’s, by all who may see it; nobody outside of the company', async () => {
    const blind = await acme.technicianWith(['customers.view']);
    const number = await ticketOfJane();
    for (const browser of [acme.admin, ada, ben]) {
      const [heard] = await hears(browser, number, ['newTicket']);
      expect(heard).toMatchObject({
        ticket: { subject: 'Printer' },
        message: { kind: 'contact' },
        actor: { kind: 'contact', name: expect.stringMatching(/^Cora Client/) },
        excerpt: 'Help',
        readAt: null,
      });
    }
    expect((await blind.get('/api/v1/notifications')).status).toBe(403);
    const rows = await server.rows('select from notifications where technician_id = $1', [
      blind.technicianId,
    ]);
    expect(rows).toEqual([]);
    expect((await listOf(other.admin)).items).toEqual([]);
  });

  test('a new ticket that came by mail', async () => {
    const to = `${acme.slug}@${server.config.mailDomain}`;
    await sendMail(server, { from: 'joe@globex.test', to, subject: 'By mail', text: 'It burns' });
    const number = await until(async () => {
      const { items } = (await acme.admin.get('/api/v1/tickets?search=')).body;
      return items.find(({ subject }: { subject: string }) => subject === 'By mail')?.number;
    });
    const [heard] = await hears(ada, number, ['newTicket']);
    expect(heard).toMatchObject({ excerpt: 'It burns', actor: { kind: 'contact' } });
  });

  test('a ticket that was assigned to me, by another; again when it comes back', async () => {
    const number = await ticketOfJane();
    await hears(ada, number, ['newTicket']);
    const path = `/api/v1/tickets/${number}`;
    await acme.admin.patch(path, { version: 1, assigneeId: ada.technicianId });
    const [heard] = await hears(ada, number, ['assigned', 'newTicket']);
    expect(heard).toMatchObject({ message: null, actor: { kind: 'technician' } });
    await acme.admin.patch(path, { version: 2, assigneeId: ben.technicianId });
    await hears(ben, number, ['assigned', 'newTicket']);
    await acme.admin.patch(path, { version: 3, assigneeId: ada.technicianId });
    await hears(ada, number, ['assigned', 'assigned', 'newTicket']);
  });

  test('a ticket that a colleague opened for me, and no one else hears of it', async () => {
    const ticket = { subject: 'Call', html: '<p>x</p>', contactId: jane.contactId };
    const opened = await acme.admin.post('/api/v1/tickets', {
      ...ticket,
      assigneeId: ada.technicianId,
    });
    await hears(ada, opened.body.number, ['assigned']);
    await hears(ben, opened.body.number, []);
    await hears(acme.admin, opened.body.number, []);
  });

  test('tickets that I get because a colleague leaves', async () => {
    const leaver = await acme.technician();
    const numbers = [
      await ticketOfJane(leaver.technicianId),
      await ticketOfJane(leaver.technicianId),
    ];
    const left = await acme.admin.put(`/api/v1/technicians/${leaver.technicianId}/disablement`, {
      handOverTo: ben.technicianId,
    });
    expect(left.status, JSON.stringify(left.body)).toBe(200);
    for (const number of numbers) {
      const [heard] = await hears(ben, number, ['assigned', 'newTicket']);
      expect(heard?.actor).toMatchObject({
        kind: 'technician',
        name: expect.stringMatching(/^Ada/),
      });
    }
  });

  test('what contact and colleagues write on my ticket', async () => {
    const number = await ticketOfJane(ada.technicianId);
    await jane.post(`/portal/v1/tickets/${number}/messages`, { html: '<p>Still broken</p>' });
    await quiet();
    await ben.post(`/api/v1/tickets/${number}/replies`, { html: '<p>Turn it off</p>' });
    await quiet();
    const noted = await note(ben, number, '<p>Careful</p>');
    const heard = await hears(ada, number, ['reply', 'reply', 'reply', 'assigned', 'newTicket']);
    expect(heard.slice(0, 3).map(({ excerpt, message }) => [excerpt, message?.kind])).toEqual([
      ['Careful', 'note'],
      ['Turn it off', 'reply'],
      ['Still broken', 'contact'],
    ]);
    expect(heard[0]?.message?.id).toBe(noted.body.id);
    // It is not Ben's ticket.
    await hears(ben, number, ['newTicket']);
  });

  test('a mention in a note: once, and as the mention that it is on my own ticket, too', async () => {
    const number = await ticketOfJane(ada.technicianId);
    const twice = `${mention(ada.technicianId)} ${mention(ben.technicianId)} ${mention(ada.technicianId)}`;
    await note(acme.admin, number, `<p>${twice} look</p>`);
    await hears(ada, number, ['mention', 'assigned', 'newTicket']);
    await hears(ben, number, ['mention', 'newTicket']);
  });

  test('nothing of what I did myself, but of what my script did', async () => {
    const number = await ticketOfJane();
    await quiet();
    await ada.patch(`/api/v1/tickets/${number}`, { version: 1, assigneeId: ada.technicianId });
    await note(ada, number, `<p>${mention(ada.technicianId)} to self</p>`);
    await ada.post(`/api/v1/tickets/${number}/replies`, { html: '<p>Hello</p>' });
    await quiet();
    await hears(ada, number, ['newTicket']);
    const own = await ada.post('/api/v1/tickets', { subject: 'Mine', html: '<p>x</p>' });
    await hears(ben, own.body.number, ['newTicket']);
    await hears(ada, own.body.number, []);

    const roles = (await acme.admin.get('/api/v1/roles')).body.items;
    const roleId = roles.find(({ builtIn }: { builtIn: string }) => builtIn === 'technician').id;
    const key = await acme.admin.post('/api/v1/api-keys', { name: 'Monitoring', roleId });
    const script = server.console();
    script.bearer = key.body.key ?? key.body.secret;
    const alarm = await script.post('/api/v1/tickets', { subject: 'Alarm', html: '<p>x</p>' });
    expect(alarm.status).toBe(201);
    const [heard] = await hears(acme.admin, alarm.body.number, ['newTicket']);
    expect(heard?.actor).toEqual({ kind: 'apiKey', name: 'Monitoring', pictureUrl: null });
  });

  test('nothing by who is disabled', async () => {
    const gone = await acme.technician();
    await acme.admin.put(`/api/v1/technicians/${gone.technicianId}/disablement`);
    const number = await ticketOfJane();
    await hears(ada, number, ['newTicket']);
    await note(ada, number, `<p>${mention(gone.technicianId)} bye</p>`);
    await quiet();
    const rows = await server.rows('select from notifications where technician_id = $1', [
      gone.technicianId,
    ]);
    expect(rows).toEqual([]);
  });

  test('as each has chosen', async () => {
    const silent = { console: false, email: false };
    const choices = { ...DEFAULT_NOTIFICATION_CHOICES, newTicket: silent, mention: silent };
    const cleo = await acme.technician();
    expect((await cleo.put('/api/v1/me/notification-choices', choices)).body).toEqual(choices);
    const number = await ticketOfJane();
    await hears(ada, number, ['newTicket']);
    await note(ada, number, `<p>${mention(cleo.technicianId)}</p>`);
    await ada.patch(`/api/v1/tickets/${number}`, { version: 1, assigneeId: cleo.technicianId });
    await quiet();
    await hears(cleo, number, ['assigned']);
  });

  test('by a role that is limited to customers, of their tickets; and none is shown of those it lost', async () => {
    const elsewhere = await acme.customer('Initech');
    const may = ['tickets.view', 'tickets.note'] as const;
    const near = await acme.technicianWith(may, [globex]);
    const far = await acme.technicianWith(may, [elsewhere]);
    const number = await ticketOfJane();
    await hears(near, number, ['newTicket']);
    const both = `${mention(near.technicianId)} ${mention(far.technicianId)}`;
    await note(ada, number, `<p>${both}</p>`);
    await hears(near, number, ['mention', 'newTicket']);
    await hears(far, number, []);
    const offered = await ada.get(`/api/v1/tickets/${number}/mentionable-technicians`);
    const ids = offered.body.items.map(({ id }: { id: number }) => id);
    expect(ids).toContain(near.technicianId);
    expect(ids).not.toContain(far.technicianId);

    const { version } = (await acme.admin.get(`/api/v1/tickets/${number}`)).body;
    const change = { version, contactId: null, customerId: elsewhere };
    expect((await acme.admin.patch(`/api/v1/tickets/${number}`, change)).status).toBe(200);
    await hears(near, number, []);
    expect((await listOf(near)).unreadCount).toBe(0);
  });

  test('once, although the job runs again', async () => {
    const number = await ticketOfJane();
    await hears(ada, number, ['newTicket']);
    const [{ id }] = (await server.rows<{ id: number }>(
      'select id from tickets where number = $1 and tenant_id = $2',
      [number, acme.tenantId],
    )) as [{ id: number }];
    await server.rows(
      `select graphile_worker.add_job('conversations.ticketOpened', json_build_object('tenantId', $1::bigint, 'ticketId', $2::bigint, 'assigneeId', null))`,
      [acme.tenantId, id],
    );
    await quiet();
    await hears(ada, number, ['newTicket']);
  });
});

describe('mentions', () => {
  const htmlOf = async (number: number) =>
    (await acme.admin.get(`/api/v1/tickets/${number}/messages`)).body.items.at(-1).html;
  const nameOf = async ({ technicianId }: TestTechnician) => {
    const { firstName, lastName } = (await acme.admin.get(`/api/v1/technicians/${technicianId}`))
      .body;
    return `${firstName} ${lastName}`;
  };

  test('say the technician’s name, whatever was written there', async () => {
    const number = await ticketOfJane();
    const payload = mention(ada.technicianId, '<img src=x onerror=alert(1)>@Boss <b>says</b>');
    await note(ben, number, `<p>${payload} hi</p>`);
    expect(await htmlOf(number)).toBe(
      `<p><span data-mention="${ada.technicianId}">@${await nameOf(ada)}</span> hi</p>`,
    );
  });

  test('of others than this company’s technicians are dropped, and nobody hears of them', async () => {
    const number = await ticketOfJane();
    const payload = `${mention(other.adminId, '@Boss')} ${mention(999_999_999)} <span data-mention="x&quot; onmouseover=&quot;alert(1)">y</span>`;
    await note(ben, number, `<p>${payload}</p>`);
    await quiet();
    expect(await htmlOf(number)).toBe('<p>@Boss @somebody <span>y</span></p>');
    expect((await listOf(other.admin)).items).toEqual([]);
  });

  test('in a public reply are plain text for everybody, and nobody is told', async () => {
    const number = await ticketOfJane();
    await quiet();
    await ben.post(`/api/v1/tickets/${number}/replies`, {
      html: `<p>${mention(ada.technicianId, '@Ada')} will help</p>`,
    });
    await quiet();
    expect(await htmlOf(number)).not.toContain('data-mention');
    const seen = await jane.get(`/portal/v1/tickets/${number}/messages`);
    expect(seen.raw.toString()).not.toContain('data-mention');
    expect(seen.raw.toString()).toContain('@Ada');
    await hears(ada, number, ['newTicket']);
    await jane.post(`/portal/v1/tickets/${number}/messages`, {
      html: `<p>${mention(ada.technicianId, '@Ada')}</p>`,
    });
    await quiet();
    expect(await htmlOf(number)).not.toContain('data-mention');
    await hears(ada, number, ['newTicket']);
  });

  test('stay in the draft of a note', async () => {
    const number = await ticketOfJane();
    const path = `/api/v1/tickets/${number}/drafts`;
    const html = `<p>${mention(ada.technicianId, '@<script>x</script>')}</p>`;
    const kept = `<p><span data-mention="${ada.technicianId}">@${await nameOf(ada)}</span></p>`;
    expect((await ben.put(`${path}/note`, { html })).body.html).toBe(kept);
    expect((await ben.put(`${path}/reply`, { html })).body.html).not.toContain('data-mention');
  });

  test('are offered of colleagues who may see the ticket', async () => {
    const number = await ticketOfJane();
    const blind = await acme.technicianWith(['customers.view']);
    const { items } = (await ada.get(`/api/v1/tickets/${number}/mentionable-technicians`)).body;
    const ids = items.map(({ id }: { id: number }) => id);
    expect(ids).toEqual(expect.arrayContaining([ben.technicianId, acme.adminId]));
    expect(ids).not.toContain(ada.technicianId);
    expect(ids).not.toContain(blind.technicianId);
    expect(items[0]).toEqual({
      id: expect.any(Number),
      name: expect.any(String),
      pictureUrl: null,
    });
  });
});

describe('reading', () => {
  test('one, those of a ticket, those up to one, all; in every session of mine and nobody else’s', async () => {
    const cleo = await acme.technician();
    const elsewhere = await signInAs(server, cleo.email);
    const unread = async () => (await listOf(elsewhere)).unreadCount;
    const numbers = [];
    for (let i = 0; i < 4; i++) numbers.push(await ticketOfJane());
    const [first, second, third, fourth] = numbers as [number, number, number, number];
    for (const number of numbers) await hears(cleo, number, ['newTicket']);
    expect(await unread()).toBe(4);

    const [heard] = await heardOn(cleo, second);
    expect((await cleo.put(`/api/v1/notifications/${heard?.id}/read`)).status).toBe(204);
    expect(await unread()).toBe(3);
    expect((await heardOn(elsewhere, second))[0]?.readAt).not.toBeNull();

    const path = '/api/v1/notifications/read';
    expect((await cleo.post(path, { ticketNumber: fourth })).body).toEqual({ unreadCount: 2 });
    const upTo = (await heardOn(cleo, first))[0]?.id;
    expect((await cleo.post(path, { upTo })).body).toEqual({ unreadCount: 1 });
    expect((await heardOn(cleo, third))[0]?.readAt).toBeNull();
    expect((await cleo.post(path)).body).toEqual({ unreadCount: 0 });
    expect((await heardOn(ada, third))[0]?.readAt).toBeNull();
  });

  test('somebody else’s is not there, nor is one that does not exist', async () => {
    const number = await ticketOfJane();
    const [heard] = await hears(ada, number, ['newTicket']);
    for (const browser of [ben, acme.admin, other.admin]) {
      const answer = await browser.put(`/api/v1/notifications/${heard?.id}/read`);
      expect(answer.status).toBe(404);
    }
    expect((await ada.put('/api/v1/notifications/999999999/read')).status).toBe(404);
    expect((await heardOn(ada, number))[0]?.readAt).toBeNull();
    const strange = { ticketNumber: 999_999 };
    expect((await ada.post('/api/v1/notifications/read', strange)).status).toBe(404);
    expect((await ada.post('/api/v1/notifications/read', { all: true })).status).toBe(400);
  });

  test('comes in pages', async () => {
    const first = (await ada.get('/api/v1/notifications?limit=2')).body;
    expect(first.items).toHaveLength(2);
    const second = (await ada.get(`/api/v1/notifications?limit=2&cursor=${first.nextCursor}`)).body;
    const ids = [...first.items, ...second.items].map(({ id }: Heard) => id);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
    expect((await ada.get('/api/v1/notifications?cursor=nonsense')).status).toBe(400);
  });
});

describe('choices', () => {
  test('begin with the defaults and are one’s own', async () => {
    const cleo = await acme.technician();
    const path = '/api/v1/me/notification-choices';
    expect((await cleo.get(path)).body).toEqual(DEFAULT_NOTIFICATION_CHOICES);
    const choices = {
      ...DEFAULT_NOTIFICATION_CHOICES,
      reply: { console: true, email: false },
    };
    expect((await cleo.put(path, choices)).status).toBe(200);
    expect((await cleo.get(path)).body).toEqual(choices);
    expect((await cleo.put(path, DEFAULT_NOTIFICATION_CHOICES)).status).toBe(200);
    expect((await cleo.get(path)).body).toEqual(DEFAULT_NOTIFICATION_CHOICES);
    expect((await ben.get(path)).body).toEqual(DEFAULT_NOTIFICATION_CHOICES);
  });

  test.each([
    {},
    { ...DEFAULT_NOTIFICATION_CHOICES, sms: { console: true, email: true } },
    { ...DEFAULT_NOTIFICATION_CHOICES, reply: { console: 'yes', email: true } },
    { ...DEFAULT_NOTIFICATION_CHOICES, reply: { console: true } },
  ])('are refused when incomplete or unknown: %j', async (choices) => {
    expect((await ben.put('/api/v1/me/notification-choices', choices)).status).toBe(400);
  });
});

describe('live', () => {
  test('only who is told hears of it, in each of his sessions; reading, too', async () => {
    const number = await ticketOfJane(ada.technicianId);
    await quiet();
    const elsewhere = await signInAs(server, ada.email);
    const [here, there, bens, others] = await Promise.all(
      [ada, elsewhere, ben, other.admin].map((browser) =>
        openEventSource(browser, '/api/v1/events'),
      ),
    );
    await jane.post(`/portal/v1/tickets/${number}/messages`, { html: '<p>News</p>' });
    const isNews = ({ name, data }: { name: string; data: Record<string, unknown> }) =>
      name === 'change' && data.kind === 'notification';
    // On a busy machine what other tests did may be told of only now.
    const isOfThis = (event: Parameters<typeof isNews>[0]) =>
      isNews(event) && event.data.number === number;
    for (const stream of [here, there]) {
      expect((await stream?.next(isOfThis))?.data).toEqual({ kind: 'notification', number });
    }
    await ada.post('/api/v1/notifications/read', { ticketNumber: number });
    await there?.next((event) => isNews(event) && event.data.number === undefined);
    await sleep(200);
    expect(bens?.received.filter(isOfThis)).toEqual([]);
    expect(others?.received.filter(isNews)).toEqual([]);
    for (const stream of [here, there, bens, others]) stream?.close();
  });
});

test('what is older than three months is removed', async () => {
  const number = await ticketOfJane();
  const [heard] = await hears(ada, number, ['newTicket']);
  await server.rows(
    `update notifications set created_at = now() - interval '91 days' where id = $1`,
    [heard?.id],
  );
  await server.rows(`select graphile_worker.add_job('notifications.removeOld')`);
  await until(async () => (await heardOn(ada, number)).length === 0, 'removing it');
  expect((await listOf(ada)).items.length).toBeGreaterThan(0);
});
