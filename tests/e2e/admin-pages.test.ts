import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { sendMail } from '../support/mail.ts';
import { faultsOf, settled } from '../support/page-check.ts';
import { until } from '../support/smtp-client.ts';
import { makeTenant, TEST_PASSWORD, type TestTenant } from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** Admin in a browser: every page in both themes. */
let server: TestServer;
let browser: Browser;
let tenant: TestTenant;
let inboundId: number;
let outboundId: number;

beforeAll(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  tenant = await makeTenant(server, { company: 'Acme IT' });
  await tenant.admin.post('/api/v1/mailboxes', { address: 'support@acme.test' });
  const [role] = (await tenant.admin.get('/api/v1/roles')).body.items;
  const invited = { email: 'ben@acme.test', firstName: 'Ben', lastName: 'Ito', roleId: role.id };
  await tenant.admin.post('/api/v1/technicians', invited);
  const to = `${tenant.slug}@${server.config.mailDomain}`;
  await sendMail(server, { from: 'jane@globex.test', to, subject: 'Hello', text: 'Help' });
  await until(async () => (await mails('inbound'))[0]?.state === 'newTicket', 'filing the mail');
  inboundId = (await mails('inbound'))[0].id;
  outboundId = (await mails('outbound'))[0].id;
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const mails = async (way: 'inbound' | 'outbound') =>
  (await tenant.admin.get(`/api/v1/${way}-messages`)).body.items;

describe.each([
  { width: 390, colorScheme: 'dark' as const },
  { width: 1440, colorScheme: 'light' as const },
])('at $width px, $colorScheme', ({ width, colorScheme }) => {
  test('axe finds nothing on any page, and nothing is wider than the window', async () => {
    const context = await browser.newContext({
      colorScheme,
      locale: 'en-GB',
      viewport: { width, height: 900 },
    });
    const page = await context.newPage();
    await page.goto(`${server.config.baseUrl}/admin`);
    await page.getByLabel('E-mail').fill(tenant.adminEmail);
    await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(/\/admin\/technicians$/);
    for (const path of [
      'technicians',
      'roles',
      'roles/new',
      'portal',
      'settings',
      'templates',
      'templates/ticketReply',
      'templates/ticketResolved?language=de',
      'email/mailboxes',
      'email/incoming',
      `email/incoming/${inboundId}`,
      'email/suspended',
      'email/outgoing',
      `email/outgoing/${outboundId}`,
      'thresholds',
      'thresholds/new',
      'alert-sources',
      'api-keys',
      'audit',
    ]) {
      await page.goto(`${server.config.baseUrl}/admin/${path}`);
      await settled(page);
      expect(await faultsOf(page)).toEqual([]);
    }
    await context.close();
  });
});
