import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { StatusChange } from '#modules/tickets/index.ts';
import { LANGUAGES } from '#shared/languages.ts';
import type { TicketStatus } from '#shared/tickets.ts';
import { readOutbox, waitForMail } from '../../../tests/support/mail.ts';
import { deliver, until } from '../../../tests/support/smtp-client.ts';
import { makeTenant, type TestContact, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import { newsOfStatus } from './status-news.rules.ts';

const JANE = 7;
/** Changes as `secondsAgo from to`, the newest first; by a technician unless said. */
const changes = (...told: [number, TicketStatus, TicketStatus, string?][]): StatusChange[] =>
  told.map(([secondsAgo, from, to, by = 'technician']) => ({
    from,
    to,
    at: new Date(1_000_000_000 - secondsAgo * 1_000),
    actorKind: by,
    actorId: by === 'contact' ? JANE : 1,
  }));

describe('newsOfStatus', () => {
  it.each([
    [[], null],
    [changes([60, 'open', 'resolved']), 'ticketResolved'],
    [changes([60, 'pending', 'closed']), 'ticketClosed'],
    [changes([60, 'open', 'pending']), null],
    [changes([60, 'resolved', 'closed']), null],
    [changes([60, 'closed', 'open']), 'ticketReopened'],
    // A slip, put right at once.
    [changes([60, 'resolved', 'open'], [70, 'open', 'resolved']), null],
    [changes([60, 'open', 'resolved'], [70, 'resolved', 'open']), null],
    [changes([60, 'resolved', 'closed'], [90, 'open', 'resolved']), 'ticketClosed'],
    // The earlier one was told long ago.
    [changes([60, 'resolved', 'open'], [700, 'open', 'resolved']), 'ticketReopened'],
    // What the contact did himself.
    [changes([60, 'open', 'closed', 'contact']), null],
    [changes([60, 'resolved', 'open', 'contact'], [90, 'open', 'resolved']), null],
  ] as const)('%#: %j', (happened, news) => {
    expect(newsOfStatus(happened, JANE, 60_000)).toBe(news);
  });
});

let server: TestServer;
let acme: TestTenant;
let jane: TestContact;
let customerId: number;

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  customerId = await acme.customer('Globex', ['globex.test']);
  jane = await acme.contact({ customerId, email: 'jane@globex.test' });
});
afterAll(() => server.close());

async function openTicket(subject: string, by = jane): Promise<number> {
  const opened = await by.post('/portal/v1/tickets', { subject, html: '<p>x</p>' });
  expect(opened.status).toBe(201);
  return opened.body.number;
}
async function set(number: number, change: object) {
  const { version } = (await acme.admin.get(`/api/v1/tickets/${number}`)).body;
  const answer = await acme.admin.patch(`/api/v1/tickets/${number}`, { version, ...change });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
}
/** Brings the time forward at which the contact hears of it; returns how many such jobs waited. */
async function settle(number: number): Promise<number> {
  const [ticket] = await server.rows(
    'select id from tickets where tenant_id = $1 and number = $2',
    [acme.tenantId, number],
  );
  for (const table of ['ticket_changes', 'outbound_messages'])
    await server.rows(
      `update ${table} set created_at = created_at - interval '10 minutes' where ticket_id = $1`,
      [ticket!.id],
    );
  const key = `status:${ticket!.id}`;
  const jobs = await server.rows(
    'update graphile_worker._private_jobs set run_at = now() where key = $1 returning id',
    [key],
  );
  await until(
    async () =>
      (await server.rows('select from graphile_worker._private_jobs where key = $1', [key]))
        .length === 0,
    'the news of the status',
  );
  return jobs.length;
}
const mailsOf = async (number: number) =>
  (await readOutbox(server)).filter(({ subject }) => subject?.startsWith(`Re: [#${number}]`));

describe('a contact', () => {
  test.each(LANGUAGES)(
    'hears in %s that the ticket is resolved, reopened, closed',
    async (language) => {
      const someone = await acme.contact({ customerId, firstName: 'Zoë' });
      expect((await someone.patch('/portal/v1/me', { language })).status).toBe(200);
      const number = await openTicket(`In ${language}`, someone);
      for (const status of ['resolved', 'open', 'closed']) {
        await set(number, { status });
        expect(await settle(number)).toBe(1);
      }
      const mails = await until(async () => {
        const sent = await mailsOf(number);
        return sent.length === 3 ? sent : undefined;
      }, 'three mails');
      for (const mail of mails) {
        expect(mail.recipients).toEqual([someone.email]);
        expect(mail.text).toMatch(/^##- [^#]+ -##/);
        expect(mail.text).toContain('Zoë');
        expect(mail.text).toContain(`/tickets/${number}`);
        expect(`${mail.subject}${mail.text}${mail.html}`).not.toMatch(/\{\[|\]\}|\{\{/);
        expect(mail.raw).toMatch(/^Auto-Submitted: auto-generated/m);
      }
      expect(new Set(mails.map(({ text }) => text)).size).toBe(3);
    },
  );

  it('hears nothing of a slip, of what he did himself, or of what he does not want', async () => {
    const slip = await openTicket('Slip');
    await set(slip, { status: 'resolved' });
    await set(slip, { status: 'open' });
    expect(await settle(slip)).toBe(1);
    const own = await openTicket('Own');
    expect((await jane.put(`/portal/v1/tickets/${own}/closure`)).status).toBe(200);
    expect(await settle(own)).toBe(0);
    const quiet = await acme.contact({ customerId });
    const choice = await quiet.patch('/portal/v1/me', { mails: { ticketResolved: false } });
    expect(choice.status, JSON.stringify(choice.body)).toBe(200);
    const unwanted = await openTicket('Unwanted', quiet);
    await set(unwanted, { status: 'resolved' });
    await settle(unwanted);
    const off = await acme.admin.put('/api/v1/templates/ticketClosed/disablement');
    expect(off.status).toBe(204);
    const switchedOff = await openTicket('Switched off');
    await set(switchedOff, { status: 'closed' });
    await settle(switchedOff);
    await acme.admin.delete('/api/v1/templates/ticketClosed/disablement');
    for (const number of [slip, own, unwanted, switchedOff])
      expect(await mailsOf(number)).toEqual([]);
  });

  it('reopens by answering, and is not told of that', async () => {
    const number = await openTicket('Not yet');
    await set(number, { status: 'resolved' });
    await settle(number);
    const mail = await waitForMail(server, ({ subject }) => subject === `Re: [#${number}] Not yet`);
    await deliver(
      server,
      { from: jane.email, to: mail.replyTo![0]!.address! },
      `From: ${jane.email}\nTo: ${mail.replyTo![0]!.address}\nSubject: Re: ${mail.subject}\nIn-Reply-To: ${mail.messageId}\nMessage-ID: <answer-${number}@globex.test>\n\nStill broken\n\n${mail
        .text!.split('\n')
        .map((line) => `> ${line}`)
        .join('\n')}\n`,
    );
    await until(
      async () => (await acme.admin.get(`/api/v1/tickets/${number}`)).body.status === 'open',
      'reopening',
    );
    const { items } = (await acme.admin.get(`/api/v1/tickets/${number}/messages`)).body;
    expect(items.at(-1).html).toContain('Still broken');
    expect(items.at(-1).html).not.toContain('##-');
    expect(await settle(number)).toBe(0);
  });

  it('reads in the answer itself that it resolves the ticket', async () => {
    const number = await openTicket('By an answer');
    const path = `/api/v1/tickets/${number}/replies`;
    expect((await acme.admin.post(path, { html: '<p>Done.</p>', status: 'resolved' })).status).toBe(
      201,
    );
    const mail = await waitForMail(server, ({ text }) => text?.includes('Done.') ?? false);
    expect(mail.text).toContain('We believe that your request has been resolved with this.');
    expect(await settle(number)).toBe(0);
    await acme.admin.post(path, { html: '<p>One more thing.</p>' });
    const other = await waitForMail(server, ({ text }) => text?.includes('One more') ?? false);
    expect(other.text).not.toContain('We believe');
  });
});

describe('a ticket that a technician opens', () => {
  const open = (body: object) =>
    acme.admin.post('/api/v1/tickets', {
      subject: 'Called',
      html: '<p>It is <b>slow</b></p>',
      contactId: jane.contactId,
      ...body,
    });

  it('comes by mail with what was written down, whatever the number of them', async () => {
    const file = { name: 'log.txt', type: 'text/plain', content: Buffer.from('slow') };
    const upload = await acme.admin.upload('/api/v1/attachments', file);
    const numbers: number[] = [];
    for (let count = 0; count < 5; count++)
      numbers.push(
        (await open(count === 0 ? { attachmentIds: [upload.body.id] } : {})).body.number,
      );
    const mail = await waitForMail(server, ({ subject }) => subject === `[#${numbers[0]}] Called`);
    await waitForMail(server, ({ subject }) => subject === `[#${numbers[4]}] Called`);
    expect(mail.text).toMatch(/Ada Boss \d+ has opened a ticket for you:/);
    expect(mail.html).toContain('<div><p>It is <b>slow</b></p></div>');
    expect(mail.attachments).toMatchObject([{ filename: 'log.txt' }]);
  });

  it('does not, when the technician, the contact or the company does not want it', async () => {
    const silent = (await open({ subject: 'Silent', tellsContact: false })).body.number;
    await acme.admin.put('/api/v1/templates/ticketOpenedForContact/disablement');
    const off = (await open({ subject: 'Off' })).body.number;
    await until(
      async () =>
        (
          await server.rows(
            `select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'conversations.confirmTicket'`,
          )
        ).length === 0,
      'the confirmations',
    );
    await acme.admin.delete('/api/v1/templates/ticketOpenedForContact/disablement');
    const subjects = (await readOutbox(server)).map(({ subject }) => subject);
    expect(subjects).not.toContain(`[#${silent}] Silent`);
    expect(subjects).not.toContain(`[#${off}] Off`);
  });
});
