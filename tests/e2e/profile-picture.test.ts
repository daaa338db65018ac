import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { faultsOf, settled } from '../support/page-check.ts';
import { animation, BLUE, colourAt, flag, GREEN, RED } from '../support/pictures.ts';
import { makeTenant, TEST_PASSWORD, type TestContact, type TestTenant } from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/**
 * The profile picture in a browser: chosen, cut and shown wherever the technician is shown, on pages
 * that were open before as well. The steps build on each other.
 */
let server: TestServer;
let browser: Browser;
let tenant: TestTenant;
let jane: TestContact;
let number: number;
let profile: Page;
let list: Page;
let portal: Page;

beforeAll(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  tenant = await makeTenant(server, { company: 'Acme IT' });
  jane = await tenant.contact();
  const opened = await jane.post('/portal/v1/tickets', { subject: 'Printer', html: '<p>x</p>' });
  number = opened.body.number;
  const ticket = `/api/v1/tickets/${number}`;
  const { version } = (await tenant.admin.get(ticket)).body;
  await tenant.admin.patch(ticket, { version, assigneeId: tenant.adminId });
  await tenant.admin.post(`${ticket}/replies`, { html: '<p>On our way.</p>' });
  profile = await openConsole('/profile');
  const { technicianId, email } = await tenant.technician();
  expect(technicianId).not.toBe(tenant.adminId);
  list = await openConsole('/tickets', email);
  portal = await openPortal(`/tickets/${number}`);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function openPage(): Promise<Page> {
  const viewport = { width: 1200, height: 900 };
  const context = await browser.newContext({ locale: 'en-GB', viewport });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

async function openConsole(path: string, email = tenant.adminEmail): Promise<Page> {
  const page = await openPage();
  await page.goto(server.config.baseUrl + path);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await settled(page);
  return page;
}

async function openPortal(path: string): Promise<Page> {
  const page = await openPage();
  await page.goto(server.config.portalOrigin(tenant.slug) + path);
  await page.getByLabel('Username or e-mail address').fill(jane.username);
  await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await settled(page);
  return page;
}

const button = () => profile.getByRole('button', { name: /^Profile picture of Ada/ });
const dialog = () => profile.getByRole('dialog', { name: 'Change profile picture' });
const apply = () => dialog().getByRole('button', { name: 'Apply' });
const cropper = () => dialog().getByRole('group', { name: /arrow keys/ });

async function openWindow(): Promise<void> {
  await button().click();
  await profile.getByRole('menuitem', { name: 'Change profile picture', exact: true }).click();
  await dialog().waitFor();
}

async function choose(buffer: Buffer, name: string, mimeType: string): Promise<void> {
  // The last one belongs to the button; the one before it is where files are dropped.
  await dialog().locator('input[type=file]').last().setInputFiles({ name, mimeType, buffer });
}

/** The picture that stands there, as bytes; waits until there is one other than `before`. */
async function pictureIn(place: Locator, before = ''): Promise<{ url: string; bytes: Buffer }> {
  const image = place.locator(`img[src*="/pictures/"]:not([src^="${before || 'none'}"])`).first();
  const url = (await image.getAttribute('src'))?.split('?')[0] ?? '';
  const client = url.startsWith('/portal') ? jane : tenant.admin;
  return { url, bytes: (await client.get(`${url}?size=512`)).raw };
}

test('a wrong file is refused in place, and the next one is taken', async () => {
  expect(await faultsOf(profile)).toEqual([]);
  await openWindow();
  expect(await faultsOf(profile)).toEqual([]);
  expect(await apply().isDisabled()).toBe(true);
  await choose(Buffer.from('no picture'), 'me.png', 'image/png');
  await dialog().getByRole('alert').getByText('cannot show this file').waitFor();
  await choose(Buffer.alloc(10_000_001), 'me.png', 'image/png');
  await dialog().getByRole('alert').getByText('up to 10 MB').waitFor();
  expect(await faultsOf(profile)).toEqual([]);

  // A browser shows it as a picture; the server says what is wrong with it, and nothing is lost.
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><rect/></svg>';
  await choose(Buffer.from(svg), 'me.svg', 'image/svg+xml');
  await cropper().waitFor();
  expect(await dialog().getByRole('alert').count()).toBe(0);
  await apply().click();
  await dialog().getByRole('alert').getByText('SVG drawings').waitFor();
  expect(await cropper().isVisible()).toBe(true);
});

test('a turned photo is seen upright, is cut with the keyboard, and appears everywhere at once', async () => {
  const photo = await flag().withMetadata({ orientation: 6 }).jpeg({ quality: 95 }).toBuffer();
  await choose(photo, 'me.jpg', 'image/jpeg');
  await expect.poll(() => dialog().getByRole('alert').count()).toBe(0);
  await cropper().focus();
  // Down to the upper end of the photo, which is red.
  for (let step = 0; step < 60; step++) await profile.keyboard.press('ArrowDown');
  expect(await faultsOf(profile)).toEqual([]);
  await apply().click();
  await profile.getByText(/^The profile picture of Ada .* was changed\.$/).waitFor();
  expect(await dialog().count()).toBe(0);
  expect(await button().evaluate((element) => element.matches(':focus'))).toBe(true);

  const own = await pictureIn(button());
  expect(await colourAt(own.bytes, 5, 195)).toEqual(RED);
  expect(await colourAt(own.bytes, 100, 195)).toEqual(GREEN);
  expect((await pictureIn(profile.getByRole('banner'))).url).toBe(own.url);
  expect((await pictureIn(list.getByRole('table'))).url).toBe(own.url);
  const inPortal = await pictureIn(portal.getByRole('article').last());
  expect(inPortal.bytes).toEqual(own.bytes);

  await list.goto(`${server.config.baseUrl}/tickets/${number}`);
  await settled(list);
  expect((await pictureIn(list.getByRole('article').last())).url).toBe(own.url);
  await profile.goto(`${server.config.baseUrl}/admin/technicians`);
  await settled(profile);
  expect((await pictureIn(profile.getByRole('table'))).url).toBe(own.url);
  for (const page of [list, portal, profile]) expect(await faultsOf(page)).toEqual([]);
  await profile.goto(`${server.config.baseUrl}/profile`);
});

test('of an animation the first frame is cut; zooming changes what is kept', async () => {
  const before = (await pictureIn(button())).url;
  await openWindow();
  await choose(await animation('gif', [BLUE, RED, GREEN]), 'me.gif', 'image/gif');
  await dialog().getByRole('slider', { name: 'Zoom' }).press('End');
  await apply().click();
  const changed = await pictureIn(button(), before);
  expect(changed.url).not.toBe(before);
  expect(await colourAt(changed.bytes, 5, 5)).toEqual(BLUE);
});

test('of somebody who may more it is only shown, with the reason', async () => {
  const { email } = await tenant.technicianWith(['technicians.view', 'technicians.manage']);
  const manager = await openConsole(`/technicians/${tenant.adminId}`, email);
  const shown = manager.getByRole('img', { name: /^Profile picture of Ada/ });
  // With the keyboard: what a mouse has focused says nothing by itself.
  await manager.keyboard.press('Tab');
  await shown.focus();
  await manager.getByRole('tooltip').filter({ hasText: 'may do more than you' }).waitFor();
  expect(await faultsOf(manager)).toEqual([]);
  await pictureIn(shown);
  expect(await manager.getByRole('button', { name: /^Profile picture/ }).count()).toBe(0);
  await manager.context().close();
});

test('a picture that cannot be loaded leaves the initials, and so does removing it', async () => {
  const initials = () => button().getByText('A1');
  await profile.route('**/api/v1/pictures/**', (route) => route.abort());
  await profile.goto(`${server.config.baseUrl}/profile`);
  await settled(profile);
  await initials().waitFor();
  await profile.unroute('**/api/v1/pictures/**');
  await profile.goto(`${server.config.baseUrl}/profile`);
  await settled(profile);
  await pictureIn(button());

  await button().click();
  await profile.getByRole('menuitem', { name: 'Remove' }).click();
  const question = profile.getByRole('dialog', { name: 'Remove the profile picture?' });
  await question.waitFor();
  expect(await faultsOf(profile)).toEqual([]);
  await question.getByRole('button', { name: 'Remove' }).click();
  await initials().waitFor();
  await expect.poll(() => portal.locator('img[src*="/pictures/"]').count()).toBe(0);
});
