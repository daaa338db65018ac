import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpClient } from '../../../tests/support/http-client.ts';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
let admin: HttpClient;
let globex: number;
let initech: number;

const addCustomer = async (name: string, domains: string[] = []) =>
  (await admin.post('/api/v1/customers', { name, domains })).body.id as number;

let added = 0;
const add = async (fields: Record<string, unknown> = {}) => {
  const answer = await admin.post('/api/v1/contacts', {
    customerId: globex,
    email: `person${++added}@globex.test`,
    firstName: 'Pat',
    lastName: 'Person',
    ...fields,
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
};
const fieldCodes = (answer: { body: { errors?: { field: string; code: string }[] } }) =>
  Object.fromEntries((answer.body.errors ?? []).map(({ field, code }) => [field, code]));

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
  admin = acme.admin;
  globex = await addCustomer('Globex', ['globex.test']);
  initech = await addCustomer('Initech');
});
afterAll(() => server?.close());

describe('who may enter', () => {
  const routes: [string, string, unknown?][] = [
    ['GET', '/contacts'],
    ['POST', '/contacts', { customerId: null, email: 'x@x.test' }],
    ['GET', '/contacts/:id'],
    ['PATCH', '/contacts/:id', { version: 1, firstName: 'Y' }],
    ['PUT', '/contacts/:id/archive', {}],
    ['DELETE', '/contacts/:id/archive'],
    ['POST', '/contacts/:id/password-look', {}],
    ['POST', '/contacts/:id/password', {}],
    ['POST', '/contacts/:id/welcome-mail', {}],
  ];
  let id: number;
  let powerless: HttpClient;
  const at = (path: string, contactId: number) => `/api/v1${path.replace(':id', `${contactId}`)}`;
  beforeAll(async () => {
    id = (await add()).id;
    powerless = await acme.technicianWith([]);
  });

  it.each(routes)('%s %s: 401 without a sign-in', async (method, path, body) => {
    expect((await server.console().send(method, at(path, id), body)).status).toBe(401);
  });
  it.each(routes)('%s %s: 403 without the right', async (method, path, body) => {
    expect((await powerless.send(method, at(path, id), body)).status).toBe(403);
  });
  it.each(routes.filter(([, path]) => path.includes(':id')))(
    '%s %s: for another tenant as if it were not there',
    async (method, path, body) => {
      const theirs = await other.admin.send(method, at(path, id), body);
      const nobodys = await other.admin.send(method, at(path, 999_999_999), body);
      expect(theirs.status).toBe(404);
      expect({ ...theirs.body, requestId: '' }).toEqual({ ...nobodys.body, requestId: '' });
    },
  );
  it('needs its own right to see passwords', async () => {
    const client = await acme.technicianWith(['contacts.view', 'contacts.manage']);
    expect((await client.get(at('/contacts/:id', id))).status).toBe(200);
    expect((await client.post(at('/contacts/:id/password-look', id))).status).toBe(403);
    expect((await client.post(at('/contacts/:id/password', id))).status).toBe(403);
  });
  it('shows another tenant nothing in lists', async () => {
    expect((await other.admin.get('/api/v1/contacts?state=all')).body.items).toEqual([]);
  });
  it('takes no customer of another tenant', async () => {
    const body = { customerId: globex, email: 'spy@other.test', firstName: 'S', lastName: 'P' };
    const theirs = await other.admin.post('/api/v1/contacts', body);
    const nobodys = await other.admin.post('/api/v1/contacts', { ...body, customerId: 99_999_999 });
    expect(fieldCodes(theirs)).toEqual({ customerId: 'unknownCustomer' });
    expect(theirs.body.errors).toEqual(nobodys.body.errors);
  });
});

describe('adding and reading', () => {
  it('adds a contact with credentials, and never shows the password by itself', async () => {
    const contact = await add({
      email: ' Jane.Doe@Globex.TEST ',
      firstName: 'Jane',
      lastName: 'Doe',
      phone: '+49 30 1',
      jobTitle: 'CEO',
      language: 'de',
      isMainContact: true,
    });
    expect(contact).toMatchObject({
      customer: { id: globex, name: 'Globex' },
      email: 'jane.doe@globex.test',
      firstName: 'Jane',
      lastName: 'Doe',
      phone: '+49 30 1',
      jobTitle: 'CEO',
      language: 'de',
      isMainContact: true,
      portalUsername: 'jane.doe',
      passwordState: 'generated',
      hasPortalAccess: true,
      lastSignInAt: null,
      isArchived: false,
      version: 1,
    });
    const days = (Date.parse(contact.passwordReadableUntil) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(29.9);
    expect(days).toBeLessThan(30.1);
    expect(Object.keys(contact)).not.toContain('password');
    expect((await admin.get(`/api/v1/contacts/${contact.id}`)).body).toEqual(contact);
  });

  it.each([
    [{ email: '' }, { email: 'required' }],
    [{ email: undefined }, { email: 'required' }],
    [{ email: 'nonsense' }, { email: 'email' }],
    [{ email: 'a@b.test\r\nBcc: x@y.test' }, { email: 'email' }],
    [{ email: 'acme@servicedesk.localhost' }, { email: 'ownAddress' }],
    [{ customerId: 99_999_999 }, { customerId: 'unknownCustomer' }],
    [{ customerId: 'x' }, { customerId: 'invalid' }],
    [{ customerId: null, isMainContact: true }, { isMainContact: 'mainContactNeedsCustomer' }],
    [{ firstName: 'x'.repeat(101) }, { firstName: 'tooLong' }],
    [{ firstName: 'a\nb' }, { firstName: 'invalid' }],
    [{ language: 'xx' }, { language: 'invalid' }],
    [{ password: 'x' }, { password: 'unknownField' }],
  ])('refuses %j', async (fields, codes) => {
    const answer = await admin.post('/api/v1/contacts', {
      customerId: globex,
      email: 'bad@globex.test',
      firstName: 'A',
      lastName: 'B',
      ...fields,
    });
    expect(answer.status).toBe(400);
    expect(fieldCodes(answer)).toEqual(codes);
  });

  it('knows an address once, whatever its case', async () => {
    await add({ email: 'once@globex.test' });
    const answer = await admin.post('/api/v1/contacts', {
      customerId: globex,
      email: 'ONCE@globex.test',
      firstName: '',
      lastName: '',
    });
    expect(fieldCodes(answer)).toEqual({ email: 'emailTaken' });
  });

  it('makes one contact of two requests at the same moment', async () => {
    const body = { customerId: null, email: 'race@x.test', firstName: 'R', lastName: 'R' };
    const answers = await Promise.all([1, 2, 3].map(() => admin.post('/api/v1/contacts', body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400]);
  });

  it('refuses an archived customer', async () => {
    const gone = await addCustomer('Gone');
    await admin.put(`/api/v1/customers/${gone}/archive`);
    const answer = await admin.post('/api/v1/contacts', {
      customerId: gone,
      email: 'late@gone.test',
      firstName: '',
      lastName: '',
    });
    expect(fieldCodes(answer)).toEqual({ customerId: 'archivedCustomer' });
  });
});

describe('the list', () => {
  const emails = async (query: string) => {
    const answer = await admin.get(`/api/v1/contacts?${query}`);
    expect(answer.status).toBe(200);
    return answer.body.items.map(({ email }: { email: string }) => email);
  };
  let listed: number;
  beforeAll(async () => {
    listed = await addCustomer('Listed');
    const people: [string, string, string][] = [
      ['Zoë', 'Åkesson', 'zoe@listed.test'],
      ['Émile', 'Zola', 'emile@listed.test'],
      ['Ana', 'akesson', 'ana@listed.test'],
      ['Support', '', 'support@listed.test'],
    ];
    for (const [firstName, lastName, email] of people) {
      await add({ customerId: listed, firstName, lastName, email, phone: '+49 555' });
    }
    await add({ customerId: null, email: 'nobodys@list.test' });
  });
  it('sorts by last and first name, accents and case set aside', async () => {
    expect(await emails(`customerId=${listed}`)).toEqual([
      'ana@listed.test',
      'zoe@listed.test',
      'support@listed.test',
      'emile@listed.test',
    ]);
  });
  it.each([
    ['zoe akes', ['zoe@listed.test']],
    ['AKESSON ZOË', ['zoe@listed.test']],
    ['emile@lis', ['emile@listed.test']],
    ['555 zola', ['emile@listed.test']],
    ['listed zola', ['emile@listed.test']],
    ['%', []],
  ])('finds %j', async (search, found) => {
    expect(await emails(`customerId=${listed}&search=${encodeURIComponent(search)}`)).toEqual(
      found,
    );
  });
  it('lists who waits under "Unassigned"', async () => {
    const unassigned = await emails('customerId=none');
    expect(unassigned).toContain('nobodys@list.test');
    expect(unassigned).not.toContain('zoe@listed.test');
  });
  it('pages without gaps or repeats', async () => {
    const all = await emails('limit=100&state=all');
    const paged: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = `state=all&limit=4${cursor && `&cursor=${cursor}`}`;
      const { body } = await admin.get(`/api/v1/contacts?${query}`);
      paged.push(...body.items.map(({ email }: { email: string }) => email));
      cursor = body.nextCursor;
      expect(paged.length).toBeLessThanOrEqual(all.length);
    }
    expect(paged).toEqual(all);
  });
  it('pages through names as long as they may be, in any script', async () => {
    const customerId = await addCustomer('Long names');
    for (const index of [1, 2]) {
      const name = '漢'.repeat(100);
      await add({ customerId, firstName: name, lastName: name, email: `long${index}@l.test` });
    }
    const first = await admin.get(`/api/v1/contacts?customerId=${customerId}&limit=1`);
    const second = await emails(`customerId=${customerId}&limit=1&cursor=${first.body.nextCursor}`);
    expect(second).toEqual(['long2@l.test']);
  });
  it.each(['customerId=x', 'state=x', 'cursor=x', 'limit=x', 'search=%00'])(
    'answers 400 to %s',
    async (query) => {
      expect((await admin.get(`/api/v1/contacts?${query}`)).status).toBe(400);
    },
  );
});

describe('changing', () => {
  const patch = (id: number, body: unknown) => admin.patch(`/api/v1/contacts/${id}`, body);

  it('changes what was given', async () => {
    const contact = await add();
    const { status, body } = await patch(contact.id, {
      version: 1,
      firstName: 'New',
      phone: '',
      language: 'fr',
      isMainContact: true,
      email: `renamed${contact.id}@globex.test`,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      firstName: 'New',
      lastName: 'Person',
      phone: null,
      language: 'fr',
      isMainContact: true,
      email: `renamed${contact.id}@globex.test`,
      portalUsername: contact.portalUsername,
      version: 2,
    });
  });

  it('tells the second of two writers', async () => {
    const { id } = await add();
    const answers = await Promise.all(
      ['One', 'Two'].map((firstName) => patch(id, { version: 1, firstName })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.body).toMatchObject({ code: 'conflict', current: { id, version: 2 } });
  });

  it('refuses an address that another contact has, also at the same moment', async () => {
    const [a, b] = [await add(), await add()];
    expect(fieldCodes(await patch(a.id, { version: 1, email: b.email }))).toEqual({
      email: 'emailTaken',
    });
    const answers = await Promise.all(
      [a, b].map(({ id }) => patch(id, { version: 1, email: 'wanted@globex.test' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  it('makes no main contact of who moves to another customer', async () => {
    const contact = await add({ isMainContact: true });
    const moved = await patch(contact.id, { version: 1, customerId: initech });
    expect(moved.body).toMatchObject({ customer: { name: 'Initech' }, isMainContact: false });
    const back = await patch(contact.id, { version: 2, customerId: globex, isMainContact: true });
    expect(back.body).toMatchObject({ customer: { name: 'Globex' }, isMainContact: true });
  });

  it('takes the tickets along when somebody gets a customer, with their history', async () => {
    const contact = await add({ customerId: null });
    await server.rows(
      `insert into tickets (tenant_id, number, subject, source, contact_id, customer_id)
       values ($1, 501, 'mine', 'email', $2, null), ($1, 502, 'theirs', 'email', $2, $3)`,
      [acme.tenantId, contact.id, initech],
    );
    await patch(contact.id, { version: 1, customerId: globex });
    const tickets = await server.rows(
      'select number, customer_id, version from tickets where contact_id = $1 order by number',
      [contact.id],
    );
    expect(tickets).toEqual([
      { number: 501, customer_id: globex, version: 2 },
      { number: 502, customer_id: initech, version: 1 },
    ]);
    const changes = await server.rows(
      `select c.field, c.actor_kind, c.new_value from ticket_changes c
       join tickets t on t.id = c.ticket_id where t.number = 501`,
    );
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ field: 'customer', actor_kind: 'technician' });
  });

  it('lets the search for tickets find the new names', async () => {
    const contact = await add({ firstName: 'Oldname' });
    const [ticket] = await server.rows<{ id: number }>(
      `insert into tickets (tenant_id, number, subject, source, contact_id, customer_id)
       values ($1, 601, 'renaming', 'email', $2, $3) returning id`,
      [acme.tenantId, contact.id, globex],
    );
    const isFoundBy = async (word: string) => {
      const found = await server.rows(
        `select 1 from ticket_search where ticket_id = $1
         and document @@ to_tsquery('portico', $2)`,
        [ticket?.id, word],
      );
      return found.length === 1;
    };
    await patch(contact.id, { version: 1, firstName: 'Rebaptised' });
    await expect.poll(() => isFoundBy('rebaptised'), { timeout: 5_000 }).toBe(true);
    const { version } = (await admin.get(`/api/v1/customers/${globex}`)).body;
    await admin.patch(`/api/v1/customers/${globex}`, { version, name: 'Globex Reborn' });
    await expect.poll(() => isFoundBy('reborn & rebaptised'), { timeout: 5_000 }).toBe(true);
    await admin.patch(`/api/v1/customers/${globex}`, { version: version + 1, name: 'Globex' });
  });

  it('gives a stranger who gets access a password, and one who gets none no access', async () => {
    const addStranger = async (name: string) => {
      const [row] = await server.rows<{ id: number }>(
        `insert into contacts (tenant_id, email, portal_username, has_portal_access)
         values ($1, $2, $3, false) returning id`,
        [acme.tenantId, `${name}@strange.test`, name],
      );
      return row?.id ?? 0;
    };
    const letIn = await patch(await addStranger('let-in'), { version: 1, hasPortalAccess: true });
    expect(letIn.body).toMatchObject({ passwordState: 'generated', hasPortalAccess: true });
    const outside = await patch(await addStranger('outside'), {
      version: 1,
      customerId: globex,
      hasPortalAccess: false,
    });
    expect(outside.body).toMatchObject({
      customer: { id: globex },
      passwordState: 'none',
      hasPortalAccess: false,
    });
  });

  it('cancels links that went to a former address', async () => {
    const contact = await add();
    await server.rows(
      `insert into single_use_tokens (tenant_id, token_hash, purpose, contact_id, expires_at)
       values ($1, 'x', 'contactPassword', $2, now() + interval '1 day')`,
      [acme.tenantId, contact.id],
    );
    await patch(contact.id, { version: 1, email: `moved${contact.id}@globex.test` });
    const left = await server.rows('select 1 from single_use_tokens where contact_id = $1', [
      contact.id,
    ]);
    expect(left).toEqual([]);
  });

  it('audits who may see what', async () => {
    const contact = await add();
    await patch(contact.id, { version: 1, isMainContact: true });
    const [entry] = await server.rows(
      `select details from audit_entries where action = 'contact.changed' and subject_id = $1`,
      [contact.id],
    );
    expect(entry?.details).toEqual({
      fields: ['isMainContact'],
      old: { isMainContact: false },
      new: { isMainContact: true },
    });
  });

  it('archives and takes back', async () => {
    const { id, email } = await add({ lastName: 'Archivable' });
    expect((await admin.put(`/api/v1/contacts/${id}/archive`)).body.isArchived).toBe(true);
    const list = async (state: string) =>
      (await admin.get(`/api/v1/contacts?search=archivable&state=${state}`)).body.items;
    expect(await list('active')).toEqual([]);
    expect((await list('archived'))[0].email).toBe(email);
    expect((await admin.delete(`/api/v1/contacts/${id}/archive`)).body.isArchived).toBe(false);
    expect(await list('active')).toHaveLength(1);
  });
});
