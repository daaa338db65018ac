import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpClient } from '../../../tests/support/http-client.ts';
import {
  makeTenant,
  type TestContact,
  type TestTechnician,
  type TestTenant,
} from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
let customerId: number;
let contact: TestContact;
let tim: TestTechnician;

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
  customerId = await acme.customer('Globex');
  contact = await acme.contact({ customerId, firstName: 'Jane', lastName: 'Doe' });
  tim = await acme.technician();
});
afterAll(() => server.close());

const open = async (fields: object = {}, by: HttpClient = acme.admin) => {
  const answer = await by.post('/api/v1/tickets', {
    subject: 'Printer on fire',
    html: '<p>It burns.</p>',
    contactId: contact.contactId,
    ...fields,
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
};

describe('GET /tickets/:number', () => {
  it('200: shows the ticket with its people', async () => {
    const { number } = await open({ priority: 'high', assigneeId: tim.technicianId });
    const answer = await tim.get(`/api/v1/tickets/${number}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      number,
      subject: 'Printer on fire',
      preview: 'It burns.',
      status: 'open',
      priority: 'high',
      impact: 'none',
      type: 'incident',
      source: 'technician',
      customer: { id: customerId, name: 'Globex' },
      contact: { id: contact.contactId, name: 'Jane Doe', email: contact.email },
      assignee: { id: tim.technicianId },
      participants: [],
      resolvedAt: null,
    });
  });

  it('401, 403, and 404 for another company as for a number that does not exist', async () => {
    const { number } = await open();
    const path = `/api/v1/tickets/${number}`;
    expect((await server.console().get(path)).status).toBe(401);
    const nobody = await acme.technicianWith(['customers.view']);
    expect((await nobody.get(path)).status).toBe(403);
    const foreign = await other.admin.get(path);
    const absent = await other.admin.get('/api/v1/tickets/999999999');
    expect([foreign.status, absent.status]).toEqual([404, 404]);
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...absent.body, requestId: '' });
    for (const odd of ['0', '-1', '1.5', 'x', '99999999999999999999', '1;drop']) {
      expect((await acme.admin.get(`/api/v1/tickets/${odd}`)).status).toBe(404);
    }
  });
});

describe('PATCH /tickets/:number', () => {
  it('200: changes properties, each with a line in the history', async () => {
    const ticket = await open();
    const path = `/api/v1/tickets/${ticket.number}`;
    const answer = await tim.patch(path, {
      version: ticket.version,
      subject: 'Printer is ash',
      status: 'resolved',
      priority: 'low',
      impact: 'major',
      type: 'problem',
      assigneeId: tim.technicianId,
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      subject: 'Printer is ash',
      status: 'resolved',
      priority: 'low',
      impact: 'major',
      type: 'problem',
      assignee: { id: tim.technicianId },
      version: ticket.version + 1,
    });
    expect(answer.body.resolvedAt).toBeTruthy();
    const history = await tim.get(`${path}/history`);
    const lines = history.body.items.map((line: { field: string }) => line.field);
    expect(new Set(lines)).toEqual(
      new Set(['created', 'subject', 'status', 'priority', 'impact', 'type', 'assignee']),
    );
    const assigned = history.body.items.find(
      (line: { field: string }) => line.field === 'assignee',
    );
    expect(assigned).toMatchObject({
      actor: { kind: 'technician', id: tim.technicianId },
      oldValue: null,
      newValue: { id: tim.technicianId },
    });
  });

  it('409: tells the second writer, shows what is there now, and overwrites nothing', async () => {
    const ticket = await open();
    const path = `/api/v1/tickets/${ticket.number}`;
    const [first, second] = await Promise.all([
      acme.admin.patch(path, { version: ticket.version, priority: 'critical' }),
      tim.patch(path, { version: ticket.version, priority: 'low' }),
    ]);
    expect([first.status, second.status].sort()).toEqual([200, 409]);
    const [winner, loser] = first.status === 200 ? [first, second] : [second, first];
    expect(loser.body).toMatchObject({
      code: 'conflict',
      current: { version: ticket.version + 1, priority: winner.body.priority },
    });
    expect((await tim.get(path)).body.priority).toBe(winner.body.priority);
  });

  it('200: nothing new makes no new version and no line', async () => {
    const ticket = await open();
    const path = `/api/v1/tickets/${ticket.number}`;
    const answer = await tim.patch(path, { version: ticket.version, status: 'open' });
    expect(answer.body.version).toBe(ticket.version);
    expect((await tim.get(`${path}/history`)).body.items).toHaveLength(1);
  });

  it('400: refuses what does not go together, field by field', async () => {
    const ticket = await open();
    const path = `/api/v1/tickets/${ticket.number}`;
    const elsewhere = await acme.customer('Initech');
    const gone = await acme.technician();
    const disabled = await acme.admin.put(`/api/v1/technicians/${gone.technicianId}/disablement`);
    expect(disabled.status).toBeLessThan(300);
    const stranger = await other.contact();
    const foreign = await other.technician();
    for (const [change, field, code] of [
      [{ status: 'solved' }, 'status', 'invalid'],
      [{ subject: ' ' }, 'subject', 'required'],
      [{ subject: 'a\nb' }, 'subject', 'invalid'],
      [{ number: 3 }, 'number', 'unknownField'],
      [{ assigneeId: gone.technicianId }, 'assigneeId', 'inactiveTechnician'],
      [{ assigneeId: foreign.technicianId }, 'assigneeId', 'unknownTechnician'],
      [{ contactId: stranger.contactId }, 'contactId', 'unknownContact'],
      [{ customerId: elsewhere }, 'customerId', 'contactOfOtherCustomer'],
      [{ customerId: 999_999 }, 'customerId', 'contactOfOtherCustomer'],
      [{ contactId: null, customerId: 999_999 }, 'customerId', 'unknownCustomer'],
    ] as const) {
      const answer = await acme.admin.patch(path, { version: ticket.version, ...change });
      expect(answer.status, JSON.stringify(change)).toBe(400);
      expect(answer.body.errors).toMatchObject([{ field, code }]);
    }
    expect((await acme.admin.get(path)).body.version).toBe(ticket.version);
  });

  it('200: with another contact the ticket moves to that one’s customer', async () => {
    const ticket = await open();
    const initech = await acme.customer('Initech II');
    const peter = await acme.contact({ customerId: initech });
    const answer = await acme.admin.patch(`/api/v1/tickets/${ticket.number}`, {
      version: ticket.version,
      contactId: peter.contactId,
    });
    expect(answer.body).toMatchObject({
      customer: { id: initech },
      contact: { id: peter.contactId },
    });
    const audited = await server.rows(
      `select details from audit_entries where action = 'ticket.reassigned' and subject_id = $1`,
      [ticket.id],
    );
    expect(audited).toHaveLength(1);
  });

  it('401, 403, 404', async () => {
    const ticket = await open();
    const path = `/api/v1/tickets/${ticket.number}`;
    const body = { version: ticket.version, status: 'closed' };
    expect((await server.console().patch(path, body)).status).toBe(401);
    expect((await (await acme.technicianWith(['tickets.view'])).patch(path, body)).status).toBe(
      403,
    );
    expect((await other.admin.patch(path, body)).status).toBe(404);
    expect((await acme.admin.get(path)).body.status).toBe('open');
  });
});

describe('GET /ticket-counts', () => {
  it('200: agrees with the lists', async () => {
    const me = await acme.technician();
    await open({ assigneeId: me.technicianId });
    const pending = await open({ assigneeId: me.technicianId });
    await acme.admin.patch(`/api/v1/tickets/${pending.number}`, {
      version: pending.version,
      status: 'pending',
    });
    const closed = await open({ assigneeId: me.technicianId });
    await acme.admin.patch(`/api/v1/tickets/${closed.number}`, {
      version: closed.version,
      status: 'closed',
    });
    const { body } = await me.get('/api/v1/ticket-counts');
    expect(body.mine).toBe(2);
    const count = async (query: string) =>
      (await me.get(`/api/v1/tickets?limit=100&${query}`)).body.items.length;
    expect(body).toEqual({
      open: await count('status=open'),
      pending: await count('status=pending'),
      mine: await count('status=open,pending&assignee=me'),
      unassigned: await count('status=open,pending&assignee=none'),
    });
  });

  it('401 and 403', async () => {
    expect((await server.console().get('/api/v1/ticket-counts')).status).toBe(401);
    const nobody = await acme.technicianWith(['customers.view']);
    expect((await nobody.get('/api/v1/ticket-counts')).status).toBe(403);
  });
});

describe('numbers', () => {
  it('are unique and without a gap however many are opened at once', async () => {
    const fresh = await makeTenant(server);
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        fresh.admin.post('/api/v1/tickets', { subject: `T${index}`, html: '<p>x</p>' }),
      ),
    );
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    const numbers = answers.map(({ body }) => body.number).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  });

  it('are not used up by what fails', async () => {
    const fresh = await makeTenant(server);
    const bad = await fresh.admin.post('/api/v1/tickets', {
      subject: 'x',
      html: '<p>x</p>',
      assigneeId: tim.technicianId,
    });
    expect(bad.status).toBe(400);
    const good = await fresh.admin.post('/api/v1/tickets', { subject: 'x', html: '<p>x</p>' });
    expect(good.body.number).toBe(1);
  });
});
