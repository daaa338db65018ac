import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { enrolMachine, type TestMachine } from '../support/machine.ts';
import { faultsOf, settled } from '../support/page-check.ts';
import { makeTenant, TEST_PASSWORD, type TestTenant } from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** What a technician does with devices in the console; the machines report by HTTP as agents do. */
const HOUR_MS = 3_600_000;
const LIST = /\/api\/v1\/devices(?:\?|$)/;
/** What a machine may call itself. */
const EVIL = '<script>document.title="evil"</script>';
let server: TestServer;
let browser: Browser;
let acme: TestTenant;
let globex: number;
let machine: TestMachine;
let evil: TestMachine;
let page: Page;
let other: Page;

async function signIn(context: BrowserContext, email: string): Promise<Page> {
  const opened = await context.newPage();
  opened.setDefaultTimeout(20_000);
  await opened.goto(`${server.config.baseUrl}/devices`);
  await opened.getByLabel('E-mail').fill(email);
  await opened.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await opened.getByRole('button', { name: 'Sign in', exact: true }).click();
  await opened.waitForURL((url) => url.pathname !== '/sign-in');
  return opened;
}

beforeAll(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  acme = await makeTenant(server, { company: 'Acme' });
  globex = await acme.customer('Globex');
  const initech = await acme.customer('Initech');
  await acme.contact({ customerId: globex, firstName: 'Cora', lastName: 'Client' });
  machine = await enrolMachine(server, acme, { customerId: globex, hostname: 'srv-01' });
  // Ninety days with gaps, then the minutes of the last hour.
  const now = Date.now();
  for (const hours of [80 * 24, 60 * 24, 60 * 24 - 1, 30 * 24, 24])
    await machine.report({ at: new Date(now - hours * HOUR_MS).toISOString(), cpuPercent: 70 });
  for (let minutes = 58; minutes > 0; minutes--) {
    const at = new Date(now - minutes * 60_000).toISOString();
    if (minutes < 20 || minutes > 30) await machine.report({ at, cpuPercent: 42 });
  }
  await machine.report();
  evil = await enrolMachine(server, acme, {
    customerId: initech,
    hostname: EVIL,
    type: 'workstation',
  });
  await evil.report({ loggedInUser: EVIL });
  const viewport = { width: 1440, height: 900 };
  const context = await browser.newContext({ viewport, locale: 'en-GB' });
  page = await signIn(context, acme.adminEmail);
  other = await context.newPage();
  other.setDefaultTimeout(20_000);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    await page.screenshot({ path: 'test-results/devices-console.png', fullPage: true });
});

const noFaults = async (on = page) => {
  await on.mouse.move(0, 0);
  await settled(on);
  expect(await faultsOf(on)).toEqual([]);
};
const open = (path: string) => page.goto(`${server.config.baseUrl}${path}`);
const openDevice = async () => {
  await open(`/devices/${machine.deviceId}`);
  await page.getByRole('heading', { level: 1, name: 'srv-01' }).waitFor();
};
const dialog = () => page.getByRole('dialog');
const rows = () => page.getByRole('table', { name: 'Devices' }).getByRole('link');
const tab = (name: string) => page.getByRole('tab', { name, exact: true });

test('the window to enrol asks for what it needs, shows the command once, and revokes', async () => {
  await page.getByRole('button', { name: 'Enrol devices' }).click();
  await dialog().getByRole('button', { name: 'Make command' }).click();
  expect(await dialog().getByText('Please fill this in.').count()).toBe(2);
  await dialog().getByLabel('Customer').click();
  await page.getByRole('option', { name: 'Globex' }).click();
  await dialog().getByLabel('Label').fill('Office Berlin');
  await dialog().getByLabel('Valid for (days)').fill('');
  await dialog().getByLabel('Machines at most').fill('3');
  await dialog().getByRole('button', { name: 'Make command' }).click();
  await dialog()
    .getByText(/^A whole number from 1 to/)
    .waitFor();
  expect(await dialog().getByLabel('Label').inputValue()).toBe('Office Berlin');
  await dialog().getByLabel('Valid for (days)').fill('2');
  await noFaults();
  await dialog().getByRole('button', { name: 'Make command' }).click();
  const command = await dialog()
    .getByText(/^npx -y http/)
    .textContent();
  expect(command).toMatch(/--token \S{20,}/);
  await dialog().getByText('for 3 machines').waitFor();
  await noFaults();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await dialog().getByRole('button', { name: 'Copy command' }).click();
  await dialog().getByRole('button', { name: 'Copied' }).waitFor();
  await dialog().getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Enrol devices' }).click();
  await dialog().getByRole('cell', { name: '0 of 3' }).waitFor();
  expect(
    await dialog()
      .getByText(/--token/)
      .count(),
  ).toBe(0);
  await dialog().getByRole('button', { name: 'Revoke Office Berlin' }).click();
  await dialog().getByRole('cell', { name: '0 of 3' }).waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
});

test('the list finds, filters and sorts, and the address keeps it', async () => {
  await expect.poll(() => rows().count()).toBe(2);
  // What a machine calls itself is text.
  await page.getByText(EVIL).first().waitFor();
  expect(await page.title()).not.toContain('evil');
  await page.getByRole('searchbox', { name: 'Search devices' }).fill('srv');
  await expect.poll(() => rows().allTextContents()).toEqual(['srv-01']);
  await expect.poll(() => page.url()).toContain('search=srv');
  await page.reload();
  await expect.poll(() => rows().allTextContents()).toEqual(['srv-01']);
  await page.getByRole('searchbox', { name: 'Search devices' }).fill('');
  await expect.poll(() => rows().count()).toBe(2);
  await open('/devices?sort=-name');
  await expect.poll(() => rows().allTextContents()).toEqual(['srv-01', EVIL]);
  await open('/devices?type=workstation');
  await expect.poll(() => rows().allTextContents()).toEqual([EVIL]);
  await open('/devices?state=offline');
  await page.getByText('No device found').waitFor();
  await noFaults();
  await page.getByRole('button', { name: 'Reset filters' }).last().click();
  await expect.poll(() => rows().count()).toBe(2);
  await noFaults();
});

/** What the chart says of the moment that is looked at. */
const tooltip = () => page.locator('.recharts-tooltip-wrapper').filter({ visible: true }).first();
async function readByKeyboard(hasText: RegExp): Promise<void> {
  const chart = page.getByRole('figure', { name: 'Processor' }).locator('.recharts-surface');
  await chart.first().waitFor();
  await chart.first().focus();
  await page.keyboard.press('ArrowRight');
  await tooltip().getByText(hasText).first().waitFor();
}

test.each(['light', 'dark'] as const)(
  'graphs of an hour and of ninety days, %s',
  async (scheme) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openDevice();
    await page.getByText('1 h', { exact: true }).click();
    await readByKeyboard(/42\s%/);
    await noFaults();
    await page.getByText('90 d', { exact: true }).click();
    await expect.poll(() => page.getByRole('figure').count()).toBe(4);
    await readByKeyboard(/70\s%/);
    await noFaults();
    await page.emulateMedia({ colorScheme: 'light' });
  },
);

test('a finger reads the graphs of a telephone, and nothing is wider than it', async () => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale: 'de-DE',
    storageState: await page.context().storageState(),
  });
  const phone = await context.newPage();
  phone.setDefaultTimeout(20_000);
  await phone.goto(`${server.config.baseUrl}/devices/${machine.deviceId}`);
  const figure = phone.getByRole('figure', { name: 'Processor' });
  await phone.getByText('1 h', { exact: true }).tap();
  const chart = figure.locator('.recharts-surface').first();
  await chart.scrollIntoViewIfNeeded();
  const told = figure.locator('.recharts-tooltip-wrapper').filter({ visible: true });
  // Values that come in just now take it away again.
  await expect
    .poll(async () => {
      await chart.tap({ position: { x: 150, y: 80 } });
      return (await told.allTextContents()).join();
    })
    .toMatch(/42\s%/);
  expect(await faultsOf(phone)).toEqual([]);
  await context.close();
});

test('what the machine is, and what changed about it', async () => {
  await openDevice();
  await machine.report({}, { inventory: { maker: 'Dell', cpu: { name: 'Xeon', cores: 8 } } });
  await tab('Inventory').click();
  await page.getByText('Dell').first().waitFor();
  await noFaults();
  await tab('History').click();
  await page.getByText('Xeon × 8').waitFor();
  await noFaults();
});

test('notes and contacts are kept, and another window shows them at once', async () => {
  await openDevice();
  await other.goto(page.url());
  await other.getByText('No notes.').waitFor();
  await page
    .locator('section', { has: page.getByRole('heading', { name: 'Notes' }) })
    .getByRole('button', { name: 'Edit' })
    .click();
  await page.getByRole('textbox', { name: 'Notes' }).fill('In the cellar');
  await page.getByRole('button', { name: 'Save' }).click();
  await other.getByText('In the cellar').waitFor();
  await page.getByRole('combobox', { name: 'Add a contact' }).click();
  await page.getByRole('option', { name: 'Cora Client' }).click();
  await page.getByRole('link', { name: 'Cora Client' }).waitFor();
  await other.getByRole('link', { name: 'Cora Client' }).waitFor();
  await noFaults();
});

test('a name is changed; the other window follows', async () => {
  await page.getByRole('button', { name: 'Edit' }).first().click();
  await dialog().getByLabel('Name').fill('');
  expect(await dialog().getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await dialog().getByLabel('Name').fill('Domain controller');
  await dialog().getByRole('button', { name: 'Save' }).click();
  await other.getByRole('heading', { level: 1, name: 'Domain controller' }).waitFor();
  await page.getByRole('heading', { level: 1, name: 'Domain controller' }).waitFor();
  await tab('History').click();
  await page.getByText('srv-01 → Domain controller').waitFor();
});

test('a ticket is opened about the device, and one that is there gets it', async () => {
  await tab('Overview').click();
  await page.getByRole('link', { name: 'New ticket' }).last().click();
  await page.getByRole('heading', { level: 1, name: 'New ticket' }).waitFor();
  const device = page.getByRole('combobox', { name: 'Device' });
  await expect.poll(() => device.inputValue()).toBe('Domain controller');
  await noFaults();
  const { contacts } = (await acme.admin.get(`/api/v1/devices/${machine.deviceId}`)).body;
  const { body: ticket } = await acme.admin.post('/api/v1/tickets', {
    subject: 'Slow since today',
    html: '<p>Please look.</p>',
    contactId: contacts[0].id,
  });
  await open(`/tickets/${ticket.number}`);
  await page.getByRole('heading', { level: 1, name: 'Slow since today' }).waitFor();
  await page.getByRole('combobox', { name: 'Device' }).click();
  await page.getByRole('option', { name: 'Domain controller' }).click();
  await page.getByRole('link', { name: 'Open the device' }).click();
  await tab('Tickets').click();
  await page.getByRole('link', { name: 'Slow since today' }).first().waitFor();
  await noFaults();
});

test('alerts of the device come up on its page without a reload', async () => {
  await tab('Overview').click();
  await page.getByText('No alerts.').waitFor();
  const alert = { title: 'Backup failed', severity: 'critical', deviceId: machine.deviceId };
  expect((await acme.admin.post('/api/v1/alerts', alert)).status).toBeLessThan(300);
  await page.getByRole('link', { name: 'Backup failed' }).waitFor();
  await page.getByText('1 critical').waitFor();
  await noFaults();
});

test('a copy is noticed, and said to be in order', async () => {
  const [first, second] = [randomUUID(), randomUUID()];
  for (const runId of [first, second, first, second]) await machine.report({}, { runId });
  await page.getByText('Two machines report as this device').waitFor();
  await noFaults();
  await page.getByRole('button', { name: 'It is in order' }).click();
  await page.getByText('Two machines report as this device').waitFor({ state: 'detached' });
});

test('put away and taken back, and its key is revoked', async () => {
  const act = async (item: string) => {
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await act('Archive');
  await page.getByText(/^This device is archived/).waitFor();
  await noFaults();
  await act('Restore');
  await page.getByText(/^This device is archived/).waitFor({ state: 'detached' });
  await act('Revoke key');
  await dialog().getByRole('button', { name: 'Revoke key' }).click();
  await page.getByText('The key is revoked.').waitFor();
  await expect(machine.report()).rejects.toThrow();
});

test('who may only look finds no button that changes, and who may not look is told so', async () => {
  const viewer = await acme.technicianWith(['devices.view']);
  const looking = await browser.newContext({ locale: 'en-GB' });
  const his = await signIn(looking, viewer.email);
  await his.goto(`${server.config.baseUrl}/devices/${machine.deviceId}`);
  await his.getByRole('heading', { level: 1, name: 'Domain controller' }).waitFor();
  await his.getByRole('heading', { name: 'How it fares' }).waitFor();
  for (const name of ['Edit', 'More actions', 'New ticket'])
    expect(await his.getByRole('button', { name, exact: true }).count()).toBe(0);
  await noFaults(his);
  await his.goto(`${server.config.baseUrl}/devices/999999`);
  await his.getByText('Nothing here').waitFor();
  await looking.close();
  const outsider = await acme.technicianWith(['tickets.view']);
  const shut = await browser.newContext({ locale: 'en-GB' });
  const hers = await signIn(shut, outsider.email);
  await hers.goto(`${server.config.baseUrl}/devices`);
  await hers.getByRole('heading', { name: 'Your role does not allow this' }).waitFor();
  await noFaults(hers);
  await shut.close();
});

test('when the server does not answer the page says so, and tries again', async () => {
  await page.route(LIST, (route) => route.abort());
  await open('/devices');
  await page.getByRole('button', { name: 'Try again' }).waitFor({ timeout: 60_000 });
  await noFaults();
  await page.unroute(LIST);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => rows().count()).toBe(2);
});
