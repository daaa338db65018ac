import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { faultsOf, settled } from '../support/page-check.ts';
import {
  makeTenant,
  TEST_PASSWORD,
  type TestTechnician,
  type TestTenant,
} from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { codeOf, setUpApp } from '../support/two-factor.ts';

/** Two-factor sign-in in a browser: app, recovery codes, passkeys, sessions, and when a role asks for it. */
let server: TestServer;
let browser: Browser;
let acme: TestTenant;
let technician: TestTechnician;

beforeAll(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  acme = await makeTenant(server, { company: 'Acme IT' });
});
beforeEach(async () => {
  await server.rows('delete from rate_limits');
  technician = await acme.technician();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function open(options: { colorScheme?: 'light' | 'dark'; width?: number } = {}) {
  const { colorScheme = 'light', width = 1280 } = options;
  const viewport = { width, height: 900 };
  const context = await browser.newContext({ locale: 'en-GB', colorScheme, viewport });
  return { context, page: await context.newPage() };
}

async function typePassword(page: Page, path = '/profile/security'): Promise<void> {
  await page.goto(server.config.baseUrl + path);
  await page.getByLabel('E-mail').fill(technician.email);
  await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** A device with a fingerprint reader on which a finger lies whenever the browser asks. */
async function addDevice(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable', { enableUI: false });
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** From the next page on the browser is one that offers no passkeys by itself: the button has to. */
const stopOffering = (page: Page) =>
  page.addInitScript('PublicKeyCredential.isConditionalMediationAvailable = async () => false');

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });

test('an app is set up, asked for at sign-in, and its recovery codes help out', async () => {
  const { context, page } = await open();
  await typePassword(page);
  await heading(page, 'Two-factor sign-in').waitFor();
  await page.getByRole('button', { name: 'Set up app' }).click();
  const dialog = page.getByRole('dialog');
  const secret = await dialog.getByLabel('Or type this key into the app').inputValue();
  expect(await dialog.getByAltText('QR code for your authenticator app').isVisible()).toBe(true);
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByLabel('Code that the app shows now').fill('000000');
  await dialog.getByText('This code is not right.').waitFor();
  // Pasted as the app shows it; it is sent by itself.
  const shown = codeOf(secret, -30);
  await dialog
    .getByLabel('Code that the app shows now')
    .fill(`${shown.slice(0, 3)} ${shown.slice(3)}`);
  await page.getByRole('list', { name: 'Your recovery codes' }).waitFor();
  const codes = await page
    .getByRole('listitem')
    .filter({ hasText: /^\w{4}-\w{4}-\w{4}$/ })
    .allInnerTexts();
  expect(codes).toHaveLength(10);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('portico-recovery-codes.txt');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByText('10 of 10 are left').waitFor();
  await context.close();

  const next = await open();
  await typePassword(next.page, '/profile/security');
  await heading(next.page, 'One more step').waitFor();
  const field = next.page.getByLabel('Code');
  expect(await field.getAttribute('autocomplete')).toBe('one-time-code');
  expect(await field.getAttribute('inputmode')).toBe('numeric');
  expect(await faultsOf(next.page)).toEqual([]);
  await field.fill('000000');
  await next.page.getByText('That code or passkey was not accepted.').waitFor();
  await field.fill(codeOf(secret));
  // The deep link that led to the sign-in is kept.
  await next.page.waitForURL(/\/profile\/security$/);
  await next.context.close();

  const third = await open();
  await typePassword(third.page, '/tickets');
  await third.page.getByRole('button', { name: 'Recovery code' }).click();
  await third.page.getByLabel('Recovery code').fill(codes[0]?.toUpperCase() ?? '');
  await third.page.getByRole('button', { name: 'Confirm' }).click();
  await third.page.waitForURL(/\/tickets/);
  await third.page.goto(`${server.config.baseUrl}/profile/security`);
  await third.page.getByText('9 of 10 are left').waitFor();
  await third.context.close();
});

test('a passkey is added, signs in alone and as second step, is renamed and removed', async () => {
  const { context, page } = await open();
  await addDevice(context, page);
  await typePassword(page);
  await page.getByRole('button', { name: 'Add passkey' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Work laptop');
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Add passkey' }).click();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByText('Work laptop', { exact: true }).waitFor();
  await page.getByText('Not used yet').waitFor();

  // The same device is not asked twice.
  await page.getByRole('button', { name: 'Add passkey' }).click();
  await dialog.getByLabel('Name').fill('Again');
  await dialog.getByRole('button', { name: 'Add passkey' }).click();
  await dialog.getByText('There is a passkey for you on this device already.').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  // The browser offers it by itself …
  await context.clearCookies();
  await page.goto(`${server.config.baseUrl}/profile/security`);
  await page.waitForURL(/\/sign-in/);
  await page.waitForURL(/\/profile\/security$/);

  // … or the button asks for it …
  await stopOffering(page);
  await context.clearCookies();
  await page.goto(`${server.config.baseUrl}/tickets`);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.waitForURL(/\/tickets/);
  await settled(page);

  // … also when the password came first.
  await context.clearCookies();
  await typePassword(page);
  await heading(page, 'One more step').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.waitForURL(/\/profile\/security$/);

  await page.getByRole('button', { name: 'Rename Work laptop' }).click();
  await dialog.getByLabel('Name').fill('Old laptop');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Remove Old laptop' }).click();
  await dialog.getByText('your password alone is enough then').waitFor();
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await page.getByText('You have no passkey yet.').waitFor();
  await context.close();
});

test('a copy of a passkey lets nobody in, and the page says so', async () => {
  const { context, page } = await open();
  await addDevice(context, page);
  await typePassword(page);
  await page.getByRole('button', { name: 'Add passkey' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Key');
  await page.getByRole('dialog').getByRole('button', { name: 'Add passkey' }).click();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByText('Not used yet').waitFor();
  await stopOffering(page);
  await context.clearCookies();
  await server.rows('update passkeys set signature_count = 1000');
  await page.goto(`${server.config.baseUrl}/tickets`);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.getByText('This passkey was not accepted.').waitFor();
  await context.close();
});

test('who must set it up sees nothing else, also when the role comes to require it', async () => {
  const { context, page } = await open();
  await typePassword(page, '/tickets');
  await page.waitForURL(/\/tickets/);
  await settled(page);
  const { role } = (await technician.get('/api/v1/session')).body.technician;
  await acme.admin.patch(`/api/v1/roles/${role.id}`, { requiresTwoFactor: true });
  await page.waitForURL(/\/set-up-two-factor/);
  await heading(page, 'Set up two-factor sign-in').waitFor();
  expect(await page.getByRole('navigation').count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
  await page.goto(`${server.config.baseUrl}/customers`);
  await page.waitForURL(/\/set-up-two-factor\?next=%2Fcustomers/);
  // Who comes back to the page later shows the password again.
  await server.rows(`update sessions set proved_at = now() - interval '1 hour'`);
  await page.getByRole('button', { name: 'Set up app' }).click();
  await page.getByLabel('Current password').fill(TEST_PASSWORD);
  await page.keyboard.press('Enter');
  const secret = await page.getByLabel('Or type this key into the app').inputValue();
  await page.getByLabel('Code that the app shows now').fill(codeOf(secret));
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.waitForURL(/\/customers/);
  await acme.admin.patch(`/api/v1/roles/${role.id}`, { requiresTwoFactor: false });
  await context.close();
});

test('sessions are listed in words; one that is ended is back at the door within seconds', async () => {
  const { context, page } = await open();
  const elsewhere = await open();
  await typePassword(elsewhere.page, '/tickets');
  await elsewhere.page.waitForURL(/\/tickets/);
  await typePassword(page);
  await heading(page, 'Active sessions').waitFor();
  await page.getByText('This session').waitFor();
  const other = page.getByRole('button', { name: /^Sign out Chrome on Linux/ });
  await other.first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sign out all others' }).click();
  await elsewhere.page.waitForURL(/\/sign-in/);
  await page.getByText(/other sessions? (was|were) signed out/).waitFor();
  await elsewhere.context.close();
  await context.close();
});

test('an administrator resets it after showing the password again', async () => {
  await setUpApp(technician);
  const { context, page } = await open();
  await page.goto(`${server.config.baseUrl}/admin/technicians`);
  await page.getByLabel('E-mail').fill(acme.adminEmail);
  await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/admin\/technicians/);
  await server.rows(`update sessions set proved_at = now() - interval '1 hour'`);
  const [row] = await server.rows('select first_name, last_name from technicians where id = $1', [
    technician.technicianId,
  ]);
  const name = `${row?.first_name} ${row?.last_name}`;
  await page.getByRole('button', { name: new RegExp(`${name}$`) }).click();
  await page.getByRole('menuitem', { name: 'Reset two-factor sign-in' }).click();
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await page.getByLabel('Current password').fill(TEST_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByText(`The two-factor sign-in of ${name} was reset.`).waitFor();
  expect((await technician.get('/api/v1/session')).status).toBe(401);
  await context.close();
});

describe.each([
  { width: 390, colorScheme: 'dark' as const },
  { width: 1440, colorScheme: 'light' as const },
])('at $width px, $colorScheme', (look) => {
  test('axe finds nothing, and nothing is wider than the window', async () => {
    await setUpApp(technician);
    const { context, page } = await open(look);
    await typePassword(page);
    await heading(page, 'One more step').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Recovery code' }).click();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Back to the password' }).click();
    await heading(page, 'Sign in').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await context.close();
  });
});
