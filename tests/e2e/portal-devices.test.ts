import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import type { HttpClient } from '../support/http-client.ts';
import { enrolMachine, type TestMachine } from '../support/machine.ts';
import { faultsOf, settled } from '../support/page-check.ts';
import { makeTenant, TEST_PASSWORD, type TestContact, type TestTenant } from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/**
 * What contacts have of devices, from the moment on that the company shows them until it no longer does.
 * The pages of Jane, who works with one machine, and of Bo, her main contact, stay open throughout and are
 * never reloaded but where it says so.
 */
let server: TestServer;
let browser: Browser;
let acme: TestTenant;
let customerId: number;
let jane: TestContact;
let bo: TestContact;
let till: TestMachine;
let console: Page;
let janes: Page;
let bos: Page;

beforeAll(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  acme = await makeTenant(server, { company: 'Acme IT' });
  customerId = await acme.customer('Globex');
  const fields = { customerId, lastName: 'Globex' };
  jane = await acme.contact({ ...fields, firstName: 'Jane' });
  bo = await acme.contact({ ...fields, firstName: 'Bo', isMainContact: true });
  till = await enrolMachine(server, acme, { customerId, hostname: 'till-1', type: 'laptop' });
  await enrolMachine(server, acme, { customerId, hostname: 'oven-1' });
  const elsewhere = await acme.customer('Initech');
  await enrolMachine(server, acme, { customerId: elsewhere, hostname: 'theirs-1' });
  await server.rows(
    `insert into devices (tenant_id, customer_id, source, name, type, os_name)
     select $1, $2, 'agent', 'desk-' || lpad(n::text, 4, '0'), 'workstation', 'Windows 11'
     from generate_series(1, 1500) n`,
    [acme.tenantId, customerId],
  );
  console = await openConsole();
  janes = await openPortal(jane, '/');
  bos = await openPortal(bo, '/');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const [name, page] of Object.entries({ console, janes, bos }))
    await page?.screenshot({ path: `test-results/portal-devices-${name}.png` });
});

const portal = (path: string) => server.config.portalOrigin(acme.slug) + path;
async function openConsole(): Promise<Page> {
  const viewport = { width: 1440, height: 900 };
  const page = await (await browser.newContext({ locale: 'en-GB', viewport })).newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${server.config.baseUrl}/admin/portal`);
  await page.getByLabel('E-mail').fill(acme.adminEmail);
  await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Name of the portal').waitFor();
  return page;
}
async function openPortal(contact: HttpClient, path: string, width = 1024): Promise<Page> {
  const viewport = { width, height: 780 };
  const context = await browser.newContext({ locale: 'en-GB', viewport });
  const cookies = [...contact.cookies].map(([name, value]) => ({ name, value, url: portal('/') }));
  await context.addCookies(cookies);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(portal(path));
  await settled(page);
  return page;
}
async function showDevices(isShown: boolean): Promise<void> {
  await console.goto(`${server.config.baseUrl}/admin/portal`);
  const shown = console.getByLabel('Contacts see their devices');
  const preview = console.frameLocator('iframe').getByText('Which device is it about?');
  // A switch of Mantine is what its label draws; the box itself is hidden.
  await shown.focus();
  await console.keyboard.press('Space');
  expect(await shown.isChecked()).toBe(isShown);
  await expect.poll(() => preview.count(), { timeout: 15_000 }).toBe(isShown ? 1 : 0);
  await console.getByRole('button', { name: 'Save', exact: true }).click();
  await console.getByText('The portal settings are saved.').waitFor();
}
const noFaults = async (page: Page) => {
  await settled(page);
  expect(await faultsOf(page)).toEqual([]);
};
const namesOn = (page: Page) => page.getByRole('main').getByRole('listitem').getByRole('link');
const go = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
const change = async (path: string, fields: object) => {
  const { body } = await acme.admin.get(path);
  const answer = await acme.admin.patch(path, { version: body.version, ...fields });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
};

test('the company shows them: open pages have them at once', async () => {
  expect(await janes.getByText('My devices').count()).toBe(0);
  await showDevices(true);
  await go(janes, 'My devices');
  await janes.getByRole('heading', { name: 'My devices' }).waitFor();
  await janes.getByText('No devices yet').waitFor();
  await noFaults(janes);
  await go(bos, 'Devices');
  await bos.getByText('All devices of Globex.').waitFor();
  await bos.getByLabel('Search devices').fill('debian');
  await expect.poll(() => namesOn(bos).allTextContents(), { timeout: 15_000 }).toContain('till-1');
  await bos.getByText('oven-1').waitFor();
  expect(await bos.getByText('theirs-1').count()).toBe(0);
  await noFaults(bos);
});

test('a technician names who works with a machine, and she sees it, with what it is and how', async () => {
  await console.goto(`${server.config.baseUrl}/devices/${till.deviceId}`);
  await console.getByRole('combobox', { name: 'Add a contact' }).fill('Jane');
  await console.getByRole('option', { name: 'Jane Globex' }).click();
  await console.getByRole('link', { name: 'Jane Globex' }).waitFor();
  const row = janes.getByRole('listitem').filter({ hasText: 'till-1' });
  await row.getByText('Laptop · Debian 12').waitFor();
  await row.getByText('Not seen yet').waitFor();
  await till.report();
  await row.getByText('Online', { exact: true }).waitFor();
  expect(await janes.getByText('oven-1').count()).toBe(0);
  await server.rows(`update devices set last_seen_at = now() - interval '3 hours' where id = $1`, [
    till.deviceId,
  ]);
  await change(`/api/v1/devices/${till.deviceId}`, { name: 'The till' });
  await janes.getByRole('link', { name: 'The till', exact: true }).waitFor();
  await noFaults(janes);
});

test('she opens a ticket about it; the ticket names it, there and in the console', async () => {
  await janes.getByRole('link', { name: 'The till', exact: true }).click();
  await janes.getByRole('heading', { name: 'The till' }).waitFor();
  await janes.getByText('There is no ticket about this device.').waitFor();
  await noFaults(janes);
  await janes.getByRole('link', { name: 'Open a ticket about this device' }).click();
  const field = janes.getByRole('combobox', { name: 'Which device is it about?' });
  await expect.poll(() => field.inputValue()).toBe('The till');
  await noFaults(janes);
  await janes.getByLabel('What is it about?').fill('It does not start');
  await janes.getByRole('textbox', { name: 'Please describe it' }).fill('The screen stays black.');
  await janes.getByRole('button', { name: 'Send the ticket' }).click();
  await janes.getByRole('link', { name: 'Look at the ticket' }).click();
  await janes.getByRole('heading', { name: 'It does not start' }).waitFor();
  await janes.getByRole('link', { name: 'The till' }).waitFor();
  await noFaults(janes);

  const number = Number(new URL(janes.url()).pathname.split('/').at(-1));
  await console.goto(`${server.config.baseUrl}/tickets/${number}`);
  await expect
    .poll(() => console.getByRole('combobox', { name: 'Device', exact: true }).inputValue(), {
      timeout: 15_000,
    })
    .toBe('The till');
  await janes.getByRole('link', { name: 'The till' }).click();
  await janes.getByRole('link', { name: /It does not start/ }).waitFor();
  await bos.getByLabel('Search devices').fill('till');
  await bos.getByRole('listitem').getByText('1 open ticket').waitFor();
});

test('one of very many is found by keyboard, in German, on a phone', async () => {
  await bo.patch('/portal/v1/me', { language: 'de' });
  const phone = await openPortal(bo, '/', 360);
  await noFaults(phone);
  await phone
    .getByRole('main')
    .getByRole('link', { name: /^Geräte/ })
    .click();
  await phone.getByRole('heading', { name: 'Geräte', level: 1 }).waitFor();
  await noFaults(phone);
  await phone.getByLabel('Geräte suchen').fill('till');
  await phone.getByRole('link', { name: 'The till', exact: true }).click();
  await phone.getByRole('link', { name: 'Ticket zu diesem Gerät eröffnen' }).waitFor();
  await noFaults(phone);
  await phone.goto(portal('/tickets/new'));
  await phone.getByLabel('Worum geht es?').fill('Lüfter ist laut');
  await phone.getByRole('textbox', { name: 'Bitte beschreiben Sie es' }).fill('Sehr.');
  const field = phone.getByRole('combobox', { name: 'Um welches Gerät geht es?' });
  await field.focus();
  await phone.keyboard.type('desk-1499');
  await phone.getByRole('status').getByText('1 Gerät gefunden').waitFor({ state: 'attached' });
  await phone.keyboard.press('ArrowDown');
  await phone.locator('[data-combobox-selected]').waitFor();
  expect(await faultsOf(phone)).toEqual([]);
  await phone.keyboard.press('Enter');
  expect(await field.inputValue()).toBe('desk-1499');
  // Kept with the draft.
  await expect
    .poll(() => phone.evaluate<string>('JSON.stringify(Object.values(localStorage))'))
    .toContain('deviceId');
  await phone.reload();
  await expect.poll(() => field.inputValue(), { timeout: 15_000 }).toBe('desk-1499');
  await noFaults(phone);
  await phone.getByRole('button', { name: 'Ticket senden' }).click();
  await phone.getByRole('link', { name: 'Ticket ansehen' }).click();
  await phone.getByRole('link', { name: 'desk-1499' }).waitFor();
  await noFaults(phone);
  await phone.context().close();
  await bo.patch('/portal/v1/me', { language: 'en' });
});

test('a device that goes while one writes about it is said to be gone, and the rest is sent', async () => {
  await janes.goto(portal(`/tickets/new?device=${till.deviceId}`));
  await janes.getByLabel('What is it about?').fill('It is gone');
  await janes.getByRole('textbox', { name: 'Please describe it' }).fill('Where is it?');
  const path = `/api/v1/devices/${till.deviceId}/archive`;
  await acme.admin.put(path);
  await janes.getByText(/is not among your devices any more/).waitFor();
  await noFaults(janes);
  await janes.getByRole('button', { name: 'Send the ticket' }).click();
  await janes.getByRole('link', { name: 'Look at the ticket' }).click();
  await janes.getByRole('heading', { name: 'It is gone' }).waitFor();
  expect(await janes.getByText('The till').count()).toBe(0);
  await acme.admin.delete(path);
});

test('no main contact any more: all but the own is gone from the open page', async () => {
  await bos.getByLabel('Search devices').fill('');
  await expect.poll(() => bos.getByText('desk-0001').count(), { timeout: 15_000 }).toBe(1);
  await change(`/api/v1/contacts/${bo.contactId}`, { isMainContact: false });
  await bos.getByText('No devices yet').waitFor();
  await bos.getByRole('heading', { name: 'My devices' }).waitFor();
  expect(await bos.getByText('desk-0001').count()).toBe(0);
  await change(`/api/v1/contacts/${bo.contactId}`, { isMainContact: true });
  await bos.getByText('desk-0001').waitFor();
});

test('the company no longer shows them: gone everywhere, and a form that was open still works', async () => {
  await janes.goto(portal(`/tickets/new?device=${till.deviceId}`));
  const field = janes.getByRole('combobox', { name: 'Which device is it about?' });
  await expect.poll(() => field.inputValue(), { timeout: 15_000 }).toBe('The till');
  await janes.getByLabel('What is it about?').fill('Something else');
  await janes.getByRole('textbox', { name: 'Please describe it' }).fill('Not about a device.');
  await showDevices(false);
  await expect.poll(() => field.count(), { timeout: 15_000 }).toBe(0);
  expect(await janes.getByRole('link', { name: 'My devices' }).count()).toBe(0);
  await janes.getByRole('button', { name: 'Send the ticket' }).click();
  await janes.getByRole('link', { name: 'Look at the ticket' }).click();
  await janes.getByRole('heading', { name: 'Something else' }).waitFor();
  await bos.getByText('Your support does not show devices in the portal.').waitFor();
  await noFaults(bos);
  await janes.goto(portal(`/devices/${till.deviceId}`));
  await janes.getByText('Your support does not show devices in the portal.').waitFor();
  await noFaults(janes);
  await go(janes, 'My tickets');
  await janes.getByRole('link', { name: /It does not start/ }).click();
  await janes.getByRole('heading', { name: 'It does not start' }).waitFor();
  await settled(janes);
  expect(await janes.getByText('The till').count()).toBe(0);
});
