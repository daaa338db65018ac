import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { HttpClient } from '../../../tests/support/http-client.ts';
import { readOutbox, waitForMail } from '../../../tests/support/mail.ts';
import {
  makeTenant,
  signInAs,
  TEST_PASSWORD,
  type TestTechnician,
  type TestTenant,
} from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
});
afterAll(() => server.close());
beforeEach(async () => {
  await server.rows('delete from rate_limits');
});

const NEW_PASSWORD = 'Other-Harbour-43!';
let made = 0;
const freeAddress = () => `moved${++made}@msp.test`;
const me = async (browser: HttpClient) => (await browser.get('/api/v1/session')).body.technician;
const isSignedIn = async (browser: HttpClient) =>
  (await browser.get('/api/v1/session')).status === 200;
const rename = (browser: HttpClient, email: string) =>
  browser.put('/api/v1/me/username', { email });
/** As if the last proof of the password were eleven minutes old. */
const growOld = (technicianId: number) =>
  server.rows(
    "update sessions set proved_at = now() - interval '11 minutes' where technician_id = $1",
    [technicianId],
  );
const undoTokenSentTo = async (address: string) => {
  const mail = await waitForMail(server, ({ recipients, text }) =>
    Boolean(recipients.includes(address) && text?.includes('/username-undo?token=')),
  );
  return /username-undo\?token=([\w-]+)/.exec(mail.text ?? '')?.[1] ?? '';
};
const undo = (token: string) =>
  server.console().post('/api/v1/username-undo/redemption', { token });

describe('name, phone and preferences', () => {
  test('200: each by itself, and what is left out stays', async () => {
    const technician = await acme.technician();
    const answer = await technician.patch('/api/v1/me', {
      firstName: 'Zoë',
      lastName: '山田',
      phone: '030 901820',
      phoneRegion: 'DE',
    });
    expect(answer.status).toBe(200);
    const looks = { defaultPage: 'alerts', theme: 'dark', density: 'compact', timeZone: null };
    await technician.patch('/api/v1/me', looks);
    expect(await me(technician)).toMatchObject({
      firstName: 'Zoë',
      lastName: '山田',
      phone: '+4930901820',
      ...looks,
    });
    expect(
      (await technician.patch('/api/v1/me', { phone: null })).body.technician.phone,
    ).toBeNull();
  });

  test.each([
    [{ defaultPage: 'admin' }, 'defaultPage'],
    [{ theme: 'pink' }, 'theme'],
    [{ density: 'none' }, 'density'],
    [{ timeZone: '+02:00' }, 'timeZone'],
    [{ firstName: '  ' }, 'firstName'],
    [{ lastName: 'a\u0000b' }, 'lastName'],
    [{ phone: '12' }, 'phone'],
    [{ phone: '030 901820' }, 'phone'],
    [{ phone: '030 901820', phoneRegion: 'de' }, 'phoneRegion'],
  ])('400: %j', async (changes, field) => {
    const before = await me(acme.admin);
    const answer = await acme.admin.patch('/api/v1/me', changes);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ field }]);
    expect(await me(acme.admin)).toEqual(before);
  });

  test('a role, an address or a picture is not changed here', async () => {
    const before = await me(acme.admin);
    await acme.admin.patch('/api/v1/me', { roleId: 1, email: 'x@x.test', id: 5 });
    expect(await me(acme.admin)).toEqual(before);
  });

  test('401 and 403: nobody, and scripts', async () => {
    expect((await server.console().patch('/api/v1/me', { theme: 'dark' })).status).toBe(401);
    const roleId = (await me(acme.admin)).role.id;
    const { body } = await acme.admin.post('/api/v1/api-keys', {
      name: 'k',
      roleId,
      expiresAt: null,
    });
    const script = server.console();
    script.bearer = body.secret;
    for (const [method, path] of [
      ['PATCH', '/api/v1/me'],
      ['PUT', '/api/v1/me/username'],
      ['PUT', '/api/v1/me/password'],
      ['POST', '/api/v1/session/proof'],
    ] as const) {
      const given = { email: 'a@b.test', newPassword: NEW_PASSWORD, password: TEST_PASSWORD };
      const answer = await script.send(method, path, given);
      expect([path, answer.body.code]).toEqual([path, 'browsersOnly']);
    }
  });
});

describe('a fresh proof of the password', () => {
  test('403 proofRequired after ten minutes, until the password is shown again', async () => {
    const technician = await acme.technician();
    await growOld(technician.technicianId);
    expect((await rename(technician, freeAddress())).body.code).toBe('proofRequired');
    const change = await technician.put('/api/v1/me/password', { newPassword: NEW_PASSWORD });
    expect(change.body.code).toBe('proofRequired');

    const wrong = await technician.post('/api/v1/session/proof', { password: 'Wrong-Guess-99!' });
    expect(wrong.body.errors).toMatchObject([{ field: 'password', code: 'wrongPassword' }]);
    const right = await technician.post('/api/v1/session/proof', { password: TEST_PASSWORD });
    expect(Date.parse(right.body.provedAt)).toBeGreaterThan(Date.now() - 60_000);
    expect((await rename(technician, freeAddress())).status).toBe(200);
  });

  test('429: an open session is no place to guess', async () => {
    const technician = await acme.technician();
    let status = 0;
    for (let i = 0; i < 12 && status !== 429; i++)
      ({ status } = await technician.post('/api/v1/session/proof', {
        password: 'Wrong-Guess-99!',
      }));
    expect(status).toBe(429);
    // The owner can still sign in from his browser.
    await signInAs(server, technician.email);
  });

  test('one session proves for itself alone', async () => {
    const technician = await acme.technician();
    const elsewhere = await signInAs(server, technician.email);
    await growOld(technician.technicianId);
    await technician.post('/api/v1/session/proof', { password: TEST_PASSWORD });
    expect((await rename(elsewhere, freeAddress())).body.code).toBe('proofRequired');
  });
});

describe('the username', () => {
  test('200: signs in with the new one at once, other sessions end, the old address is told', async () => {
    const technician = await acme.technician();
    const elsewhere = await signInAs(server, technician.email);
    const email = freeAddress();
    const answer = await rename(technician, email.toUpperCase());
    expect(answer.body.technician.email).toBe(email);
    expect(await isSignedIn(technician)).toBe(true);
    expect(await isSignedIn(elsewhere)).toBe(false);
    await signInAs(server, email);
    const old = { email: technician.email, password: TEST_PASSWORD };
    expect((await server.console().post('/api/v1/session', old)).status).toBe(401);
    const mail = await waitForMail(server, (some) => some.recipients.includes(technician.email));
    expect(mail.subject).toBe('Your username was changed');
    expect(mail.text).toContain(email);
  });

  test('400: taken in this company or another, the same, and no address', async () => {
    const technician = await acme.technician();
    const code = async (email: string) =>
      (await rename(technician, email)).body.errors?.[0]?.code as string;
    expect(await code(acme.adminEmail.toUpperCase())).toBe('emailTaken');
    expect(await code(other.adminEmail)).toBe('emailTaken');
    expect(await code(technician.email)).toBe('emailSame');
    expect(await code('nobody')).toBe('email');
    expect((await me(technician)).email).toBe(technician.email);
  });

  test('of two who want the same address at the same moment one gets it', async () => {
    const [one, two] = await Promise.all([acme.technician(), other.technician()]);
    const email = freeAddress();
    const answers = await Promise.all([rename(one, email), rename(two, email)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  test('the link takes it back once, ends every session and leads to a new password', async () => {
    const technician = await acme.technician();
    const email = freeAddress();
    await rename(technician, email);
    const token = await undoTokenSentTo(technician.email);
    const check = await server.console().post('/api/v1/username-undo/check', { token });
    expect(check.body).toEqual({
      oldEmail: technician.email,
      newEmail: email,
      companyName: 'Acme',
    });

    const [first, second] = await Promise.all([undo(token), undo(token)]);
    expect([first.status, second.status].sort()).toEqual([200, 409]);
    const { body } = first.status === 200 ? first : second;
    expect(body.email).toBe(technician.email);
    expect(await isSignedIn(technician)).toBe(false);
    const password = { token: body.passwordLink.split('token=')[1], password: NEW_PASSWORD };
    const chosen = await server.console().post('/api/v1/password-resets/redemption', password);
    expect(chosen.status).toBe(204);
    const credentials = { email: technician.email, password: NEW_PASSWORD };
    expect((await server.console().post('/api/v1/session', credentials)).status).toBe(200);
  });

  test('a thief who changes it twice, and the password, cannot keep the owner from undoing it', async () => {
    const technician = await acme.technician();
    const thief = { first: freeAddress(), second: freeAddress() };
    await rename(technician, thief.first);
    await rename(technician, thief.second);
    await technician.put('/api/v1/me/password', { newPassword: NEW_PASSWORD });
    const [owners, thiefs] = await Promise.all([
      undoTokenSentTo(technician.email),
      undoTokenSentTo(thief.first),
    ]);
    expect((await undo(owners)).status).toBe(200);
    // The link that went to the thief's own address is worth nothing any more.
    expect((await undo(thiefs)).body.code).toBe('linkGone');
    await server.console().post('/api/v1/session', { email: thief.second, password: NEW_PASSWORD });
    const [row] = await server.rows<{ email: string }>(
      'select email from technicians where id = $1',
      [technician.technicianId],
    );
    expect(row?.email).toBe(technician.email);
  });

  test('409: too late, unknown, or somebody has the address meanwhile', async () => {
    expect((await undo('nonsense')).body.code).toBe('linkGone');
    const technician = await acme.technician();
    await rename(technician, freeAddress());
    const token = await undoTokenSentTo(technician.email);
    const heir = await other.technician();
    await rename(heir, technician.email);
    expect((await undo(token)).body.code).toBe('usernameTakenMeanwhile');
    await server.rows("update username_changes set undo_until = now() - interval '1 second'");
    expect((await undo(token)).body.code).toBe('linkGone');
  });

  test('the link is masked in the log of outgoing mail', async () => {
    const technician = await acme.technician();
    await rename(technician, freeAddress());
    const token = await undoTokenSentTo(technician.email);
    const { items } = (await acme.admin.get('/api/v1/outbound-messages')).body;
    for (const { id } of items.slice(0, 3)) {
      const { body } = await acme.admin.get(`/api/v1/outbound-messages/${id}`);
      expect(JSON.stringify(body)).not.toContain(token);
    }
  });
});

describe("somebody else's username", () => {
  const renameOther = (browser: HttpClient, id: number, email = freeAddress()) =>
    browser.put(`/api/v1/technicians/${id}/username`, { email });
  const people = async (): Promise<TestTechnician> => acme.technician();

  test('204: by who manages technicians; all sessions of the person end', async () => {
    const technician = await people();
    const email = freeAddress();
    expect((await renameOther(acme.admin, technician.technicianId, email)).status).toBe(204);
    expect(await isSignedIn(technician)).toBe(false);
    expect(await isSignedIn(acme.admin)).toBe(true);
    await signInAs(server, email);
  });

  test('401, 403 and 404: nobody, no right, fewer rights than the person, another company', async () => {
    const { technicianId } = await people();
    expect((await renameOther(server.console(), technicianId)).status).toBe(401);
    expect((await renameOther(await acme.technicianWith([]), technicianId)).status).toBe(403);
    expect((await renameOther(other.admin, technicianId)).status).toBe(404);
    const lead = await acme.technicianWith(['technicians.manage', 'technicians.view']);
    const answer = await renameOther(lead, acme.adminId);
    expect(answer.body.code).toBe('moreThanYourRights');
  });
});

describe('the password', () => {
  const choose = (browser: HttpClient, newPassword: string) =>
    browser.put('/api/v1/me/password', { newPassword });

  test('204: the other sessions end, the old one is worth nothing, a mail tells', async () => {
    const technician = await acme.technician();
    const elsewhere = await signInAs(server, technician.email);
    expect((await choose(technician, NEW_PASSWORD)).status).toBe(204);
    expect(await isSignedIn(technician)).toBe(true);
    expect(await isSignedIn(elsewhere)).toBe(false);
    const { email } = technician;
    const old = await server.console().post('/api/v1/session', { email, password: TEST_PASSWORD });
    expect(old.status).toBe(401);
    const fresh = await server.console().post('/api/v1/session', { email, password: NEW_PASSWORD });
    expect(fresh.status).toBe(200);
    await waitForMail(
      server,
      ({ recipients, subject }) =>
        recipients.includes(email) && subject === 'Your password was changed',
    );
    for (const { raw } of await readOutbox(server)) expect(raw).not.toContain(NEW_PASSWORD);
  });

  test.each([
    ['Short-1!', 'passwordWeak'],
    ['alllowercase-123!', 'passwordWeak'],
    ['NoSymbolsHere123', 'passwordWeak'],
    ['Password1234!', 'passwordCommon'],
    [TEST_PASSWORD, 'passwordSame'],
    [`Aa1!${'x'.repeat(200)}`, 'tooLong'],
  ])('400: %s', async (password, code) => {
    const technician = await acme.technician();
    const answer = await choose(technician, password);
    expect(answer.body.errors).toMatchObject([{ field: 'newPassword', code }]);
  });

  test('400: made of his own name, address or company', async () => {
    const technician = await acme.technician();
    await technician.patch('/api/v1/me', { firstName: 'Wilhelmina', lastName: 'Oberländer' });
    for (const password of ['Wilhelmina-2026!', `${technician.email.split('@')[0]}-Aa1!`]) {
      const { errors } = (await choose(technician, password)).body;
      expect(errors).toMatchObject([{ field: 'newPassword', code: 'passwordPersonal' }]);
    }
  });
});

describe("a link for somebody else's new password", () => {
  const send = (browser: HttpClient, id: number) =>
    browser.post(`/api/v1/technicians/${id}/password-link`);

  test('202: the person gets it, and nothing else changes for him', async () => {
    const technician = await acme.technician();
    expect((await send(acme.admin, technician.technicianId)).status).toBe(202);
    await waitForMail(server, ({ recipients, text }) =>
      Boolean(recipients.includes(technician.email) && text?.includes('/reset-password?token=')),
    );
    expect(await isSignedIn(technician)).toBe(true);
  });

  test('403, 404, 409 and 429: fewer rights, another company, not active, too often', async () => {
    const { technicianId } = await acme.technician();
    const lead = await acme.technicianWith(['technicians.manage']);
    expect((await send(lead, acme.adminId)).body.code).toBe('moreThanYourRights');
    expect((await send(other.admin, technicianId)).status).toBe(404);
    let answer = await send(acme.admin, technicianId);
    for (let i = 0; i < 5; i++) answer = await send(acme.admin, technicianId);
    expect(answer.status).toBe(429);
    await acme.admin.put(`/api/v1/technicians/${technicianId}/disablement`);
    expect((await send(acme.admin, technicianId)).body.code).toBe('technicianNotActive');
  });
});
