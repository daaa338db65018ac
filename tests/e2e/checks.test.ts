import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import { type AddressInfo, createServer, type Server } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { makeCertificate } from '../support/make-certificate.ts';
import { faultsOf, settled } from '../support/page-check.ts';
import { makeTenant, TEST_PASSWORD, type TestTenant } from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/**
 * A device without an agent, from the window that adds it to its alerts, against a real page with a real
 * certificate and a real port. The steps build on each other.
 */
let server: TestServer;
let browser: Browser;
let acme: TestTenant;
let page: Page;
/** Another window of the same technician, with the list of devices. */
let list: Page;
let web: SecureServer;
let mail: Server;
let webPort: number;
let mailPort: number;

const listen = (one: Server | SecureServer, port = 0) =>
  new Promise<number>((done, fail) => {
    one.once('error', fail);
    one.listen(port, '127.0.0.1', () => done((one.address() as AddressInfo).port));
  });
const close = (one: Server | SecureServer) => new Promise<void>((done) => one.close(() => done()));

beforeAll(async () => {
  server = await startTestServer({ CHECK_ALLOW_NETS: '127.0.0.1' });
  browser = await openBrowser();
  acme = await makeTenant(server, { company: 'Acme' });
  await acme.customer('Globex');
  const inTenDays = new Date(Date.now() + 10.5 * 86_400_000);
  web = createSecureServer(makeCertificate(inTenDays), (_request, answer) => {
    answer.setHeader('connection', 'close').end('Welcome to the shop');
  });
  mail = createServer((socket) => socket.on('error', () => undefined).end('220 mail\r\n'));
  webPort = await listen(web);
  mailPort = await listen(mail);
  const viewport = { width: 1440, height: 900 };
  const context = await browser.newContext({ viewport, locale: 'en-GB' });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${server.config.baseUrl}/devices`);
  await page.getByLabel('E-mail').fill(acme.adminEmail);
  await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Devices' }).waitFor();
  list = await context.newPage();
  list.setDefaultTimeout(20_000);
  await list.goto(`${server.config.baseUrl}/devices`);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  web?.close();
  mail?.close();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    await page.screenshot({ path: 'test-results/checks.png', fullPage: true });
});

const noFaults = async () => {
  await page.mouse.move(0, 0);
  await settled(page);
  expect(await faultsOf(page)).toEqual([]);
};
const dialog = () => page.getByRole('dialog');
const checks = () => page.getByRole('table', { name: 'Checks' });
/** Stands in a column, or below the name where there is little room. */
const seen = (text: string | RegExp) => checks().getByText(text).filter({ visible: true });
const stateOf = async (name: string) =>
  (await acme.admin.get('/api/v1/devices')).body.items.find(
    (device: { name: string }) => device.name === name,
  )?.state;

test('a target that makes no sense is said so, and nothing that was typed is lost', async () => {
  await page.getByRole('button', { name: 'Add device without an agent' }).click();
  await dialog().getByRole('button', { name: 'Add device' }).click();
  expect(await dialog().getByText('Please fill this in.').count()).toBe(3);
  await noFaults();
  await dialog().getByLabel('Customer').click();
  await page.getByRole('option', { name: 'Globex' }).click();
  await dialog().getByLabel('Name', { exact: true }).fill('Web shop');
  await dialog().getByLabel('Label').fill('Front page');
  await dialog().getByLabel('Expected text').fill('the shop');
  await dialog().getByLabel('Failures in a row until an alert').fill('1');
  await dialog().getByLabel('Accept a certificate that browsers would refuse').check();
  const address = dialog().getByLabel('Web address');
  for (const wrong of ['ftp://shop.example', 'https://user:word@shop.example', 'http://10.0.0.1']) {
    await address.fill(wrong);
    await dialog().getByRole('button', { name: 'Add device' }).click();
    await expect.poll(() => address.getAttribute('aria-invalid')).toBe('true');
    await noFaults();
  }
  expect(await dialog().getByLabel('Name', { exact: true }).inputValue()).toBe('Web shop');
  expect(await dialog().getByLabel('Label').inputValue()).toBe('Front page');
  expect(await dialog().getByLabel('Expected text').inputValue()).toBe('the shop');
  expect(await stateOf('Web shop')).toBeUndefined();
});

test('a page is checked at once, and its certificate is told of before it ends', async () => {
  await dialog().getByLabel('Web address').fill(`https://127.0.0.1:${webPort}/`);
  await dialog().getByRole('button', { name: 'Add device' }).click();
  await page.getByRole('heading', { level: 1, name: 'Web shop' }).waitFor();
  await page.getByText('Online', { exact: true }).waitFor();
  await seen(/^Fine \(200/).waitFor();
  await page
    .getByRole('link', { name: /^Certificate of 127.0.0.1:\d+ expires in 10 days$/ })
    .waitFor();
  await list.getByText('Online', { exact: true }).first().waitFor();
  await noFaults();
});

test('a port is added beside it; wrong input stays to be mended', async () => {
  await page.getByRole('button', { name: 'Add check' }).click();
  await dialog().getByLabel('What is checked').click();
  await page.getByRole('option', { name: 'Port (TCP)' }).click();
  await dialog().getByLabel('Host name or IP address').fill('mail.example:25');
  await dialog().getByLabel('Failures in a row until an alert').fill('1');
  await dialog().getByRole('button', { name: 'Add check' }).click();
  await dialog().getByText('Please fill this in.').waitFor();
  await dialog().getByLabel('Port', { exact: true }).fill(String(mailPort));
  await dialog().getByRole('button', { name: 'Add check' }).click();
  const host = dialog().getByLabel('Host name or IP address');
  await expect.poll(() => host.getAttribute('aria-invalid')).toBe('true');
  expect(await dialog().getByLabel('Port', { exact: true }).inputValue()).toBe(String(mailPort));
  expect(await host.inputValue()).toBe('mail.example:25');
  await noFaults();
  await host.fill('127.0.0.1');
  await dialog().getByRole('button', { name: 'Add check' }).click();
  await dialog().waitFor({ state: 'detached' });
  await expect.poll(() => checks().getByText('Fine', { exact: true }).count()).toBe(2);
});

/** What the menu of a check offers; the one before may still be on its way out. */
const choose = async (check: string, item: string) => {
  await page.getByRole('button', { name: `Actions for ${check}` }).click();
  const menu = page.getByRole('menu', { name: `Actions for ${check}` });
  await menu.getByRole('menuitem', { name: item }).click();
};
const run = (check: string) => choose(check, 'Run now');

test('closed, the port has an alert, and the device is offline once nothing answers', async () => {
  await close(mail);
  await run(`127.0.0.1:${mailPort}`);
  await page.getByRole('link', { name: `127.0.0.1:${mailPort} cannot be reached` }).waitFor();
  await seen('Connection refused').waitFor();
  expect(await stateOf('Web shop')).toBe('online');
  await close(web);
  await run('Front page');
  await page.getByRole('link', { name: /^Front page .* cannot be reached$/ }).waitFor();
  await page.getByText('Offline', { exact: true }).waitFor();
  await list.getByText('Offline', { exact: true }).first().waitFor();
  await noFaults();
});

test('a narrow screen shows what was seen of each check', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await seen('Connection refused').first().waitFor();
  await noFaults();
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('open again, all is well without a reload', async () => {
  await listen(mail, mailPort);
  await listen(web, webPort);
  await run(`127.0.0.1:${mailPort}`);
  await run('Front page');
  await page.getByText('Online', { exact: true }).waitFor();
  await page
    .getByRole('link', { name: /cannot be reached$/ })
    .first()
    .waitFor({ state: 'detached' });
  await expect.poll(() => checks().getByText('Fine', { exact: true }).count()).toBe(2);
  await list.getByText('Online', { exact: true }).first().waitFor();
  await choose('Front page', 'Results');
  await dialog().getByText('Connection refused').waitFor();
  await noFaults();
  await page.keyboard.press('Escape');
});

test('without a check nobody knows, and it says so', async () => {
  for (const name of ['Front page', `127.0.0.1:${mailPort}`]) {
    await choose(name, 'Remove');
    await dialog().getByRole('button', { name: 'Remove' }).click();
    await dialog().waitFor({ state: 'detached' });
  }
  await page.getByText('Not checked', { exact: true }).waitFor();
  await page.getByText('Nothing is checked yet').waitFor();
  await page.getByRole('button', { name: 'Add check' }).waitFor();
  await list.getByText('Not checked', { exact: true }).first().waitFor();
  await noFaults();
});
