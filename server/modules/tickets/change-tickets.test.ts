import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpClient } from '../../../tests/support/http-client.ts';
import { type CapturedMail, readOutbox, waitForMail } from '../../../tests/support/mail.ts';
import { until } from '../../../tests/support/smtp-client.ts';
import {
  makeTenant,
  type TestContact,
  type TestTechnician,
  type TestTenant,
} from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

/** The same change for many tickets. What a change does to one is told in tickets.test.ts. */
let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
let globex: number;
let contact: TestContact;
let tim: TestTechnician;

const CHANGES = '/api/v1/ticket-changes';

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
  globex = await acme.customer('Globex');
  contact = await acme.contact({ customerId: globex });
  tim = await acme.technician();
});
afterAll(() => server.close());

const open = async (fields: object = {}, by: HttpClient = acme.admin): Promise<number> => {
  const answer = await by.post('/api/v1/tickets', {
    subject: 'Fan',
    html: '<p>Loud</p>',
    ...fields,
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.number;
};
const openMany = async (count: number, fields: object = {}): Promise<number[]> => {
  const numbers: number[] = [];
  for (let i = 0; i < count; i++)
    numbers.push(await open({ contactId: contact.contactId, ...fields }));
  return numbers;
};
const ticketOf = async (number: number, by: HttpClient = acme.admin) =>
  (await by.get(`/api/v1/tickets/${number}`)).body;
const linesOf = async (number: number) =>
  (await acme.admin.get(`/api/v1/tickets/${number}/history`)).body.items;
/** Brings the time forward at which a job is due. */
const dueNow = (key: string) =>
  server.rows(
    'update graphile_worker._private_jobs set run_at = now() where key = $1 returning id',
    [key],
  );
const mailsTo = async ({ email }: { email: string }): Promise<CapturedMail[]> =>
  (await readOutbox(server)).filter(({ recipients }) => recipients.includes(email));

describe('POST /ticket-changes', () => {
  it('200: changes each, with a line in its history, and leaves the others alone', async () => {
    const [one, two, three] = (await openMany(3)) as [number, number, number];
    const answer = await tim.post(CHANGES, {
      numbers: [two, one, two],
      status: 'pending',
      priority: 'critical',
      type: 'question',
      assigneeId: tim.technicianId,
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(answer.body).toEqual({ changed: [two, one], missing: [] });
    for (const number of [one, two]) {
      expect(await ticketOf(number)).toMatchObject({
        status: 'pending',
        priority: 'critical',
        type: 'question',
        assignee: { id: tim.technicianId },
        version: 2,
      });
      const lines = await linesOf(number);
      expect(lines.map(({ field }: { field: string }) => field).sort()).toEqual([
        'assignee',
        'created',
        'priority',
        'status',
        'type',
      ]);
      expect(lines[0].actor).toMatchObject({ kind: 'technician', id: tim.technicianId });
    }
    expect(await ticketOf(three)).toMatchObject({ status: 'open', assignee: null, version: 1 });
  });

  it('200: to nobody; what is so already gets no line, and counts as done', async () => {
    const [mine] = await openMany(1, { assigneeId: tim.technicianId });
    const [free] = await openMany(1);
    const answer = await tim.post(CHANGES, { numbers: [mine, free], assigneeId: null });
    expect(answer.body).toEqual({ changed: [mine, free], missing: [] });
    expect((await ticketOf(mine!)).assignee).toBeNull();
    expect(await ticketOf(free!)).toMatchObject({ assignee: null, version: 1 });
    expect(await linesOf(free!)).toHaveLength(1);
  });

  it('200: what another changed meanwhile keeps that change', async () => {
    const [number] = await openMany(1);
    await acme.admin.patch(`/api/v1/tickets/${number}`, { version: 1, priority: 'low' });
    await tim.post(CHANGES, { numbers: [number], status: 'pending' });
    expect(await ticketOf(number!)).toMatchObject({ status: 'pending', priority: 'low' });
  });

  it('200: two at once with the same tickets in another order both come through', async () => {
    const numbers = await openMany(6);
    const answers = await Promise.all([
      tim.post(CHANGES, { numbers, status: 'pending' }),
      acme.admin.post(CHANGES, { numbers: numbers.toReversed(), priority: 'high' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    for (const number of numbers)
      expect(await ticketOf(number)).toMatchObject({ status: 'pending', priority: 'high' });
  });

  it('400: says what is wrong, and changes nothing', async () => {
    const [number] = await openMany(1);
    const tooMany = Array.from({ length: 101 }, (_, index) => index + 1);
    for (const body of [
      {},
      { numbers: [number] },
      { numbers: [], status: 'pending' },
      { numbers: tooMany, status: 'pending' },
      { numbers: ['1'], status: 'pending' },
      { numbers: [0], status: 'pending' },
      { numbers: [1.5], status: 'pending' },
      { numbers: [number], status: 'solved' },
      { numbers: [number], priority: null },
      { numbers: [number], type: '' },
      { numbers: [number], assigneeId: 'me' },
      { numbers: [number], status: 'pending', subject: 'All the same' },
    ]) {
      const answer = await tim.post(CHANGES, body);
      expect(answer.status, JSON.stringify(body).slice(0, 80)).toBe(400);
    }
    expect(await ticketOf(number!)).toMatchObject({ status: 'open', version: 1 });
  });

  it('400: an assignee who may have one of them only gets none', async () => {
    const limited = await acme.technicianWith(['tickets.view', 'tickets.update'], [globex]);
    const [here] = await openMany(1);
    const there = await open({ customerId: await acme.customer() });
    const stranger = await other.technician();
    const given = (assigneeId: number) =>
      tim.post(CHANGES, { numbers: [here, there], status: 'pending', assigneeId });
    const refused = await given(limited.technicianId);
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toMatchObject([
      { field: 'assigneeId', code: 'technicianCannotSee' },
    ]);
    expect((await given(stranger.technicianId)).status).toBe(400);
    expect(await ticketOf(here!)).toMatchObject({ status: 'open', assignee: null, version: 1 });
  });

  it('401 and 403: nobody, and who may look only', async () => {
    const [number] = await openMany(1);
    const body = { numbers: [number], status: 'closed' };
    expect((await server.console().post(CHANGES, body)).status).toBe(401);
    const reader = await acme.technicianWith(['tickets.view']);
    expect((await reader.post(CHANGES, body)).status).toBe(403);
    expect((await ticketOf(number!)).status).toBe('open');
  });

  it('200: another company’s are missing, as those that do not exist are', async () => {
    const [number] = await openMany(1);
    const own = await open({}, other.admin);
    const theirs = Math.max(number!, own) + 1;
    const absent = [theirs + 1_000, 3_000_000_000, Number.MAX_SAFE_INTEGER];
    const answer = await other.admin.post(CHANGES, { numbers: [own, ...absent], priority: 'low' });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(answer.body).toEqual({ changed: [own], missing: absent });
    // Numbers are the company's own: the same one is another ticket there.
    const many = await openMany(2);
    const foreign = await other.admin.post(CHANGES, { numbers: many, status: 'closed' });
    expect(foreign.body).toEqual({ changed: [], missing: many });
    for (const one of many) expect((await ticketOf(one)).status).toBe('open');
  });

  it('200: out of the reach of a limited role is missing, and stays as it is', async () => {
    const limited = await acme.technicianWith(['tickets.view', 'tickets.update'], [globex]);
    const [here] = await openMany(1);
    const there = await open({ customerId: await acme.customer() });
    const nobodys = await open();
    const answer = await limited.post(CHANGES, {
      numbers: [there, here, nobodys],
      status: 'closed',
    });
    expect(answer.body).toEqual({ changed: [here], missing: [there, nobodys] });
    expect((await ticketOf(here!)).status).toBe('closed');
    for (const number of [there, nobodys])
      expect(await ticketOf(number)).toMatchObject({ status: 'open', version: 1 });
  });
});

describe('who hears of it', () => {
  it('an assignee gets one mail about all of them', async () => {
    const ada = await acme.technician();
    const numbers = await openMany(4);
    await acme.admin.post(CHANGES, { numbers, assigneeId: ada.technicianId });
    await until(async () => {
      const waiting = await server.rows(
        'select from notifications where technician_id = $1 and waits_for_mail',
        [ada.technicianId],
      );
      return waiting.length === numbers.length;
    }, 'all waiting notices');
    expect(await dueNow(`notices:${ada.technicianId}`)).toHaveLength(1);
    const mail = await waitForMail(server, ({ recipients }) => recipients.includes(ada.email));
    expect(mail.subject).toBe('News on 4 tickets');
    for (const number of numbers) expect(mail.text).toContain(`#${number} Fan\n  Assigned to you`);
    expect(await mailsTo(ada)).toHaveLength(1);
  });

  it('contacts hear that theirs are resolved, and nothing of what is put right within a minute', async () => {
    const cora = await acme.contact({ customerId: globex });
    const opened: { number: number; id: number }[] = [];
    for (const subject of ['Solved', 'Slip']) {
      const { body } = await cora.post('/portal/v1/tickets', { subject, html: '<p>x</p>' });
      opened.push(await ticketOf(body.number));
    }
    const [solved, slip] = opened.map(({ number }) => number);
    await tim.post(CHANGES, { numbers: [solved, slip], status: 'resolved' });
    await tim.post(CHANGES, { numbers: [slip], status: 'open' });
    const keys = opened.map(({ id }) => `status:${id}`);
    for (const key of keys) expect(await dueNow(key)).toHaveLength(1);
    await until(async () => {
      const left = await server.rows(
        'select from graphile_worker._private_jobs where key = any($1)',
        [keys],
      );
      return left.length === 0;
    }, 'the news of both');
    const isNews = ({ recipients, subject }: CapturedMail) =>
      recipients.includes(cora.email) && subject?.startsWith('Re: [#') === true;
    const mail = await waitForMail(server, isNews);
    expect(mail.subject).toContain(`[#${solved}]`);
    expect((await readOutbox(server)).filter(isNews)).toHaveLength(1);
  });
});
