import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpClient } from '../../../tests/support/http-client.ts';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
let admin: HttpClient;

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
  admin = acme.admin;
});
afterAll(() => server?.close());

const add = async (fields: Record<string, unknown>, client = admin) => {
  const answer = await client.post('/api/v1/customers', fields);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
};
const fieldCodes = (answer: { body: { errors?: { field: string; code: string }[] } }) =>
  Object.fromEntries((answer.body.errors ?? []).map(({ field, code }) => [field, code]));

describe('who may enter', () => {
  const routes: [string, string, unknown?][] = [
    ['GET', '/customers'],
    ['POST', '/customers', { name: 'X' }],
    ['GET', '/customers/:id'],
    ['PATCH', '/customers/:id', { version: 1, name: 'Y' }],
    ['PUT', '/customers/:id/archive', {}],
    ['DELETE', '/customers/:id/archive'],
    ['POST', '/customers/:id/domains', { domain: 'somewhere.test' }],
    ['DELETE', '/customers/:id/domains/mine.test'],
  ];
  let id: number;
  let powerless: HttpClient;
  beforeAll(async () => {
    id = (await add({ name: 'Entry', domains: ['mine.test'] })).id;
    powerless = await acme.technicianWith([]);
  });

  it.each(routes)('%s %s: 401 without a sign-in', async (method, path, body) => {
    const answer = await server
      .console()
      .send(method, `/api/v1${path.replace(':id', `${id}`)}`, body);
    expect(answer.status).toBe(401);
  });
  it.each(routes)('%s %s: 403 without the right', async (method, path, body) => {
    const answer = await powerless.send(method, `/api/v1${path.replace(':id', `${id}`)}`, body);
    expect(answer.status).toBe(403);
  });
  it.each(routes.filter(([, path]) => path.includes(':id')))(
    '%s %s: for another tenant as if it were not there',
    async (method, path, body) => {
      const ask = (customerId: number) =>
        other.admin.send(method, `/api/v1${path.replace(':id', `${customerId}`)}`, body);
      const [theirs, nobodys] = [await ask(id), await ask(999_999_999)];
      expect(theirs.status).toBe(404);
      expect({ ...theirs.body, requestId: '' }).toEqual({ ...nobodys.body, requestId: '' });
    },
  );
  it('shows another tenant nothing in lists', async () => {
    const answer = await other.admin.get('/api/v1/customers?state=all');
    expect(answer.body.items).toEqual([]);
  });
});

describe('adding and reading', () => {
  it('adds a customer with everything', async () => {
    const customer = await add({
      name: '  Globex Söhne ',
      phone: '+49 30 123',
      website: 'globex.test',
      notes: 'line one\nline two',
      domains: ['Globex.TEST', 'müller.de'],
    });
    expect(customer).toMatchObject({
      name: 'Globex Söhne',
      phone: '+49 30 123',
      website: 'https://globex.test/',
      notes: 'line one\nline two',
      domains: ['globex.test', 'xn--mller-kva.de'],
      contactCount: 0,
      openTicketCount: 0,
      isArchived: false,
      version: 1,
    });
    expect((await admin.get(`/api/v1/customers/${customer.id}`)).body).toEqual(customer);
  });

  it.each([
    [{}, { name: 'required' }],
    [{ name: '   ' }, { name: 'required' }],
    [{ name: 'x'.repeat(101) }, { name: 'tooLong' }],
    [{ name: 'a\nb' }, { name: 'invalid' }],
    [{ name: 'a\u0000b' }, { name: 'invalid' }],
    [{ name: 'X', notes: '\u0000' }, { notes: 'invalid' }],
    [{ name: 'X', website: 'javascript:alert(1)' }, { website: 'website' }],
    [{ name: 'X', nonsense: 1 }, { nonsense: 'unknownField' }],
    [{ name: 'X', domains: ['ok-for-x.test', 'gmail.com'] }, { 'domains.1': 'freeMailDomain' }],
  ])('refuses %j', async (body, codes) => {
    const answer = await admin.post('/api/v1/customers', body);
    expect(answer.status).toBe(400);
    expect(fieldCodes(answer)).toEqual(codes);
  });

  it('leaves nothing behind when a domain is refused', async () => {
    await admin.post('/api/v1/customers', { name: 'Half', domains: ['half.test', 'gmail.com'] });
    const list = await admin.get('/api/v1/customers?search=Half');
    expect(list.body.items).toEqual([]);
    await add({ name: 'Whole', domains: ['half.test'] });
  });

  it('keeps markup as text', async () => {
    const name = '<script>alert(1)</script>';
    expect((await add({ name })).name).toBe(name);
  });

  it('answers 400 for what is no id', async () => {
    for (const id of ['abc', '0', '-1', '1.5', '1e30']) {
      expect((await admin.get(`/api/v1/customers/${id}`)).status).toBe(400);
    }
  });

  it('counts contacts and what is open', async () => {
    const { id } = await add({ name: 'Counted' });
    const [contact] = await server.rows<{ id: number }>(
      `insert into contacts (tenant_id, customer_id, email, portal_username, archived_at)
       values ($1, $2, 'a@counted.test', 'a.counted', null),
              ($1, $2, 'b@counted.test', 'b.counted', now()) returning id`,
      [acme.tenantId, id],
    );
    await server.rows(
      `insert into tickets (tenant_id, number, subject, status, source, customer_id, contact_id)
       select $1, 9000 + n, 'x', (array['open', 'pending', 'resolved', 'closed'])[n], 'email', $2, $3
       from generate_series(1, 4) n`,
      [acme.tenantId, id, contact?.id],
    );
    const { body } = await admin.get(`/api/v1/customers/${id}`);
    expect(body).toMatchObject({ contactCount: 1, openTicketCount: 2 });
  });
});

describe('the list', () => {
  beforeAll(async () => {
    for (const name of [
      'Zürich List',
      'zurich list b',
      'Äpfel List',
      'Örtlich List',
      'beta list',
    ]) {
      await add({ name });
    }
    await add({ name: 'By domain', domains: ['only-by-domain.test'] });
    await add({ name: '100% List' });
  });
  const names = async (query: string) => {
    const answer = await admin.get(`/api/v1/customers?${query}`);
    expect(answer.status).toBe(200);
    return answer.body.items.map(({ name }: { name: string }) => name);
  };

  it('sorts by name as people do, accents and case set aside', async () => {
    expect(await names('search=list')).toEqual([
      '100% List',
      'Äpfel List',
      'beta list',
      'Örtlich List',
      'Zürich List',
      'zurich list b',
    ]);
  });
  it.each([
    ['search=ZURICH', ['Zürich List', 'zurich list b']],
    [`search=${encodeURIComponent('zürich B')}`, ['zurich list b']],
    ['search=only-by', ['By domain']],
    [`search=${encodeURIComponent('100%')}`, ['100% List']],
    [`search=${encodeURIComponent('l_st')}`, []],
    [`search=${encodeURIComponent('\\')}`, []],
  ])('finds %s', async (query, found) => {
    expect(await names(query)).toEqual(found);
  });
  it.each(['sort=name', 'sort=-updatedAt'])('pages without gaps or repeats: %s', async (sort) => {
    const all = await names(`${sort}&limit=100&state=all`);
    const paged: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = `${sort}&state=all&limit=3${cursor && `&cursor=${cursor}`}`;
      const { body } = await admin.get(`/api/v1/customers?${query}`);
      paged.push(...body.items.map(({ name }: { name: string }) => name));
      cursor = body.nextCursor;
      expect(paged.length).toBeLessThanOrEqual(all.length);
    }
    expect(paged).toEqual(all);
  });
  it.each([
    'limit=0',
    'limit=101',
    'sort=nonsense',
    'state=gone',
    'cursor=nonsense',
    'cursor=WyJhIiwiYiJd',
    'search=%00',
    `search=${'x'.repeat(201)}`,
  ])('answers 400 to %s', async (query) => {
    expect((await admin.get(`/api/v1/customers?${query}`)).status).toBe(400);
  });
});

describe('changing', () => {
  it('changes what was given and counts the version', async () => {
    const before = await add({ name: 'Before', phone: '1', notes: 'n' });
    const answer = await admin.patch(`/api/v1/customers/${before.id}`, {
      version: 1,
      name: 'After',
      phone: '',
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ name: 'After', phone: null, notes: 'n', version: 2 });
  });

  it('tells the second of two writers, and overwrites nothing', async () => {
    const { id } = await add({ name: 'Contested' });
    const answers = await Promise.all(
      ['One', 'Two'].map((name) => admin.patch(`/api/v1/customers/${id}`, { version: 1, name })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const won = answers.find(({ status }) => status === 200);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.body).toMatchObject({ code: 'conflict', current: { id, version: 2 } });
    expect(lost?.body.current.name).toBe(won?.body.name);
  });

  it('does nothing when nothing differs', async () => {
    const { id } = await add({ name: 'Same' });
    const { body } = await admin.patch(`/api/v1/customers/${id}`, { version: 1, name: 'Same' });
    expect(body.version).toBe(1);
  });

  it('refuses a change without a version', async () => {
    const { id } = await add({ name: 'Versioned' });
    const answer = await admin.patch(`/api/v1/customers/${id}`, { name: 'X' });
    expect(fieldCodes(answer)).toEqual({ version: 'required' });
  });

  it('archives and takes back', async () => {
    const { id } = await add({ name: 'Archived one' });
    const archived = await admin.put(`/api/v1/customers/${id}/archive`);
    expect(archived.body.isArchived).toBe(true);
    expect((await admin.put(`/api/v1/customers/${id}/archive`)).status).toBe(200);
    const search = 'search=Archived%20one';
    expect((await admin.get(`/api/v1/customers?${search}`)).body.items).toEqual([]);
    const listed = await admin.get(`/api/v1/customers?${search}&state=archived`);
    expect(listed.body.items).toHaveLength(1);
    const restored = await admin.delete(`/api/v1/customers/${id}/archive`);
    expect(restored.body.isArchived).toBe(false);
  });

  it('audits who did what', async () => {
    const { id } = await add({ name: 'Audited' });
    await admin.patch(`/api/v1/customers/${id}`, { version: 1, name: 'Audited anew' });
    const entries = await server.rows(
      `select action, actor_kind, details, ip from audit_entries
       where subject_kind = 'customer' and subject_id = $1 order by id`,
      [id],
    );
    expect(entries.map(({ action }) => action)).toEqual(['customer.created', 'customer.changed']);
    expect(entries[1]).toMatchObject({
      actor_kind: 'technician',
      details: { fields: ['name'], formerName: 'Audited' },
    });
    expect(entries[1]?.ip).toBeTruthy();
  });
});

describe('domains', () => {
  const put = (id: number, domain: string) =>
    admin.post(`/api/v1/customers/${id}/domains`, { domain });

  it('adds and removes', async () => {
    const { id } = await add({ name: 'Domains' });
    expect((await put(id, '@Shop.Domains.test')).body.domains).toEqual(['shop.domains.test']);
    expect((await put(id, 'shop.domains.test')).status).toBe(200);
    const path = `/api/v1/customers/${id}/domains/shop.domains.test`;
    expect((await admin.delete(path)).status).toBe(204);
    expect((await admin.delete(path)).status).toBe(404);
    expect((await admin.get(`/api/v1/customers/${id}`)).body.domains).toEqual([]);
  });

  it.each([
    ['nonsense', 'invalidDomain'],
    ['', 'invalidDomain'],
    ['gmail.com', 'freeMailDomain'],
    ['co.uk', 'publicSuffixDomain'],
    ['servicedesk.localhost', 'ownDomain'],
    ['xn--80ak6aa92e.com', 'lookAlikeDomain'],
  ])('refuses %s and says why', async (domain, code) => {
    const { id } = await add({ name: 'Refused' });
    const answer = await put(id, domain);
    expect(answer.status).toBe(400);
    expect(fieldCodes(answer)).toEqual({ domain: code });
    expect(answer.body.errors[0].message).not.toBe(code);
  });

  it('says whose the domain is, in the reader’s language', async () => {
    await add({ name: 'First & Co', domains: ['taken.test'] });
    const { id } = await add({ name: 'Second' });
    const answer = await put(id, 'taken.test');
    expect(answer.body.errors[0]).toMatchObject({
      code: 'domainTaken',
      message: 'The customer First & Co already has taken.test.',
    });
  });

  it('refuses the domain of a mailbox of the company itself', async () => {
    await server.rows(
      `insert into mailboxes (tenant_id, address) values ($1, 'help@acme-msp.test')`,
      [acme.tenantId],
    );
    const { id } = await add({ name: 'Own' });
    expect(fieldCodes(await put(id, 'acme-msp.test'))).toEqual({ domain: 'ownDomain' });
  });

  it('gives a domain to one of two who ask at the same moment', async () => {
    const [a, b] = [await add({ name: 'Race A' }), await add({ name: 'Race B' })];
    const answers = await Promise.all([a.id, b.id].map((id) => put(id, 'race.test')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  it('lets two tenants have one customer', async () => {
    await add({ name: 'Shared', domains: ['shared-customer.test'] });
    await add({ name: 'Shared', domains: ['shared-customer.test'] }, other.admin);
  });
});
