import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { faultsOf, settled } from '../support/page-check.ts';
import { makeTenant, TEST_PASSWORD, type TestTenant } from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** What a technician does with alerts, in a browser. */
let server: TestServer;
let browser: Browser;
let tenant: TestTenant;
let page: Page;

const open = (path: string) => page.goto(`${server.config.baseUrl}${path}`);
const raise = (title: string, severity: string) =>
  tenant.admin.post('/api/v1/alerts', { title, severity });
const choose = (title: string) => page.getByRole('checkbox', { name: `Select: ${title}` }).check();

beforeAll(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  tenant = await makeTenant(server, { company: 'Acme IT' });
  await raise('Backup failed', 'critical');
  await raise('Disk is old', 'warning');
  page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await open('/alerts');
  await page.getByLabel('E-mail').fill(tenant.adminEmail);
  await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test('alerts are acknowledged together, and that is taken back', async () => {
  await choose('Backup failed');
  await choose('Disk is old');
  await settled(page);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Acknowledge', exact: true }).click();
  await page.getByText('2 alerts acknowledged').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('2 alerts open again').waitFor();
});

test('what comes up is listed without a reload', async () => {
  await raise('Router is hot', 'information');
  await page.getByRole('table').getByRole('link', { name: 'Router is hot' }).waitFor();
});

test('an alert becomes a ticket, and each knows the other', async () => {
  await page.getByRole('table').getByRole('link', { name: 'Backup failed' }).click();
  await page.getByRole('button', { name: 'Make a ticket' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make the ticket' }).click();
  await page.getByLabel('Details').getByRole('link', { name: '#1' }).click();
  await page.waitForURL(/\/tickets\/1$/);
  await page.getByRole('link', { name: 'Backup failed', exact: true }).waitFor();
});

test('a profile without a service to watch is not saved, and says where', async () => {
  await open('/admin/thresholds/new');
  await page.getByLabel('Name', { exact: true }).fill('Servers');
  await page.getByRole('button', { name: 'Add a condition' }).click();
  const added = page.getByRole('group', { name: /^Condition \d+$/ }).last();
  await added.getByRole('combobox', { name: 'What' }).click();
  await page.getByRole('option', { name: 'Service not running' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await added.getByText('Please fill this in.').waitFor();
  await added.getByRole('textbox', { name: 'Service' }).fill('nginx');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The profile “Servers” is saved.').waitFor();
});

test('a maintenance window is planned', async () => {
  await open('/alerts/maintenance');
  await page.getByRole('button', { name: 'New maintenance window' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Patch day');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText(/^Open until/).waitFor();
  await settled(page);
  expect(await faultsOf(page)).toEqual([]);
});
