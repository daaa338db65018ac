import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOutbox, waitForMail } from '../../../tests/support/mail.ts';
import { until } from '../../../tests/support/smtp-client.ts';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
let customerId: number;

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
  customerId = await acme.customer('Globex');
});
afterAll(() => server.close());

const open = (body: object, by = acme.admin) =>
  by.post('/api/v1/tickets', { subject: 'Called', html: '<p>On the phone</p>', ...body });

describe('POST /tickets', () => {
  it('201: for a contact, who is told the number', async () => {
    const contact = await acme.contact({ customerId });
    const answer = await open({
      contactId: contact.contactId,
      priority: 'critical',
      impact: 'siteDown',
      type: 'request',
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    expect(answer.body).toMatchObject({
      customer: { id: customerId },
      contact: { id: contact.contactId },
      priority: 'critical',
      impact: 'siteDown',
      type: 'request',
      source: 'technician',
      preview: 'On the phone',
    });
    const mail = await waitForMail(server, (sent) => sent.recipients.includes(contact.email));
    expect(mail.subject).toBe(`[#${answer.body.number}] Called`);
    const seen = await contact.get(`/portal/v1/tickets/${answer.body.number}`);
    expect(seen.status).toBe(200);
    const [row] = await server.rows('select first_replied_at from tickets where id = $1', [
      answer.body.id,
    ]);
    expect(row?.first_replied_at).toBeNull();
  });

  it('201: for a new contact, for a customer alone, for nobody', async () => {
    const answer = await open({
      newContact: { email: 'new@globex.test', firstName: 'Nora', lastName: 'New', customerId },
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    expect(answer.body.contact).toMatchObject({ name: 'Nora New', email: 'new@globex.test' });
    expect((await open({ customerId })).body.customer).toMatchObject({ id: customerId });
    expect((await open({})).body).toMatchObject({ customer: null, contact: null });
  });

  it('400: names the field that is wrong', async () => {
    const foreign = await other.contact();
    for (const [body, field] of [
      [{ subject: '' }, 'subject'],
      [{ subject: 'x'.repeat(251) }, 'subject'],
      [{ html: '' }, 'html'],
      [{ priority: 'urgent' }, 'priority'],
      [{ contactId: foreign.contactId }, 'contactId'],
      [{ customerId: 999_999 }, 'customerId'],
      [{ assigneeId: 999_999 }, 'assigneeId'],
      [
        { newContact: { email: 'new@globex.test', firstName: '', lastName: '' } },
        'newContact.email',
      ],
      [{ newContact: { email: 'no', firstName: '', lastName: '' } }, 'newContact.email'],
      [{ attachmentIds: [999_999] }, 'attachmentIds'],
      [{ attachmentIds: Array.from({ length: 21 }, (_, index) => index + 1) }, 'attachmentIds'],
      [{ status: 'closed' }, 'status'],
    ] as const) {
      const answer = await open(body);
      expect(answer.status, JSON.stringify(body)).toBe(400);
      expect(answer.body.errors[0].field).toBe(field);
    }
  });

  it('401 and 403, also for a new contact without the right to add one', async () => {
    expect((await open({}, server.console())).status).toBe(401);
    expect((await open({}, await acme.technicianWith(['tickets.view']))).status).toBe(403);
    const opener = await acme.technicianWith(['tickets.view', 'tickets.create']);
    const newContact = { email: 'x@globex.test', firstName: 'X', lastName: 'Y' };
    expect((await open({ newContact }, opener)).status).toBe(403);
    expect((await open({}, opener)).status).toBe(201);
  });

  it('201: a script tag in every field comes out harmless', async () => {
    const evil = '<script>alert(1)</script>';
    const answer = await open({
      subject: evil,
      html: `${evil}<p>a<img src=x onerror=alert(1)><a href="javascript:alert(1)">b</a><iframe src="//x"></iframe></p>`,
      newContact: { email: 'evil@globex.test', firstName: evil, lastName: evil, customerId },
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    // Text fields stay what they are: every view escapes them.
    expect(answer.body.subject).toBe(evil);
    const { items } = (await acme.admin.get(`/api/v1/tickets/${answer.body.number}/messages`)).body;
    expect(items[0].html).not.toMatch(/script|onerror|javascript|iframe|<img/i);
    const mail = await waitForMail(server, (sent) => sent.recipients.includes('evil@globex.test'));
    expect(mail.html).not.toContain('<script');
    const list = await acme.admin.get('/api/v1/tickets?search=alert');
    expect(list.headers['content-type']).toContain('application/json');
    expect(list.body.items).toHaveLength(1);
  });
});

describe('the confirmation', () => {
  it('stops after a few within the hour, and when it is switched off', async () => {
    const contact = await acme.contact({ customerId });
    for (let count = 0; count < 5; count++) {
      const answer = await contact.post('/portal/v1/tickets', {
        subject: `Again ${count}`,
        html: '<p>x</p>',
      });
      expect(answer.status).toBe(201);
    }
    const sentTo = (address: string) =>
      server.rows(
        `select id from outbound_messages where kind = 'confirmation' and $1 = any (to_addresses)`,
        [address],
      );
    await until(
      async () =>
        (
          await server.rows(
            `select from graphile_worker._private_jobs j
             join graphile_worker._private_tasks t on t.id = j.task_id
             where t.identifier = 'conversations.confirmTicket'`,
          )
        ).length === 0,
      'confirming',
    );
    expect(await sentTo(contact.email)).toHaveLength(3);
    const quiet = await makeTenant(server);
    const settings = (await quiet.admin.get('/api/v1/settings')).body;
    const off = await quiet.admin.patch('/api/v1/settings', {
      version: settings.version,
      confirmationMailEnabled: false,
    });
    expect(off.status, JSON.stringify(off.body)).toBe(200);
    const unheard = await quiet.contact();
    await unheard.post('/portal/v1/tickets', { subject: 'x', html: '<p>x</p>' });
    expect(await sentTo(unheard.email)).toEqual([]);
    expect((await readOutbox(server)).some((mail) => mail.recipients.includes(unheard.email))).toBe(
      false,
    );
  });
});
