import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { clock } from '#platform/clock.ts';
import { waitForMail } from '../../../tests/support/mail.ts';
import {
  makeTenant,
  signInAs,
  TEST_PASSWORD,
  type TestTechnician,
  type TestTenant,
} from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import {
  codeOf,
  setUpApp,
  setUpPasskey,
  takeFirstStep,
  takeSecondStep,
} from '../../../tests/support/two-factor.ts';

import { resetTwoFactorCommand } from '../../cli/reset-two-factor.command.ts';

/** Setting two-factor sign-in up, changing it, resetting it for somebody. */
let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
let technician: TestTechnician;
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
});
beforeEach(async () => {
  await server.rows('delete from rate_limits');
  technician = await acme.technician();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => server.close());

const APP = '/api/v1/me/authenticator-app';
const CODES = '/api/v1/me/recovery-codes';
const state = async (browser = technician) => (await browser.get('/api/v1/me/two-factor')).body;
const forgetProof = (id = technician.technicianId) =>
  server.rows(
    `update sessions set proved_at = now() - interval '11 minutes' where technician_id = $1`,
    [id],
  );
const moveClock = (seconds: number) =>
  vi.spyOn(clock, 'now').mockImplementation(() => new Date(Date.now() + seconds * 1000));
const noticeTo = async (email: string, says: RegExp) =>
  (
    await waitForMail(
      server,
      (mail) => mail.recipients.includes(email) && says.test(mail.text ?? ''),
    )
  ).text;
const actions = async (id = technician.technicianId) =>
  (
    await server.rows<{ action: string }>(
      'select action from audit_entries where subject_id = $1 order by id',
      [id],
    )
  ).map(({ action }) => action.replace('technician.', ''));

describe('an authenticator app', () => {
  test('counts once a code has confirmed it, and is shown as picture and text', async () => {
    expect(await state()).toEqual({
      isOn: false,
      isRequired: false,
      appSetUpAt: null,
      passkeys: [],
      recoveryCodesLeft: 0,
    });
    const begun = await technician.post(APP);
    expect(begun.body.secret).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    expect(begun.body.qrCode).toMatch(/^<svg/);
    const address = new URL(begun.body.address);
    expect(address.searchParams.get('issuer')).toBe('Acme');
    expect(decodeURIComponent(address.pathname)).toContain(technician.email);
    expect((await takeFirstStep(server, technician.email)).answer.body.technician).toBeDefined();

    const wrong = await technician.put(APP, { code: '000000' });
    expect(wrong.body.errors).toMatchObject([{ field: 'code', code: 'wrongCode' }]);
    expect((await state()).isOn).toBe(false);
    const confirmed = await technician.put(APP, { code: codeOf(begun.body.secret) });
    expect(confirmed.status).toBe(200);
    expect(new Set(confirmed.body.recoveryCodes).size).toBe(10);
    expect(confirmed.body.recoveryCodes[0]).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/);
    expect(await state()).toMatchObject({ isOn: true, recoveryCodesLeft: 10 });
    expect((await state()).appSetUpAt).not.toBeNull();
    expect(await noticeTo(technician.email, /turned on/)).toContain('Two-factor sign-in');
    expect(await actions()).toEqual(
      expect.arrayContaining(['authenticatorAppSetUp', 'twoFactorTurnedOn']),
    );
    const logged = JSON.stringify(await server.rows('select details from audit_entries'));
    expect(logged).not.toContain(confirmed.body.recoveryCodes[0]);
  });

  test('409: without having begun, and fifteen minutes later', async () => {
    expect((await technician.put(APP, { code: '123456' })).body.code).toBe('setUpExpired');
    const { secret } = (await technician.post(APP)).body;
    moveClock(15 * 60 + 1);
    const late = await technician.put(APP, { code: codeOf(secret) });
    expect([late.status, late.body.code]).toEqual([409, 'setUpExpired']);
  });

  test('ends the sessions that were opened without it, not the one that set it up', async () => {
    const elsewhere = await signInAs(server, technician.email);
    await setUpApp(technician);
    expect((await elsewhere.get('/api/v1/session')).status).toBe(401);
    expect((await technician.get('/api/v1/session')).status).toBe(200);
  });

  test('is replaced by a new one only when that is confirmed; the codes stay', async () => {
    const app = await setUpApp(technician);
    const begun = await technician.post(APP);
    const { browser } = await takeFirstStep(server, technician.email);
    const wrong = { factor: 'totp', code: codeOf(begun.body.secret) };
    expect((await takeSecondStep(browser, wrong)).status).toBe(401);
    expect((await takeSecondStep(browser, { factor: 'totp', code: app.code() })).status).toBe(200);
    const replaced = await technician.put(APP, { code: codeOf(begun.body.secret, -30) });
    expect(replaced.body).toEqual({ recoveryCodes: null });
    expect((await state()).recoveryCodesLeft).toBe(10);
    expect(await noticeTo(technician.email, /app was set up/)).toBeTruthy();
    const again = await takeFirstStep(server, technician.email);
    const old = { factor: 'totp', code: app.code(30) };
    expect((await takeSecondStep(again.browser, old)).status).toBe(401);
    const fresh = { factor: 'totp', code: codeOf(begun.body.secret) };
    expect((await takeSecondStep(again.browser, fresh)).status).toBe(200);
  });

  test('is removed: the password alone is enough again, and the codes are gone', async () => {
    const app = await setUpApp(technician);
    expect((await technician.delete(APP)).status).toBe(204);
    expect(await state()).toMatchObject({ isOn: false, appSetUpAt: null, recoveryCodesLeft: 0 });
    expect((await takeFirstStep(server, technician.email)).answer.body.technician).toBeDefined();
    expect(await noticeTo(technician.email, /turned off/)).toContain('password alone');
    expect(await actions()).toEqual(
      expect.arrayContaining(['authenticatorAppRemoved', 'twoFactorTurnedOff']),
    );
    expect((await technician.delete(APP)).status).toBe(404);
    expect(app.recoveryCodes).toHaveLength(10);
  });

  test('of two that are confirmed at the same moment, one brings recovery codes', async () => {
    const { secret } = (await technician.post(APP)).body;
    const answers = await Promise.all(
      [-30, 0].map((later) => technician.put(APP, { code: codeOf(secret, later) })),
    );
    const brought = answers.filter(({ body }) => body.recoveryCodes?.length === 10);
    expect(brought).toHaveLength(1);
    expect((await state()).recoveryCodesLeft).toBe(10);
  });
});

describe('recovery codes', () => {
  test('are made anew; the earlier ones stop working', async () => {
    const app = await setUpApp(technician);
    const renewed = await technician.post(CODES);
    expect(renewed.body.recoveryCodes).toHaveLength(10);
    const { browser } = await takeFirstStep(server, technician.email);
    const use = (code = '') => takeSecondStep(browser, { factor: 'recoveryCode', code });
    expect((await use(app.recoveryCodes[0])).status).toBe(401);
    expect((await use(renewed.body.recoveryCodes[0])).status).toBe(200);
    expect(await noticeTo(technician.email, /New recovery codes/)).toBeTruthy();
  });

  test('409: without a second factor', async () => {
    const answer = await technician.post(CODES);
    expect([answer.status, answer.body.code]).toEqual([409, 'twoFactorOff']);
  });
});

test('403: what guards the account needs a fresh proof of the password', async () => {
  await setUpApp(technician);
  await setUpPasskey(server, technician);
  const [{ id }] = (await state()).passkeys;
  await forgetProof();
  for (const [method, path] of [
    ['POST', APP],
    ['DELETE', APP],
    ['POST', CODES],
    ['POST', '/api/v1/me/passkey-options'],
    ['DELETE', `/api/v1/me/passkeys/${id}`],
  ] as const) {
    const answer = await technician.send(method, path, method === 'POST' ? {} : undefined);
    expect([answer.status, answer.body.code], path).toEqual([403, 'proofRequired']);
  }
  expect(await state()).toMatchObject({ isOn: true, recoveryCodesLeft: 10 });
  await technician.post('/api/v1/session/proof', { password: TEST_PASSWORD });
  expect((await technician.delete(APP)).status).toBe(204);
});

test('403: not with an API key', async () => {
  const [role] = (await acme.admin.get('/api/v1/roles')).body.items;
  const { secret } = (await acme.admin.post('/api/v1/api-keys', { name: 'x', roleId: role.id }))
    .body;
  const script = server.console();
  script.bearer = secret;
  const { technicianId } = technician;
  for (const [method, path, body] of [
    ['GET', '/api/v1/me/two-factor'],
    ['PUT', APP, { code: '123456' }],
    ['PATCH', '/api/v1/me/passkeys/1', { name: 'x' }],
    ['POST', APP],
    ['DELETE', APP],
    ['POST', CODES],
    ['POST', '/api/v1/me/passkey-options'],
    ['GET', '/api/v1/me/sessions'],
    ['DELETE', '/api/v1/me/sessions'],
    ['DELETE', `/api/v1/technicians/${technicianId}/two-factor`],
  ] as const) {
    const answer = await script.send(method, path, body ?? (method === 'POST' ? {} : undefined));
    expect([answer.status, answer.body.code], path).toEqual([403, 'browsersOnly']);
  }
});

describe('for somebody who has lost everything', () => {
  const path = (id = technician.technicianId) => `/api/v1/technicians/${id}/two-factor`;

  test('an administrator resets it: sessions end, the person is told, the password is enough', async () => {
    await setUpApp(technician);
    await setUpPasskey(server, technician);
    const halfway = await takeFirstStep(server, technician.email);
    const { body } = await acme.admin.get(path());
    expect(body).toEqual({ isOn: true, isRequired: false });
    expect((await acme.admin.delete(path())).status).toBe(204);
    expect((await technician.get('/api/v1/session')).status).toBe(401);
    const late = await takeSecondStep(halfway.browser, { factor: 'totp', code: '000000' });
    expect(late.body.code).toBe('signInExpired');
    const again = await signInAs(server, technician.email);
    expect((await again.get('/api/v1/me/two-factor')).body).toMatchObject({
      isOn: false,
      passkeys: [],
      recoveryCodesLeft: 0,
    });
    const text = await noticeTo(technician.email, /reset your two-factor/);
    expect(text).toContain('Ada Boss');
    expect(await actions()).toContain('twoFactorReset');
    const none = await acme.admin.delete(path());
    expect([none.status, none.body.code]).toEqual([409, 'twoFactorOff']);
  });

  test('403: not without the right, not with fewer rights, not without a fresh proof', async () => {
    await setUpApp(technician);
    expect((await (await acme.technician()).delete(path())).status).toBe(403);
    const lead = await acme.technicianWith(['technicians.manage', 'technicians.view']);
    expect((await lead.delete(path())).body.code).toBe('moreThanYourRights');
    await forgetProof(acme.adminId);
    expect((await acme.admin.delete(path())).body.code).toBe('proofRequired');
    await acme.admin.post('/api/v1/session/proof', { password: TEST_PASSWORD });
    expect((await state()).isOn).toBe(true);
  });

  test('the operator resets it on the server, for the last Admin', async () => {
    const house = await makeTenant(server);
    await setUpApp(house.admin);
    const { config, platform } = server;
    const lines: string[] = [];
    const shop = { config, log: platform.log, print: (line: string) => void lines.push(line) };
    await resetTwoFactorCommand.run(['--email', house.adminEmail.toUpperCase()], shop);
    expect(lines.join('\n')).toContain(house.adminEmail);
    expect((await house.admin.get('/api/v1/session')).status).toBe(401);
    await signInAs(server, house.adminEmail);
    expect(await noticeTo(house.adminEmail, /on the server/)).toBeTruthy();
    const again = resetTwoFactorCommand.run(['--email', house.adminEmail], shop);
    await expect(again).rejects.toMatchObject({ code: 'twoFactorOff' });
    for (const email of ['nobody@nowhere.test', 'nonsense'])
      await expect(resetTwoFactorCommand.run(['--email', email], shop)).rejects.toThrow(
        email === 'nonsense' ? '--email' : email,
      );
    await expect(resetTwoFactorCommand.run([], shop)).rejects.toThrow('--email');
  });

  test('409: not for oneself; 404: not in another company', async () => {
    const admin = await signInAs(server, acme.adminEmail);
    const own = await admin.delete(path(acme.adminId));
    expect([own.status, own.body.code]).toEqual([409, 'ownTwoFactor']);
    for (const method of ['GET', 'DELETE'])
      expect((await other.admin.send(method, path())).status).toBe(404);
  });
});
