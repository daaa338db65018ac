import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_NOTIFICATION_CHOICES } from '#shared/notifications.ts';
import type { HttpClient } from '../../../tests/support/http-client.ts';
import { type CapturedMail, readOutbox, waitForMail } from '../../../tests/support/mail.ts';
import { deliver, message, until } from '../../../tests/support/smtp-client.ts';
import {
  makeTenant,
  type TestContact,
  type TestTechnician,
  type TestTenant,
} from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let jane: TestContact;

beforeAll(async () => {
  server = await startTestServer({ BASE_URL: 'http://desk.localhost' });
  acme = await makeTenant(server, { company: 'Acme' });
  jane = await acme.contact({ customerId: await acme.customer('Globex', ['globex.test']) });
});
afterAll(() => server.close());

const waiting = (to: TestTechnician) => async () =>
  (
    await server.rows('select from notifications where technician_id = $1 and waits_for_mail', [
      to.technicianId,
    ])
  ).length;

/** Until so many notices wait; then lets the mail go that gathers them. */
async function sendWaiting(to: TestTechnician, count = 1): Promise<void> {
  await until(async () => (await waiting(to)()) >= count, `${count} waiting notices`);
  await sendNow(to);
  await until(async () => (await waiting(to)()) === 0, 'mailing what waits');
}

/** Brings the time forward at which the mail is due. */
async function sendNow({ technicianId }: TestTechnician): Promise<void> {
  const due = await server.rows(
    'update graphile_worker._private_jobs set run_at = now() where key = $1 returning id',
    [`notices:${technicianId}`],
  );
  expect(due).toHaveLength(1);
}

const mailsTo = async ({ email }: TestTechnician): Promise<CapturedMail[]> =>
  (await readOutbox(server)).filter(({ recipients }) => recipients.includes(email));
const mailTo = (
  { email }: TestTechnician,
  isWanted: (mail: CapturedMail) => boolean = () => true,
) => waitForMail(server, (mail) => mail.recipients.includes(email) && isWanted(mail));

async function openTicket(subject = 'Printer', html = '<p>It <b>burns</b></p>'): Promise<number> {
  const opened = await jane.post('/portal/v1/tickets', { subject, html });
  expect(opened.status).toBe(201);
  return opened.body.number;
}
async function assign(
  number: number,
  to: { technicianId: number } | null,
  by: HttpClient = acme.admin,
) {
  const { version } = (await acme.admin.get(`/api/v1/tickets/${number}`)).body;
  const change = { version, assigneeId: to?.technicianId ?? null };
  expect((await by.patch(`/api/v1/tickets/${number}`, change)).status).toBe(200);
}
const says = (number: number, html: string) =>
  jane.post(`/portal/v1/tickets/${number}/messages`, { html });

describe('a mail', () => {
  test('gathers what happened on a ticket, in the technician’s language, with a link into the console', async () => {
    const ada = await acme.technician();
    await ada.patch('/api/v1/me', { language: 'de' });
    const number = await openTicket('Drucker <1>');
    await assign(number, ada);
    const said = await says(number, '<p>Es <b>brennt</b> immer noch &amp; raucht</p>');
    await acme.admin.post(`/api/v1/tickets/${number}/notes`, {
      html: `<p><span data-mention="${ada.technicianId}">@x</span> eilt!</p>`,
    });
    await sendWaiting(ada, 3);
    const mail = await mailTo(ada);
    expect(mail.subject).toBe(`[#${number}] Ada Boss 1 hat Sie erwähnt: Drucker <1>`);
    expect(mail.text).toContain('Ada Boss 1 hat Ihnen dieses Ticket zugewiesen');
    expect(mail.text).toContain('> Es brennt immer noch & raucht');
    expect(mail.text).toMatch(/> @Tim Helper \d+ eilt!/);
    const link = `http://desk.localhost/tickets/${number}#message-${said.body.id}`;
    expect(mail.text).toContain(link);
    expect(mail.html).toContain(`<a href="${link}">`);
    expect(mail.html).toContain('Es brennt immer noch &amp; raucht');
    expect(mail.text).toContain('http://desk.localhost/profile/notifications');
    expect(await mailsTo(ada)).toHaveLength(1);
  });

  test('is marked as automatic, and has nothing by which an answer finds into the ticket', async () => {
    const ada = await acme.technician();
    const number = await openTicket();
    await assign(number, ada);
    await sendWaiting(ada);
    const mail = await mailTo(ada);
    const header = (key: string) => mail.headers.find((one) => one.key === key)?.value;
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('x-auto-response-suppress')).toBe('All');
    expect(header('x-portico-loop')).toBeTruthy();
    expect(mail.replyTo).toBeUndefined();
    expect(mail.inReplyTo).toBeUndefined();
    expect(mail.references).toBeUndefined();
    expect(mail.messageId).toMatch(/^<n\./);
    expect(mail.raw).not.toMatch(/\+t\d/);
    // Nothing of it stands in the ticket or in the threads of contacts.
    await acme.admin.post(`/api/v1/tickets/${number}/replies`, { html: '<p>Yes</p>' });
    const reply = await waitForMail(server, ({ text }) => /^Yes$/m.test(text ?? ''));
    expect(reply.references ?? '').not.toContain(mail.messageId);
  });

  test('of many tickets lists them', async () => {
    const ada = await acme.technician();
    const numbers = [];
    for (const subject of ['One', 'Two', 'Three', 'Four']) {
      const number = await openTicket(subject);
      numbers.push(number);
      await assign(number, ada);
    }
    await sendWaiting(ada, 4);
    const mail = await mailTo(ada);
    expect(mail.subject).toBe('News on 4 tickets');
    for (const number of numbers) {
      expect(mail.text).toContain(`http://desk.localhost/tickets/${number}`);
    }
    expect(mail.text).toContain(`#${numbers[0]} One\n  Assigned to you`);
    expect(await mailsTo(ada)).toHaveLength(1);
  });

  test('goes out once for all that happens within minutes, and a second try sends no second one', async () => {
    const ada = await acme.technician();
    const number = await openTicket();
    await assign(number, ada);
    await until(waiting(ada));
    const due = () =>
      server.rows<{ run_at: Date }>(
        'select run_at from graphile_worker._private_jobs where key = $1',
        [`notices:${ada.technicianId}`],
      );
    const [first] = await due();
    const inMinutes = (first!.run_at.getTime() - Date.now()) / 60_000;
    expect(inMinutes).toBeGreaterThan(1);
    expect(inMinutes).toBeLessThanOrEqual(2);
    await says(number, '<p>And another thing</p>');
    await until(async () => (await waiting(ada)()) === 2);
    expect(await due()).toEqual([first]);
    await sendWaiting(ada, 2);
    await mailTo(ada);
    await server.rows(
      `select graphile_worker.add_job('notifications.mailNotices', json_build_object('tenantId', $1::bigint, 'technicianId', $2::bigint))`,
      [acme.tenantId, ada.technicianId],
    );
    await says(number, '<p>One more</p>');
    await sendWaiting(ada);
    await mailTo(ada, ({ text }) => text?.includes('One more') ?? false);
    expect(await mailsTo(ada)).toHaveLength(2);
  });
});

describe('no mail', () => {
  /** After it, what was waiting before has been decided on. */
  async function nothingBut(ada: TestTechnician, expected: number) {
    await sendNow(ada);
    await until(async () => (await waiting(ada)()) === 0);
    const marker = await openTicket('Marker');
    await assign(marker, ada);
    await sendWaiting(ada);
    await mailTo(ada, ({ subject }) => subject?.includes('Marker') ?? false);
    expect(await mailsTo(ada)).toHaveLength(expected + 1);
  }

  test('of what was read in the console meanwhile, in the list or by opening the ticket', async () => {
    const ada = await acme.technician();
    const number = await openTicket();
    await assign(number, ada);
    await until(waiting(ada));
    await ada.post('/api/v1/notifications/read', { ticketNumber: number });
    await nothingBut(ada, 0);
  });

  test('of a ticket that is somebody else’s by then', async () => {
    const ada = await acme.technician();
    const number = await openTicket();
    await assign(number, ada);
    await until(waiting(ada));
    await assign(number, null);
    await nothingBut(ada, 0);
  });

  test('to who has chosen none, before or meanwhile', async () => {
    const ada = await acme.technician();
    const none = { console: true, email: false };
    const path = '/api/v1/me/notification-choices';
    const number = await openTicket();
    await assign(number, ada);
    await until(waiting(ada));
    await ada.put(path, { ...DEFAULT_NOTIFICATION_CHOICES, assigned: none, mention: none });
    await acme.admin.post(`/api/v1/tickets/${number}/notes`, {
      html: `<p><span data-mention="${ada.technicianId}">@x</span></p>`,
    });
    await until(async () =>
      (await ada.get('/api/v1/notifications')).body.items.some(
        ({ kind }: { kind: string }) => kind === 'mention',
      ),
    );
    expect(await waiting(ada)()).toBe(1);
    await sendNow(ada);
    await until(async () => (await waiting(ada)()) === 0);
    await ada.put(path, DEFAULT_NOTIFICATION_CHOICES);
    await says(number, '<p>Later</p>');
    await sendWaiting(ada);
    await mailTo(ada, ({ text }) => text?.includes('Later') ?? false);
    expect(await mailsTo(ada)).toHaveLength(1);
  });

  test('to who was disabled meanwhile', async () => {
    const ada = await acme.technician();
    const number = await openTicket();
    await assign(number, ada);
    await until(waiting(ada));
    await acme.admin.put(`/api/v1/technicians/${ada.technicianId}/disablement`);
    await sendNow(ada);
    await until(async () => (await waiting(ada)()) === 0);
    const queued = await server.rows(
      `select from outbound_messages where kind = 'notice' and technician_id = $1`,
      [ada.technicianId],
    );
    expect(queued).toEqual([]);
  });

  test('of a new ticket, unless asked for; then once it is still nobody’s', async () => {
    const ada = await acme.technician();
    await openTicket('Unasked');
    await until(async () => (await ada.get('/api/v1/notifications')).body.items.length > 0);
    await ada.put('/api/v1/me/notification-choices', {
      ...DEFAULT_NOTIFICATION_CHOICES,
      newTicket: { console: false, email: true },
    });
    const taken = await openTicket('Taken');
    await openTicket('Free');
    await until(async () => (await waiting(ada)()) === 2);
    await assign(taken, { technicianId: acme.adminId });
    await sendWaiting(ada, 2);
    const mail = await mailTo(ada);
    expect(mail.subject).toMatch(/^\[#\d+\] New ticket: Free$/);
    expect(await mailsTo(ada)).toHaveLength(1);
    const shown = (await ada.get('/api/v1/notifications')).body.items;
    expect(
      shown.map(({ ticket }: { ticket: { subject: string } }) => ticket.subject),
    ).not.toContain('Free');
  });
});

describe('an answer to a notice', () => {
  async function answered(fields: Record<string, string | undefined>, from: string) {
    const to = `${acme.slug}@${server.config.mailDomain}`;
    const before = await counts();
    await deliver(server, { from, to }, message({ To: to, From: from, ...fields }, 'I will do it'));
    const row = await until(async () => {
      const [newest] = await server.rows<{ state: string; reason: string | null }>(
        'select state, reason from inbound_messages order by id desc limit 1',
      );
      return newest?.state === 'received' ? undefined : newest;
    });
    return { ...row, hasChanged: (await counts()) !== before };
  }
  const counts = async () =>
    JSON.stringify(
      await server.rows(`select (select count(*) from tickets) as tickets,
        (select count(*) from messages) as messages, (select count(*) from contacts) as contacts`),
    );

  test('is filed nowhere: it waits with the reason, whoever sends it and whatever the mail program kept', async () => {
    const ada = await acme.technician();
    const number = await openTicket();
    await assign(number, ada);
    await sendWaiting(ada);
    const notice = await mailTo(ada);
    const subject = `Re: ${notice.subject}`;
    const suspended = { state: 'suspended', reason: 'answersNotice', hasChanged: false };
    const named = { Subject: subject, 'In-Reply-To': notice.messageId };
    expect(await answered(named, ada.email)).toEqual(suspended);
    expect(await answered({ ...named, Subject: 'Done' }, ada.email)).toEqual(suspended);
    expect(await answered(named, 'ada.private@mail.test')).toEqual(suspended);
    // Even Jane, who takes part in the ticket, does not answer a mail to Ada.
    expect(await answered(named, jane.email)).toEqual(suspended);
    expect(await answered({ Subject: subject }, ada.email)).toEqual(suspended);
  });

  test('by a program is dropped: nothing goes back and forth', async () => {
    const ada = await acme.technician();
    const number = await openTicket();
    await assign(number, ada);
    await sendWaiting(ada);
    const notice = await mailTo(ada);
    const away = {
      Subject: `Out of office: ${notice.subject}`,
      'In-Reply-To': notice.messageId,
      'Auto-Submitted': 'auto-replied',
    };
    expect(await answered(away, ada.email)).toEqual({
      state: 'dropped',
      reason: 'autoReply',
      hasChanged: false,
    });
  });
});
