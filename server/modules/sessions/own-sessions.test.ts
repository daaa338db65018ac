import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openEventSource } from '../../../tests/support/event-source.ts';
import type { HttpClient } from '../../../tests/support/http-client.ts';
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
let technician: TestTechnician;
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
});
beforeEach(async () => {
  technician = await acme.technician();
});
afterAll(() => server.close());

const PATH = '/api/v1/me/sessions';
interface Listed {
  id: number;
  isCurrent: boolean;
}
const list = async (browser: HttpClient): Promise<Listed[]> => (await browser.get(PATH)).body.items;
const currentOf = async (browser: HttpClient) =>
  (await list(browser)).find(({ isCurrent }) => isCurrent)?.id;
const isSignedIn = async (browser: HttpClient) =>
  (await browser.get('/api/v1/session')).status === 200;

test('200: where one is signed in, in words', async () => {
  const phone = server.console();
  const userAgent =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';
  const credentials = { email: technician.email, password: TEST_PASSWORD };
  await phone.post('/api/v1/session', credentials, { 'user-agent': userAgent });
  const { body } = await technician.get(PATH);
  expect(body.items).toHaveLength(2);
  const current = { id: expect.any(Number), isCurrent: true, browser: null, ip: '127.0.0.1' };
  expect(body.items).toContainEqual(expect.objectContaining(current));
  const mobile = { isCurrent: false, browser: 'Safari', system: 'iOS', userAgent };
  expect(body.items).toContainEqual(expect.objectContaining(mobile));
  for (const { signedInAt, lastSeenAt } of body.items)
    expect(Date.parse(signedInAt)).toBeLessThanOrEqual(Date.parse(lastSeenAt));
  expect(JSON.stringify(body)).not.toContain('token');
});

test('ended ones are not listed', async () => {
  for (const age of ["last_seen_at = now() - interval '13 hours'", 'expires_at = now()']) {
    const old = await signInAs(server, technician.email);
    await server.rows(`update sessions set ${age} where id = $1`, [await currentOf(old)]);
  }
  expect(await list(technician)).toHaveLength(1);
});

test('204: one ends at once, in its event stream too; the others stay', async () => {
  const lost = await signInAs(server, technician.email);
  const kept = await signInAs(server, technician.email);
  const stream = await openEventSource(lost, '/api/v1/events');
  const keptStream = await openEventSource(kept, '/api/v1/events');
  expect((await technician.delete(`${PATH}/${await currentOf(lost)}`)).status).toBe(204);
  await stream.next(({ name }) => name === 'signedOut');
  await stream.ended;
  expect(await isSignedIn(lost)).toBe(false);
  expect(await isSignedIn(kept)).toBe(true);
  expect(keptStream.received.some(({ name }) => name === 'signedOut')).toBe(false);
  keptStream.close();
  const entries = await server.rows(
    `select details from audit_entries where action = 'technician.sessionEnded' and subject_id = $1`,
    [technician.technicianId],
  );
  expect(entries).toEqual([{ details: { count: 1 } }]);
});

test('204: the present one is signed out, and its cookie goes', async () => {
  expect((await technician.delete(`${PATH}/${await currentOf(technician)}`)).status).toBe(204);
  expect(technician.cookies.has('portico_console')).toBe(false);
});

test('200: all others end', async () => {
  const others = [
    await signInAs(server, technician.email),
    await signInAs(server, technician.email),
  ];
  const stranger = await acme.technician();
  expect((await technician.delete(PATH)).body).toEqual({ ended: 2 });
  for (const browser of others) expect(await isSignedIn(browser)).toBe(false);
  expect(await isSignedIn(technician)).toBe(true);
  expect(await isSignedIn(stranger)).toBe(true);
  expect((await technician.delete(PATH)).body).toEqual({ ended: 0 });
});

test('404: somebody else’s session, in this company or another, and nonsense', async () => {
  const victim = await acme.technician();
  const id = await currentOf(victim);
  for (const stranger of [technician, acme.admin, other.admin])
    expect((await stranger.delete(`${PATH}/${id}`)).status).toBe(404);
  expect(await isSignedIn(victim)).toBe(true);
  expect((await technician.delete(`${PATH}/987654321`)).status).toBe(404);
  expect((await technician.delete(`${PATH}/abc`)).status).toBe(400);
});

test('401: without sign-in', async () => {
  const nobody = server.console();
  expect((await nobody.get(PATH)).status).toBe(401);
  expect((await nobody.delete(PATH)).status).toBe(401);
  expect((await nobody.delete(`${PATH}/1`)).status).toBe(401);
});
