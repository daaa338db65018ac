import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { enrolMachine } from '../support/machine.ts';
import { faultsOf, settled } from '../support/page-check.ts';
import { deliver, message } from '../support/smtp-client.ts';
import { makeTenant, TEST_PASSWORD, type TestTenant } from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/**
 * A new company does its first steps in one window, and by mail and agent; another window shows the dashboard
 * all the while and is never loaded again. The steps build on each other.
 */
let server: TestServer;
let browser: Browser;
let acme: TestTenant;
let watching: Page;
let doing: Page;

beforeAll(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  acme = await makeTenant(server, { company: 'Acme IT' });
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
  });
  watching = await context.newPage();
  await watching.goto(`${server.config.baseUrl}/dashboard`);
  await watching.getByLabel('E-mail').fill(acme.adminEmail);
  await watching.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await watching.getByRole('button', { name: 'Sign in', exact: true }).click();
  await watching.getByRole('heading', { name: 'First steps' }).waitFor();
  // Lost when the page is loaded again.
  await watching.evaluate('window.wasNeverReloaded = true');
  doing = await context.newPage();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await watching.screenshot({ path: 'test-results/first-steps.png', fullPage: true });
  await doing.screenshot({ path: 'test-results/first-steps-doing.png', fullPage: true });
});

const step = (name: string) => watching.locator(`[data-step=${name}]`);
async function ticked(name: string, done: number) {
  await watching.locator(`[data-step=${name}][data-done]`).waitFor({ timeout: 10_000 });
  await watching.getByText(`${done} of 5 done`).first().waitFor();
}
const open = (path: string) => doing.goto(`${server.config.baseUrl}${path}`);

test('nothing is done yet, and there is no card that could only show zeros', async () => {
  await watching.getByText('0 of 5 done').waitFor();
  expect(await watching.locator('[data-step]').count()).toBe(5);
  expect(await watching.locator('[data-card]').count()).toBe(0);
  await settled(watching);
  expect(await faultsOf(watching)).toEqual([]);
});

test('a customer is added', async () => {
  await open('/customers');
  await doing.getByRole('button', { name: 'New customer' }).first().click();
  await doing.getByRole('textbox', { name: 'Name', exact: true }).fill('Globex');
  await doing.getByLabel('E-mail domains').first().fill('globex.test');
  await doing.keyboard.press('Enter');
  await doing.getByRole('button', { name: 'Create customer' }).click();
  await doing.getByRole('heading', { name: 'Globex' }).waitFor();
  await ticked('customer', 1);
  expect(await step('portal').getAttribute('data-done')).toBeNull();
});

test('the portal is set up, where its step leads', async () => {
  await step('portal').getByRole('link').click({ trial: true });
  await open((await step('portal').getByRole('link').getAttribute('href')) ?? '');
  await doing.getByLabel('Name of the portal').fill('Acme Help');
  await doing.getByRole('button', { name: 'Save', exact: true }).click();
  await ticked('portal', 2);
});

test('a colleague is invited', async () => {
  await open('/admin/technicians');
  await doing.getByRole('button', { name: 'Invite a technician' }).click();
  const invite = doing.getByRole('dialog', { name: 'Invite a technician' });
  await invite.getByLabel('E-mail').fill('ben@acme.test');
  await invite.getByLabel('First name').fill('Ben');
  await invite.getByLabel('Last name').fill('Ito');
  await invite.getByRole('combobox', { name: 'Role' }).click();
  await doing.getByRole('option', { name: 'Technician', exact: true }).click();
  await invite.getByRole('button', { name: 'Send the invitation' }).click();
  await ticked('colleague', 3);
  expect(await watching.locator('[data-card]').count()).toBe(0);
});

test('a first mail arrives at the address that is shown, and with its ticket the cards', async () => {
  const to = (await step('mail').getByText('@').textContent()) ?? '';
  const mail = message({ Subject: 'Printer on fire', To: to });
  const answer = await deliver(server, { from: 'jane@globex.test', to }, mail);
  expect(answer.code, answer.text).toBe(250);
  await ticked('mail', 4);
  const unassigned = watching.locator('[data-card=unassigned]');
  await unassigned.getByText('Printer on fire').waitFor();
  await unassigned.getByRole('link', { name: '1 unassigned ticket' }).waitFor();
  const activity = watching.locator('[data-card=activity]');
  await activity.getByText('Jane Doe opened a ticket').waitFor();
  await settled(watching);
  expect(await faultsOf(watching)).toEqual([]);
});

test('a device is enrolled: all is done, and the dashboard is all that is left', async () => {
  const [customer] = (await acme.admin.get('/api/v1/customers')).body.items;
  const machine = await enrolMachine(server, acme, { customerId: customer.id, hostname: 'SRV-01' });
  await watching.getByRole('heading', { name: 'First steps' }).waitFor({ state: 'detached' });
  await machine.report();
  const devices = watching.locator('[data-card=devices]');
  await expect
    .poll(() => devices.getByRole('link', { name: /^Online/ }).textContent())
    .toContain('1');
  expect(await watching.evaluate('window.wasNeverReloaded')).toBe(true);
});
