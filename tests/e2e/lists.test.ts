import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { enrolMachine } from '../support/machine.ts';
import { faultsOf, settled } from '../support/page-check.ts';
import { makeTenant, TEST_PASSWORD, type TestTenant } from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** What the lists of tickets, alerts and devices have in common, in a browser. */
let server: TestServer;
let browser: Browser;
let context: BrowserContext;
let tenant: TestTenant;
let page: Page;
let machines: number[];

const open = (path: string, at = page) => at.goto(`${server.config.baseUrl}${path}`);
const post = async (path: string, body: unknown) => {
  const answer = await tenant.admin.post(`/api/v1${path}`, body);
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body;
};
const noFaults = async () => {
  await page.mouse.move(0, 0);
  await settled(page);
  expect(await faultsOf(page)).toEqual([]);
};
const link = (name: string, at = page) =>
  at.getByRole('table').getByRole('link', { name, exact: true });
const profileOf = async (deviceId: number | undefined) =>
  (await tenant.admin.get(`/api/v1/devices/${deviceId}/alert-profile`)).body.name;

beforeAll(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  tenant = await makeTenant(server, { company: 'Acme IT' });
  const customerId = await tenant.customer('Globex');
  machines = [];
  for (const hostname of ['srv-1', 'srv-2', 'srv-3'])
    machines.push((await enrolMachine(server, tenant, { customerId, hostname })).deviceId);
  const ticket = { customerId, html: '<p>It hums.</p>' };
  await post('/tickets', { ...ticket, subject: 'Fan is loud', deviceId: machines[1] });
  await post('/tickets', { ...ticket, subject: 'No paper' });
  await post('/alert-profiles', {
    name: 'Strict',
    conditions: [],
    ticketRules: [],
    hearing: { severities: [] },
    solvesTickets: false,
    resolvesAlerts: true,
  });
  context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await open('/tickets');
  await page.getByLabel('E-mail').fill(tenant.adminEmail);
  await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await link('Fan is loud').waitFor();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test('tickets of one device: the filter names it, also after a reload and on the way back', async () => {
  const device = page.getByRole('combobox', { name: 'Device' });
  await device.fill('srv-2');
  await page.getByRole('option', { name: 'srv-2 (Globex)' }).click();
  await link('No paper').waitFor({ state: 'detached' });
  await link('Fan is loud').waitFor();
  await noFaults();
  expect(new URL(page.url()).searchParams.get('device')).toBe(String(machines[1]));
  await page.reload();
  await expect.poll(() => device.inputValue()).toBe('srv-2');
  await link('Fan is loud').click();
  await page.getByRole('heading', { level: 1, name: 'Fan is loud' }).waitFor();
  await page.goBack();
  await expect.poll(() => device.inputValue()).toBe('srv-2');
  await page.getByRole('button', { name: 'Reset filters' }).click();
  await link('No paper').waitFor();
});

test('a device that is not there is said to be unknown', async () => {
  await open('/tickets?device=999999');
  const device = page.getByRole('combobox', { name: 'Device' });
  await expect.poll(() => device.inputValue()).toBe('Unknown');
});

test('the list of alerts names the device and the customer it is limited to', async () => {
  await post('/alerts', { title: 'Too hot', severity: 'critical', deviceId: machines[0] });
  await open(`/alerts?device=${machines[0]}`);
  await link('Too hot').waitFor();
  const device = page.getByRole('combobox', { name: 'Device' });
  await expect.poll(() => device.inputValue()).toBe('srv-1');
  await noFaults();
});

test('devices are ticked with the keyboard, and let go', async () => {
  await open('/devices');
  await link('srv-1').waitFor();
  await page.keyboard.press('j');
  await expect.poll(() => page.locator(':focus').textContent()).toBe('srv-1');
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByText('2 selected').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('2 selected').waitFor({ state: 'detached' });
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'srv-1' }).waitFor();
});

test('devices get a profile together, their page says so, and it is taken back', async () => {
  await open('/devices');
  for (const name of ['srv-1', 'srv-2'])
    await page.getByRole('checkbox', { name: `Select: ${name}` }).check();
  const bar = page.getByRole('toolbar', { name: 'Change chosen devices' });
  await bar.getByRole('button', { name: 'Set thresholds' }).click();
  const window = page.getByRole('dialog', { name: 'Set thresholds' });
  const profile = window.getByRole('combobox', { name: 'Threshold profile' });
  await expect.poll(() => profile.inputValue()).toBe('By customer and type');
  await profile.click();
  await page.getByRole('option', { name: 'Strict' }).click();
  await noFaults();
  await window.getByRole('button', { name: 'Set', exact: true }).click();
  await page.getByText('2 devices changed.').waitFor();
  expect(await profileOf(machines[1])).toBe('Strict');
  const other = await context.newPage();
  await open(`/devices/${machines[1]}`, other);
  await other.getByText('It is the device’s own.').waitFor();
  await other.getByRole('link', { name: 'Strict' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  // The other window hears of it.
  await other.getByText('No other fits.').waitFor();
  expect(await profileOf(machines[1])).toBe('Default');
  await other.close();
});

test('what changes before a page listens is shown all the same', async () => {
  const late = await browser.newContext({
    locale: 'en-GB',
    storageState: await context.storageState(),
  });
  const tab = await late.newPage();
  tab.setDefaultTimeout(15_000);
  let isHeld = true;
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await tab.route('**/api/v1/events', async (route) => {
    if (isHeld) await held;
    await route.continue();
  });
  await open('/alerts', tab);
  await link('Too hot', tab).waitFor();
  await post('/alerts', { title: 'Too wet', severity: 'warning' });
  isHeld = false;
  letGo();
  await link('Too wet', tab).waitFor();
  await late.close();
});
