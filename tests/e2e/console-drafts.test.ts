import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { makeTenant, TEST_PASSWORD, type TestTenant } from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** What a technician begins to write is never lost, and never seen by who comes next. */
let server: TestServer;
let browser: Browser;
let tenant: TestTenant;
let context: BrowserContext;
let number: number;

beforeAll(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  tenant = await makeTenant(server, { company: 'Acme IT' });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
beforeEach(async () => {
  context = await browser.newContext({ locale: 'en-GB' });
  const customerId = await tenant.customer();
  const contact = await tenant.contact({ customerId });
  const opened = await contact.post('/portal/v1/tickets', { subject: 'Help', html: '<p>Help</p>' });
  number = opened.body.number;
});
afterEach(() => context.close());

async function openTicket(email: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${server.config.baseUrl}/sign-in?next=/tickets/${number}`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Public reply' }).waitFor();
  return page;
}

const editor = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

async function beginReply(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Public reply' }).click();
  await editor(page, 'Public reply').fill('See the plan.');
  const uploaded = page.waitForResponse((response) => response.url().endsWith('/attachments'));
  const plan = { name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') };
  await page.locator('input[type=file]').first().setInputFiles(plan);
  await uploaded;
  await page.getByRole('button', { name: 'Remove plan.pdf' }).waitFor();
  await page.getByRole('combobox', { name: 'Status after sending' }).click();
  await page.getByRole('option', { name: 'Pending' }).click();
}

async function expectBegun(page: Page): Promise<void> {
  await editor(page, 'Public reply').getByText('See the plan.').waitFor();
  await page.getByRole('button', { name: 'Remove plan.pdf' }).waitFor();
  const status = page.getByRole('combobox', { name: 'Status after sending' });
  expect(await status.inputValue()).toBe('Pending');
}

test('a reply keeps text, file and status while a note is written, and over a reload', async () => {
  const page = await openTicket(tenant.adminEmail);
  await beginReply(page);
  await page.getByRole('tab', { name: 'Internal note' }).click();
  await editor(page, 'Internal note').fill('They have no plan.');
  await page.getByRole('button', { name: 'Save internal note' }).click();
  await page.getByRole('article', { name: /^Internal note/ }).waitFor();
  await page.getByRole('button', { name: 'Public reply' }).click();
  await expectBegun(page);
  await page.reload();
  await page.getByRole('button', { name: 'Public reply' }).click();
  await expectBegun(page);

  await page.getByRole('button', { name: 'Send public reply' }).click();
  const reply = page.getByRole('article', { name: /^Reply/ });
  await reply.getByText('plan.pdf').waitFor();
  expect((await tenant.admin.get(`/api/v1/tickets/${number}`)).body.status).toBe('pending');
  await page.getByRole('button', { name: 'Public reply' }).click();
  await editor(page, 'Public reply').waitFor();
  expect(await page.getByRole('button', { name: 'Remove plan.pdf' }).count()).toBe(0);
  expect((await editor(page, 'Public reply').innerText()).trim()).not.toContain('See the plan.');
});

test('the next technician at this computer does not find it', async () => {
  const page = await openTicket(tenant.adminEmail);
  await beginReply(page);
  await page.getByRole('button', { name: /^Profile of/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('E-mail').waitFor();
  await page.close();
  const { email } = await tenant.technician();
  const next = await openTicket(email);
  await next.getByRole('button', { name: 'Public reply' }).click();
  await editor(next, 'Public reply').waitFor();
  expect(await next.getByText('See the plan.').count()).toBe(0);
  expect(await next.getByText('plan.pdf').count()).toBe(0);
});

test('a file that did not get there holds the message back', async () => {
  const page = await openTicket(tenant.adminEmail);
  await beginReply(page);
  await page.route('**/api/v1/attachments', (route) => route.abort());
  const log = { name: 'lost.log', mimeType: 'text/plain', buffer: Buffer.from('x') };
  await page.locator('input[type=file]').first().setInputFiles(log);
  await page.getByText('Please remove the files that could not be uploaded.').waitFor();
  const send = page.getByRole('button', { name: 'Send public reply' });
  expect(await send.isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Remove lost.log' }).click();
  expect(await send.isDisabled()).toBe(false);
});

test('a status that a colleague has set meanwhile is not overwritten unseen', async () => {
  const page = await openTicket(tenant.adminEmail);
  await page.route('**/events', (route) => route.abort());
  await page.reload();
  await page.getByRole('button', { name: 'Public reply' }).waitFor();
  await beginReply(page);
  const { version } = (await tenant.admin.get(`/api/v1/tickets/${number}`)).body;
  await tenant.admin.patch(`/api/v1/tickets/${number}`, { version, status: 'resolved' });
  await page.getByRole('button', { name: 'Send public reply' }).click();
  await page.getByText('Somebody else changed this in the meantime.').waitFor();
  expect((await tenant.admin.get(`/api/v1/tickets/${number}`)).body.status).toBe('resolved');
  await expectBegun(page);
});
