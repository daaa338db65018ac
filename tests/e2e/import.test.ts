import iconv from 'iconv-lite';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { faultsOf, settled } from '../support/page-check.ts';
import { makeTenant, TEST_PASSWORD, type TestTenant } from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** A file out of a German spreadsheet becomes contacts, in a browser, on a phone's width at the end. */
let server: TestServer;
let browser: Browser;
let tenant: TestTenant;
let page: Page;

const FILE = iconv.encode(
  [
    'Vorname;Name;E-Mail;Firma;Hauptansprechpartner;Schuhgröße',
    'Jürgen;Groß;juergen@globex.test;Globex;ja;43',
    'Zoë;Maß;zoe@globex.test;Globex;;41',
    'Ohne;Adresse;;Globex;;',
  ].join('\r\n'),
  'windows-1252',
);

beforeAll(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  tenant = await makeTenant(server, { company: 'Acme IT' });
  page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await page.goto(`${server.config.baseUrl}/customers`);
  await page.getByLabel('E-mail').fill(tenant.adminEmail);
  await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Customers', level: 1 }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test('a file is understood, checked, imported and reported', async () => {
  await page.getByRole('button', { name: 'Import and export' }).click();
  await page.getByRole('menuitem', { name: 'Import', exact: true }).click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'kunden.csv',
    mimeType: 'text/csv',
    buffer: FILE,
  });
  await page.getByRole('heading', { name: 'kunden.csv' }).waitFor();
  const becomes = (column: string) =>
    page.getByRole('combobox', { name: `What column ${column} becomes` });
  expect(await becomes('Name').inputValue()).toBe('Last name');
  expect(await becomes('Firma').inputValue()).toBe('Customer');
  expect(await becomes('Schuhgröße').inputValue()).toBe('');
  expect(await faultsOf(page)).toEqual([]);

  await page.getByRole('button', { name: 'Check without importing' }).click();
  await page.getByText('E-mail: Please fill this in.').waitFor();
  expect((await tenant.admin.get('/api/v1/contacts')).body.items).toEqual([]);
  await page.getByRole('button', { name: 'Import 2 rows' }).dblclick();
  await page.getByText('The import is finished').waitFor();
  const { items } = (await tenant.admin.get('/api/v1/contacts')).body;
  expect(items.map(({ firstName }: { firstName: string }) => firstName)).toEqual(['Jürgen', 'Zoë']);
  expect(items[0]).toMatchObject({ isMainContact: true, customer: { name: 'Globex' } });

  const [report] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download the result' }).click(),
  ]);
  expect(report.suggestedFilename()).toBe('kunden-result.csv');
  await page.setViewportSize({ width: 390, height: 800 });
  await page.reload();
  await settled(page);
  await page.getByText('E-mail: Please fill this in.').waitFor();
  expect(await faultsOf(page)).toEqual([]);
});

test('a workbook is refused with advice', async () => {
  await page.getByRole('link', { name: 'Import another file' }).click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'kunden.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('504b0304140006000800', 'hex'),
  });
  await page.getByText('This is not a CSV file.').waitFor();
});

test('the contact’s page gives and takes the portal', async () => {
  const [{ id }] = (await tenant.admin.get('/api/v1/contacts')).body.items;
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${server.config.baseUrl}/contacts/${id}`);
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('button', { name: 'Copy password' }).waitFor();
  await page.getByRole('button', { name: 'Hide' }).click();
  await page.getByRole('button', { name: 'Show' }).waitFor();
  await page.getByRole('switch', { name: 'May use the portal' }).click();
  await page.getByRole('button', { name: 'Send welcome e-mail' }).waitFor({ state: 'detached' });
  const contact = (await tenant.admin.get(`/api/v1/contacts/${id}`)).body;
  expect(contact.hasPortalAccess).toBe(false);
  expect(await faultsOf(page)).toEqual([]);
});
