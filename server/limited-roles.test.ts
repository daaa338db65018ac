import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PERMISSIONS, WHOLE_COMPANY_PERMISSIONS } from '#shared/permissions.ts';
import { openEventSource } from '../tests/support/event-source.ts';
import type { HttpClient } from '../tests/support/http-client.ts';
import {
  makeTenant,
  type TestContact,
  type TestTechnician,
  type TestTenant,
} from '../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../tests/support/test-server.ts';

/**
 * A role that is limited to chosen customers, in everything that tells of customers: lists, filters,
 * search, counts, files, live events, and whatever could move something over the border. Single
 * addresses are the route sweep's matter.
 */
let server: TestServer;
let acme: TestTenant;
/** Tim's customers. */
let globex: number;
let initech: number;
/** Not his. */
let umbrella: number;
let tim: TestTechnician;
let jane: TestContact;
let joe: TestContact;
/** At Umbrella. */
let wesker: TestContact;
/** At no customer. */
let stray: TestContact;

const WITHIN = PERMISSIONS.filter((name) => !WHOLE_COMPANY_PERMISSIONS.includes(name));

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  globex = await acme.customer('Globex', ['globex.test']);
  initech = await acme.customer('Initech');
  umbrella = await acme.customer('Umbrella', ['umbrella.test']);
  tim = await acme.technicianWith(WITHIN, [globex, initech]);
  jane = await acme.contact({ customerId: globex, firstName: 'Jane' });
  joe = await acme.contact({ customerId: initech, firstName: 'Joe' });
  wesker = await acme.contact({ customerId: umbrella, firstName: 'Albert', lastName: 'Wesker' });
  stray = await acme.contact({ firstName: 'Stray' });
}, 60_000);
afterAll(() => server.close());

interface TestTicket {
  number: number;
  version: number;
}
const open = async (contact: TestContact, subject: string, more = {}): Promise<TestTicket> => {
  const body = { subject, html: `<p>${subject}</p>`, contactId: contact.contactId, ...more };
  const answer = await acme.admin.post('/api/v1/tickets', body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
};
const subjects = async (browser: HttpClient, query = '') =>
  (await browser.get(`/api/v1/tickets?limit=100&${query}`)).body.items
    .map(({ subject }: { subject: string }) => subject)
    .sort();
const errorsOf = (answer: { body: { errors?: { field: string; code: string }[] } }) =>
  (answer.body.errors ?? []).map(({ field, code }) => `${field}: ${code}`);

describe('lists, search and counts', () => {
  beforeAll(async () => {
    await open(jane, 'Dragonfruit globex');
    await open(joe, 'Dragonfruit initech', { priority: 'critical' });
    await open(wesker, 'Dragonfruit umbrella', { assigneeId: acme.adminId });
    await open(stray, 'Dragonfruit stray');
    await acme.admin.post('/api/v1/tickets', {
      subject: 'Dragonfruit of nobody',
      html: '<p>x</p>',
    });
  });

  test('tickets, in every order and with every filter', async () => {
    const own = ['Dragonfruit globex', 'Dragonfruit initech'];
    for (const sort of ['-updatedAt', 'updatedAt', '-createdAt', 'number', '-number', '-priority'])
      expect(await subjects(tim, `sort=${sort}`)).toEqual(own);
    expect(await subjects(tim, `customer=${globex}`)).toEqual([own[0]]);
    expect(await subjects(tim, 'status=open&assignee=none')).toEqual(own);
    expect(await subjects(tim, 'priority=critical')).toEqual([own[1]]);
    for (const query of [
      `customer=${umbrella}`,
      'customer=none',
      `contact=${wesker.contactId}`,
      `assignee=${acme.adminId}`,
      'customer=987654321',
    ])
      expect(await subjects(tim, query), query).toEqual([]);
    expect(await subjects(acme.admin)).toHaveLength(5);
  });

  test('pages go on where they ended', async () => {
    const first = (await tim.get('/api/v1/tickets?limit=1&sort=number')).body;
    const second = (await tim.get(`/api/v1/tickets?limit=1&sort=number&cursor=${first.nextCursor}`))
      .body;
    expect([...first.items, ...second.items]).toHaveLength(2);
    expect(second.nextCursor).toBeNull();
  });

  test('search by words, and by parts of words', async () => {
    expect(await subjects(tim, 'search=dragonfruit')).toHaveLength(2);
    expect(await subjects(tim, 'search=umbrella')).toEqual([]);
    expect(await subjects(tim, 'search=Wesker')).toEqual([]);
    expect(await subjects(tim, `search=dragonfruit&customer=${umbrella}`)).toEqual([]);
    expect(await subjects(tim, 'search=ragonfrui')).toHaveLength(2);
  });

  test('an answer does not depend on what stands in others’ tickets', async () => {
    await open(jane, 'Xylophonist wanted');
    expect(await subjects(tim, 'search=phonist')).toEqual(['Xylophonist wanted']);
    // Parts of words are looked for when nobody has the word. Now somebody at Umbrella has it.
    await open(wesker, 'A phonist of Umbrella');
    expect(await subjects(tim, 'search=phonist')).toEqual(['Xylophonist wanted']);
    expect(await subjects(acme.admin, 'search=phonist')).toEqual(['A phonist of Umbrella']);
  });

  test('counts', async () => {
    const { body } = await tim.get('/api/v1/ticket-counts');
    const listed = await subjects(tim, 'status=open');
    expect(body).toMatchObject({ open: listed.length, pending: 0, mine: 0 });
    expect(body.unassigned).toBe(listed.length);
  });

  test('customers and contacts', async () => {
    const names = async (query = '') =>
      (await tim.get(`/api/v1/customers?${query}`)).body.items.map(
        ({ name }: { name: string }) => name,
      );
    expect(await names()).toEqual(['Globex', 'Initech']);
    expect(await names('state=all&sort=-updatedAt')).toHaveLength(2);
    expect(await names('search=umbrella')).toEqual([]);
    const contacts = async (query = '') =>
      (await tim.get(`/api/v1/contacts?${query}`)).body.items.map(({ id }: { id: number }) => id);
    expect(new Set(await contacts())).toEqual(new Set([jane.contactId, joe.contactId]));
    expect(await contacts('customerId=none')).toEqual([]);
    expect(await contacts(`customerId=${umbrella}`)).toEqual([]);
    expect(await contacts('search=Wesker')).toEqual([]);
    expect(await contacts('search=umbrella')).toEqual([]);
  });

  test('roles name no customer that is not his', async () => {
    const customerIds = [globex, umbrella];
    const role = { name: 'Both', permissions: ['tickets.view'], customerIds };
    expect((await acme.admin.post('/api/v1/roles', role)).body.customers).toHaveLength(2);
    const { items } = (await tim.get('/api/v1/roles')).body;
    const seen = items.find(({ name }: { name: string }) => name === 'Both');
    expect(seen.customers).toEqual([{ id: globex, name: 'Globex' }]);
  });
});

describe('a ticket', () => {
  test('its files, its people and its history tell nothing of others', async () => {
    const file = { name: 'plan.txt', type: 'text/plain', content: Buffer.from('secret') };
    const upload = (await acme.admin.upload('/api/v1/attachments', file)).body;
    const theirs = await open(wesker, 'With a file', { attachmentIds: [upload.id] });
    expect((await tim.get(`/api/v1/attachments/${upload.id}`)).status).toBe(404);
    expect((await tim.get('/api/v1/attachments/987654321')).status).toBe(404);

    await acme.admin.post(`/api/v1/tickets/${theirs.number}/replies`, {
      html: '<p>Hello</p>',
      cc: [stray.email],
    });
    const { version } = (await acme.admin.get(`/api/v1/tickets/${theirs.number}`)).body;
    const change = { version, contactId: jane.contactId };
    expect((await acme.admin.patch(`/api/v1/tickets/${theirs.number}`, change)).status).toBe(200);
    // It is Globex's now, with all that was said on it, but whose it was stays unsaid.
    const page = (await tim.get(`/api/v1/tickets/${theirs.number}`)).body;
    expect(page.participants).toMatchObject([{ address: stray.email, contactId: null }]);
    expect((await tim.get(`/api/v1/attachments/${upload.id}`)).status).toBe(200);
    const history = await tim.get(`/api/v1/tickets/${theirs.number}/history`);
    const moved = history.body.items.find(({ field }: { field: string }) => field === 'customer');
    expect(moved.oldValue).toEqual({ id: null, name: '…' });
    expect(moved.newValue).toEqual({ id: globex, name: 'Globex' });
  });

  test('is answered although its contact is elsewhere by now', async () => {
    const mover = await acme.contact({ customerId: globex });
    const { number } = await open(mover, 'Moving out');
    const { version } = (await acme.admin.get(`/api/v1/contacts/${mover.contactId}`)).body;
    await acme.admin.patch(`/api/v1/contacts/${mover.contactId}`, {
      version,
      customerId: umbrella,
    });
    expect((await tim.get(`/api/v1/contacts/${mover.contactId}`)).status).toBe(404);
    const reply = await tim.post(`/api/v1/tickets/${number}/replies`, { html: '<p>Bye</p>' });
    expect(reply.status, JSON.stringify(reply.body)).toBe(201);
    expect(reply.body.to).toEqual([mover.email]);
  });

  test('400: cannot be opened or moved where he would not see it, nor say who is there', async () => {
    const ticket = await open(jane, 'Stay here');
    const patch = (changes: object) =>
      tim.patch(`/api/v1/tickets/${ticket.number}`, { version: ticket.version, ...changes });
    const absent = 987_654_321;
    for (const id of [umbrella, absent])
      expect(errorsOf(await patch({ customerId: id, contactId: null }))).toEqual([
        'customerId: unknownCustomer',
      ]);
    for (const id of [wesker.contactId, stray.contactId, absent])
      expect(errorsOf(await patch({ contactId: id }))).toEqual(['contactId: unknownContact']);
    expect(errorsOf(await patch({ contactId: null, customerId: null }))).toEqual([
      'customerId: customerInReach',
    ]);
    const make = (more: object) =>
      tim.post('/api/v1/tickets', { subject: 'New', html: '<p>x</p>', ...more });
    expect(errorsOf(await make({}))).toEqual(['customerId: customerInReach']);
    expect(errorsOf(await make({ customerId: umbrella }))).toEqual(['customerId: unknownCustomer']);
    expect(errorsOf(await make({ contactId: wesker.contactId }))).toEqual([
      'contactId: unknownContact',
    ]);
    const caller = { email: 'new@umbrella.test', firstName: 'N', lastName: 'N' };
    expect(errorsOf(await make({ newContact: caller }))).toEqual([
      'newContact.customerId: customerInReach',
    ]);
    expect((await make({ customerId: globex })).status).toBe(201);
    expect((await patch({ contactId: joe.contactId })).status).toBe(200);
  });
});

describe('customers and contacts', () => {
  test('403, 400: nothing is made, moved or claimed beyond his customers', async () => {
    const made = await tim.post('/api/v1/customers', { name: 'Mine' });
    expect([made.status, made.body.code]).toEqual([403, 'limitedRole']);

    const domain = (name: string) =>
      tim.post(`/api/v1/customers/${globex}/domains`, { domain: name });
    expect(errorsOf(await domain('umbrella.test'))).toEqual(['domain: domainTakenElsewhere']);
    expect((await domain('umbrella.test')).raw.toString()).not.toContain('Umbrella');

    const add = (more: object) =>
      tim.post('/api/v1/contacts', { email: 'fresh@nowhere.test', ...more });
    expect(errorsOf(await add({}))).toEqual(['customerId: customerInReach']);
    expect(errorsOf(await add({ email: 'fresh@umbrella.test' }))).toEqual([
      'customerId: customerInReach',
    ]);
    expect(errorsOf(await add({ customerId: null }))).toEqual(['customerId: customerInReach']);
    expect(errorsOf(await add({ customerId: umbrella }))).toEqual(['customerId: unknownCustomer']);
    expect((await add({ email: 'fresh@globex.test' })).body.customer.id).toBe(globex);

    const { version } = (await tim.get(`/api/v1/contacts/${jane.contactId}`)).body;
    const move = (customerId: number | null) =>
      tim.patch(`/api/v1/contacts/${jane.contactId}`, { version, customerId });
    expect(errorsOf(await move(umbrella))).toEqual(['customerId: unknownCustomer']);
    expect(errorsOf(await move(null))).toEqual(['customerId: customerInReach']);
  });
});

describe('assigning', () => {
  test('400: only who sees the ticket; one that moves away from him is nobody’s', async () => {
    const theirs = await open(wesker, 'Umbrella’s own');
    const patch = async (number: number, changes: object) => {
      const { version } = (await acme.admin.get(`/api/v1/tickets/${number}`)).body;
      return acme.admin.patch(`/api/v1/tickets/${number}`, { version, ...changes });
    };
    const refusal = await patch(theirs.number, { assigneeId: tim.technicianId });
    expect(errorsOf(refusal)).toEqual(['assigneeId: technicianCannotSee']);
    expect(refusal.body.errors[0].message).toContain('Tim');
    const blind = await acme.technicianWith(['customers.view']);
    expect(errorsOf(await patch(theirs.number, { assigneeId: blind.technicianId }))).toEqual([
      'assigneeId: technicianCannotSee',
    ]);
    const made = await acme.admin.post('/api/v1/tickets', {
      subject: 'For nobody',
      html: '<p>x</p>',
      assigneeId: tim.technicianId,
    });
    expect(errorsOf(made)).toEqual(['assigneeId: technicianCannotSee']);

    const own = await open(jane, 'Globex’s own', { assigneeId: tim.technicianId });
    const within = await patch(own.number, { contactId: joe.contactId });
    expect(within.body.assignee.id).toBe(tim.technicianId);
    const away = await patch(own.number, { contactId: wesker.contactId });
    expect(away.body.assignee).toBeNull();
    const { items } = (await acme.admin.get(`/api/v1/tickets/${own.number}/history`)).body;
    expect(items.map(({ field }: { field: string }) => field)).toContain('assignee');
  });
});

describe('live events', () => {
  test('tell of his customers only, from the moment that his role changes', async () => {
    const stream = await openEventSource(tim, '/api/v1/events');
    const theirs = await open(wesker, 'Hush');
    const { version } = (await acme.admin.get(`/api/v1/customers/${umbrella}`)).body;
    await acme.admin.patch(`/api/v1/customers/${umbrella}`, { version, notes: 'Hush' });
    const own = await open(jane, 'Heard');
    await stream.next(({ data }) => data.number === own.number);
    expect(stream.received.filter(({ data }) => data.number === theirs.number)).toEqual([]);
    expect(stream.received.filter(({ data }) => data.kind === 'customer')).toEqual([]);

    const { role } = (await tim.get('/api/v1/session')).body.technician;
    const wider = { customerIds: [globex, initech, umbrella] };
    expect((await acme.admin.patch(`/api/v1/roles/${role.id}`, wider)).status).toBe(200);
    await stream.next(({ name }) => name === 'resync');
    await acme.admin.post(`/api/v1/tickets/${theirs.number}/notes`, { html: '<p>Now</p>' });
    await stream.next(({ data }) => data.number === theirs.number);
    stream.close();
    await acme.admin.patch(`/api/v1/roles/${role.id}`, { customerIds: [globex, initech] });
  });
});

describe('the session', () => {
  test('says that the role is limited; so does a key that has the role', async () => {
    const { body } = await tim.get('/api/v1/session');
    expect(body.isLimitedToCustomers).toBe(true);
    expect((await acme.admin.get('/api/v1/session')).body.isLimitedToCustomers).toBe(false);
    const key = { name: 'Script', roleId: body.technician.role.id };
    const { secret } = (await acme.admin.post('/api/v1/api-keys', key)).body;
    const script = Object.assign(server.console(), { bearer: secret });
    const { items } = (await script.get('/api/v1/customers')).body;
    expect(items.map(({ id }: { id: number }) => id)).toEqual([globex, initech]);
    expect((await script.get(`/api/v1/customers/${umbrella}`)).status).toBe(404);
  });
});
