import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS } from '#platform/clock.ts';
import { createLog } from '#platform/log.ts';
import type { HttpClient } from '../../../tests/support/http-client.ts';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import { noteContactSignIn, setChosenPassword } from './contact-credentials.ts';
import { forgetExpiredPasswords } from './contacts.jobs.ts';

let server: TestServer;
let acme: TestTenant;
let admin: HttpClient;

let added = 0;
const add = async (fields: Record<string, unknown> = {}, client = admin) => {
  const email = `person${++added}@x.test`;
  const answer = await client.post('/api/v1/contacts', {
    customerId: null,
    email,
    firstName: 'Pat',
    lastName: 'Person',
    ...fields,
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
};
const act = (id: number, what: string) => admin.post(`/api/v1/contacts/${id}/${what}`);
const get = async (id: number) => (await admin.get(`/api/v1/contacts/${id}`)).body;
const setSettings = async (changes: Record<string, unknown>) => {
  const { version } = (await admin.get('/api/v1/settings')).body;
  const answer = await admin.patch('/api/v1/settings', { version, ...changes });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
};
const mailsTo = (address: string) =>
  server.rows<{ kind: string; html: string; text: string; subject: string; has_secret: boolean }>(
    'select * from outbound_messages where to_addresses = $1 order by id',
    [[address]],
  );
const signIn = (username: string, password: string, portal = acme.portal()) =>
  portal.post('/portal/v1/session', { username, password });

beforeAll(async () => {
  // Mail stays in the outbox: once sent, secrets are scrubbed from it.
  server = await startTestServer({ SMTP_URL: 'smtp://127.0.0.1:1' });
  acme = await makeTenant(server, { company: 'Acme' });
  admin = acme.admin;
});
afterAll(() => server?.close());

describe('looking at the generated password', () => {
  it('shows it, again and again, and audits each look without it', async () => {
    const { id } = await add();
    const first = await act(id, 'password-look');
    expect(first.status).toBe(200);
    expect(first.body.password.length).toBeGreaterThanOrEqual(16);
    expect(Date.parse(first.body.expiresAt)).toBeGreaterThan(Date.now() + 29 * DAY_MS);
    expect((await act(id, 'password-look')).body).toEqual(first.body);
    const looks = await server.rows(
      `select * from audit_entries where action = 'contact.passwordLookedAt' and subject_id = $1`,
      [id],
    );
    expect(looks).toHaveLength(2);
    expect(JSON.stringify(looks)).not.toContain(first.body.password);
  });

  it('keeps nothing readable in the database', async () => {
    const { id } = await add();
    const { password } = (await act(id, 'password-look')).body;
    const tables = await server.rows<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const rows = await server.rows(`select 1 from ${name} t where position($1 in t::text) > 0`, [
        password,
      ]);
      expect(rows, name).toEqual([]);
    }
  });

  it('is over with the first sign-in', async () => {
    const { id } = await add();
    await acme.inside((tx) => noteContactSignIn(tx, id));
    const answer = await act(id, 'password-look');
    expect(answer.status).toBe(409);
    expect(answer.body.code).toBe('passwordGone');
    expect(await get(id)).toMatchObject({ passwordState: 'expired', passwordReadableUntil: null });
  });

  it('is over once the contact has chosen one', async () => {
    const { id } = await add();
    await acme.inside((tx) => setChosenPassword(tx, id, 'hash'));
    expect((await act(id, 'password-look')).body.code).toBe('passwordGone');
    expect((await get(id)).passwordState).toBe('chosen');
  });

  it('is over after 30 days, and then the job forgets it in every tenant', async () => {
    const other = await makeTenant(server);
    const [mine, theirs] = [await add(), await add({}, other.admin)];
    const fresh = await add();
    await server.rows(
      `update contacts set generated_password_expires_at = now() - interval '1 second'
       where id in ($1, $2)`,
      [mine.id, theirs.id],
    );
    expect((await act(mine.id, 'password-look')).body.code).toBe('passwordGone');
    const { platform } = server;
    await forgetExpiredPasswords.run({ platform, log: createLog('silent', false) });
    const kept = await server.rows<{ id: number; is: boolean; hash: boolean }>(
      `select id, generated_password_encrypted is not null as is, password_hash is not null as hash
       from contacts where id in ($1, $2, $3) order by id`,
      [mine.id, theirs.id, fresh.id],
    );
    expect(kept).toEqual([
      { id: mine.id, is: false, hash: true },
      { id: theirs.id, is: false, hash: true },
      { id: fresh.id, is: true, hash: true },
    ]);
  });
});

describe('in the portal', () => {
  it('signs in with what the page shows, which nobody can read from then on', async () => {
    const { id, portalUsername } = await add();
    const { password } = (await act(id, 'password-look')).body;
    const answer = await signIn(portalUsername, password);
    expect(answer.status).toBe(200);
    expect(answer.body.mustChangePassword).toBe(true);
    expect((await act(id, 'password-look')).body.code).toBe('passwordGone');
    expect((await get(id)).lastSignInAt).not.toBeNull();
  });

  it('lets nobody in who was archived or lost access, and ends open sessions', async () => {
    for (const shutOut of [
      (id: number) => admin.put(`/api/v1/contacts/${id}/archive`),
      async (id: number) =>
        admin.patch(`/api/v1/contacts/${id}`, {
          version: (await get(id)).version,
          hasPortalAccess: false,
        }),
    ]) {
      const { id, portalUsername } = await add();
      const { password } = (await act(id, 'password-look')).body;
      const portal = acme.portal();
      expect((await signIn(portalUsername, password, portal)).status).toBe(200);
      expect((await shutOut(id)).status).toBe(200);
      expect((await portal.get('/portal/v1/session')).status).toBe(401);
      expect((await signIn(portalUsername, password)).status).toBe(401);
    }
  });
});

describe('resetting', () => {
  it('makes a new password; the old one and its sessions end', async () => {
    const { id, portalUsername } = await add();
    const old = (await act(id, 'password-look')).body.password;
    const portal = acme.portal();
    await signIn(portalUsername, old, portal);
    const answer = await act(id, 'password');
    expect(answer.status).toBe(200);
    expect(answer.body.passwordState).toBe('generated');
    expect((await portal.get('/portal/v1/session')).status).toBe(401);
    expect((await signIn(portalUsername, old)).status).toBe(401);
    const fresh = (await act(id, 'password-look')).body.password;
    expect(fresh).not.toBe(old);
    expect((await signIn(portalUsername, fresh)).status).toBe(200);
  });
});

describe('the welcome mail', () => {
  it('is not sent unless the settings say so', async () => {
    const { email } = await add();
    expect(await mailsTo(email)).toEqual([]);
  });

  it('holds what the document promises, and goes to the contact alone', async () => {
    await setSettings({
      newContactMailEnabled: true,
      newContactMailTemplate: 'SendUsernameAndPassword',
    });
    const { id, email, portalUsername } = await add({ firstName: 'Jane <b>' });
    const { password } = (await act(id, 'password-look')).body;
    const mails = await mailsTo(email);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ kind: 'welcome', has_secret: true });
    expect(mails[0]?.text).toContain('Hi Jane <b>,');
    expect(mails[0]?.text).toContain("You're just registered to my portal,");
    expect(mails[0]?.text).toContain(`Link : ${server.config.portalOrigin(acme.slug)}`);
    expect(mails[0]?.text).toContain(`User : ${portalUsername}`);
    expect(mails[0]?.text).toContain(`Password : ${password}`);
    expect(mails[0]?.html).toContain('Hi Jane &lt;b&gt;,');
    const jobs = await server.rows('select payload::text from graphile_worker._private_jobs');
    expect(JSON.stringify(jobs)).not.toContain(password);
  });

  it('speaks the language of the contact', async () => {
    const { email } = await add({ language: 'it' });
    expect((await mailsTo(email))[0]?.text).toContain('Nome utente: ');
  });

  it('holds a link instead when the other template is chosen', async () => {
    await setSettings({ newContactMailTemplate: 'SendSetPasswordLink' });
    const { id, email } = await add();
    const { password } = (await act(id, 'password-look')).body;
    const [mail] = await mailsTo(email);
    expect(mail?.text).not.toContain(password);
    const [, token] = /\/set-password\?token=([\w-]+)/.exec(mail?.text ?? '') ?? [];
    const checked = await acme.portal().post('/portal/v1/password-resets/check', { token });
    expect(checked.status).toBe(200);
    await setSettings({ newContactMailTemplate: 'SendUsernameAndPassword' });
  });

  it('can be sent again, three times an hour to one address', async () => {
    const { id, email } = await add();
    expect((await act(id, 'welcome-mail')).status).toBe(202);
    expect((await act(id, 'welcome-mail')).status).toBe(202);
    const answer = await act(id, 'welcome-mail');
    expect(answer.status).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(await mailsTo(email)).toHaveLength(3);
  });

  it('cannot be sent again with a password that is gone', async () => {
    const { id, email } = await add();
    await acme.inside((tx) => noteContactSignIn(tx, id));
    const answer = await act(id, 'welcome-mail');
    expect(answer.body.code).toBe('passwordGone');
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it('goes to nobody without portal access', async () => {
    const { id } = await add();
    await admin.put(`/api/v1/contacts/${id}/archive`);
    expect((await act(id, 'welcome-mail')).body.code).toBe('noPortalAccess');
  });

  it('reaches a stranger when a customer takes him in', async () => {
    const email = 'stranger@welcome.test';
    const [{ id } = { id: 0 }] = await server.rows<{ id: number }>(
      `insert into contacts (tenant_id, email, portal_username, has_portal_access)
       values ($1, $2, 'stranger', false) returning id`,
      [acme.tenantId, email],
    );
    const customer = (await admin.post('/api/v1/customers', { name: 'Adopter' })).body;
    const answer = await admin.patch(`/api/v1/contacts/${id}`, {
      version: 1,
      customerId: customer.id,
    });
    expect(answer.body).toMatchObject({ passwordState: 'generated', hasPortalAccess: true });
    expect(await mailsTo(email)).toHaveLength(1);
  });
});
