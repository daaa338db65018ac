import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { clock } from '#platform/clock.ts';
import { Authenticator, type Bend } from '../../../tests/support/authenticator.ts';
import type { HttpClient } from '../../../tests/support/http-client.ts';
import { makeTenant, type TestTechnician, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import {
  setUpApp,
  setUpPasskey,
  takeFirstStep,
  takeSecondStep,
} from '../../../tests/support/two-factor.ts';

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

const ADD_OPTIONS = '/api/v1/me/passkey-options';
const PASSKEYS = '/api/v1/me/passkeys';
const SIGN_IN_OPTIONS = '/api/v1/session/passkey-options';
const STEP_OPTIONS = '/api/v1/session/second-factor/passkey-options';
const twoFactor = async (browser: HttpClient = technician) =>
  (await browser.get('/api/v1/me/two-factor')).body;
const moveClock = (seconds: number) =>
  vi.spyOn(clock, 'now').mockImplementation(() => new Date(Date.now() + seconds * 1000));
const newAuthenticator = () => new Authenticator(server.config.baseUrl);
const enter = (browser: HttpClient, credential: object) =>
  browser.post('/api/v1/session/passkey', { credential });

/** What every answer of an authenticator is refused for. */
const BENDS: [string, Bend][] = [
  ['another origin', { origin: 'http://evil.test' }],
  ['a portal’s origin', { origin: 'http://acme.servicedesk.localhost' }],
  ['another relying party', { rpId: 'evil.test' }],
  ['a challenge that nobody set', { challenge: Buffer.alloc(32, 7).toString('base64url') }],
  ['another ceremony', { type: 'payment.get' }],
  ['a user who was not verified', { isUnverified: true }],
];

describe('adding', () => {
  test('201: the first one turns two-factor sign-in on and brings recovery codes', async () => {
    const options = (await technician.post(ADD_OPTIONS)).body;
    expect(options).toMatchObject({
      rp: { id: 'localhost', name: 'Acme' },
      user: { name: technician.email },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    expect(Buffer.from(options.user.id, 'base64url').toString()).not.toContain(technician.email);
    const { answer } = await setUpPasskey(server, technician, 'Work laptop');
    expect(answer.body.recoveryCodes).toHaveLength(10);
    const { isOn, passkeys, recoveryCodesLeft } = await twoFactor();
    expect([isOn, recoveryCodesLeft]).toEqual([true, 10]);
    expect(passkeys).toMatchObject([{ name: 'Work laptop', lastUsedAt: null }]);
    const { answer: first } = await takeFirstStep(server, technician.email);
    expect(first.body).toEqual({ secondFactor: ['passkey', 'recoveryCode'] });
  });

  test('several, with names; not the same authenticator twice', async () => {
    await setUpPasskey(server, technician, 'One');
    const { answer, authenticator } = await setUpPasskey(server, technician, 'Two');
    expect(answer.body).toEqual({ recoveryCodes: null });
    const options = (await technician.post(ADD_OPTIONS)).body;
    const excluded = options.excludeCredentials.map(({ id }: { id: string }) => id);
    expect(excluded).toHaveLength(2);
    expect(excluded).toContain(authenticator.id);
    const credential = authenticator.create(options);
    const again = await technician.post(PASSKEYS, { name: 'Again', credential });
    expect([again.status, again.body.code]).toEqual([409, 'passkeyInvalid']);
    expect((await twoFactor()).passkeys.map(({ name }: { name: string }) => name)).toEqual([
      'One',
      'Two',
    ]);
  });

  test('409: not one that somebody else has, in this company or another', async () => {
    const { authenticator } = await setUpPasskey(server, technician);
    for (const thief of [await acme.technician(), await other.technician()]) {
      const copy = newAuthenticator();
      copy.id = authenticator.id;
      const credential = copy.create((await thief.post(ADD_OPTIONS)).body);
      const answer = await thief.post(PASSKEYS, { name: 'Mine', credential });
      expect([answer.status, answer.body.code]).toEqual([409, 'passkeyInvalid']);
    }
  });

  test.each(BENDS)('409: %s', async (_, bend) => {
    const credential = newAuthenticator().create((await technician.post(ADD_OPTIONS)).body, bend);
    const answer = await technician.post(PASSKEYS, { name: 'Bent', credential });
    expect(answer.status).toBe(409);
    expect((await twoFactor()).passkeys).toEqual([]);
  });

  test('409: a challenge of another session, used before, or five minutes old', async () => {
    const options = (await technician.post(ADD_OPTIONS)).body;
    const colleague = await acme.technician();
    const foreign = { name: 'x', credential: newAuthenticator().create(options) };
    expect((await colleague.post(PASSKEYS, foreign)).body.code).toBe('setUpExpired');
    const first = { name: 'x', credential: newAuthenticator().create(options) };
    expect((await technician.post(PASSKEYS, first)).status).toBe(201);
    const second = { name: 'y', credential: newAuthenticator().create(options) };
    expect((await technician.post(PASSKEYS, second)).body.code).toBe('setUpExpired');
    const late = (await technician.post(ADD_OPTIONS)).body;
    moveClock(5 * 60 + 1);
    const third = { name: 'z', credential: newAuthenticator().create(late) };
    expect((await technician.post(PASSKEYS, third)).body.code).toBe('setUpExpired');
  });

  test('409: more than twenty', async () => {
    await setUpPasskey(server, technician);
    await server.rows(
      `insert into passkeys (tenant_id, technician_id, name, credential_id, public_key,
         signature_count, user_handle)
       select tenant_id, technician_id, name, decode(md5(random()::text || n), 'hex'), public_key, 0,
         user_handle from passkeys, generate_series(1, 19) n where technician_id = $1`,
      [technician.technicianId],
    );
    expect((await technician.post(ADD_OPTIONS)).body.code).toBe('tooManyPasskeys');
  });

  test('400: without a name, or with nonsense for a credential', async () => {
    const options = (await technician.post(ADD_OPTIONS)).body;
    const credential = newAuthenticator().create(options);
    for (const body of [
      { name: ' ', credential },
      { name: 'x' },
      { name: 'x', credential: { ...credential, id: 'ü' } },
      { name: 'x', credential: { ...credential, response: {} } },
    ])
      expect((await technician.post(PASSKEYS, body)).status).toBe(400);
    const broken = { ...credential, response: { ...credential.response, attestationObject: 'AA' } };
    expect((await technician.post(PASSKEYS, { name: 'x', credential: broken })).status).toBe(409);
  });
});

describe('signing in with a passkey alone', () => {
  test('200: no password, no name; it counts as both factors', async () => {
    const { authenticator } = await setUpPasskey(server, technician);
    const browser = server.console();
    const options = (await browser.post(SIGN_IN_OPTIONS)).body;
    expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
    expect(options.allowCredentials ?? []).toEqual([]);
    const answer = await enter(browser, authenticator.get(options));
    expect(answer.status).toBe(200);
    expect(answer.body.technician.id).toBe(technician.technicianId);
    expect((await browser.get('/api/v1/session')).status).toBe(200);
    expect((await twoFactor()).passkeys[0].lastUsedAt).not.toBeNull();
    const [entry] = await server.rows(
      `select details from audit_entries where action = 'technician.signedIn' and subject_id = $1
       order by id desc limit 1`,
      [technician.technicianId],
    );
    expect(entry?.details).toEqual({ by: 'passkey' });
  });

  test.each(BENDS)('401: %s', async (_, bend) => {
    const { authenticator } = await setUpPasskey(server, technician);
    const browser = server.console();
    const credential = authenticator.get((await browser.post(SIGN_IN_OPTIONS)).body, bend);
    const answer = await enter(browser, credential);
    expect([answer.status, answer.body.code]).toEqual([401, 'passkeyRefused']);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test('401: a signature by another key, an unknown passkey, another account', async () => {
    const { authenticator } = await setUpPasskey(server, technician);
    const browser = server.console();
    const options = async () => (await browser.post(SIGN_IN_OPTIONS)).body;
    const forger = newAuthenticator();
    forger.id = authenticator.id;
    const nobody = newAuthenticator();
    const colleague = await acme.technician();
    const { authenticator: theirs } = await setUpPasskey(server, colleague);
    const { response } = theirs.get(await options());
    for (const credential of [
      forger.get(await options(), { count: 9 }),
      nobody.get(await options()),
      authenticator.get(await options(), { userHandle: null }),
      authenticator.get(await options(), { userHandle: response.userHandle }),
      { ...theirs.get(await options()), id: authenticator.id, rawId: authenticator.id },
    ])
      expect((await enter(browser, credential)).status).toBe(401);
    const refusals = await server.rows(
      `select actor_kind from audit_entries where action = 'technician.signInRefused'
       and subject_id = $1`,
      [technician.technicianId],
    );
    expect(refusals.length).toBeGreaterThan(2);
  });

  test('401: a challenge that was used, or is five minutes old', async () => {
    const { authenticator } = await setUpPasskey(server, technician);
    const options = (await server.console().post(SIGN_IN_OPTIONS)).body;
    const credential = authenticator.get(options);
    const answers = await Promise.all([1, 2, 3].map(() => enter(server.console(), credential)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    const old = (await server.console().post(SIGN_IN_OPTIONS)).body;
    moveClock(5 * 60 + 1);
    expect((await enter(server.console(), authenticator.get(old))).status).toBe(401);
  });

  test('401: a copy of the authenticator is told by its count', async () => {
    const { authenticator } = await setUpPasskey(server, technician);
    const attempt = async (count: number) => {
      const browser = server.console();
      const options = (await browser.post(SIGN_IN_OPTIONS)).body;
      return (await enter(browser, authenticator.get(options, { count }))).status;
    };
    expect(await attempt(5)).toBe(200);
    expect(await attempt(5)).toBe(401);
    expect(await attempt(4)).toBe(401);
    expect(await attempt(0)).toBe(401);
    expect(await attempt(6)).toBe(200);
  });

  test('401: a removed passkey, and a technician who was disabled', async () => {
    const { authenticator } = await setUpPasskey(server, technician, 'Lost');
    const { authenticator: kept } = await setUpPasskey(server, technician, 'Kept');
    const [lost] = (await twoFactor()).passkeys;
    expect((await technician.delete(`${PASSKEYS}/${lost.id}`)).status).toBe(204);
    const browser = server.console();
    const options = async () => (await browser.post(SIGN_IN_OPTIONS)).body;
    expect((await enter(browser, authenticator.get(await options()))).status).toBe(401);
    await acme.admin.put(`/api/v1/technicians/${technician.technicianId}/disablement`);
    expect((await enter(browser, kept.get(await options()))).status).toBe(401);
  });

  test('400: nonsense', async () => {
    for (const credential of [{}, 'x', { id: 'a', rawId: 'a', type: 'public-key', response: {} }])
      expect((await enter(server.console(), credential as object)).status).toBe(400);
  });
});

describe('as the second step', () => {
  test('200: one of the technician’s own; refused bent, unasked, and from somebody else', async () => {
    const { authenticator } = await setUpPasskey(server, technician);
    const { authenticator: theirs } = await setUpPasskey(server, await acme.technician());
    const { browser } = await takeFirstStep(server, technician.email);
    const show = (credential: object) => takeSecondStep(browser, { factor: 'passkey', credential });
    const foreign = (await server.console().post(SIGN_IN_OPTIONS)).body;
    expect((await show(authenticator.get(foreign))).status).toBe(401);
    const options = (await browser.post(STEP_OPTIONS)).body;
    expect(options.allowCredentials.map(({ id }: { id: string }) => id)).toEqual([
      authenticator.id,
    ]);
    expect((await show(theirs.get(options))).status).toBe(401);
    expect((await show(authenticator.get(options, { isUnverified: true }))).status).toBe(401);
    expect((await show(authenticator.get(options))).status).toBe(200);
  });

  test.each(BENDS)('401: %s', async (_, bend) => {
    const { authenticator } = await setUpPasskey(server, technician);
    const { browser } = await takeFirstStep(server, technician.email);
    const options = (await browser.post(STEP_OPTIONS)).body;
    const credential = authenticator.get(options, bend);
    const answer = await takeSecondStep(browser, { factor: 'passkey', credential });
    expect([answer.status, answer.body.code]).toEqual([401, 'secondStepFailed']);
  });

  test('401: its challenge is worth nothing for signing in alone, nor is there one unasked', async () => {
    const { authenticator } = await setUpPasskey(server, technician);
    const { browser } = await takeFirstStep(server, technician.email);
    const options = (await browser.post(STEP_OPTIONS)).body;
    expect((await enter(server.console(), authenticator.get(options))).status).toBe(401);
    const stranger = await server.console().post(STEP_OPTIONS);
    expect([stranger.status, stranger.body.code]).toEqual([401, 'signInExpired']);
  });
});

describe('keeping them', () => {
  test('204: rename and remove; 404 for those of others', async () => {
    await setUpApp(technician);
    await setUpPasskey(server, technician, 'Old name');
    const [{ id }] = (await twoFactor()).passkeys;
    expect((await technician.patch(`${PASSKEYS}/${id}`, { name: 'New name' })).status).toBe(204);
    expect((await twoFactor()).passkeys[0].name).toBe('New name');
    for (const stranger of [await acme.technician(), other.admin]) {
      expect((await stranger.patch(`${PASSKEYS}/${id}`, { name: 'x' })).status).toBe(404);
      expect((await stranger.delete(`${PASSKEYS}/${id}`)).status).toBe(404);
    }
    expect((await technician.delete(`${PASSKEYS}/${id}`)).status).toBe(204);
    expect(await twoFactor()).toMatchObject({ isOn: true, passkeys: [], recoveryCodesLeft: 10 });
    expect((await technician.delete(`${PASSKEYS}/${id}`)).status).toBe(404);
  });

  test('the last factor to go turns two-factor sign-in off', async () => {
    await setUpPasskey(server, technician);
    const [{ id }] = (await twoFactor()).passkeys;
    await technician.delete(`${PASSKEYS}/${id}`);
    expect(await twoFactor()).toMatchObject({ isOn: false, recoveryCodesLeft: 0 });
  });
});
