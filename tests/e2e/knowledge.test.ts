import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { faultsOf, settled } from '../support/page-check.ts';
import { makeTenant, TEST_PASSWORD, type TestTenant } from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/**
 * The knowledge base of the console, as somebody who writes works with it, and a colleague who only
 * reads. The steps build on each other.
 */
let server: TestServer;
let browser: Browser;
let tenant: TestTenant;
let page: Page;
let ticketNumber: number;
let readerEmail: string;

beforeAll(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  tenant = await makeTenant(server, { company: 'Acme IT' });
  const contact = await tenant.contact({ customerId: await tenant.customer('Globex') });
  const ticket = { subject: 'Printer is dead', html: '<p>Help me</p>' };
  ticketNumber = (await contact.post('/portal/v1/tickets', ticket)).body.number;
  readerEmail = (await tenant.technicianWith(['knowledge.view'])).email;
  page = await signIn(tenant.adminEmail);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  const name = task.name.replace(/\W+/g, '-').slice(0, 40);
  await page?.screenshot({ path: `test-results/knowledge-${name}.png` });
});

async function signIn(email: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
  });
  const opened = await context.newPage();
  opened.setDefaultTimeout(15_000);
  opened.on('pageerror', (error) => {
    throw error;
  });
  await opened.goto(`${server.config.baseUrl}/knowledge`);
  await opened.getByLabel('E-mail').fill(email);
  await opened.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await opened.getByRole('button', { name: 'Sign in' }).click();
  await opened.getByRole('navigation', { name: 'Main navigation' }).waitFor();
  await settled(opened);
  return opened;
}

const saved = (at = page) => at.getByText('Saved', { exact: true }).first().waitFor();
const title = (at = page) => at.getByRole('textbox', { name: 'Title' });

test('the first article brings its category along, and is kept while it is written', async () => {
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'New article' }).first().click();
  await title().fill('The printer does not print');
  await page.getByLabel('Name of the first category').fill('Printing');
  await page.getByRole('button', { name: 'Create article' }).click();
  await page.waitForURL(/\/knowledge\/\d+$/);
  await page.getByRole('textbox', { name: 'Text' }).click();
  await page.getByRole('button', { name: 'Heading', exact: true }).click();
  await page.keyboard.type('First of all');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Turn it off and on again.');
  await page.getByText('Not saved yet').waitFor();
  await saved();
  await page.reload();
  await page.getByRole('heading', { name: 'First of all' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
});

test('who only reads gets it once it is published, and nothing to change it', async () => {
  const reader = await signIn(readerEmail);
  await reader.getByText('Nothing is published yet.').waitFor();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('heading', { name: 'In the portal' }).waitFor();
  // The reader's list follows by itself.
  await reader.getByRole('link', { name: 'The printer does not print' }).click();
  await reader.getByText('Turn it off and on again.').waitFor();
  for (const name of ['Archive', 'Publish changes', 'Add language']) {
    expect(await reader.getByRole('button', { name }).count(), name).toBe(0);
  }
  expect(await faultsOf(reader)).toEqual([]);
  await reader.context().close();
});

test('of two windows the second is told, and decides', async () => {
  const other = await page.context().newPage();
  await other.goto(page.url());
  await title(other).waitFor();
  await title().fill('Printers that do not print');
  await title(other).fill('Printers on strike');
  const late = await Promise.race(
    [page, other].map(async (window) => {
      await window.getByText('Changed by somebody else').waitFor();
      return window;
    }),
  );
  const mine = await title(late).inputValue();
  await late.getByRole('button', { name: 'Save mine anyway' }).click();
  await saved(late);
  const early = late === page ? other : page;
  await expect.poll(() => title(early).inputValue(), { timeout: 10_000 }).toBe(mine);
  await other.close();
});

test('an older version is compared and brought back', async () => {
  await page.getByText('Versions', { exact: true }).click();
  await page.locator('del').first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Bring this version back' }).click();
  await expect.poll(() => title().inputValue()).toBe('The printer does not print');
  await saved();
});

test('it is put into a reply, and a reply becomes an article', async () => {
  await page.goto(`${server.config.baseUrl}/tickets/${ticketNumber}`);
  await page.getByText('No article is linked.').waitFor();
  await page.getByRole('button', { name: 'Public reply' }).click();
  await page.getByRole('button', { name: 'Insert an article' }).click();
  // The subject is looked for at first.
  await page.getByRole('button', { name: 'Insert link' }).click();
  const reply = page.getByRole('textbox', { name: 'Public reply' });
  const link = reply.getByRole('link', { name: 'The printer does not print' });
  expect(await link.getAttribute('href')).toMatch(/\/kb\/printing\/the-printer-does-not-print$/);
  await page.getByRole('button', { name: /^Remove the link to The printer/ }).waitFor();
  await page.getByRole('button', { name: 'Send public reply' }).click();
  const message = page.getByRole('article').filter({ hasText: 'The printer does not print' });
  await message.getByRole('button', { name: 'Make an article of this message' }).click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'Category' }).click();
  await page.getByRole('option', { name: 'Printing' }).click();
  await page.getByRole('button', { name: 'Create article' }).click();
  await page.waitForURL(/\/knowledge\/\d+$/);
  expect(await title().inputValue()).toBe('Printer is dead');
  await page.getByRole('link', { name: `#${ticketNumber} Printer is dead` }).waitFor();
});

test('categories are ordered, statistics tell what is missing', async () => {
  await page.goto(`${server.config.baseUrl}/knowledge/categories`);
  await page.getByRole('button', { name: 'New category' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Accounts');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Move Accounts up' }).click();
  await expect
    .poll(async () =>
      (await page.getByRole('listitem').allInnerTexts()).map((row) => row.slice(0, 8)),
    )
    .toEqual(['Accounts', 'Printing']);
  expect(await faultsOf(page)).toEqual([]);
  await page.goto(`${server.config.baseUrl}/knowledge/statistics`);
  await page.getByRole('heading', { name: 'Searches without result' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
});
