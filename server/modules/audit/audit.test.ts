import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import { recordAudit } from './audit.ts';

let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
});
afterAll(() => server.close());

const entries = (query = '', browser = acme.admin) => browser.get(`/api/v1/audit-entries${query}`);

test('200: who, what, when, from where; the newest first', async () => {
  await acme.admin.post('/api/v1/roles', { name: 'Seen', permissions: ['tickets.view'] });
  const { status, body } = await entries();
  expect(status).toBe(200);
  expect(body.items[0]).toEqual({
    id: expect.any(Number),
    action: 'role.created',
    actor: { kind: 'technician', id: acme.adminId, name: expect.stringContaining('Ada') },
    subjectKind: 'role',
    subjectId: expect.any(Number),
    subjectName: 'Seen',
    details: expect.objectContaining({ permissions: ['tickets.view'] }),
    ip: expect.stringMatching(/^(127\.0\.0\.1|::1|::ffff:127\.0\.0\.1)$/),
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
  });
});

test('pages without gaps or doubles, also for rows of one millisecond', async () => {
  await acme.inside(async (tx) => {
    for (let i = 0; i < 25; i++) await recordAudit(tx, { action: 'mail.retried', details: { i } });
  });
  const seen: number[] = [];
  let cursor = '';
  do {
    const { body } = await entries(`?action=mail.retried&limit=10${cursor && `&cursor=${cursor}`}`);
    seen.push(...body.items.map(({ details }: { details: { i: number } }) => details.i));
    cursor = body.nextCursor ?? '';
  } while (cursor && seen.length < 100);
  expect(seen).toEqual(Array.from({ length: 25 }, (_, i) => 24 - i));
});

test('filters by action, technician and kind', async () => {
  const technician = await acme.technicianWith(['roles.manage', 'technicians.view']);
  await technician.post('/api/v1/roles', { name: 'His', permissions: [] });
  const his = await entries(`?actorId=${technician.technicianId}`);
  expect(his.body.items.map(({ action }: { action: string }) => action)).toEqual([
    'role.created',
    'technician.signedIn',
  ]);
  const kinds = (await entries('?subjectKind=company')).body.items;
  expect(kinds).toMatchObject([{ action: 'company.created', actor: { kind: 'system' } }]);
});

test('who signs in did it himself, contacts too', async () => {
  const contact = await acme.contact();
  const { body } = await entries('?action=contact.signedIn');
  expect(body.items[0]).toMatchObject({
    actor: { kind: 'contact', id: contact.contactId, name: expect.stringMatching(/^Cora/) },
    subjectId: contact.contactId,
  });
});

describe('filters', () => {
  const actions = async (query: string) =>
    (await entries(`?limit=100&${query}`)).body.items.map(
      ({ action }: { action: string }) => action,
    );

  test('by all actions on a kind of thing', async () => {
    const found = new Set(await actions('area=role'));
    expect(found.has('role.created')).toBe(true);
    expect([...found].every((action) => String(action).startsWith('role.'))).toBe(true);
    expect(await actions('area=role&action=company.created')).toEqual(['company.created']);
  });

  test('by who acts, whatever he is', async () => {
    const roles = (await acme.admin.get('/api/v1/roles')).body.items;
    const key = { name: 'Script', roleId: roles[0].id };
    const { apiKey, secret } = (await acme.admin.post('/api/v1/api-keys', key)).body;
    const script = Object.assign(server.console(), { bearer: secret });
    await script.post('/api/v1/customers', { name: 'Of a script' });
    expect(await actions(`actorKind=apiKey&actorId=${apiKey.id}`)).toEqual(['customer.created']);
    expect(await actions('actorKind=apiKey')).toEqual(['customer.created']);
    await server.console().post('/api/v1/session', { email: acme.adminEmail, password: 'wrong' });
    expect(await actions('actorKind=nobody')).toContain('technician.signInRefused');
    expect(await actions('actorKind=system')).toContain('company.created');
  });

  test('by one thing', async () => {
    const { id } = (await acme.admin.post('/api/v1/customers', { name: 'Traced' })).body;
    await acme.admin.put(`/api/v1/customers/${id}/archive`);
    expect(await actions(`subjectKind=customer&subjectId=${id}`)).toEqual([
      'customer.archived',
      'customer.created',
    ]);
  });

  test('by time, without the last moment', async () => {
    const [newest] = (await entries('?limit=1')).body.items;
    const at = newest.createdAt;
    const after = new Date(Date.parse(at) + 1).toISOString();
    const newestIds = async (query: string) =>
      (await entries(`?limit=100&${query}`)).body.items.map(({ id }: { id: number }) => id);
    expect(await newestIds(`from=${at}`)).toContain(newest.id);
    expect(await newestIds(`until=${at}`)).not.toContain(newest.id);
    expect(await newestIds(`until=${after}`)).toContain(newest.id);
    expect(await newestIds(`from=${after}`)).toEqual([]);
  });

  test('400: what cannot be filtered by', async () => {
    for (const query of [
      'action=role.exploded',
      'area=nothing',
      'actorKind=ghost',
      'subjectKind=planet',
      'subjectId=x',
      'from=yesterday',
    ])
      expect((await entries(`?${query}`)).status, query).toBe(400);
  });
});

test('400, 401, 403; and another tenant sees nothing of it', async () => {
  expect((await entries('?limit=0')).status).toBe(400);
  expect((await entries('?cursor=nonsense')).status).toBe(400);
  expect((await entries('?actorId=x')).status).toBe(400);
  expect((await server.console().get('/api/v1/audit-entries')).status).toBe(401);
  expect((await entries('', await acme.technician())).status).toBe(403);
  const theirs = JSON.stringify((await entries('?limit=100', other.admin)).body);
  expect(theirs).not.toContain('mail.retried');
});

test('nothing can be changed or removed, not even by the server itself', async () => {
  const client = new pg.Client({ connectionString: server.database.appUrl });
  await client.connect();
  try {
    await client.query(`set app.tenant_id = '${acme.tenantId}'`);
    for (const statement of [
      `update audit_entries set action = 'nothing'`,
      'delete from audit_entries',
      'truncate audit_entries',
    ])
      await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
  } finally {
    await client.end();
  }
});
