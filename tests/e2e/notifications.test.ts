import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { waitForMail } from '../support/mail.ts';
import { faultsOf, settled } from '../support/page-check.ts';
import { until } from '../support/smtp-client.ts';
import {
  makeTenant,
  TEST_PASSWORD,
  type TestContact,
  type TestTechnician,
  type TestTenant,
} from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/**
 * Notifications in browsers: Ada mentions Ben, who looks at something else, hears of it, goes there
 * and chooses what he wants to hear of from then on. The steps build on each other.
 */
let server: TestServer;
let browser: Browser;
let acme: TestTenant;
let jane: TestContact;
let ada: TestTechnician;
let ben: TestTechnician;
let adas: Page;
let bens: Page;
let number: number;

/** More than a page of the conversation holds. */
const EARLIER_NOTES = 52;

beforeAll(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  acme = await makeTenant(server, { company: 'Acme IT' });
  jane = await acme.contact({ customerId: await acme.customer('Globex') });
  ada = await acme.technician();
  ben = await acme.technician();
  await acme.admin.patch(`/api/v1/technicians/${ada.technicianId}`, { firstName: 'Ada' });
  await acme.admin.patch(`/api/v1/technicians/${ben.technicianId}`, { firstName: 'Ben' });
  number = await openTicket('Printer on fire');
  for (let i = 1; i <= EARLIER_NOTES; i++) {
    await acme.admin.post(`/api/v1/tickets/${number}/notes`, { html: `<p>Try ${i}</p>` });
  }
  await ben.post('/api/v1/notifications/read');
  adas = await signIn(ada.email);
  bens = await signIn(ben.email);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

// What the pages showed when a step failed helps more than the step's words.
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await adas.screenshot({ path: 'test-results/notifications-ada.png' });
  await bens.screenshot({ path: 'test-results/notifications-ben.png' });
});

async function openTicket(subject: string): Promise<number> {
  return (await jane.post('/portal/v1/tickets', { subject, html: '<p>Help</p>' })).body.number;
}

async function openPage(width = 1440, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    locale: 'en-GB',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => {
    throw error;
  });
  return page;
}

async function signIn(email: string, page?: Page): Promise<Page> {
  const opened = page ?? (await openPage());
  if (!page) await opened.goto(`${server.config.baseUrl}/tickets`);
  await opened.getByLabel('E-mail').fill(email);
  await opened.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await opened.getByRole('button', { name: 'Sign in' }).click();
  await opened.getByRole('heading', { level: 1 }).first().waitFor();
  return opened;
}

const bell = (page: Page) => page.getByRole('button', { name: /^Notifications/ });
const toast = (page: Page) => page.getByRole('region', { name: /new notification/ });
const list = (page: Page) => page.getByRole('region', { name: 'Notifications' });

test('a note mentions colleagues by keyboard alone; those who hear the page are told of the list', async () => {
  await adas.goto(`${server.config.baseUrl}/tickets/${number}`);
  await settled(adas);
  await adas.keyboard.press('n');
  const field = adas.getByRole('textbox', { name: 'Internal note' });
  await field.waitFor();
  await adas.keyboard.type('Could @');
  const people = adas.getByRole('listbox', { name: 'Technicians to mention' });
  await people.getByRole('option').first().waitFor();
  expect(await people.getByRole('option').allTextContents()).not.toContain(
    expect.stringContaining('Ada'),
  );
  expect(await faultsOf(adas)).toEqual([]);

  await adas.keyboard.type('be');
  await expect.poll(() => people.getByRole('option').count()).toBe(1);
  await adas.getByText('1 technician, arrow keys to choose').waitFor({ state: 'attached' });
  const option = people.getByRole('option', { name: /Ben/ });
  const optionId = await option.getAttribute('id');
  await expect.poll(() => field.getAttribute('aria-activedescendant')).toBe(optionId);

  // Escape closes the list, not the form.
  await adas.keyboard.press('Escape');
  await people.waitFor({ state: 'detached' });
  expect(await field.getAttribute('aria-activedescendant')).toBeNull();
  await adas.keyboard.type(' @ben');
  await option.waitFor();
  await adas.keyboard.press('Enter');
  await adas.keyboard.type('look at this?');
  expect(await field.locator('[data-mention]').textContent()).toMatch(/^@Ben /);
  await adas.keyboard.press('Control+Enter');
  await adas.getByText('Note saved').waitFor();
});

test('who is mentioned sees it in the bell, in the title of the tab and in a toast that interrupts nobody', async () => {
  await bell(bens).and(bens.getByLabel('Notifications, 1 unread')).waitFor();
  await expect.poll(() => bens.title()).toBe('(1) Tickets · Portico');
  await bens.getByText('1 new notification').waitFor({ state: 'attached' });
  await toast(bens)
    .getByText(/^Ada .* mentioned you$/)
    .waitFor();
  expect(await bens.getByRole('alert').count()).toBe(0);
  expect(await faultsOf(bens)).toEqual([]);
  expect(await adas.title()).not.toMatch(/^\(/);
});

test('the bell’s list leads to the message, however far down the conversation it stands', async () => {
  await bell(bens).click();
  const item = list(bens).getByRole('link', { name: /mentioned you/ });
  await item.waitFor();
  expect(await item.textContent()).toContain(`#${number} Printer on fire`);
  expect(await item.textContent()).toMatch(/Could @be @Ben .* look at this\?/);
  expect(await faultsOf(bens)).toEqual([]);
  await item.focus();
  await bens.keyboard.press('Enter');
  await bens.waitForURL(new RegExp(`/tickets/${number}#message-\\d+$`));
  const note = bens.getByRole('article').filter({ hasText: 'look at this?' });
  await note.waitFor();
  await expect.poll(() => note.evaluate((element) => element.matches(':focus'))).toBe(true);
  await expect
    .poll(() => note.evaluate((element) => element.getBoundingClientRect().top))
    .toBeLessThan(900);
  expect(await note.locator('[data-mention]').textContent()).toMatch(/^@Ben /);
  // Read, here and in every other place where he is signed in.
  await bens.getByLabel('Notifications', { exact: true }).waitFor();
  await expect.poll(() => bens.title()).toMatch(/^#/);
  await toast(bens).waitFor({ state: 'detached' });
});

test('what comes in on the ticket that is looked at is read at once, and without a toast', async () => {
  const { version } = (await acme.admin.get(`/api/v1/tickets/${number}`)).body;
  const change = { version, assigneeId: ben.technicianId };
  await acme.admin.patch(`/api/v1/tickets/${number}`, change);
  await until(async () => {
    const { items, unreadCount } = (await ben.get('/api/v1/notifications')).body;
    return items[0].kind === 'assigned' && unreadCount === 0;
  }, 'reading it by looking at it');
  expect(await toast(bens).count()).toBe(0);
});

test('all are read at once, in every window', async () => {
  const second = await signIn(ben.email);
  await bens.goto(`${server.config.baseUrl}/customers`);
  await openTicket('Second');
  await openTicket('Third');
  for (const page of [bens, second]) {
    await page.getByLabel('Notifications, 2 unread').waitFor();
  }
  await bell(bens).click();
  await bens.getByRole('button', { name: 'Mark all as read' }).click();
  for (const page of [bens, second]) {
    await page.getByLabel('Notifications', { exact: true }).waitFor();
    await expect.poll(() => page.title()).not.toMatch(/^\(/);
  }
  await second.context().close();
});

test('choices are saved together, say what they were, and are not lost by leaving', async () => {
  await bens.getByRole('link', { name: 'Choose notifications' }).click();
  await bens.getByRole('heading', { level: 1, name: 'Notifications' }).waitFor();
  const save = bens.getByRole('button', { name: 'Save' });
  const mail = bens.getByLabel('New unassigned ticket: By e-mail');
  expect(await save.isDisabled()).toBe(true);
  await mail.check();
  await mail.uncheck();
  expect(await save.isDisabled()).toBe(true);
  await mail.check();
  await bens.getByLabel('Mention: In the console').uncheck();
  await bens.getByRole('link', { name: 'Customers' }).click();
  await bens.getByRole('dialog', { name: 'Unsaved changes' }).waitFor();
  await bens.getByRole('button', { name: 'Keep editing' }).click();
  await save.click();
  await bens.getByText('Saved: New unassigned ticket and Mention.').waitFor();
  expect(await save.isDisabled()).toBe(true);
  await bens.reload();
  await settled(bens);
  expect(await mail.isChecked()).toBe(true);
  expect(await faultsOf(bens)).toEqual([]);
});

test('the link in a mail leads a reader who has to sign in first to the message', async () => {
  const mailed = await openTicket('By mail');
  await until(async () => {
    const waiting = await server.rows(
      `select from notifications n join tickets t on t.id = n.ticket_id
       where n.technician_id = $1 and n.waits_for_mail and t.number = $2`,
      [ben.technicianId, mailed],
    );
    return waiting.length > 0;
  }, 'telling of the ticket');
  await server.rows('update graphile_worker._private_jobs set run_at = now() where key = $1', [
    `notices:${ben.technicianId}`,
  ]);
  const mail = await waitForMail(server, ({ text, recipients }) =>
    Boolean(recipients.includes(ben.email) && text?.includes(`/tickets/${mailed}`)),
  );
  const link = /http\S+\/tickets\/\S+/.exec(mail.text ?? '')?.[0] ?? '';
  const page = await openPage(390, 'dark');
  await page.goto(link);
  await signIn(ben.email, page);
  await page.waitForURL(link);
  await page.getByRole('heading', { name: 'By mail' }).waitFor();
  await bell(page).click();
  await list(page).getByRole('link').first().waitFor();
  await page.waitForTimeout(250);
  expect(await faultsOf(page)).toEqual([]);
  await page.goto(`${server.config.baseUrl}/profile/notifications`);
  await settled(page);
  expect(await faultsOf(page)).toEqual([]);
  await page.context().close();
});

test('who may see no tickets has no bell', async () => {
  const clerk = await acme.technicianWith(['customers.view']);
  const page = await openPage();
  await page.goto(`${server.config.baseUrl}/customers`);
  await signIn(clerk.email, page);
  await settled(page);
  expect(await bell(page).count()).toBe(0);
  await page.context().close();
});
