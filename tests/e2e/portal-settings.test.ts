import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { faultsOf, settled } from '../support/page-check.ts';
import { makeTenant, TEST_PASSWORD, type TestTenant } from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** Admin > Portal Settings with the portal beside it: what is seen there is what visitors get. */
let server: TestServer;
let browser: Browser;
let tenant: TestTenant;
let page: Page;

beforeAll(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  tenant = await makeTenant(server, { company: 'Acme IT' });
  page = await openSettings();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function openSettings(): Promise<Page> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
  });
  const opened = await context.newPage();
  await opened.goto(`${server.config.baseUrl}/admin/portal`);
  await opened.getByLabel('E-mail').fill(tenant.adminEmail);
  await opened.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await opened.getByRole('button', { name: 'Sign in' }).click();
  await opened.getByLabel('Name of the portal').waitFor();
  return opened;
}
async function visit(colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const visitor = await (await browser.newContext({ locale: 'en-GB', colorScheme })).newPage();
  await visitor.goto(server.config.portalOrigin(tenant.slug));
  await settled(visitor);
  return visitor;
}
const save = async (from: Page) => from.getByRole('button', { name: 'Save', exact: true }).click();

test('the preview is the real portal with what is not saved yet; visitors see it once it is', async () => {
  const preview = page.frameLocator('iframe');
  await preview.getByText('Welcome to the support of Acme IT').waitFor();
  await page.getByLabel('Name of the portal').fill('Acme Help');
  await preview.getByText('Welcome to the support of Acme Help').waitFor();
  await page.getByLabel('Colour', { exact: true }).fill('#ffd500');
  await page.getByText(/could hardly be seen on a white page/).waitFor();
  await page.getByRole('button', { name: /^Use #/ }).click();
  await page.getByText(/^Easy to see/).waitFor();
  await page.getByRole('textbox', { name: 'Text', exact: true }).first().fill('Good to see you.');
  await preview.getByText('Good to see you.').waitFor();
  await page.getByText('Home page', { exact: true }).click();
  await preview.getByRole('heading', { level: 1 }).waitFor();
  expect(await preview.getByText('The printer on the second floor does not print').count()).toBe(1);
  const logo = await sharp({
    create: { width: 300, height: 60, channels: 3, background: '#0f766e' },
  })
    .png()
    .toBuffer();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: logo });
  await preview.getByRole('img', { name: 'Acme Help', includeHidden: true }).waitFor();

  const before = await visit();
  expect(await before.getByText('Good to see you.').count()).toBe(0);
  await before.context().close();
  expect(await faultsOf(page)).toEqual([]);
  await save(page);
  await page.getByText('The portal settings are saved.').waitFor();

  for (const scheme of ['light', 'dark'] as const) {
    const after = await visit(scheme);
    await after.getByText('Good to see you.').waitFor();
    expect(await after.title()).toBe('Sign in · Acme Help');
    await after.getByRole('img', { name: 'Acme Help' }).waitFor();
    expect(await faultsOf(after)).toEqual([]);
    await after.context().close();
  }
});

test('of two windows the second is told, and loses nothing', async () => {
  const other = await openSettings();
  await other.getByLabel('Legal notice').fill('acme.example/legal');
  await page.getByLabel('Privacy policy').fill('javascript:alert(1)');
  await save(page);
  await page.getByText('Please enter a web address such as www.example.com.').waitFor();
  await page.getByLabel('Privacy policy').fill('acme.example/privacy');
  await save(page);
  await page.getByText('The portal settings are saved.').last().waitFor();
  await save(other);
  await other.getByRole('button', { name: 'Save mine anyway' }).click();
  await other.getByText('The portal settings are saved.').waitFor();
  const visitor = await visit();
  expect(await visitor.getByRole('link', { name: 'Privacy' }).getAttribute('href')).toBe(
    'https://acme.example/privacy',
  );
  expect(await visitor.getByRole('link', { name: 'Legal notice' }).getAttribute('href')).toBe(
    'https://acme.example/legal',
  );
});

test('no other page can frame the portal, and so none can speak to its preview', async () => {
  const address = `${server.config.portalOrigin(tenant.slug)}/?preview`;
  expect(page.frames()[1]?.url()).toContain(server.config.portalOrigin(tenant.slug));
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.setContent(`<iframe src="${address}"></iframe>`);
  await elsewhere.waitForTimeout(2_000);
  expect(elsewhere.frames()[1]?.url()).toMatch(/^chrome-error:/);
});
