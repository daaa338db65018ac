import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForMail } from '../../../tests/support/mail.ts';
import { makeTenant, type TestContact, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let globex: number;
let jane: TestContact;
let john: TestContact;
let boss: TestContact;
let stranger: TestContact;
let foreigner: TestContact;

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  globex = await acme.customer('Globex');
  jane = await acme.contact({ customerId: globex, firstName: 'Jane', lastName: 'Doe' });
  john = await acme.contact({ customerId: globex });
  boss = await acme.contact({ customerId: globex, isMainContact: true });
  stranger = await acme.contact({
    customerId: await acme.customer('Initech'),
    isMainContact: true,
  });
  foreigner = await (await makeTenant(server, { company: 'Other' })).contact();
});
afterAll(() => server.close());

async function open(by = jane, subject = 'Printer on fire') {
  const answer = await by.post('/portal/v1/tickets', { subject, html: '<p>It burns.</p>' });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
}

const withoutId = ({ body }: { body: object }) => ({ ...body, requestId: '' });

describe('a ticket in the portal', () => {
  it('201: has exactly the fields that contacts may see', async () => {
    const ticket = await open();
    expect(ticket).toEqual({
      number: expect.any(Number),
      device: null,
      subject: 'Printer on fire',
      status: 'open',
      priority: null,
      contact: { name: 'Jane Doe' },
      assignee: null,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
      isOwn: true,
      isUnread: false,
      impact: null,
      isOver: false,
      followsNumber: null,
    });
    const { body } = await jane.get(`/portal/v1/tickets/${ticket.number}/messages`);
    expect(body.items).toEqual([
      {
        id: expect.any(Number),
        ticketNumber: ticket.number,
        html: '<p>It burns.</p>',
        quotedHtml: null,
        signatureHtml: null,
        author: { kind: 'contact', name: 'Jane Doe', pictureUrl: null },
        attachments: [],
        createdAt: expect.any(String),
      },
    ]);
    const mail = await waitForMail(server, (sent) => sent.recipients.includes(jane.email));
    expect(mail.subject).toBe(`[#${ticket.number}] Printer on fire`);
  });

  it('never shows an address of a technician', async () => {
    const { number } = await open();
    const tim = await acme.technician();
    const page = (await tim.get(`/api/v1/tickets/${number}`)).body;
    await tim.patch(`/api/v1/tickets/${number}`, {
      version: page.version,
      assigneeId: tim.technicianId,
    });
    await tim.post(`/api/v1/tickets/${number}/replies`, { html: '<p>Hello</p>' });
    const ticket = await jane.get(`/portal/v1/tickets/${number}`);
    expect(ticket.body.assignee.name).toMatch(/^Tim Helper/);
    const messages = await jane.get(`/portal/v1/tickets/${number}/messages`);
    expect(messages.body.items[1].author).toEqual({
      kind: 'technician',
      name: ticket.body.assignee.name,
      pictureUrl: null,
    });
    expect(messages.raw.toString() + ticket.raw.toString()).not.toContain(tim.email);
  });

  it('400 and 401', async () => {
    const send = (body: object) => jane.post('/portal/v1/tickets', body);
    expect((await send({ subject: '', html: '<p>x</p>' })).status).toBe(400);
    expect((await send({ subject: 'x', html: '' })).status).toBe(400);
    expect((await send({ subject: 'x', html: '<p>x</p>', priority: 'high' })).status).toBe(400);
    expect((await send({ subject: 'x', html: '<p>x</p>', contactId: john.contactId })).status).toBe(
      400,
    );
    const nobody = acme.portal();
    for (const path of [
      '/tickets',
      '/tickets/1',
      '/tickets/1/messages',
      '/attachments/1',
      '/events',
    ])
      expect((await nobody.get(`/portal/v1${path}`)).status, path).toBe(401);
    expect((await nobody.post('/portal/v1/tickets', { subject: 'x', html: 'x' })).status).toBe(401);
  });

  it('201: a script tag in every field comes out harmless', async () => {
    const evil = '<script>alert(1)</script>';
    const { number } = await open(jane, evil);
    const answer = await jane.post(`/portal/v1/tickets/${number}/messages`, {
      html: `${evil}<p onclick="alert(1)">x<svg onload=alert(1)></svg><img src="http://evil.test/x.png"></p>`,
    });
    expect(answer.status).toBe(201);
    expect(answer.body.html).toBe('<p>x</p>');
    const page = await acme.admin.get(`/api/v1/tickets/${number}/messages`);
    expect(page.raw.toString()).not.toMatch(/alert|evil\.test/);
  });
});

describe('who sees what', () => {
  it('404 for everybody else, the same as for a number that does not exist', async () => {
    const { number } = await open();
    const upload = await jane.upload('/portal/v1/attachments', FILE);
    const message = await jane.post(`/portal/v1/tickets/${number}/messages`, {
      html: '<p>x</p>',
      attachmentIds: [upload.body.id],
    });
    const file = message.body.attachments[0].id;
    for (const other of [john, stranger, foreigner]) {
      for (const [method, path, absent] of [
        ['GET', `/tickets/${number}`, '/tickets/888888'],
        ['GET', `/tickets/${number}/messages`, '/tickets/888888/messages'],
        ['POST', `/tickets/${number}/messages`, '/tickets/888888/messages'],
        ['PUT', `/tickets/${number}/closure`, '/tickets/888888/closure'],
        ['DELETE', `/tickets/${number}/closure`, '/tickets/888888/closure'],
        ['GET', `/attachments/${file}`, '/attachments/888888'],
      ] as const) {
        const body = method === 'POST' ? { html: '<p>intruder</p>' } : undefined;
        const answer = await other.send(method, `/portal/v1${path}`, body);
        const reference = await other.send(method, `/portal/v1${absent}`, body);
        expect(answer.status, `${method} ${path}`).toBe(404);
        expect(withoutId(answer)).toEqual(withoutId(reference));
      }
      for (const scope of ['own', 'company']) {
        const list = await other.get(`/portal/v1/tickets?scope=${scope}&search=printer`);
        expect(list.status).toBe(200);
        expect(list.body.items.map((row: { number: number }) => row.number)).not.toContain(number);
      }
    }
    const rows = await server.rows(`select id from messages where html like '%intruder%'`);
    expect(rows).toEqual([]);
  });

  it('200: a main contact sees, answers and closes what is their company’s', async () => {
    const { number } = await open();
    const page = await boss.get(`/portal/v1/tickets/${number}`);
    expect(page.body).toMatchObject({ isOwn: false, contact: { name: 'Jane Doe' } });
    const list = await boss.get('/portal/v1/tickets?scope=company');
    expect(list.body.items[0]).toMatchObject({ number, isOwn: false });
    expect((await boss.get('/portal/v1/tickets')).body.items).toEqual([]);
    const written = await boss.post(`/portal/v1/tickets/${number}/messages`, {
      html: '<p>Me too</p>',
    });
    expect(written.status).toBe(201);
    const seen = await jane.get(`/portal/v1/tickets/${number}/messages`);
    expect(seen.body.items.at(-1).html).toBe('<p>Me too</p>');
  });

  it('200: from the moment on that a contact is made a main contact, and no longer', async () => {
    const { number } = await open();
    const path = `/portal/v1/tickets/${number}`;
    const makeMain = async (isMainContact: boolean) => {
      const { body } = await acme.admin.get(`/api/v1/contacts/${john.contactId}`);
      const change = { version: body.version, isMainContact };
      const answer = await acme.admin.patch(`/api/v1/contacts/${john.contactId}`, change);
      expect(answer.status).toBe(200);
    };
    expect((await john.get(path)).status).toBe(404);
    await makeMain(true);
    expect((await john.get(path)).status).toBe(200);
    await makeMain(false);
    expect((await john.get(path)).status).toBe(404);
  });

  it('404: a ticket that was given to somebody else is gone', async () => {
    const ticket = await open();
    const page = (await acme.admin.get(`/api/v1/tickets/${ticket.number}`)).body;
    await acme.admin.patch(`/api/v1/tickets/${ticket.number}`, {
      version: page.version,
      contactId: stranger.contactId,
    });
    expect((await jane.get(`/portal/v1/tickets/${ticket.number}`)).status).toBe(404);
    expect((await boss.get(`/portal/v1/tickets/${ticket.number}`)).status).toBe(404);
    expect((await stranger.get(`/portal/v1/tickets/${ticket.number}`)).status).toBe(200);
  });
});

describe('answering and closing', () => {
  it.each(['pending', 'resolved', 'closed'])('201: an answer opens a %s ticket', async (status) => {
    const { number } = await open();
    const page = (await acme.admin.get(`/api/v1/tickets/${number}`)).body;
    await acme.admin.patch(`/api/v1/tickets/${number}`, { version: page.version, status });
    expect((await jane.get(`/portal/v1/tickets/${number}`)).body.status).toBe(status);
    await jane.post(`/portal/v1/tickets/${number}/messages`, { html: '<p>Again</p>' });
    const after = (await acme.admin.get(`/api/v1/tickets/${number}`)).body;
    expect(after).toMatchObject({ status: 'open', resolvedAt: null, closedAt: null });
    const [line] = (await acme.admin.get(`/api/v1/tickets/${number}/history`)).body.items;
    expect(line).toMatchObject({
      field: 'status',
      oldValue: status,
      newValue: 'open',
      actor: { kind: 'contact', id: jane.contactId },
    });
  });

  it('200: closes, stays closed, and opens again', async () => {
    const { number } = await open();
    const path = `/portal/v1/tickets/${number}/closure`;
    expect((await jane.put(path)).body.status).toBe('closed');
    expect((await jane.put(path)).body.status).toBe('closed');
    expect((await acme.admin.get(`/api/v1/tickets/${number}`)).body.closedAt).toBeTruthy();
    expect((await jane.delete(path)).body.status).toBe('open');
  });

  it('200: lists by status and pages by what contacts know of', async () => {
    const ann = await acme.contact({ customerId: globex });
    const numbers: number[] = [];
    for (let count = 0; count < 5; count++) numbers.push((await open(ann, `T${count}`)).number);
    // A note is no news for contacts: the order stays.
    await acme.admin.post(`/api/v1/tickets/${numbers[0]}/notes`, { html: '<p>n</p>' });
    await ann.put(`/portal/v1/tickets/${numbers[1]}/closure`);
    const pages: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await ann.get(`/portal/v1/tickets?limit=2${cursor && `&cursor=${cursor}`}`);
      pages.push(...body.items.map((row: { number: number }) => row.number));
      cursor = body.nextCursor;
    }
    expect(pages).toEqual([numbers[1], numbers[4], numbers[3], numbers[2], numbers[0]]);
    const closed = await ann.get('/portal/v1/tickets?status=closed');
    expect(closed.body.items).toMatchObject([{ number: numbers[1] }]);
    expect((await ann.get('/portal/v1/tickets?status=done')).status).toBe(400);
    expect((await ann.get('/portal/v1/tickets?scope=all')).status).toBe(400);
  });
});

const FILE = { name: 'log.txt', type: 'text/plain', content: Buffer.from('secret') };
