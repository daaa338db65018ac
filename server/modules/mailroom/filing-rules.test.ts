import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type InboundRow,
  type MailCompany,
  makeMailCompany,
} from '../../../tests/support/mail-company.ts';
import { message } from '../../../tests/support/smtp-client.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: MailCompany;
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeMailCompany(server);
});
afterAll(() => server?.close());

let sent = 0;
const write = (subject: string, from = 'Jane Doe <jane@globex.test>') =>
  acme.sendAndFile(message({ From: from, Subject: subject }, `text ${++sent}`), {
    from: /<(.*)>/.exec(from)?.[1] ?? from,
  });
const ticketOf = async ({ ticket_id }: InboundRow) =>
  (await server.rows('select * from tickets where id = $1', [ticket_id]))[0]!;
const rule = (column: string, value: unknown) =>
  server.rows(`update tenants set ${column} = $1 where id = $2`, [value, acme.tenantId]);

describe('an answer to a ticket that was resolved or closed', () => {
  async function finished(status: 'resolved' | 'closed', daysAgo: number) {
    const ticket = await ticketOf(await write('Printer'));
    const since = new Date(Date.now() - daysAgo * 86_400_000);
    await server.rows(
      `update tickets set status = $1, resolved_at = $2, closed_at = $3 where id = $4`,
      [status, since, status === 'closed' ? since : null, ticket.id],
    );
    return ticket;
  }
  const outcomes = ({ steps }: InboundRow) => steps.map(({ outcome }) => outcome);

  it('opens it again, however long ago, unless a rule says otherwise', async () => {
    for (const status of ['resolved', 'closed'] as const) {
      const ticket = await finished(status, 900);
      const row = await write(`Re: [#${ticket.number}] Printer`);
      expect(row).toMatchObject({ state: 'appended', ticket_id: ticket.id });
      expect((await ticketOf(row)).status).toBe('open');
    }
  });

  it('opens a new ticket that names the old one when it is too late', async () => {
    await rule('reopen_closed_within_days', 7);
    const early = await finished('closed', 6);
    expect((await write(`[#${early.number}] Printer`)).state).toBe('appended');
    const late = await finished('closed', 8);
    const row = await write(`Re: [#${late.number}] Printer`);
    expect(row.state).toBe('newTicket');
    expect(outcomes(row)).toContain('ticketIsOver');
    expect(await ticketOf(row)).toMatchObject({
      subject: 'Printer',
      status: 'open',
      follows_id: late.id,
      contact_id: late.contact_id,
      customer_id: late.customer_id,
    });
    const [old] = await server.rows('select status from tickets where id = $1', [late.id]);
    expect(old?.status).toBe('closed');
    expect(await acme.messagesOf(late.id)).toHaveLength(1);
    // Resolved ones have a rule of their own.
    expect((await write(`[#${(await finished('resolved', 8)).number}] Printer`)).state).toBe(
      'appended',
    );
    await rule('reopen_closed_within_days', null);
  });

  it('never opens it again where the rule says so', async () => {
    await rule('reopen_resolved_within_days', 0);
    const ticket = await finished('resolved', 0);
    const row = await write(`[#${ticket.number}] Printer`);
    expect(await ticketOf(row)).toMatchObject({ follows_id: ticket.id });
    await rule('reopen_resolved_within_days', null);
  });

  it('is still nobody’s who takes no part in it', async () => {
    await rule('reopen_closed_within_days', 0);
    const ticket = await finished('closed', 3);
    const row = await write(`[#${ticket.number}] Printer`, 'Eve <eve@elsewhere.test>');
    expect(row.state).toBe('newTicket');
    expect(await ticketOf(row)).toMatchObject({ follows_id: null });
    await rule('reopen_closed_within_days', null);
  });
});

describe('mail from a domain that no customer has', () => {
  const stranger = () => `Sam <sam${++sent}@stranger.test>`;

  it('opens a ticket that waits under Unassigned', async () => {
    const ticket = await ticketOf(await write('Hello', stranger()));
    expect(ticket).toMatchObject({ customer_id: null });
  });

  it('waits for a person where the company wants that, and makes no contact', async () => {
    await rule('unknown_sender_filing', 'suspended');
    const from = stranger();
    const row = await write('Hello', from);
    expect(row).toMatchObject({ state: 'suspended', reason: 'unknownSender', ticket_id: null });
    const address = /<(.*)>/.exec(from)?.[1];
    expect(await server.rows('select id from contacts where email = $1', [address])).toEqual([]);
    expect((await write('Known domain', 'Bob <bob@globex.test>')).state).toBe('newTicket');
    await rule('unknown_sender_filing', 'ticket');
  });

  it('is filed for somebody who has a contact already', async () => {
    const from = stranger();
    await write('Hello', from);
    await rule('unknown_sender_filing', 'suspended');
    expect((await write('Hello again', from)).state).toBe('newTicket');
    await rule('unknown_sender_filing', 'ticket');
  });
});
