import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PREFIX } from '#platform/http/route.ts';
import { openEventSource } from '../../../tests/support/event-source.ts';
import type { HttpClient } from '../../../tests/support/http-client.ts';
import {
  makeTenant,
  signInAs,
  type TestTechnician,
  type TestTenant,
} from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import { setUpApp, setUpPasskey, takeFirstStep } from '../../../tests/support/two-factor.ts';
import { routes } from '../../api.ts';

/** A role that requires two-factor sign-in. */
let server: TestServer;
let acme: TestTenant;
let technician: TestTechnician;
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
});
beforeEach(async () => {
  await server.rows('delete from rate_limits');
  technician = await acme.technicianWith(['tickets.view', 'technicians.view']);
});
afterAll(() => server.close());

const roleOf = async (browser: HttpClient) =>
  (await browser.get('/api/v1/session')).body.technician.role.id;
const require = async (roleId: number, requiresTwoFactor = true) => {
  const answer = await acme.admin.patch(`/api/v1/roles/${roleId}`, { requiresTwoFactor });
  expect(answer.status).toBe(200);
};
const mustSetUp = async (browser: HttpClient) =>
  (await browser.get('/api/v1/session')).body.mustSetUpTwoFactor;

describe('who has none', () => {
  test('403 from every route but those that set it up', async () => {
    await require(await roleOf(technician));
    const closed = routes.filter(
      ({ audience, allow }) =>
        audience === 'console' && !['public', 'newcomer'].includes(`${allow}`),
    );
    expect(closed.length).toBeGreaterThan(50);
    for (const { method, path } of closed) {
      const address = PREFIX.console + path.replace(/:\w+/g, '1');
      const answer = await technician.send(method, address, method === 'GET' ? undefined : {});
      expect([answer.status, answer.body.code], `${method} ${path}`).toEqual([
        403,
        'twoFactorRequired',
      ]);
    }
    const open = routes.filter(
      ({ audience, allow }) => audience === 'console' && allow === 'newcomer',
    );
    expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'DELETE /session',
      'GET /me/two-factor',
      'GET /session',
      'POST /me/authenticator-app',
      'POST /me/passkey-options',
      'POST /me/passkeys',
      'POST /session/proof',
      'PUT /me/authenticator-app',
    ]);
  });

  test.each(['app', 'passkey'])('sets up the %s and goes on, in the same session', async (what) => {
    await require(await roleOf(technician));
    expect(await mustSetUp(technician)).toBe(true);
    expect((await technician.get('/api/v1/tickets')).status).toBe(403);
    if (what === 'app') await setUpApp(technician);
    else await setUpPasskey(server, technician);
    expect(await mustSetUp(technician)).toBe(false);
    expect((await technician.get('/api/v1/tickets')).status).toBe(200);
  });

  test('is told so at sign-in', async () => {
    await require(await roleOf(technician));
    const { answer, browser } = await takeFirstStep(server, technician.email);
    expect(answer.body.mustSetUpTwoFactor).toBe(true);
    expect((await browser.get('/api/v1/tickets')).status).toBe(403);
  });

  test('hears no live events any more, within seconds', async () => {
    const stream = await openEventSource(technician, '/api/v1/events');
    await require(await roleOf(technician));
    await stream.next(({ name }) => name === 'signedOut');
    await stream.ended;
    expect((await openEventSource(technician, '/api/v1/events')).status).toBe(403);
  });
});

describe('who has it', () => {
  test('notices nothing, and cannot remove the last factor', async () => {
    await setUpApp(technician);
    await setUpPasskey(server, technician);
    await require(await roleOf(technician));
    expect(await mustSetUp(technician)).toBe(false);
    expect((await technician.get('/api/v1/tickets')).status).toBe(200);
    expect((await technician.delete('/api/v1/me/authenticator-app')).status).toBe(204);
    const state = (await technician.get('/api/v1/me/two-factor')).body;
    expect(state.isRequired).toBe(true);
    const last = await technician.delete(`/api/v1/me/passkeys/${state.passkeys[0].id}`);
    expect([last.status, last.body.code]).toEqual([409, 'twoFactorNeeded']);
    expect((await technician.get('/api/v1/me/two-factor')).body).toMatchObject({
      isOn: true,
      recoveryCodesLeft: 10,
    });
  });

  test('and loses it by a reset sets it up again', async () => {
    await setUpApp(technician);
    await require(await roleOf(technician));
    const path = `/api/v1/technicians/${technician.technicianId}/two-factor`;
    expect((await acme.admin.delete(path)).status).toBe(204);
    expect(await mustSetUp(await signInAs(server, technician.email))).toBe(true);
  });
});

test('an invitation does not get around it either', async () => {
  const roleId = await roleOf(technician);
  await require(roleId);
  const email = 'new@acme.test';
  const person = { email, firstName: 'New', lastName: 'Person', roleId };
  await acme.admin.post('/api/v1/technicians', person);
  // As after the invitation was accepted: the password of another technician.
  await server.rows(
    `update technicians set password_hash = (select password_hash from technicians where id = $1)
     where email = $2`,
    [technician.technicianId, email],
  );
  const browser = await signInAs(server, email);
  expect((await browser.get('/api/v1/tickets')).body.code).toBe('twoFactorRequired');
});

test('the setter is led to set it up, not locked out; keys of scripts are not asked', async () => {
  const house = await makeTenant(server, { company: 'House' });
  const [admin] = (await house.admin.get('/api/v1/roles')).body.items;
  const key = (await house.admin.post('/api/v1/api-keys', { name: 'x', roleId: admin.id })).body;
  const set = { requiresTwoFactor: true };
  expect((await house.admin.patch(`/api/v1/roles/${admin.id}`, set)).status).toBe(200);
  expect(await mustSetUp(house.admin)).toBe(true);
  const script = server.console();
  script.bearer = key.secret;
  expect((await script.get('/api/v1/tickets')).status).toBe(200);
  expect((await script.get('/api/v1/session')).body.mustSetUpTwoFactor).toBe(false);
  await setUpApp(house.admin);
  expect((await house.admin.get('/api/v1/roles')).body.items[0]).toMatchObject(set);
});
