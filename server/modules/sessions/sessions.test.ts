import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createToken } from '#platform/crypto/secrets.ts';
import type { HttpClient } from '../../../tests/support/http-client.ts';
import {
  makeTenant,
  signInAs,
  TEST_PASSWORD,
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

const signIn = (email: string, password: string, browser = server.console()) =>
  browser.post('/api/v1/session', { email, password });
const session = (browser: HttpClient) => browser.get('/api/v1/session');
const elapsed = async (work: () => Promise<unknown>) => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

describe('signing in', () => {
  test('200: with any spelling of the address; tells who that is', async () => {
    const answer = await signIn(acme.adminEmail.toUpperCase(), TEST_PASSWORD);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      technician: { id: acme.adminId, email: acme.adminEmail, role: { builtIn: 'admin' } },
      company: {
        name: 'Acme',
        slug: 'acme',
        portalAddress: server.config.portalOrigin('acme'),
        supportAddress: 'acme@servicedesk.localhost',
      },
    });
    const cookie = answer.headers['set-cookie']?.find((line) =>
      line.startsWith('portico_console='),
    );
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toMatch(/Domain/i);
  });

  test('400: without address or password', async () => {
    const answer = await server.console().post('/api/v1/session', { email: '' });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((e: { field: string }) => e.field)).toEqual([
      'email',
      'password',
    ]);
  });

  test('401: one answer, in one time, for a wrong password and for nobody', async () => {
    const wrong = await signIn(acme.adminEmail, 'Wrong-Password-1!');
    const nobody = await signIn('nobody@nowhere.test', 'Wrong-Password-1!');
    const odd = await signIn('<script>', 'Wrong-Password-1!');
    for (const answer of [wrong, nobody, odd]) {
      expect(answer.status).toBe(401);
      expect({ ...answer.body, requestId: '' }).toEqual({ ...nobody.body, requestId: '' });
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    for (const email of [acme.adminEmail, 'nobody@nowhere.test'])
      expect(await elapsed(() => signIn(email, 'Wrong-Password-2!'))).toBeGreaterThan(240);
    const [entry] = await server.rows(
      `select actor_kind, subject_id, ip::text from audit_entries where action = 'technician.signInRefused'`,
    );
    expect(entry).toMatchObject({ actor_kind: 'nobody', subject_id: acme.adminId });
  });

  test('a planted token is worth nothing, and the session before ends', async () => {
    const browser = server.console();
    const planted = createToken();
    browser.cookies.set('portico_console', planted);
    await signIn(acme.adminEmail, TEST_PASSWORD, browser);
    const first = browser.cookies.get('portico_console') ?? '';
    expect(first).not.toBe(planted);
    await signIn(acme.adminEmail, TEST_PASSWORD, browser);
    const old = server.console();
    old.cookies.set('portico_console', first);
    expect((await session(old)).status).toBe(401);
    expect((await session(browser)).status).toBe(200);
  });

  test('only a hash of the token is stored', async () => {
    const browser = await signInAs(server, acme.adminEmail);
    const token = browser.cookies.get('portico_console') ?? '';
    const rows = await server.rows('select * from sessions');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows.length).toBeGreaterThan(0);
  });

  test('a session is bound to its host and audience', async () => {
    const token = acme.admin.cookies.get('portico_console') ?? '';
    const portal = acme.portal();
    portal.cookies.set('portico_portal', token);
    portal.cookies.set('portico_console', token);
    expect((await portal.get('/portal/v1/session')).status).toBe(401);
    await server.rows(`update sessions set host = 'elsewhere.test' where technician_id = $1`, [
      acme.adminId,
    ]);
    expect((await session(acme.admin)).status).toBe(401);
    acme.admin.cookies.clear();
    await signIn(acme.adminEmail, TEST_PASSWORD, acme.admin);
  });
});

describe('throttling', () => {
  const guess = (email: string, browser: HttpClient) => signIn(email, 'Wrong-Password-1!', browser);

  test('429 for guesses at one account, not for the browser its owner used before', async () => {
    const { email } = await acme.technician();
    const owner = await signInAs(server, email);
    const statuses: number[] = [];
    const attacker = server.console();
    const answers = await Promise.all(Array.from({ length: 14 }, () => guess(email, attacker)));
    statuses.push(...answers.map(({ status }) => status));
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    const refused = answers.find(({ status }) => status === 429);
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused?.body.code).toBe('tooMany');
    expect((await signIn(email, TEST_PASSWORD, attacker)).status).toBe(429);

    // The owner's browser: signed out, and in again while the attack goes on.
    expect((await owner.delete('/api/v1/session')).status).toBe(204);
    expect((await session(owner)).status).toBe(401);
    expect((await signIn(email, TEST_PASSWORD, owner)).status).toBe(200);

    // A made-up claim to be known is worth nothing.
    const known = [...owner.cookies].find(([name]) => name.startsWith('portico_known_'));
    const liar = server.console();
    liar.cookies.set(known?.[0] ?? '', `${known?.[1].split('.')[0]}x.${known?.[1].split('.')[1]}`);
    expect((await signIn(email, TEST_PASSWORD, liar)).status).toBe(429);
    // Nor is being known to another account.
    const { email: otherEmail } = await acme.technician();
    const stranger = await signInAs(server, otherEmail);
    expect((await signIn(email, TEST_PASSWORD, stranger)).status).toBe(429);
  }, 30_000);

  test('a known browser has its own limit', async () => {
    const { email } = await acme.technician();
    const owner = await signInAs(server, email);
    await owner.delete('/api/v1/session');
    const answers = await Promise.all(Array.from({ length: 12 }, () => guess(email, owner)));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(2);
  }, 30_000);

  test('unknown addresses are throttled the same', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => guess('ghost@nowhere.test', server.console())),
    );
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(2);
    await server.rows('delete from rate_limits');
  }, 30_000);
});

describe('a session', () => {
  test('ends with signing out', async () => {
    const browser = await signInAs(server, acme.adminEmail);
    const token = browser.cookies.get('portico_console') ?? '';
    expect((await browser.delete('/api/v1/session')).status).toBe(204);
    expect(browser.cookies.has('portico_console')).toBe(false);
    browser.cookies.set('portico_console', token);
    expect((await session(browser)).status).toBe(401);
    expect((await browser.delete('/api/v1/session')).status).toBe(401);
  });

  test('ends after 12 idle hours and after 30 days', async () => {
    for (const age of [
      "last_seen_at = now() - interval '12 hours 1 minute'",
      'expires_at = now()',
    ]) {
      const { email } = await acme.technician();
      const browser = await signInAs(server, email);
      expect((await session(browser)).status).toBe(200);
      await server.rows(
        `update sessions set ${age} where technician_id = (select id from technicians where email = $1)`,
        [email],
      );
      expect((await session(browser)).status).toBe(401);
    }
  });

  test('notes its use at most once a minute', async () => {
    const { technicianId, ...rest } = await acme.technician();
    const browser = await signInAs(server, rest.email);
    const lastSeen = async () => {
      const [row] = await server.rows<{ at: Date }>(
        'select last_seen_at as at from sessions where technician_id = $1 order by id desc limit 1',
        [technicianId],
      );
      return row?.at.getTime() ?? 0;
    };
    const before = await lastSeen();
    await session(browser);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await lastSeen()).toBe(before);
    await server.rows(
      `update sessions set last_seen_at = now() - interval '2 minutes' where technician_id = $1`,
      [technicianId],
    );
    await session(browser);
    await expect.poll(lastSeen).toBeGreaterThan(before);
  });

  test('of who was disabled meanwhile is over', async () => {
    const technician = await acme.technician();
    await acme.admin.put(`/api/v1/technicians/${technician.technicianId}/disablement`);
    expect((await session(technician)).status).toBe(401);
    expect((await signIn(technician.email, TEST_PASSWORD)).body.code).toBe('signInFailed');
  });

  test("refuses changes from another origin, also from the company's own portal", async () => {
    const origin = server.config.portalOrigin(acme.slug);
    const answer = await acme.admin.patch('/api/v1/me', { language: 'de' }, { origin });
    expect(answer.status).toBe(403);
    expect(answer.body.code).toBe('foreignOrigin');
  });
});

describe('your own preferences', () => {
  test('200: language and time zone; errors speak the new language', async () => {
    const technician = await acme.technician();
    const answer = await technician.patch('/api/v1/me', {
      language: 'de',
      timeZone: 'Europe/Berlin',
    });
    expect(answer.status).toBe(200);
    expect(answer.body.technician).toMatchObject({ language: 'de', timeZone: 'Europe/Berlin' });
    const refusal = await technician.get('/api/v1/audit-entries');
    expect(refusal.body.title).toBe('Ihre Rolle erlaubt das nicht.');
  });
  test('400: unknown language or time zone', async () => {
    const { body } = await acme.admin.patch('/api/v1/me', {
      language: 'xx',
      timeZone: 'Mars/Base',
    });
    expect(body.errors).toMatchObject([
      { field: 'language' },
      { field: 'timeZone', code: 'timeZone' },
    ]);
  });
  test('401: without sign-in', async () => {
    expect((await server.console().patch('/api/v1/me', { language: 'de' })).status).toBe(401);
  });
});

test('tenants are strangers: the other one sees his own company only', async () => {
  const { body } = await session(other.admin);
  expect(body.company).toMatchObject({ id: other.tenantId, name: 'Other' });
});

test('under HTTPS the cookies insist on it', async () => {
  const secure = await startTestServer({ BASE_URL: 'https://desk.example.test' });
  try {
    const { adminEmail: email } = await makeTenant(secure);
    const origin = secure.config.baseUrl;
    const credentials = { email, password: TEST_PASSWORD };
    const answer = await secure.console().post('/api/v1/session', credentials, { origin });
    expect(answer.status).toBe(200);
    const cookies = answer.headers['set-cookie'] ?? [];
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) expect(cookie).toMatch(/^__Host-portico_.*; Secure/);
    expect(answer.headers['strict-transport-security']).toBeDefined();
  } finally {
    await secure.close();
  }
});
