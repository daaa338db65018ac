import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readOutbox, waitForMail } from '../../../tests/support/mail.ts';
import {
  makeTenant,
  signInAs,
  TEST_PASSWORD,
  type TestTenant,
} from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
});
afterAll(() => server.close());

const NEW_PASSWORD = 'Other-Harbour-43!';
const ask = (email: string, browser = server.console()) =>
  browser.post('/api/v1/password-resets', { email });
const redeem = (body: object) =>
  server.console().post('/api/v1/password-resets/redemption', { password: NEW_PASSWORD, ...body });
const linkFor = async (email: string, butNot: string[] = []) => {
  const { text } = await waitForMail(
    server,
    (mail) =>
      mail.recipients.includes(email) &&
      /password/i.test(mail.subject ?? '') &&
      !butNot.some((token) => mail.text?.includes(token)),
  );
  return new URL(/https?:\/\/\S+token=\S+/.exec(text ?? '')?.[0] ?? 'http://no.link');
};
const tokenOf = (link: URL) => link.searchParams.get('token') ?? '';
const elapsed = async (work: () => Promise<unknown>) => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

describe('a forgotten password', () => {
  test('202, one mail, one new password, and every session ends', async () => {
    const { email } = await acme.technician();
    const browser = await signInAs(server, email);
    const answer = await ask(email.toUpperCase());
    expect([answer.status, answer.body]).toEqual([202, {}]);
    const link = await linkFor(email);
    expect(`${link.origin}${link.pathname}`).toBe(`${server.config.baseUrl}/reset-password`);
    const token = tokenOf(link);
    const check = await server.console().post('/api/v1/password-resets/check', { token });
    expect(check.body).toMatchObject({ purpose: 'passwordReset', email, companyName: 'Acme' });

    const weak = await redeem({ token, password: 'short' });
    expect(weak.body.errors).toMatchObject([{ field: 'password', code: 'passwordWeak' }]);
    const all = await Promise.all([redeem({ token }), redeem({ token }), redeem({ token })]);
    expect(all.map(({ status }) => status).sort()).toEqual([204, 409, 409]);

    expect((await browser.get('/api/v1/session')).status).toBe(401);
    const old = await server.console().post('/api/v1/session', { email, password: TEST_PASSWORD });
    expect(old.status).toBe(401);
    const fresh = server.console();
    const answerNew = await fresh.post('/api/v1/session', { email, password: NEW_PASSWORD });
    expect(answerNew.status).toBe(200);
  });

  test('cannot rename anybody', async () => {
    const { email, technicianId } = await acme.technician();
    await ask(email);
    await redeem({ token: tokenOf(await linkFor(email)), firstName: 'Mallory' });
    const { body } = await acme.admin.get(`/api/v1/technicians/${technicianId}`);
    expect(body).toMatchObject({ firstName: 'Tim' });
  });

  test('works for 60 minutes, and only the newest link', async () => {
    const { email } = await acme.technician();
    await ask(email);
    const first = tokenOf(await linkFor(email));
    await ask(email);
    const second = tokenOf(await linkFor(email, [first]));
    expect((await redeem({ token: first })).body.code).toBe('linkGone');
    const [row] = await server.rows<{ minutes: number }>(
      `select round(extract(epoch from expires_at - created_at) / 60)::int as minutes
       from single_use_tokens order by id desc limit 1`,
    );
    expect(row?.minutes).toBe(60);
    await server.rows(
      `update single_use_tokens set expires_at = now() where id = (select max(id) from single_use_tokens)`,
    );
    expect((await redeem({ token: second })).body.code).toBe('linkGone');
    expect((await redeem({ token: 'never-was-one' })).body.code).toBe('linkGone');
  });

  test('one answer and one time for addresses that nobody has', async () => {
    const unknown = await ask('nobody@nowhere.test');
    expect([unknown.status, unknown.body]).toEqual([202, {}]);
    for (const email of [acme.adminEmail, 'nobody@nowhere.test'])
      expect(await elapsed(() => ask(email))).toBeGreaterThan(240);
    expect((await ask('no address')).status).toBe(400);
  });

  test('no mail for who is disabled, and not more than a few an hour for anybody', async () => {
    const gone = await acme.technician();
    await acme.admin.put(`/api/v1/technicians/${gone.technicianId}/disablement`);
    expect((await ask(gone.email)).status).toBe(202);
    const { email } = await acme.technician();
    for (let i = 0; i < 6; i++) expect((await ask(email)).status).toBe(202);
    await expect
      .poll(
        async () => (await readOutbox(server)).filter((m) => m.recipients.includes(email)).length,
      )
      .toBe(4);
    const mails = await readOutbox(server);
    expect(mails.filter((mail) => mail.recipients.includes(gone.email))).toEqual([]);
  }, 30_000);

  test('a link is worth nothing once its owner is disabled', async () => {
    await server.rows('delete from rate_limits');
    const { email, technicianId } = await acme.technician();
    await ask(email);
    const token = tokenOf(await linkFor(email));
    await acme.admin.put(`/api/v1/technicians/${technicianId}/disablement`);
    expect((await redeem({ token })).body.code).toBe('linkGone');
  });

  test('opens the account again that others had guessed at until it was closed', async () => {
    await server.rows('delete from rate_limits');
    const { email } = await acme.technician();
    await Promise.all(
      Array.from({ length: 12 }, () =>
        server.console().post('/api/v1/session', { email, password: 'Wrong-Password-1!' }),
      ),
    );
    await ask(email);
    await redeem({ token: tokenOf(await linkFor(email)) });
    const answer = await server
      .console()
      .post('/api/v1/session', { email, password: NEW_PASSWORD });
    expect(answer.status).toBe(200);
  }, 30_000);

  test('links and passwords are nowhere but in the mail itself', async () => {
    const { email } = await acme.technician();
    await ask(email);
    const token = tokenOf(await linkFor(email));
    const kept = async () =>
      JSON.stringify([
        await server.rows('select * from outbound_messages'),
        await server.rows('select * from single_use_tokens'),
        await server.rows('select * from audit_entries'),
        await server.rows('select * from graphile_worker._private_jobs'),
      ]);
    await expect.poll(async () => (await kept()).includes(token)).toBe(false);
  });
});
