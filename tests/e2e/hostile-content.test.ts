import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { XSS_PAYLOADS } from '#platform/html/xss-payloads.fixture.ts';
import { openBrowser } from '../support/browser.ts';
import { enrolMachine } from '../support/machine.ts';
import { sendMail } from '../support/mail.ts';
import { RED_DOT } from '../support/pictures.ts';
import { until } from '../support/smtp-client.ts';
import { makeTenant, TEST_PASSWORD, type TestTenant } from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/**
 * Content from outside is harmless: names, subjects, bodies and file names full of scripts, every
 * view of console and portal opened in a browser. Nothing runs, and nothing outside is fetched.
 */
const SCRIPT = `"><img src=x onerror=alert(1)><script>alert(1)</script>`;
const TRACKER =
  '<img src="http://tracker.example/open.gif"><p style="background:url(http://tracker.example/b.png)">seen?</p>';
const NEW_PASSWORD = 'Lantern-Meadow-58!';

let server: TestServer;
let browser: Browser;
let tenant: TestTenant;
let contactId: number;
let customerId: number;
let deviceId: number;

beforeAll(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  tenant = await makeTenant(server, { company: `Acme ${SCRIPT}` });
  customerId = (
    await tenant.admin.post('/api/v1/customers', {
      name: `Globex ${SCRIPT}`,
      notes: SCRIPT,
      domains: ['globex.test'],
    })
  ).body.id;
  contactId = (
    await tenant.admin.post('/api/v1/contacts', {
      customerId,
      email: 'jane@globex.test',
      firstName: `Jane ${SCRIPT}`.slice(0, 100),
      lastName: `Doe ${SCRIPT}`.slice(0, 100),
      jobTitle: SCRIPT,
    })
  ).body.id;
  const machine = await enrolMachine(server, tenant, { customerId, hostname: `till ${SCRIPT}` });
  deviceId = machine.deviceId;
  await machine.report({ loggedInUser: SCRIPT });
  await tenant.admin.put(`/api/v1/devices/${deviceId}/contacts/${contactId}`);
  await tenant.admin.post('/api/v1/alerts', { title: `Hot ${SCRIPT}`, deviceId });
  await server.rows('update portal_settings set shows_devices = true');
  const opened = await tenant.admin.post('/api/v1/tickets', {
    subject: `Broken ${SCRIPT}`,
    // Control characters are bad input at the API; mail may hold them.
    html: XSS_PAYLOADS.filter((payload) => !/[^\P{Cc}\t\n]/u.test(payload)).join('\n'),
    contactId,
    deviceId,
  });
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
  // Pictures from elsewhere are refused; everything else is taken, and made harmless.
  const signature = XSS_PAYLOADS.filter((payload) => !/<im|[^\P{Cc}\t\n]/iu.test(payload));
  const kept = await tenant.admin.put('/api/v1/me/signature', {
    html: `<p>Signed</p>${signature.join('\n')}`,
  });
  expect(kept.status, JSON.stringify(kept.body)).toBe(200);
  await tenant.admin.post(`/api/v1/tickets/${opened.body.number}/replies`, { html: SCRIPT });
  await tenant.admin.post(`/api/v1/tickets/${opened.body.number}/notes`, { html: SCRIPT });
  await sendMail(server, {
    envelope: { from: 'jane@globex.test', to: `${tenant.slug}@${server.config.mailDomain}` },
    from: { name: SCRIPT, address: 'jane@globex.test' },
    to: `${tenant.slug}@${server.config.mailDomain}`,
    subject: `Mail ${SCRIPT}`,
    html: `${TRACKER}${XSS_PAYLOADS.join('\n')}`,
    attachments: [
      {
        filename: `${SCRIPT}.svg`,
        content: `<svg onload="alert(1)"/>`,
        contentType: 'image/svg+xml',
      },
      { filename: 'page.html', content: '<script>alert(1)</script>', contentType: 'text/html' },
      { filename: 'dot.png', content: RED_DOT, contentType: 'image/png' },
    ],
  });
  await until(
    async () => (await server.rows('select from tickets')).length === 2,
    'filing the mail',
  );
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

interface Watched {
  page: Page;
  /** Scripts that ran, pages that broke, addresses elsewhere that were asked. */
  incidents: string[];
}

async function openWatchedPage(): Promise<Watched> {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  const incidents: string[] = [];
  page.on('dialog', (dialog) => {
    incidents.push(`a script ran: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => incidents.push(`page error: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    const isOurs = /^(data|blob):$/.test(protocol) || /(^|\.)localhost$/.test(hostname);
    if (!isOurs) incidents.push(`asked ${request.url()}`);
  });
  return { page, incidents };
}

async function visit({ page, incidents }: Watched, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('heading').first().waitFor();
  await page.waitForTimeout(400);
  expect(incidents, url).toEqual([]);
}

test('in every page of the console', async () => {
  const watched = await openWatchedPage();
  const { page } = watched;
  const at = (path: string) => server.config.baseUrl + path;
  await page.goto(at('/sign-in'));
  await page.getByLabel('E-mail').fill(tenant.adminEmail);
  await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Dashboard' }).waitFor();
  const inbound = (await tenant.admin.get('/api/v1/inbound-messages')).body.items[0].id;
  const outbound = (await tenant.admin.get('/api/v1/outbound-messages')).body.items[0].id;
  for (const path of [
    '/tickets',
    '/tickets/1',
    '/tickets/2',
    '/tickets/new',
    '/customers',
    `/customers/${customerId}`,
    `/contacts/${contactId}`,
    '/dashboard',
    '/devices',
    `/devices/${deviceId}`,
    '/alerts',
    '/admin/technicians',
    '/admin/roles',
    '/admin/settings',
    '/admin/portal',
    '/admin/email',
    '/admin/email/incoming',
    `/admin/email/incoming/${inbound}`,
    '/admin/email/outgoing',
    `/admin/email/outgoing/${outbound}`,
    '/admin/api-keys',
    '/admin/audit',
  ]) {
    await visit(watched, at(path));
  }
  await page.getByRole('button', { name: /^Notifications/ }).click();
  await page
    .getByRole('link', { name: /opened a ticket/ })
    .first()
    .waitFor();
  await visit(watched, at('/tickets/2'));
  await page.getByRole('button', { name: 'Show images' }).waitFor();
  await visit(watched, at('/tickets/1'));
  await page.getByRole('button', { name: 'Show signature' }).click();
  await page.getByText('Signed').first().waitFor();
  await visit(watched, at('/profile'));
  // What is pasted is in the page before any server has seen it.
  const editor = page.getByRole('textbox', { name: 'Personal ticket signature' });
  await editor.getByText('Signed').waitFor();
  const pasted = JSON.stringify(`<p>Pasted</p>${XSS_PAYLOADS.join('\n')}`);
  // As text: the server's types, which hold here, know no document.
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', ${pasted});
    const paste = { clipboardData, bubbles: true, cancelable: true };
    document.querySelector('.tiptap').dispatchEvent(new ClipboardEvent('paste', paste));
  }`);
  await editor.getByText('Pasted').waitFor();
  await page.waitForTimeout(1_500);
  expect(watched.incidents).toEqual([]);
});

test('in every page of the portal', async () => {
  const look = await tenant.admin.post(`/api/v1/contacts/${contactId}/password-look`);
  const contact = (await tenant.admin.get(`/api/v1/contacts/${contactId}`)).body;
  const client = tenant.portal();
  await client.post('/portal/v1/session', {
    username: contact.portalUsername,
    password: look.body.password,
  });
  await client.put('/portal/v1/password', { newPassword: NEW_PASSWORD });

  const watched = await openWatchedPage();
  const { page } = watched;
  const at = (path: string) => server.config.portalOrigin(tenant.slug) + path;
  await page.goto(at('/'));
  await page.getByLabel('Username or e-mail address').fill(contact.portalUsername);
  await page.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'My tickets' }).first().waitFor();
  for (const path of [
    '/',
    '/tickets',
    '/tickets/1',
    '/tickets/2',
    `/tickets/new?device=${deviceId}`,
    '/devices',
    `/devices/${deviceId}`,
    '/profile',
  ]) {
    await visit(watched, at(path));
  }
  await visit(watched, at('/tickets/new'));
  await page.getByRole('combobox', { name: 'Which device is it about?' }).click();
  await page.getByRole('option', { name: /^till "><img/ }).waitFor();
  await visit(watched, at('/tickets/1'));
  await page.getByRole('button', { name: 'Show signature' }).click();
  await page.getByText('Signed').first().waitFor();
  expect(watched.incidents).toEqual([]);
});

test('files are never pages of ours', async () => {
  const { items } = (await tenant.admin.get('/api/v1/tickets/2/messages')).body;
  const attachments = items[0].attachments as { name: string; url: string }[];
  expect(attachments).toHaveLength(3);
  for (const { name, url } of attachments) {
    const answer = await tenant.admin.get(url);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['content-security-policy']).toContain('sandbox');
    const isImage = name === 'dot.png';
    expect(answer.headers['content-type']).toBe(isImage ? 'image/png' : 'application/octet-stream');
    expect(answer.headers['content-disposition']).toMatch(isImage ? /^inline/ : /^attachment/);
  }
});
