import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTenant, TEST_PASSWORD, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
});
afterAll(() => server.close());

const signIn = (email: string, password: string, browser = server.console()) =>
  browser.post('/api/v1/session', { email, password });

test('200: signs in with any spelling of the address, and tells who that is', async () => {
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
  const cookie = answer.headers['set-cookie']?.find((line) => line.startsWith('portico_console='));
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Lax/);
  expect(cookie).not.toMatch(/Domain/i);
});
