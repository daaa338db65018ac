import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { faultsOf, settled } from '../support/page-check.ts';
import { makeTenant, TEST_PASSWORD, type TestContact, type TestTenant } from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** The portal in a browser: every page in both themes, and nothing that was typed is ever lost. */
let server: TestServer;
let browser: Browser;
let tenant: TestTenant;
let contact: TestContact;
let ticketNumber: number;

beforeAll(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  tenant = await makeTenant(server, { company: 'Acme IT' });
  const customerId = await tenant.customer('Globex', ['globex.test']);
  contact = await tenant.contact({ customerId, isMainContact: true });
  const opened = await contact.post('/portal/v1/tickets', {
    subject: 'A printer with a rather long name does not print on the second floor',
    html: '<p>Since this morning.</p>',
  });
  ticketNumber = opened.body.number;
  await tenant.admin.post(`/api/v1/tickets/${ticketNumber}/replies`, {
    html: '<p>On our way.</p>',
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const at = (path: string) => server.config.portalOrigin(tenant.slug) + path;

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Username or e-mail address').fill(contact.username);
  await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function openPortal(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(at(path));
  await signIn(page);
  await settled(page);
  return page;
}

describe.each([
  { width: 360, colorScheme: 'light' as const },
  { width: 1440, colorScheme: 'dark' as const },
])('at $width px, $colorScheme', ({ width, colorScheme }) => {
  test('axe finds nothing on any page, and nothing is wider than the window', async () => {
    const context = await browser.newContext({
      colorScheme,
      locale: 'en-GB',
      viewport: { width, height: 800 },
    });
    const stranger = await context.newPage();
    for (const path of [
      '/',
      '/forgotten-password',
      '/set-password?token=gone',
      '/sign-in-link?token=gone',
    ]) {
      await stranger.goto(at(path));
      await settled(stranger);
      expect(await faultsOf(stranger)).toEqual([]);
    }
    const page = await openPortal(context, '/');
    for (const path of [
      '/',
      '/tickets',
      '/tickets?search=nothing',
      '/company-tickets',
      '/people',
      `/tickets/${ticketNumber}`,
      '/tickets/999',
      '/tickets/new',
      '/profile',
      '/nowhere',
    ]) {
      await page.goto(at(path));
      await settled(page);
      expect(await faultsOf(page)).toEqual([]);
    }
    await context.close();
  });
});

test('a draft survives a closed tab, and is sent once on a double click', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const first = await openPortal(context, '/tickets/new');
  await first.getByLabel('What is it about?').fill('My screen is black');
  await first.getByRole('textbox', { name: 'Please describe it' }).fill('Since today');
  await first.waitForTimeout(500);
  await first.close();

  const second = await context.newPage();
  await second.goto(at('/tickets/new'));
  await second.getByText('We kept what you began to write.').waitFor();
  expect(await second.getByLabel('What is it about?').inputValue()).toBe('My screen is black');
  await second.getByRole('textbox', { name: 'Please describe it' }).waitFor();
  await second.getByRole('button', { name: 'Send the ticket' }).dblclick();
  await second.getByText('Your ticket has the number').waitFor();
  const tickets = (await contact.get('/portal/v1/tickets?search=black')).body.items;
  expect(tickets).toHaveLength(1);
  await context.close();
});

test('when the session ends while something is typed, one signs in on top of it and sends', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await openPortal(context, `/tickets/${ticketNumber}`);
  await page.getByRole('button', { name: 'Write a reply' }).click();
  await page.getByRole('textbox', { name: 'Your reply' }).fill('It prints again');
  await context.clearCookies();
  await page.getByRole('button', { name: 'Send the reply' }).click();
  const dialog = page.getByRole('dialog', { name: 'Please sign in again' });
  await dialog.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Send the reply' }).click();
  await page.getByRole('article').getByText('It prints again').waitFor();
  await context.close();
});
