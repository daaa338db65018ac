import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HttpClient } from '../../../tests/support/http-client.ts';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
let roles: { admin: number; technician: number };
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
  const [admin, technician] = (await acme.admin.get('/api/v1/roles')).body.items;
  roles = { admin: admin.id, technician: technician.id };
});
afterAll(() => server.close());

const make = (changes = {}, browser: HttpClient = acme.admin) =>
  browser.post('/api/v1/api-keys', { name: 'Monitoring', roleId: roles.technician, ...changes });
const script = (secret: string) => {
  const client = server.console();
  client.bearer = secret;
  return client;
};

test('201: the secret is shown once, works with the rights of its role, and is stored hashed', async () => {
  const { status, body } = await make();
  expect(status).toBe(201);
  expect(body.secret).toMatch(/^portico_[\w-]{43}$/);
  expect(body.apiKey).toMatchObject({ name: 'Monitoring', role: { id: roles.technician } });
  const client = script(body.secret);
  expect((await client.get('/api/v1/technicians')).status).toBe(200);
  expect((await client.get('/api/v1/audit-entries')).status).toBe(403);
  const session = (await client.get('/api/v1/session')).body;
  expect(session.permissions).not.toContain('audit.view');
  const list = await acme.admin.get('/api/v1/api-keys');
  expect(JSON.stringify(list.body)).not.toContain(body.secret);
  expect(body.secret.startsWith(list.body.items[0].prefix)).toBe(true);
  // Noted after the answer, so that nobody waits for it.
  const lastUsedAt = async () =>
    (await acme.admin.get('/api/v1/api-keys')).body.items[0].lastUsedAt;
  await expect.poll(lastUsedAt).not.toBeNull();
  const stored = JSON.stringify(await server.rows('select * from api_keys, audit_entries'));
  expect(stored).not.toContain(body.secret);
});

test('is no browser: no stream, no sign-out, no preferences of its maker', async () => {
  const client = script((await make({ roleId: roles.admin })).body.secret);
  for (const [method, path] of [
    ['GET', '/api/v1/events'],
    ['DELETE', '/api/v1/session'],
    ['PATCH', '/api/v1/me'],
  ] as const) {
    const answer = await client.send(
      method,
      path,
      method === 'PATCH' ? { language: 'de' } : undefined,
    );
    expect([answer.status, answer.body.code]).toEqual([403, 'browsersOnly']);
  }
});

test('opens no portal, and is written in the audit log under its own name', async () => {
  const { secret } = (await make({ name: 'Robot', roleId: roles.admin })).body;
  const client = script(secret);
  const portal = acme.portal();
  portal.bearer = secret;
  expect((await portal.get('/portal/v1/session')).status).toBe(401);
  await client.post('/api/v1/roles', { name: 'By script', permissions: [] });
  const { items } = (await acme.admin.get('/api/v1/audit-entries?action=role.created')).body;
  expect(items[0].actor).toMatchObject({ kind: 'apiKey', name: 'Robot' });
});

test('ends when revoked, expired, or its maker is disabled; its role counts as it is now', async () => {
  const works = async (secret: string) =>
    (await script(secret).get('/api/v1/technicians')).status === 200;

  const revoked = (await make()).body;
  expect(await works(revoked.secret)).toBe(true);
  expect((await acme.admin.delete(`/api/v1/api-keys/${revoked.apiKey.id}`)).status).toBe(204);
  expect(await works(revoked.secret)).toBe(false);
  expect((await acme.admin.delete(`/api/v1/api-keys/${revoked.apiKey.id}`)).status).toBe(404);

  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const expired = (await make({ expiresAt })).body;
  expect(expired.apiKey.expiresAt).toBe(expiresAt);
  expect(await works(expired.secret)).toBe(true);
  await server.rows('update api_keys set expires_at = now() where id = $1', [expired.apiKey.id]);
  expect(await works(expired.secret)).toBe(false);

  const maker = await acme.technicianWith(['apiKeys.manage', 'technicians.view']);
  const { role } = (await maker.get('/api/v1/session')).body.technician;
  const orphan = (await make({ roleId: role.id }, maker)).body;
  expect(await works(orphan.secret)).toBe(true);
  await acme.admin.patch(`/api/v1/roles/${role.id}`, { permissions: ['apiKeys.manage'] });
  expect(await works(orphan.secret)).toBe(false);
  expect((await script(orphan.secret).get('/api/v1/api-keys')).status).toBe(200);
  await acme.admin.put(`/api/v1/technicians/${maker.technicianId}/disablement`);
  expect((await script(orphan.secret).get('/api/v1/api-keys')).status).toBe(401);
});

test('400: no name, a time in the past, a role of another company', async () => {
  const theirs = (await other.admin.get('/api/v1/roles')).body.items[0].id;
  const fields = async (changes: object) => (await make(changes)).body.errors;
  expect(await fields({ name: '' })).toMatchObject([{ field: 'name' }]);
  expect(await fields({ expiresAt: '2020-01-01T00:00:00Z' })).toMatchObject([
    { field: 'expiresAt', code: 'inThePast' },
  ]);
  expect(await fields({ expiresAt: 'tomorrow' })).toMatchObject([{ field: 'expiresAt' }]);
  expect(await fields({ roleId: theirs })).toMatchObject([
    { field: 'roleId', code: 'unknownRole' },
  ]);
});

describe('who may enter', () => {
  test('401: nobody, a made-up key, another tenant’s key as a cookie', async () => {
    expect((await server.console().get('/api/v1/api-keys')).status).toBe(401);
    expect((await script(`portico_${'x'.repeat(43)}`).get('/api/v1/session')).status).toBe(401);
    expect((await script('short').get('/api/v1/session')).status).toBe(401);
    const browser = server.console();
    browser.cookies.set('portico_console', (await make()).body.secret);
    expect((await browser.get('/api/v1/session')).status).toBe(401);
  });
  test('403: without the right, or beyond one’s own rights', async () => {
    const powerless = await acme.technicianWith([]);
    expect((await powerless.get('/api/v1/api-keys')).status).toBe(403);
    expect((await make({}, powerless)).status).toBe(403);
    const maker = await acme.technicianWith(['apiKeys.manage']);
    expect((await make({ roleId: roles.admin }, maker)).body.code).toBe('moreThanYourRights');
  });
  test('404: another tenant', async () => {
    const { apiKey } = (await make()).body;
    expect((await other.admin.delete(`/api/v1/api-keys/${apiKey.id}`)).status).toBe(404);
    expect((await other.admin.get('/api/v1/api-keys')).body.items).toEqual([]);
  });
});
