import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { clock } from '#platform/clock.ts';
import { createToken } from '#platform/crypto/secrets.ts';
import type { HttpClient } from '../../../tests/support/http-client.ts';
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
  setUpApp,
  type TestApp,
  takeFirstStep,
  takeSecondStep,
} from '../../../tests/support/two-factor.ts';

/** Signing in with a second step: authenticator app and recovery codes. */
let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
let technician: TestTechnician;
let app: TestApp;
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
});
beforeEach(async () => {
  await server.rows('delete from rate_limits');
  technician = await acme.technician();
  app = await setUpApp(technician);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => server.close());

/** Moves the server's clock; what was moved before is forgotten. */
function moveClock(seconds: number): void {
  vi.restoreAllMocks();
  vi.spyOn(clock, 'now').mockImplementation(() => new Date(Date.now() + seconds * 1000));
}
const isSignedIn = async (browser: HttpClient) =>
  (await browser.get('/api/v1/session')).status === 200;
const totp = (code: string) => ({ factor: 'totp', code });
const recovery = (code: string) => ({ factor: 'recoveryCode', code });
const mailTo = (email: string, says: RegExp) =>
  waitForMail(server, (mail) => mail.recipients.includes(email) && says.test(mail.text ?? ''));
const audited = async (action: string) =>
  server.rows<{ details: object; actor_kind: string }>(
    'select details, actor_kind from audit_entries where subject_id = $1 and action = $2',
    [technician.technicianId, action],
  );

describe('the first step', () => {
  test('asks for a second one and gives no session', async () => {
    const { browser, answer } = await takeFirstStep(server, technician.email);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ secondFactor: ['totp', 'recoveryCode'] });
    expect(browser.cookies.has('portico_console')).toBe(false);
    const cookie = answer.headers['set-cookie']?.join('\n') ?? '';
    expect(cookie).toMatch(/^portico_pending_sign_in=.*HttpOnly; SameSite=Strict/m);
    expect(cookie).not.toMatch(/portico_known_/);
    expect(await isSignedIn(browser)).toBe(false);
    const before = await server.rows('select last_sign_in_at from technicians where id = $1', [
      technician.technicianId,
    ]);
    await takeFirstStep(server, technician.email);
    expect(
      await server.rows('select last_sign_in_at from technicians where id = $1', [
        technician.technicianId,
      ]),
    ).toEqual(before);
    expect(await audited('technician.secondStepAwaited')).toMatchObject([
      { actor_kind: 'nobody' },
      { actor_kind: 'nobody' },
    ]);
  });

  test('its token opens nothing else, and only its hash is stored', async () => {
    const { browser } = await takeFirstStep(server, technician.email);
    const token = browser.cookies.get('portico_pending_sign_in') ?? '';
    browser.cookies.set('portico_console', token);
    expect(await isSignedIn(browser)).toBe(false);
    const bearer = server.console();
    bearer.bearer = token;
    expect(await isSignedIn(bearer)).toBe(false);
    const rows = await server.rows('select * from pending_sign_ins');
    expect(JSON.stringify(rows)).not.toContain(token);
    const secrets = JSON.stringify(await server.rows('select * from authenticator_apps'));
    expect(secrets).not.toContain(app.secret.replaceAll(' ', ''));
  });

  test('stays what it is for who has no second factor', async () => {
    const { email } = await acme.technician();
    const { answer } = await takeFirstStep(server, email);
    expect(answer.body).toMatchObject({ technician: { email }, mustSetUpTwoFactor: false });
    expect(answer.body.secondFactor).toBeUndefined();
  });
});

describe('the code of the app', () => {
  test('200: lets in, as a whole sign-in would have', async () => {
    const { browser } = await takeFirstStep(server, technician.email);
    const answer = await takeSecondStep(browser, totp(app.code()));
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      technician: { id: technician.technicianId, email: technician.email },
      company: { name: 'Acme' },
    });
    expect(browser.cookies.has('portico_pending_sign_in')).toBe(false);
    expect([...browser.cookies.keys()].some((name) => name.startsWith('portico_known_'))).toBe(
      true,
    );
    expect(await isSignedIn(browser)).toBe(true);
    expect(await audited('technician.signedIn')).toContainEqual(
      expect.objectContaining({ details: { by: 'totp' } }),
    );
  });

  test.each([-30, 30])('%s seconds off counts, for clocks that differ', async (seconds) => {
    moveClock(60);
    const { browser } = await takeFirstStep(server, technician.email);
    expect((await takeSecondStep(browser, totp(app.code(seconds)))).status).toBe(200);
  });

  test.each([-60, 60])('%s seconds off does not', async (seconds) => {
    moveClock(120);
    const { browser } = await takeFirstStep(server, technician.email);
    expect((await takeSecondStep(browser, totp(app.code(seconds)))).status).toBe(401);
  });

  test('works once: not again, not the one before it, not by two at the same moment', async () => {
    const code = app.code();
    const steps = await Promise.all(
      [1, 2, 3, 4].map(() => takeFirstStep(server, technician.email)),
    );
    const answers = await Promise.all(
      steps.map(({ browser }) => takeSecondStep(browser, totp(code))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
    moveClock(30);
    const { browser } = await takeFirstStep(server, technician.email);
    expect((await takeSecondStep(browser, totp(code))).status).toBe(401);
    expect((await takeSecondStep(browser, totp(app.code()))).status).toBe(200);
  });

  test('the one that confirmed the app is used up', async () => {
    const { browser } = await takeFirstStep(server, technician.email);
    expect((await takeSecondStep(browser, totp(app.code(-30)))).status).toBe(401);
  });

  test("401: of somebody else's app, also of another company", async () => {
    const { browser } = await takeFirstStep(server, technician.email);
    for (const tenant of [acme, other]) {
      const stranger = await setUpApp(await tenant.technician());
      expect((await takeSecondStep(browser, totp(stranger.code()))).status).toBe(401);
      const code = recovery(stranger.recoveryCodes[0] ?? '');
      expect((await takeSecondStep(browser, code)).status).toBe(401);
    }
    expect((await takeSecondStep(browser, totp(app.code()))).status).toBe(200);
  });

  test('400: nonsense', async () => {
    const { browser } = await takeFirstStep(server, technician.email);
    for (const body of [{}, { factor: 'totp' }, { factor: 'word', code: '1' }, totp('')])
      expect((await takeSecondStep(browser, body)).status).toBe(400);
  });

  test('401: one answer, in one time, for a wrong, a used and a made-up code', async () => {
    const { browser } = await takeFirstStep(server, technician.email);
    const bodies = [];
    for (const wrong of [totp('000000'), totp(app.code(-30)), totp('x'), recovery('abcd')]) {
      const start = performance.now();
      const { status, body, headers } = await takeSecondStep(browser, wrong);
      expect(performance.now() - start).toBeGreaterThan(240);
      expect(status).toBe(401);
      expect(headers['set-cookie']).toBeUndefined();
      bodies.push({ ...body, requestId: '' });
    }
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(bodies[0]).toMatchObject({ code: 'secondStepFailed' });
    expect(await audited('technician.secondStepRefused')).toHaveLength(4);
  });
});

describe('a recovery code', () => {
  test('200: lets in once, however it is typed, and its owner is told', async () => {
    const [code = ''] = app.recoveryCodes;
    expect(app.recoveryCodes).toHaveLength(10);
    const { browser } = await takeFirstStep(server, technician.email);
    const typed = ` ${code.toUpperCase().replaceAll('-', ' ')} `;
    expect((await takeSecondStep(browser, recovery(typed))).status).toBe(200);
    const again = await takeFirstStep(server, technician.email);
    expect((await takeSecondStep(again.browser, recovery(code))).status).toBe(401);
    const { body } = await browser.get('/api/v1/me/two-factor');
    expect(body.recoveryCodesLeft).toBe(9);
    const { text } = await mailTo(technician.email, /recovery code was used/);
    expect(text).toContain('A recovery code was used to sign in. 9 are left.');
    expect(text).toContain(`${server.config.baseUrl}/profile/security`);
  });

  test('parallel: exactly one gets in', async () => {
    const [code = ''] = app.recoveryCodes;
    const steps = await Promise.all(
      [1, 2, 3, 4, 5].map(() => takeFirstStep(server, technician.email)),
    );
    const answers = await Promise.all(
      steps.map(({ browser }) => takeSecondStep(browser, recovery(code))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401]);
  });

  test('is stored as a keyed hash only, and no longer offered when all are used', async () => {
    const stored = JSON.stringify(await server.rows('select * from recovery_codes'));
    for (const code of app.recoveryCodes) expect(stored).not.toContain(code);
    await server.rows('update recovery_codes set used_at = now() where technician_id = $1', [
      technician.technicianId,
    ]);
    const { answer } = await takeFirstStep(server, technician.email);
    expect(answer.body).toEqual({ secondFactor: ['totp'] });
  });
});

describe('a sign-in on its way', () => {
  const expired = { status: 401, body: { code: 'signInExpired' } };

  test('is finished once', async () => {
    const { browser } = await takeFirstStep(server, technician.email);
    const token = browser.cookies.get('portico_pending_sign_in') ?? '';
    expect((await takeSecondStep(browser, totp(app.code()))).status).toBe(200);
    const thief = server.console();
    thief.cookies.set('portico_pending_sign_in', token);
    moveClock(30);
    expect(await takeSecondStep(thief, totp(app.code()))).toMatchObject(expired);
  });

  test('by two at the same moment: one session', async () => {
    const { browser } = await takeFirstStep(server, technician.email);
    const twin = server.console();
    for (const [name, value] of browser.cookies) twin.cookies.set(name, value);
    const [one = '', two = ''] = app.recoveryCodes;
    const answers = await Promise.all([
      takeSecondStep(browser, recovery(one)),
      takeSecondStep(twin, recovery(two)),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  test('ends after five minutes', async () => {
    const { browser } = await takeFirstStep(server, technician.email);
    moveClock(5 * 60 + 1);
    expect(await takeSecondStep(browser, totp(app.code()))).toMatchObject(expired);
  });

  test('is worth nothing at another host, without its cookie, or made up', async () => {
    const { browser } = await takeFirstStep(server, technician.email);
    const portal = acme.portal();
    for (const [name, value] of browser.cookies) portal.cookies.set(name, value);
    expect((await takeSecondStep(portal, totp(app.code()))).status).toBe(404);
    await server.rows(`update pending_sign_ins set host = 'elsewhere.test'`);
    expect(await takeSecondStep(browser, totp(app.code()))).toMatchObject(expired);
    expect(await takeSecondStep(server.console(), totp(app.code()))).toMatchObject(expired);
    const liar = server.console();
    liar.cookies.set('portico_pending_sign_in', createToken());
    expect(await takeSecondStep(liar, totp(app.code()))).toMatchObject(expired);
  });

  test('refuses what comes from another origin', async () => {
    const { browser } = await takeFirstStep(server, technician.email);
    const origin = server.config.portalOrigin(acme.slug);
    const path = '/api/v1/session/second-factor';
    const answer = await browser.post(path, totp(app.code()), { origin });
    expect([answer.status, answer.body.code]).toEqual([403, 'foreignOrigin']);
  });

  test('ends with a new password, and when the technician is disabled', async () => {
    const { browser } = await takeFirstStep(server, technician.email);
    const change = { newPassword: 'Harbour-Tulip-43!' };
    expect((await technician.put('/api/v1/me/password', change)).status).toBeLessThan(300);
    expect(await takeSecondStep(browser, totp(app.code()))).toMatchObject(expired);
    const again = await takeFirstStep(server, technician.email, change.newPassword);
    await acme.admin.put(`/api/v1/technicians/${technician.technicianId}/disablement`);
    expect(await takeSecondStep(again.browser, totp(app.code()))).toMatchObject(expired);
  });
});

describe('guessing', () => {
  const guess = (browser: HttpClient) => takeSecondStep(browser, totp('000000'));

  test('429 after five tries, from however many sign-ins; the right code comes too late', async () => {
    const steps = await Promise.all(
      [1, 2, 3, 4].map(() => takeFirstStep(server, technician.email)),
    );
    const answers = await Promise.all(
      steps.flatMap(({ browser }) => [guess(browser), guess(browser)]),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    const { browser } = await takeFirstStep(server, technician.email);
    const late = await takeSecondStep(browser, totp(app.code()));
    expect([late.status, late.body.code]).toEqual([429, 'tooMany']);
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(60);
  });

  test('by somebody who knows the password does not keep the owner’s browser out', async () => {
    const owner = await takeFirstStep(server, technician.email);
    expect((await takeSecondStep(owner.browser, totp(app.code()))).status).toBe(200);
    await owner.browser.delete('/api/v1/session');
    const attacker = await takeFirstStep(server, technician.email);
    for (let i = 0; i < 6; i++) await guess(attacker.browser);
    expect((await guess(attacker.browser)).status).toBe(429);
    moveClock(30);
    const credentials = { email: technician.email, password: TEST_PASSWORD };
    expect((await owner.browser.post('/api/v1/session', credentials)).status).toBe(200);
    expect((await takeSecondStep(owner.browser, totp(app.code()))).status).toBe(200);
  });

  test('begins anew after a success, and passwords without a second step are counted', async () => {
    const { browser } = await takeFirstStep(server, technician.email);
    for (let i = 0; i < 4; i++) expect((await guess(browser)).status).toBe(401);
    expect((await takeSecondStep(browser, totp(app.code()))).status).toBe(200);
    expect(
      await server.rows(`select * from rate_limits where bucket like 'second-step:%'`),
    ).toEqual([]);
    for (let i = 0; i < 10; i++)
      expect((await takeFirstStep(server, technician.email)).answer.status).toBe(200);
    expect((await takeFirstStep(server, technician.email)).answer.status).toBe(429);
  });

  test('by patience ends for the day', async () => {
    for (let round = 0; round < 5; round++) {
      const { browser } = await takeFirstStep(server, technician.email);
      await Promise.all([1, 2, 3, 4, 5].map(() => guess(browser)));
      await server.rows(`delete from rate_limits where bucket not like '%:day'`);
    }
    const { browser } = await takeFirstStep(server, technician.email);
    const answer = await takeSecondStep(browser, totp(app.code()));
    expect(answer.status).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(12 * 3600);
  });
});

test('a password reset does not get around it, and does not sign in', async () => {
  await server.console().post('/api/v1/password-resets', { email: technician.email });
  const { text } = await mailTo(technician.email, /token=/);
  const token = /token=([\w-]+)/.exec(text ?? '')?.[1];
  const password = 'Harbour-Tulip-43!';
  const browser = server.console();
  const redeemed = await browser.post('/api/v1/password-resets/redemption', { token, password });
  expect(redeemed.status).toBe(204);
  expect(redeemed.headers['set-cookie']).toBeUndefined();
  expect(await isSignedIn(browser)).toBe(false);
  const { answer, browser: next } = await takeFirstStep(server, technician.email, password);
  expect(answer.body).toEqual({ secondFactor: ['totp', 'recoveryCode'] });
  expect(await isSignedIn(next)).toBe(false);
  expect((await takeSecondStep(next, totp('000000'))).status).toBe(401);
  expect((await takeSecondStep(next, totp(app.code()))).status).toBe(200);
});

test('under HTTPS the token between the steps insists on it', async () => {
  const secure = await startTestServer({ BASE_URL: 'https://desk.example.test' });
  try {
    const tenant = await makeTenant(secure);
    const origin = secure.config.baseUrl;
    const browser = await signInAs(secure, tenant.adminEmail);
    browser.post = (path, body = {}, headers = {}) =>
      browser.send('POST', path, body, { origin, ...headers });
    browser.put = (path, body = {}, headers = {}) =>
      browser.send('PUT', path, body, { origin, ...headers });
    await setUpApp(browser);
    const credentials = { email: tenant.adminEmail, password: TEST_PASSWORD };
    const answer = await secure.console().post('/api/v1/session', credentials, { origin });
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-portico_pending_sign_in=.*; Secure/),
    ]);
  } finally {
    await secure.close();
  }
});
