import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Permission } from '#shared/permissions.ts';
import { waitForMail } from '../../../tests/support/mail.ts';
import {
  makeTenant,
  signInAs,
  TEST_PASSWORD,
  type TestTenant,
} from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import { setUpApp } from '../../../tests/support/two-factor.ts';

let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
let roles: Record<'admin' | 'technician', number>;
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
  const { items } = (await acme.admin.get('/api/v1/roles')).body;
  const idOf = (builtIn: string) =>
    items.find((role: { builtIn: string }) => role.builtIn === builtIn).id as number;
  roles = { admin: idOf('admin'), technician: idOf('technician') };
});
afterAll(() => server.close());

const at = (id: number, below = '') => `/api/v1/technicians/${id}${below}`;
let invited = 0;
const invite = (changes = {}, browser = acme.admin) =>
  browser.post('/api/v1/technicians', {
    email: `new${++invited}@acme.test`,
    firstName: 'Nina',
    lastName: 'Newcomer',
    roleId: roles.technician,
    ...changes,
  });
const session = (browser: { get: TestTenant['admin']['get'] }) => browser.get('/api/v1/session');
const linkIn = (text: string | undefined) =>
  new URL(/https?:\/\/\S+token=\S+/.exec(text ?? '')?.[0] ?? 'http://no.link');
const manage: Permission[] = ['technicians.view', 'technicians.manage'];

test('who signs in with a second factor is told to those who manage technicians', async () => {
  const managed = await makeTenant(server);
  const helper = await managed.technicianWith(manage);
  await setUpApp(helper);
  const factorsFor = async (browser: typeof helper) =>
    (await browser.get('/api/v1/technicians')).body.items.map(
      ({ hasTwoFactor }: { hasTwoFactor: boolean | null }) => hasTwoFactor,
    );
  expect((await factorsFor(managed.admin as typeof helper)).sort()).toEqual([false, true]);
  const looker = await managed.technicianWith(['technicians.view']);
  expect(await factorsFor(looker)).toEqual([null, null, null]);
});

describe('who may enter', () => {
  test.each([
    ['GET', '/api/v1/technicians', false],
    ['GET', '/api/v1/technicians/ID', true],
    ['POST', '/api/v1/technicians', false],
    ['PATCH', '/api/v1/technicians/ID', true],
    ['PUT', '/api/v1/technicians/ID/disablement', true],
    ['DELETE', '/api/v1/technicians/ID/disablement', true],
    ['POST', '/api/v1/technicians/ID/invitation', true],
    ['DELETE', '/api/v1/technicians/ID/invitation', true],
    ['GET', '/api/v1/technicians/ID/open-tickets', true],
  ])('%s %s: 401, 403, and 404 for another tenant', async (method, path, hasId) => {
    const theirs = path.replace('ID', String(acme.adminId));
    const nobodys = path.replace('ID', '999999999');
    expect((await server.console().send(method, theirs, {})).status).toBe(401);
    const powerless = await acme.technicianWith([]);
    expect((await powerless.send(method, theirs, {})).status).toBe(403);
    if (!hasId) return;
    const seen = await other.admin.send(method, theirs, {});
    const absent = await other.admin.send(method, nobodys, {});
    expect(seen.status).toBe(404);
    expect({ ...seen.body, requestId: '' }).toEqual({ ...absent.body, requestId: '' });
  });

  test('the list holds one company only', async () => {
    const { items } = (await other.admin.get('/api/v1/technicians')).body;
    expect(items.map(({ id }: { id: number }) => id)).toEqual([other.adminId]);
  });
});

describe('invitations', () => {
  test('201: invited by mail, joins with the link once, and signs in', async () => {
    const answer = await invite({ email: 'nina@acme.test' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      state: 'invited',
      lastSignInAt: null,
      role: { id: roles.technician, name: 'Technician', builtIn: 'technician' },
    });
    const mail = await waitForMail(server, ({ recipients }) =>
      recipients.includes('nina@acme.test'),
    );
    expect(mail.subject).toContain('Acme');
    const link = linkIn(mail.text);
    expect(`${link.origin}${link.pathname}`).toBe(`${server.config.baseUrl}/invitation`);
    const token = link.searchParams.get('token');

    const browser = server.console();
    const check = await browser.post('/api/v1/password-resets/check', { token });
    expect(check.body).toEqual({
      purpose: 'invitation',
      email: 'nina@acme.test',
      firstName: 'Nina',
      lastName: 'Newcomer',
      companyName: 'Acme',
    });
    const weak = await browser.post('/api/v1/password-resets/redemption', {
      token,
      password: 'Newcomer-2026!!',
    });
    expect(weak.body.errors).toMatchObject([{ field: 'password', code: 'passwordPersonal' }]);
    const redemptions = await Promise.all(
      [1, 2, 3].map(() =>
        browser.post('/api/v1/password-resets/redemption', {
          token,
          password: TEST_PASSWORD,
          lastName: 'Newton',
        }),
      ),
    );
    expect(redemptions.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
    expect((await browser.post('/api/v1/password-resets/check', { token })).body.code).toBe(
      'linkGone',
    );
    const nina = await signInAs(server, 'nina@acme.test');
    expect((await session(nina)).body.technician).toMatchObject({ lastName: 'Newton' });
    const { body } = await acme.admin.get(at(answer.body.id));
    expect(body.state).toBe('active');
    expect(body.lastSignInAt).not.toBeNull();
  });

  test('202: sent again, the link before stops working; a request for a new password leaves it', async () => {
    const { id } = (await invite({ email: 'twice@acme.test' })).body;
    const sentTo = (recipients: string[]) => recipients.includes('twice@acme.test');
    const first = await waitForMail(server, ({ recipients }) => sentTo(recipients));
    expect((await acme.admin.post(at(id, '/invitation'))).status).toBe(202);
    const second = await waitForMail(
      server,
      ({ recipients, raw }) => sentTo(recipients) && raw !== first.raw,
    );
    const check = (text: string | undefined) =>
      server
        .console()
        .post('/api/v1/password-resets/check', { token: linkIn(text).searchParams.get('token') });
    expect((await check(first.text)).status).toBe(409);
    await server.console().post('/api/v1/password-resets', { email: 'twice@acme.test' });
    expect((await check(second.text)).status).toBe(200);
  });

  test('the link ends after seven days', async () => {
    await invite({ email: 'late@acme.test' });
    const mail = await waitForMail(server, (m) => m.recipients.includes('late@acme.test'));
    const token = linkIn(mail.text).searchParams.get('token');
    const [row] = await server.rows<{ days: number }>(
      `select extract(day from expires_at - created_at)::int as days from single_use_tokens
       order by id desc limit 1`,
    );
    expect(row?.days).toBeGreaterThanOrEqual(6);
    await server.rows('update single_use_tokens set expires_at = now() where used_at is null');
    const answer = await server.console().post('/api/v1/password-resets/check', { token });
    expect(answer.body.code).toBe('linkGone');
  });

  test('400: an address in use anywhere, a foreign role, no name', async () => {
    const errorsOf = async (changes: object) => (await invite(changes)).body.errors;
    expect(await errorsOf({ email: other.adminEmail.toUpperCase() })).toMatchObject([
      { field: 'email', code: 'emailTaken' },
    ]);
    const theirRole = (await other.admin.get('/api/v1/roles')).body.items[0].id;
    expect(await errorsOf({ roleId: theirRole })).toMatchObject([
      { field: 'roleId', code: 'unknownRole' },
    ]);
    expect(await errorsOf({ firstName: ' ', email: 'x' })).toMatchObject([
      { field: 'email', code: 'email' },
      { field: 'firstName', code: 'required' },
    ]);
  });

  test('204: taken back, the link ends and the address is free, also for another company', async () => {
    const { body } = await invite({ email: 'typo@acme.test' });
    const mail = await waitForMail(server, (m) => m.recipients.includes('typo@acme.test'));
    const token = linkIn(mail.text).searchParams.get('token');
    const taken = await other.admin.post('/api/v1/technicians', {
      email: 'typo@acme.test',
      firstName: 'T',
      lastName: 'T',
      roleId: (await other.admin.get('/api/v1/roles')).body.items[1].id,
    });
    expect(taken.body.errors[0].code).toBe('emailTaken');
    expect((await acme.admin.delete(at(body.id, '/invitation'))).status).toBe(204);
    expect((await acme.admin.get(at(body.id))).status).toBe(404);
    expect((await acme.admin.delete(at(body.id, '/invitation'))).status).toBe(404);
    const check = await server.console().post('/api/v1/password-resets/check', { token });
    expect(check.body.code).toBe('linkGone');
    expect((await invite({ email: 'typo@acme.test' })).status).toBe(201);
    const { items } = (
      await acme.admin.get('/api/v1/audit-entries?action=technician.invitationRevoked')
    ).body;
    expect(items[0]).toMatchObject({ subjectName: 'Nina Newcomer', subjectId: body.id });
    // The mail stays in the log of outgoing mail.
    const sent = (await acme.admin.get('/api/v1/outbound-messages')).body.items;
    expect(sent.some(({ to }: { to: string[] }) => to.includes('typo@acme.test'))).toBe(true);
  });

  test('taken back in the moment in which it is accepted: one of the two', async () => {
    for (let round = 0; round < 6; round++) {
      const email = `revoked${round}@acme.test`;
      const { body } = await invite({ email });
      const mail = await waitForMail(server, (m) => m.recipients.includes(email));
      const token = linkIn(mail.text).searchParams.get('token');
      const [revoked, accepted] = await Promise.all([
        acme.admin.delete(at(body.id, '/invitation')),
        server.console().post('/api/v1/password-resets/redemption', {
          token,
          password: TEST_PASSWORD,
        }),
      ]);
      expect([
        [204, 409],
        [409, 204],
      ]).toContainEqual([revoked.status, accepted.status]);
      const { status } = await acme.admin.get(at(body.id));
      expect(status).toBe(revoked.status === 204 ? 404 : 200);
    }
  });

  test('409, 403: nobody is taken back who has joined, or has more rights', async () => {
    const { technicianId } = await acme.technician();
    const joined = await acme.admin.delete(at(technicianId, '/invitation'));
    expect([joined.status, joined.body.code]).toEqual([409, 'notInvited']);
    const { body } = await invite({ roleId: roles.admin });
    const lead = await acme.technicianWith(manage);
    expect((await lead.delete(at(body.id, '/invitation'))).body.code).toBe('moreThanYourRights');
  });

  test('409: nobody is invited again who has joined', async () => {
    const answer = await acme.admin.post(at(acme.adminId, '/invitation'));
    expect(answer.status).toBe(409);
    expect(answer.body.code).toBe('notInvited');
  });

  test('a script tag in every field stays text', async () => {
    const html = '<script>alert(1)</script>';
    const { body } = await invite({ email: 'xss@acme.test', firstName: html, lastName: html });
    expect(body).toMatchObject({ firstName: html, lastName: html });
    const mail = await waitForMail(server, (m) => m.recipients.includes('xss@acme.test'));
    expect(mail.html).not.toContain('<script>');
  });
});

describe('rights', () => {
  test('403: nobody makes, raises or lowers somebody beyond his own rights', async () => {
    const lead = await acme.technicianWith(manage);
    const peer = await acme.technicianWith(manage);
    const code = async (answer: Promise<{ status: number; body: { code: string } }>) => {
      const { status, body } = await answer;
      return `${status} ${body.code}`;
    };
    const refusal = '403 moreThanYourRights';
    expect(await code(invite({ roleId: roles.admin }, lead))).toBe(refusal);
    expect(await code(lead.patch(at(lead.technicianId), { roleId: roles.admin }))).toBe(refusal);
    expect(await code(lead.patch(at(peer.technicianId), { roleId: roles.admin }))).toBe(refusal);
    expect(await code(lead.patch(at(acme.adminId), { roleId: roles.technician }))).toBe(refusal);
    expect(await code(lead.put(at(acme.adminId, '/disablement')))).toBe(refusal);
    expect((await lead.put(at(peer.technicianId, '/disablement'))).status).toBe(200);
  });

  test('200: names and phone', async () => {
    const { technicianId } = await acme.technician();
    const changes = { firstName: 'Tom', lastName: 'Smith', phone: '+4930901820' };
    const { status, body } = await acme.admin.patch(at(technicianId), changes);
    expect(status).toBe(200);
    expect(body).toMatchObject(changes);
    expect((await acme.admin.patch(at(technicianId), { phone: null })).body.phone).toBeNull();
    const bad = await acme.admin.patch(at(technicianId), { firstName: '', roleId: 'x' });
    expect(bad.status).toBe(400);
  });

  test('a new role counts at once and ends his sessions', async () => {
    const technician = await acme.technician();
    const answer = await acme.admin.patch(at(technician.technicianId), { roleId: roles.admin });
    expect(answer.body.role.builtIn).toBe('admin');
    expect((await session(technician)).status).toBe(401);
    const again = await signInAs(server, technician.email);
    expect((await again.get('/api/v1/audit-entries')).status).toBe(200);
  });

  test('disabled and enabled again', async () => {
    const technician = await acme.technician();
    const { body } = await acme.admin.put(at(technician.technicianId, '/disablement'));
    expect(body.state).toBe('disabled');
    expect((await session(technician)).status).toBe(401);
    expect((await acme.admin.delete(at(technician.technicianId, '/disablement'))).body.state).toBe(
      'active',
    );
    expect((await session(technician)).status).toBe(401);
    expect((await session(await signInAs(server, technician.email))).status).toBe(200);
  });
});

describe('the last Admin', () => {
  test('409: cannot be demoted or disable himself', async () => {
    const demotion = await other.admin.patch(at(other.adminId), {
      roleId: (await other.admin.get('/api/v1/roles')).body.items[1].id,
    });
    expect([demotion.status, demotion.body.code]).toEqual([409, 'lastAdmin']);
    const disablement = await other.admin.put(at(other.adminId, '/disablement'));
    expect([disablement.status, disablement.body.code]).toEqual([409, 'notYourself']);
  });

  test('an Admin who was only invited does not count', async () => {
    const tenant = await makeTenant(server);
    const [adminRole, technicianRole] = (await tenant.admin.get('/api/v1/roles')).body.items;
    const person = { firstName: 'A', lastName: 'B', roleId: adminRole.id };
    await tenant.admin.post('/api/v1/technicians', { email: 'late-admin@x.test', ...person });
    const answer = await tenant.admin.patch(at(tenant.adminId), { roleId: technicianRole.id });
    expect(answer.body.code).toBe('lastAdmin');
  });

  test.each(['demote', 'disable'])(
    'two who %s each other at the same moment: one remains',
    async (deed) => {
      for (let round = 0; round < 5; round++) {
        const tenant = await makeTenant(server);
        const [adminRole, technicianRole] = (await tenant.admin.get('/api/v1/roles')).body.items;
        const second = await tenant.technician();
        await tenant.admin.patch(at(second.technicianId), { roleId: adminRole.id });
        const secondAdmin = await signInAs(server, second.email);
        const against = (browser: TestTenant['admin'], id: number) =>
          deed === 'demote'
            ? browser.patch(at(id), { roleId: technicianRole.id })
            : browser.put(at(id, '/disablement'));
        const answers = await Promise.all([
          against(tenant.admin, second.technicianId),
          against(secondAdmin, tenant.adminId),
        ]);
        const [row] = await server.rows<{ count: number }>(
          `select count(*)::int as count from technicians t join roles r on r.id = t.role_id
         where t.tenant_id = $1 and r.built_in = 'admin' and t.disabled_at is null`,
          [tenant.tenantId],
        );
        expect(row?.count, JSON.stringify(answers.map(({ body }) => body))).toBe(1);
        expect(answers.map(({ status }) => status)).toContain(200);
      }
    },
    60_000,
  );

  test('two who step back at the same moment: one is refused', async () => {
    for (let round = 0; round < 5; round++) {
      const tenant = await makeTenant(server);
      const [adminRole, technicianRole] = (await tenant.admin.get('/api/v1/roles')).body.items;
      const second = await tenant.technician();
      await tenant.admin.patch(at(second.technicianId), { roleId: adminRole.id });
      const secondAdmin = await signInAs(server, second.email);
      const answers = await Promise.all([
        tenant.admin.patch(at(tenant.adminId), { roleId: technicianRole.id }),
        secondAdmin.patch(at(second.technicianId), { roleId: technicianRole.id }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    }
  }, 60_000);
});

test('everything that matters is in the audit log', async () => {
  const { items } = (await acme.admin.get('/api/v1/audit-entries?limit=100')).body;
  const actions = new Set(items.map(({ action }: { action: string }) => action));
  for (const action of [
    'technician.created',
    'technician.joined',
    'technician.changed',
    'technician.roleChanged',
    'technician.disabled',
    'technician.enabled',
    'technician.signedIn',
    'technician.invitedAgain',
    'technician.invitationRevoked',
  ])
    expect(actions).toContain(action);
  expect(JSON.stringify(items)).not.toContain(TEST_PASSWORD);
});
