import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { faultsOf, settled } from '../support/page-check.ts';
import {
  makeTenant,
  TEST_PASSWORD,
  type TestTechnician,
  type TestTenant,
} from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** Tickets that are ticked in their list and changed together, in a browser. */
let server: TestServer;
let browser: Browser;
let tenant: TestTenant;
let tim: TestTechnician;
let timName: string;
let initech: number;
let page: Page;
const numbers: number[] = [];

const open = (path: string, at = page) => at.goto(`${server.config.baseUrl}${path}`);
const rowOf = (subject: string, at = page) => at.getByRole('row').filter({ hasText: subject });
const boxes = (at = page) => at.getByRole('table').getByRole('checkbox');
const bar = (at = page) => at.getByRole('toolbar', { name: 'Change chosen tickets' });
const ticketOf = async (at: number) =>
  (await tenant.admin.get(`/api/v1/tickets/${numbers[at]}`)).body;
const nameOf = async ({ technicianId }: TestTechnician) => {
  const { firstName, lastName } = (await tenant.admin.get(`/api/v1/technicians/${technicianId}`))
    .body;
  return `${firstName} ${lastName}`;
};
const noFaults = async (at = page) => {
  await at.mouse.move(0, 0);
  await settled(at);
  expect(await faultsOf(at)).toEqual([]);
};

/** A window of its own, signed in, with the list before it. */
async function listAs(
  email: string,
  options: { width?: number; colorScheme?: 'light' | 'dark' } = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const { width = 1440, colorScheme = 'light' } = options;
  const viewport = { width, height: 900 };
  const context = await browser.newContext({ locale: 'en-GB', viewport, colorScheme });
  const tab = await context.newPage();
  tab.setDefaultTimeout(15_000);
  await open('/tickets', tab);
  await tab.getByLabel('E-mail').fill(email);
  await tab.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await tab.getByRole('button', { name: 'Sign in', exact: true }).click();
  await rowOf('Ticket A', tab).waitFor();
  return { context, page: tab };
}

/** Ticks the rows of the first so many tickets with the keyboard alone. */
async function tickFirst(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    await page.keyboard.press('j');
    await page.keyboard.press('x');
  }
  await page.getByText(`${count} selected`).waitFor();
}

beforeAll(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  tenant = await makeTenant(server, { company: 'Acme IT' });
  tim = await tenant.technician();
  timName = await nameOf(tim);
  const globex = await tenant.customer('Globex');
  initech = await tenant.customer('Initech');
  for (const subject of ['Ticket A', 'Ticket B', 'Ticket C', 'Ticket D', 'Ticket E']) {
    const opened = await tenant.admin.post('/api/v1/tickets', {
      subject,
      html: '<p>It hums.</p>',
      customerId: subject === 'Ticket E' ? initech : globex,
      priority: subject === 'Ticket D' ? 'high' : 'low',
    });
    expect(opened.status, JSON.stringify(opened.body)).toBe(201);
    numbers.push(opened.body.number);
  }
  ({ page } = await listAs(tenant.adminEmail));
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test('three are ticked with keys and assigned; a colleague sees it live; it is taken back', async () => {
  const other = await listAs(tim.email);
  await open('/tickets?sort=number');
  await rowOf('Ticket D').waitFor();
  await tickFirst(3);
  await noFaults();
  await bar().getByRole('button', { name: 'Assign' }).click();
  await page.getByRole('menuitem', { name: 'Choose a technician…' }).click();
  const window = page.getByRole('dialog', { name: 'Assign tickets' });
  await window.getByRole('combobox', { name: 'Assignee' }).fill(timName);
  await page.getByRole('option', { name: timName }).click();
  await noFaults();
  await window.getByRole('button', { name: 'Assign', exact: true }).click();
  await page.getByText('3 tickets changed.').waitFor();
  await bar().waitFor({ state: 'detached' });
  for (const subject of ['Ticket A', 'Ticket B', 'Ticket C'])
    await rowOf(subject, other.page).getByText(timName).waitFor();
  expect(await rowOf('Ticket D', other.page).getByText(timName).count()).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  for (const subject of ['Ticket A', 'Ticket B', 'Ticket C'])
    await rowOf(subject, other.page).getByText(timName).waitFor({ state: 'detached' });
  expect((await ticketOf(0)).assignee).toBeNull();
  await other.context.close();
}, 90_000);

test('each goes back to what it was, not all to the same', async () => {
  await open('/tickets?sort=number');
  await rowOf('Ticket D').waitFor();
  await page.getByRole('checkbox', { name: 'Select all shown' }).check();
  await bar().getByRole('button', { name: 'Priority' }).click();
  await page.getByRole('menuitem', { name: 'Critical' }).click();
  await page.getByText('5 tickets changed.').waitFor();
  expect((await ticketOf(3)).priority).toBe('critical');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await ticketOf(3)).priority).toBe('high');
  await expect.poll(async () => (await ticketOf(0)).priority).toBe('low');
}, 60_000);

test('what is ticked is let go with Escape, also from its box', async () => {
  await open('/tickets?sort=number');
  await rowOf('Ticket D').waitFor();
  await tickFirst(1);
  await page.keyboard.press('Escape');
  await bar().waitFor({ state: 'detached' });
  await rowOf('Ticket B').getByRole('checkbox').check();
  await page.keyboard.press('Escape');
  await bar().waitFor({ state: 'detached' });
  await page.keyboard.press('j');
  await expect.poll(() => page.locator(':focus').textContent()).toBe('Ticket C');
}, 60_000);

test('two are resolved, and leave the list of active ones', async () => {
  await open('/tickets?sort=number');
  await rowOf('Ticket D').waitFor();
  await tickFirst(2);
  await bar().getByRole('button', { name: 'Status' }).click();
  await page.getByRole('menuitem', { name: 'Resolved' }).click();
  await page.getByText('2 tickets changed.').waitFor();
  for (const subject of ['Ticket A', 'Ticket B'])
    await rowOf(subject).waitFor({ state: 'detached' });
  expect((await ticketOf(0)).status).toBe('resolved');
  expect((await ticketOf(1)).status).toBe('resolved');
  expect((await ticketOf(2)).status).toBe('open');
  await page.getByRole('button', { name: 'Undo' }).click();
  for (const subject of ['Ticket A', 'Ticket B']) await rowOf(subject).waitFor();
  expect((await ticketOf(1)).status).toBe('open');
}, 60_000);

test('whom not all of them can be given to is said in the window, which stays', async () => {
  const limited = await tenant.technicianWith(['tickets.view', 'tickets.update'], [initech]);
  const name = await nameOf(limited);
  await open('/tickets?sort=number');
  for (const subject of ['Ticket C', 'Ticket E'])
    await rowOf(subject).getByRole('checkbox').check();
  await bar().getByRole('button', { name: 'Assign' }).click();
  await page.getByRole('menuitem', { name: 'Choose a technician…' }).click();
  const window = page.getByRole('dialog', { name: 'Assign tickets' });
  await window.getByRole('combobox', { name: 'Assignee' }).fill(name);
  await page.getByRole('option', { name }).click();
  await window.getByRole('button', { name: 'Assign', exact: true }).click();
  await window.getByText(`${name} cannot be given this ticket`).waitFor();
  expect((await ticketOf(2)).assignee).toBeNull();
  await page.keyboard.press('Escape');
  await window.waitFor({ state: 'detached' });
  await page.getByText('2 selected').waitFor();
  // Escape was the window's, as it is an open menu's.
  await bar().getByRole('button', { name: 'Status' }).click();
  await page.getByRole('menuitem', { name: 'Closed' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menuitem', { name: 'Closed' }).waitFor({ state: 'detached' });
  await page.getByText('2 selected').waitFor();
  await page.keyboard.press('Escape');
  await bar().waitFor({ state: 'detached' });
}, 60_000);

test('on a phone, and in the dark, the bar stays within the window', async () => {
  const phone = await listAs(tenant.adminEmail, { width: 390, colorScheme: 'dark' });
  await rowOf('Ticket C', phone.page).getByRole('checkbox').check();
  await bar(phone.page).waitFor();
  await noFaults(phone.page);
  await phone.context.close();
}, 60_000);

test('who may look only has no boxes', async () => {
  const reader = await tenant.technicianWith(['tickets.view']);
  const theirs = await listAs(reader.email);
  expect(await boxes(theirs.page).count()).toBe(0);
  await theirs.page.keyboard.press('j');
  await theirs.page.keyboard.press('x');
  expect(await bar(theirs.page).count()).toBe(0);
  await theirs.context.close();
}, 60_000);
