import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  PERMISSIONS,
  TECHNICIAN_PERMISSIONS,
  WHOLE_COMPANY_PERMISSIONS,
} from '#shared/permissions.ts';
import { openEventSource } from '../../../tests/support/event-source.ts';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
let builtIn: { admin: number; technician: number };
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
  const [admin, technician] = (await acme.admin.get('/api/v1/roles')).body.items;
  builtIn = { admin: admin.id, technician: technician.id };
});
afterAll(() => server.close());

let made = 0;
const create = async (permissions: readonly string[] = ['tickets.view'], browser = acme.admin) =>
  browser.post('/api/v1/roles', { name: `Night shift ${++made}`, permissions });
const at = (id: number) => `/api/v1/roles/${id}`;

test('200: the two built-in roles and what they allow', async () => {
  const { items } = (await acme.admin.get('/api/v1/roles')).body;
  expect(items.slice(0, 2)).toEqual([
    {
      id: builtIn.admin,
      name: 'Admin',
      builtIn: 'admin',
      permissions: [...PERMISSIONS],
      requiresTwoFactor: false,
      customers: null,
      holderCount: 1,
    },
    {
      id: builtIn.technician,
      name: 'Technician',
      builtIn: 'technician',
      permissions: [...TECHNICIAN_PERMISSIONS],
      requiresTwoFactor: false,
      customers: null,
      holderCount: 0,
    },
  ]);
});

test.each(['roles.manage', 'technicians.view', 'apiKeys.manage'] as const)(
  '200: the list for who has %s',
  async (permission) => {
    const technician = await acme.technicianWith([permission]);
    expect((await technician.get('/api/v1/roles')).status).toBe(200);
  },
);

test('201, 200, 204: a role of its own, from its creation to its end', async () => {
  const created = await create(['tickets.view', 'tickets.view', 'tickets.note']);
  expect(created.status).toBe(201);
  expect(created.body).toMatchObject({
    builtIn: null,
    permissions: ['tickets.view', 'tickets.note'],
    holderCount: 0,
  });
  const changes = { name: 'Day shift', permissions: ['tickets.view'] };
  const changed = await acme.admin.patch(at(created.body.id), changes);
  expect(changed.body).toMatchObject(changes);
  expect((await acme.admin.delete(at(created.body.id))).status).toBe(204);
  expect((await acme.admin.delete(at(created.body.id))).status).toBe(404);
});

test('400: names taken in any case, and permissions that do not exist', async () => {
  const answer = await acme.admin.post('/api/v1/roles', { name: 'ADMIN', permissions: [] });
  expect(answer.body.errors).toMatchObject([{ field: 'name', code: 'nameTaken' }]);
  expect((await create(['tickets.explode'])).status).toBe(400);
  const { id } = (await create()).body;
  const renamed = await acme.admin.patch(at(id), { name: 'technician' });
  expect(renamed.body.errors).toMatchObject([{ field: 'name', code: 'nameTaken' }]);
});

describe('who may enter', () => {
  test.each([
    ['GET', '/api/v1/roles'],
    ['POST', '/api/v1/roles'],
    ['PATCH', '/api/v1/roles/ID'],
    ['DELETE', '/api/v1/roles/ID'],
  ])('%s %s: 401, 403, and 404 for another tenant', async (method, path) => {
    const { id } = (await create()).body;
    const address = path.replace('ID', id);
    expect((await server.console().send(method, address, {})).status).toBe(401);
    expect((await (await acme.technicianWith([])).send(method, address, {})).status).toBe(403);
    if (!path.includes('ID')) return;
    expect((await other.admin.send(method, address, {})).status).toBe(404);
  });
});

test('409: Admin is as it is; Technician keeps its name and stays', async () => {
  const code = async (answer: Promise<{ body: { code: string } }>) => (await answer).body.code;
  const { admin } = acme;
  expect(await code(admin.patch(at(builtIn.admin), { permissions: [] }))).toBe('adminRoleFixed');
  expect(await code(admin.patch(at(builtIn.admin), { name: 'Boss' }))).toBe('adminRoleFixed');
  expect(await code(admin.delete(at(builtIn.admin)))).toBe('builtInRoleFixed');
  expect(await code(admin.delete(at(builtIn.technician)))).toBe('builtInRoleFixed');
  expect(await code(admin.patch(at(builtIn.technician), { name: 'X' }))).toBe('builtInRoleFixed');
  const permissions = [...TECHNICIAN_PERMISSIONS, 'audit.view'];
  const widened = await admin.patch(at(builtIn.technician), { permissions });
  expect(widened.body.permissions).toContain('audit.view');
});

test('403: nobody grants or takes more than he has', async () => {
  const lead = await acme.technicianWith(['roles.manage', 'technicians.view', 'tickets.view']);
  expect((await create(['tickets.view'], lead)).status).toBe(201);
  expect((await create(['tickets.view', 'audit.view'], lead)).body.code).toBe('moreThanYourRights');
  const strong = (await create(['audit.view', 'settings.manage'])).body.id;
  expect((await lead.patch(at(strong), { permissions: [] })).body.code).toBe('moreThanYourRights');
  expect((await lead.delete(at(strong))).body.code).toBe('moreThanYourRights');
  const own = (await lead.get('/api/v1/roles')).body.items.find(
    (role: { holderCount: number; permissions: string[] }) =>
      role.permissions.includes('roles.manage') && role.permissions.length === 3,
  );
  const raise = { permissions: [...own.permissions, 'mail.manage'] };
  expect((await lead.patch(at(own.id), raise)).body.code).toBe('moreThanYourRights');
});

test('two-factor sign-in can be required, of Admin too, by who has all rights of the role', async () => {
  const role = (await create(['tickets.view', 'audit.view'])).body;
  expect(role.requiresTwoFactor).toBe(false);
  const requirement = { requiresTwoFactor: true };
  const lead = await acme.technicianWith(['roles.manage', 'tickets.view']);
  expect((await lead.patch(at(role.id), requirement)).body.code).toBe('moreThanYourRights');
  expect((await acme.admin.patch(at(role.id), requirement)).body).toMatchObject(requirement);
  expect((await acme.admin.patch(at(role.id), { name: 'Guarded' })).body).toMatchObject({
    name: 'Guarded',
    requiresTwoFactor: true,
  });
  const created = await acme.admin.post('/api/v1/roles', {
    name: 'From the start',
    permissions: [],
    ...requirement,
  });
  expect(created.body).toMatchObject(requirement);
  expect((await acme.admin.patch(at(role.id), { requiresTwoFactor: 'yes' })).status).toBe(400);
  // Whoever requires it of himself has to set it up before anything else.
  const { admin } = await makeTenant(server);
  const own = (await admin.get('/api/v1/roles')).body.items[0];
  expect((await admin.patch(at(own.id), requirement)).body).toMatchObject(requirement);
  expect((await admin.get('/api/v1/roles')).body.code).toBe('twoFactorRequired');
});

describe('a limit to chosen customers', () => {
  const limited = (customerIds: unknown, permissions: string[] = ['tickets.view']) =>
    acme.admin.post('/api/v1/roles', { name: `Limited ${++made}`, permissions, customerIds });

  test('201, 200: is given, changed and taken away', async () => {
    const [globex, initech] = [await acme.customer('Globex'), await acme.customer('Initech')];
    const created = await limited([globex, globex]);
    expect(created.status).toBe(201);
    expect(created.body.customers).toEqual([{ id: globex, name: 'Globex' }]);
    const change = (changes: object) => acme.admin.patch(at(created.body.id), changes);
    expect((await change({ customerIds: [initech, globex] })).body.customers).toHaveLength(2);
    expect((await change({ permissions: [] })).body.customers).toHaveLength(2);
    expect((await change({ customerIds: null })).body.customers).toBeNull();
    const { items } = (await acme.admin.get('/api/v1/audit-entries?action=role.changed')).body;
    expect(items[0].details).toMatchObject({
      before: { customerIds: [globex, initech] },
      after: { customerIds: null },
    });
    expect((await acme.admin.delete(at(created.body.id))).status).toBe(204);
  });

  test('400: no customer, one that is not there or another company’s, too many', async () => {
    const theirs = await other.customer();
    const codes = async (customerIds: unknown) =>
      (await limited(customerIds)).body.errors.map(({ code }: { code: string }) => code);
    expect(await codes([])).toEqual(['required']);
    expect(await codes([theirs])).toEqual(['unknownCustomer']);
    expect(await codes([987_654_321])).toEqual(['unknownCustomer']);
    expect(await codes(['x'])).toEqual(['invalid']);
    expect(await codes(Array.from({ length: 501 }, (_, index) => index + 1))).toEqual(['tooBig']);
  });

  test('400: never together with what concerns the whole company', async () => {
    const customer = await acme.customer();
    for (const permission of WHOLE_COMPANY_PERMISSIONS) {
      const refused = await limited([customer], ['tickets.view', permission]);
      expect(refused.body.errors).toMatchObject([
        { field: 'permissions', code: 'wholeCompanyPermission' },
      ]);
    }
    const { id } = (await limited([customer])).body;
    const widened = await acme.admin.patch(at(id), { permissions: ['audit.view'] });
    expect(widened.body.errors[0].code).toBe('wholeCompanyPermission');
    const strong = (await create(['audit.view'])).body.id;
    const narrowed = await acme.admin.patch(at(strong), { customerIds: [customer] });
    expect(narrowed.body.errors[0].code).toBe('wholeCompanyPermission');
  });

  test('409: Admin has none, Technician may have one', async () => {
    const customerIds = [await acme.customer()];
    const admin = await acme.admin.patch(at(builtIn.admin), { customerIds });
    expect(admin.body.code).toBe('adminRoleFixed');
    await expect(
      server.rows('update roles set is_limited_to_customers = true where id = $1', [builtIn.admin]),
    ).rejects.toThrow('roles_admin_unlimited');
  });
});

test('a changed role counts from the next request on', async () => {
  const technician = await acme.technicianWith(['technicians.view']);
  expect((await technician.get('/api/v1/technicians')).status).toBe(200);
  const { role } = (await technician.get('/api/v1/session')).body.technician;
  await acme.admin.patch(at(role.id), { permissions: ['tickets.view'] });
  expect((await technician.get('/api/v1/technicians')).status).toBe(403);
});

test('new rights reach open sessions within five seconds', async () => {
  const technician = await acme.technicianWith(['tickets.view']);
  const { role } = (await technician.get('/api/v1/session')).body.technician;
  const stream = await openEventSource(technician, '/api/v1/events');
  const changedAt = Date.now();
  await acme.admin.patch(at(role.id), { permissions: ['tickets.view', 'customers.view'] });
  await stream.next(({ name }) => name === 'resync');
  expect(Date.now() - changedAt).toBeLessThan(5_000);
  expect((await technician.get('/api/v1/session')).body.permissions).toContain('customers.view');
  // What does not change his rights does not make his page ask for everything.
  const resyncs = stream.received.filter(({ name }) => name === 'resync').length;
  await acme.admin.patch(at(role.id), { name: `Renamed ${++made}` });
  await stream.next(({ data }) => data.kind === 'role' && data.id === role.id);
  expect(stream.received.filter(({ name }) => name === 'resync')).toHaveLength(resyncs);
  stream.close();
});

test('a permission that is taken away while it is used: allowed before, refused after, nothing else', async () => {
  const technician = await acme.technicianWith(['tickets.view', 'tickets.update']);
  const { role } = (await technician.get('/api/v1/session')).body.technician;
  const ticket = { subject: 'Race', html: '<p>x</p>' };
  const { number } = (await acme.admin.post('/api/v1/tickets', ticket)).body;
  const use = async () => {
    const { version } = (await technician.get(`/api/v1/tickets/${number}`)).body;
    const priority = ['low', 'high'][version % 2];
    return (await technician.patch(`/api/v1/tickets/${number}`, { version, priority })).status;
  };
  const uses = Promise.all(Array.from({ length: 12 }, use));
  const taken = acme.admin.patch(at(role.id), { permissions: ['tickets.view'] });
  expect((await taken).status).toBe(200);
  for (const status of await uses) expect([200, 403, 409]).toContain(status);
  expect(await use()).toBe(403);
});

test('two who change one role at the same moment: both changes are kept', async () => {
  for (let round = 0; round < 6; round++) {
    const { id } = (await create(['tickets.view'])).body;
    const name = `Both kept ${++made}`;
    const answers = await Promise.all([
      acme.admin.patch(at(id), { name }),
      acme.admin.patch(at(id), { permissions: ['customers.view'] }),
      acme.admin.patch(at(id), { customerIds: [await acme.customer()] }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { items } = (await acme.admin.get('/api/v1/roles')).body;
    const role = items.find((each: { id: number }) => each.id === id);
    expect(role).toMatchObject({ name, permissions: ['customers.view'] });
    expect(role.customers).toHaveLength(1);
  }
});

test('a limit and what it excludes, given at the same moment: one of the two is refused', async () => {
  for (let round = 0; round < 6; round++) {
    const { id } = (await create(['tickets.view'])).body;
    const [limit, widening] = await Promise.all([
      acme.admin.patch(at(id), { customerIds: [await acme.customer()] }),
      acme.admin.patch(at(id), { permissions: ['tickets.view', 'audit.view'] }),
    ]);
    expect([limit.status, widening.status].sort()).toEqual([200, 400]);
  }
});

test('two who delete a role for each other: nobody is left without one', async () => {
  for (let round = 0; round < 6; round++) {
    const [one, two] = [(await create()).body.id, (await create()).body.id];
    const person = { firstName: 'A', lastName: 'B', roleId: one };
    const email = `left${round}@acme.test`;
    const { id } = (await acme.admin.post('/api/v1/technicians', { email, ...person })).body;
    const answers = await Promise.all([
      acme.admin.delete(`${at(one)}?moveTo=${two}`),
      acme.admin.delete(`${at(two)}?moveTo=${one}`),
    ]);
    for (const { status } of answers) expect([204, 400, 404]).toContain(status);
    const { body } = await acme.admin.get(`/api/v1/technicians/${id}`);
    expect([one, two]).toContain(body.role.id);
  }
});

test('a role that is deleted while a holder gets the one that takes its place', async () => {
  for (let round = 0; round < 6; round++) {
    const [one, two] = [(await create()).body.id, (await create()).body.id];
    const person = { firstName: 'A', lastName: 'B', roleId: one };
    const email = `moved${round}@acme.test`;
    const { id } = (await acme.admin.post('/api/v1/technicians', { email, ...person })).body;
    const [deletion, change] = await Promise.all([
      acme.admin.delete(`${at(one)}?moveTo=${two}`),
      acme.admin.patch(`/api/v1/technicians/${id}`, { roleId: two }),
    ]);
    expect([deletion.status, change.status]).toEqual([204, 200]);
  }
});

test('a role with holders goes only when they get another one', async () => {
  const technician = await acme.technicianWith(['tickets.view']);
  const { role } = (await technician.get('/api/v1/session')).body.technician;
  const refused = await acme.admin.delete(at(role.id));
  expect([refused.status, refused.body.code]).toEqual([409, 'roleHasHolders']);
  const foreign = (await other.admin.get('/api/v1/roles')).body.items[1].id;
  for (const moveTo of [foreign, role.id, 999_999]) {
    const answer = await acme.admin.delete(`${at(role.id)}?moveTo=${moveTo}`);
    expect(answer.body.errors).toMatchObject([{ field: 'moveTo', code: 'unknownRole' }]);
  }
  const moved = await acme.admin.delete(`${at(role.id)}?moveTo=${builtIn.technician}`);
  expect(moved.status).toBe(204);
  const { body } = await technician.get('/api/v1/session');
  expect(body.technician.role.builtIn).toBe('technician');
});

test('a role that is deleted while somebody gets it: one of the two is told so', async () => {
  for (let round = 0; round < 8; round++) {
    const { id } = (await create()).body;
    const person = { firstName: 'A', lastName: 'B', roleId: id };
    const [invitation, deletion] = await Promise.all([
      acme.admin.post('/api/v1/technicians', { email: `race${round}@acme.test`, ...person }),
      acme.admin.delete(at(id)),
    ]);
    expect([
      [201, 409],
      [400, 204],
    ]).toContainEqual([invitation.status, deletion.status]);
  }
});
