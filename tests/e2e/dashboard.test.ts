import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { fillCompany } from '../support/busy-company.ts';
import { faultsOf, settled } from '../support/page-check.ts';
import { deliver, message } from '../support/smtp-client.ts';
import {
  makeTenant,
  TEST_PASSWORD,
  type TestTechnician,
  type TestTenant,
} from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/**
 * The dashboard of a company with data: every number opens what it counts, everything is live, and each
 * has the cards that he chose. The company is in New Zealand and its technicians' browsers in California,
 * so that hardly ever two of the three clocks show the same day.
 */
let server: TestServer;
let browser: Browser;
let acme: TestTenant;
let tim: TestTechnician;
let limited: TestTechnician;
let opened: Page[] = [];

beforeAll(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  acme = await makeTenant(server, { company: 'Acme' });
  await server.rows(
    `update tenants set time_zone = 'Pacific/Auckland' where id = $1 returning id`,
    [acme.tenantId],
  );
  tim = await acme.technician();
  const customers = [await acme.customer('Globex'), await acme.customer('Initech'), null];
  limited = await acme.technicianWith(
    ['tickets.view', 'devices.view', 'alerts.view'],
    [customers[0] ?? 0],
  );
  await fillCompany(server, acme, {
    tickets: 42,
    devices: 14,
    customers,
    assigneeId: tim.technicianId,
  });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    for (const [index, page] of opened.entries())
      await page.screenshot({ path: `test-results/dashboard-${index}.png`, fullPage: true });
  for (const page of opened) await page.context().close();
  opened = [];
});

async function openDashboard(
  email: string,
  options: { hasTouch?: boolean; width?: number } = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: 1000 },
    locale: 'en-GB',
    timezoneId: 'America/Los_Angeles',
    hasTouch: options.hasTouch ?? false,
  });
  const page = await context.newPage();
  opened.push(page);
  page.setDefaultTimeout(15_000);
  await page.goto(`${server.config.baseUrl}/dashboard`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.locator('[data-card]').first().waitFor();
  await hideFirstSteps(page);
  await settled(page);
  return page;
}

/** They have a test of their own. */
async function hideFirstSteps(page: Page): Promise<void> {
  const heading = page.getByRole('heading', { name: 'First steps' });
  if ((await heading.count()) === 0) return;
  await page.getByRole('button', { name: 'Hide', exact: true }).click();
  await heading.waitFor({ state: 'detached' });
}

const card = (page: Page, name: string) => page.locator(`[data-card=${name}]`);
const cardsOf = (page: Page) =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll('[data-card]')].map((card) => card.dataset.card + ' ' + card.dataset.size)`,
  );

interface Numbered {
  /** Its place among the links of all cards. */
  index: number;
  card: string;
  label: string;
  count: number;
}
/** Every number that is a link, in the order of the page; links to one ticket, alert or device are none. */
const numbersOf = (page: Page) =>
  page.evaluate<Numbered[]>(`[...document.querySelectorAll('[data-card] a')]
    .map((link, index) => {
      const label = link.getAttribute('aria-label') ?? link.textContent;
      const { card } = link.closest('[data-card]').dataset;
      const isOne = /^\\/(tickets|alerts|devices)\\/\\d+/.test(link.getAttribute('href'));
      return { index, card, label, isOne, count: Number(/\\d+/.exec(label)?.[0]) };
    })
    .filter(({ isOne }) => !isOne)`);

/** How many rows the list shows that was opened; null until it shows them. */
async function rowsShown(page: Page): Promise<number | null> {
  if ((await page.locator('[data-card], main [role=status][aria-label]').count()) > 0) return null;
  const rows = await page.locator('main tbody tr').count();
  if (rows > 0) return rows;
  return (await page.getByRole('button', { name: 'Reset filters' }).count()) > 0 ? 0 : null;
}

describe.each([
  ['of everybody', () => tim],
  ['of who sees one customer only', () => limited],
])('numbers %s', (_, who) => {
  test('each is clicked, and what opens has as many rows', async () => {
    const page = await openDashboard(who().email);
    const numbers = await numbersOf(page);
    const bars = numbers.filter(({ card, label }) => card === 'trend' && / on /.test(label));
    const others = numbers.filter((number) => !bars.includes(number));
    // Two days a bar for each of 30 days, two sums of each, what is by status and priority with sums.
    expect(bars).toHaveLength(60);
    expect(others).toHaveLength(3 + 3 + 4 + 4 + 15);
    const empty = bars.filter(({ count }) => count === 0).slice(0, 2);
    const clicked = [...others, ...bars.filter(({ count }) => count > 0), ...empty];
    expect(clicked.filter(({ count }) => count > 0).length).toBeGreaterThan(30);
    for (const { index, card, label, count } of clicked) {
      await page.locator('[data-card] a').nth(index).click();
      const opened = async () => ({ card, label, rows: await rowsShown(page) });
      await expect.poll(opened).toEqual({ card, label, rows: count });
      await page.goBack();
      await page.locator('[data-card] a').nth(index).waitFor();
    }
    // Nothing has changed while we looked: these were the numbers of all of them.
    expect(await numbersOf(page)).toEqual(numbers);
  }, 240_000);
});

test('a ticket that comes by mail moves the numbers of an open page', async () => {
  const page = await openDashboard(tim.email);
  await page.evaluate('window.wasNeverReloaded = true');
  const countOf = async (name: string) => {
    const numbers = await numbersOf(page);
    return numbers.filter((number) => number.card === name).map(({ count }) => count);
  };
  const [unassigned = 0] = await countOf('unassigned');
  const [waiting = 0] = await countOf('waiting');
  const matrix = await countOf('matrix');
  const [newToday = 0] = await countOf('trend');
  const to = (await tim.get('/api/v1/first-steps')).body.supportAddress;
  const from = 'otto@elsewhere.test';
  const mail = message({ Subject: 'No network', To: to, From: `Otto Ohm <${from}>` });
  expect((await deliver(server, { from, to }, mail)).code).toBe(250);
  await expect.poll(async () => (await countOf('unassigned'))[0]).toBe(unassigned + 1);
  await expect.poll(async () => (await countOf('waiting'))[0]).toBe(waiting + 1);
  await expect.poll(async () => (await countOf('trend'))[0]).toBe(newToday + 1);
  await expect.poll(async () => (await countOf('matrix')).at(-1)).toBe((matrix.at(-1) ?? 0) + 1);
  const line = card(page, 'activity').getByRole('listitem').first();
  await line.getByText('Otto Ohm opened a ticket').waitFor();
  expect(await page.evaluate('window.wasNeverReloaded')).toBe(true);
  await line.getByRole('link', { name: 'No network' }).click();
  await page.getByRole('heading', { level: 1, name: 'No network' }).waitFor();
});

describe('choosing cards', () => {
  const customize = (page: Page) => page.getByRole('button', { name: 'Customize' }).click();
  const saved = async (page: Page) => {
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('[data-card]').first().waitFor();
  };
  const tilesOf = (page: Page) =>
    page.evaluate<string[]>(
      `[...document.querySelectorAll('[data-tile]')].map((tile) => tile.dataset.tile + ' ' + tile.dataset.size)`,
    );
  const namesOf = async (page: Page) => (await tilesOf(page)).map((tile) => tile.split(' ')[0]);
  const handle = (page: Page, name: string) =>
    page.getByRole('button', { name: `Move “${name}” with` });
  const middle = async (page: Page, selector: string) => {
    const box = await page.locator(selector).boundingBox();
    return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  };
  async function grab(page: Page, name: string, over: string): Promise<void> {
    await handle(page, name).hover();
    await page.mouse.down();
    const to = await middle(page, `[data-tile=${over}]`);
    await page.mouse.move(to.x, to.y, { steps: 8 });
  }

  test('dragged, moved by keys, sized, hidden and added; kept for this technician only', async () => {
    const ann = await acme.technician();
    const other = await openDashboard(ann.email);
    const before = await cardsOf(other);
    const page = await openDashboard((await acme.technician()).email);
    await customize(page);
    await settled(page);
    expect(await faultsOf(page)).toEqual([]);
    await grab(page, 'Devices', 'mine');
    expect(await namesOf(page)).toEqual([
      ...['devices', 'mine', 'unassigned', 'alerts'],
      ...['waiting', 'trend', 'matrix', 'activity'],
    ]);
    await page.mouse.up();
    // Escape puts a card back that is in the air, and ends nothing else.
    await grab(page, 'Newest activity', 'devices');
    expect((await namesOf(page))[0]).toBe('activity');
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect((await namesOf(page))[0]).toBe('devices');
    await handle(page, 'Open alerts').press('ArrowLeft');
    await page.getByText('“Open alerts”: place 3 of 8').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Move “New and resolved tickets” up' }).click();
    await page.getByRole('button', { name: 'Remove “By status and priority”' }).click();
    await page
      .getByRole('radiogroup', { name: 'Size of “Newest activity”' })
      .getByText('Large')
      .click();
    const chosen = [
      ...['devices small', 'mine small', 'alerts small', 'unassigned small'],
      ...['trend medium', 'waiting medium', 'activity large'],
    ];
    expect(await tilesOf(page)).toEqual(chosen);
    await saved(page);
    expect(await cardsOf(page)).toEqual(chosen);
    await page.reload();
    await page.locator('[data-card]').first().waitFor();
    expect(await cardsOf(page)).toEqual(chosen);
    await customize(page);
    await page.getByRole('button', { name: 'Add “By status and priority”' }).click();
    await saved(page);
    expect(await cardsOf(page)).toEqual([...chosen, 'matrix medium']);
    await other.reload();
    await other.locator('[data-card]').first().waitFor();
    expect(await cardsOf(other)).toEqual(before);
    // Back to the company's, and that taken back.
    await customize(page);
    await page.getByRole('button', { name: 'Back to the company’s dashboard' }).click();
    await expect.poll(() => cardsOf(page)).toEqual(before);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => cardsOf(page)).toEqual([...chosen, 'matrix medium']);
  });

  test('a finger drags, too', async () => {
    const page = await openDashboard((await acme.technician()).email, {
      hasTouch: true,
      width: 390,
    });
    await customize(page);
    const from = await middle(page, '[data-tile=unassigned] button >> nth=0');
    const to = await middle(page, '[data-tile=mine]');
    const touch = await page.context().newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
      touch.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: y === undefined ? [] : [{ x: from.x, y }],
      });
    await send('touchStart', from.y);
    for (let part = 1; part <= 6; part++)
      await send('touchMove', from.y + ((to.y - from.y) * part) / 6);
    await send('touchEnd');
    await expect
      .poll(async () => (await namesOf(page)).slice(0, 2))
      .toEqual(['unassigned', 'mine']);
    expect(await faultsOf(page)).toEqual([]);
  });

  test('what was not saved is asked about, and comes back after Cancel', async () => {
    const page = await openDashboard((await acme.technician()).email);
    const before = await cardsOf(page);
    await customize(page);
    await page.getByRole('button', { name: 'Remove “Devices”' }).click();
    await page.getByRole('link', { name: 'Customers', exact: true }).click();
    await page.getByRole('button', { name: 'Keep editing' }).click();
    expect(await namesOf(page)).not.toContain('devices');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await expect.poll(() => cardsOf(page)).toEqual(before);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.locator('[data-tile]').first().waitFor();
    expect(await namesOf(page)).not.toContain('devices');
    await saved(page);
    expect(await cardsOf(page)).toHaveLength(before.length - 1);
    // Without a change there is nothing to ask and nothing to bring back.
    await customize(page);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.locator('[data-card]').first().waitFor();
  });

  test('of two windows the second is told, and decides', async () => {
    const page = await openDashboard((await acme.technician()).email);
    const second = await page.context().newPage();
    await second.goto(`${server.config.baseUrl}/dashboard`);
    await second.locator('[data-card]').first().waitFor();
    await customize(page);
    await page.getByRole('button', { name: 'Remove “Devices”' }).click();
    await customize(second);
    await second.getByRole('button', { name: 'Remove “Open alerts”' }).click();
    await saved(second);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const notice = page.getByRole('alert');
    await notice.getByRole('button', { name: 'Save mine anyway' }).click();
    await page.locator('[data-card]').first().waitFor();
    const kept = await cardsOf(page);
    expect(kept).toContain('alerts small');
    expect(kept).not.toContain('devices small');
    // The other window follows without a reload.
    await expect.poll(() => cardsOf(second)).toEqual(kept);
  });

  test('the administrator’s choice is what a new technician begins with', async () => {
    const page = await openDashboard(acme.adminEmail);
    await customize(page);
    await page.getByRole('radiogroup', { name: 'Size of “Devices”' }).getByText('Medium').click();
    await page.getByRole('button', { name: 'Make it the company’s dashboard' }).click();
    await page.locator('[data-card]').first().waitFor();
    const companys = await cardsOf(page);
    expect(companys).toContain('devices medium');
    const newcomer = await openDashboard((await acme.technician()).email);
    expect(await cardsOf(newcomer)).toEqual(companys);
    await customize(newcomer);
    expect(
      await newcomer.getByRole('button', { name: 'Make it the company’s dashboard' }).count(),
    ).toBe(0);
  });
});

describe('states', () => {
  test('in both themes there is nothing to complain of', async () => {
    const page = await openDashboard(tim.email);
    // Away from what has a tooltip.
    await page.mouse.move(0, 0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await settled(page);
      expect(await faultsOf(page)).toEqual([]);
    }
  });

  test('only cards of what the role shows; with none of it no dashboard', async () => {
    const ofDevices = await openDashboard((await acme.technicianWith(['devices.view'])).email);
    const names = (await cardsOf(ofDevices)).map((each) => each.split(' ')[0]);
    expect(names).toEqual(['devices', 'activity']);
    await customizeOffers(ofDevices);
    const nobody = await acme.technicianWith(['customers.view']);
    const page = await browser.newPage({ locale: 'en-GB' });
    opened.push(page);
    await page.goto(`${server.config.baseUrl}/dashboard`);
    await page.getByLabel('E-mail').fill(nobody.email);
    await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { level: 1 }).or(page.getByText('No permission')).waitFor();
    expect(await page.locator('[data-card]').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Dashboard', exact: true }).count()).toBe(0);
  });

  async function customizeOffers(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Customize' }).click();
    await page.locator('[data-tile]').first().waitFor();
    expect(await page.locator('[data-tile]').count()).toBe(2);
    expect(await page.getByRole('button', { name: /^Add “/ }).count()).toBe(0);
  }

  test('one card that fails says so in its place, and is filled by another try', async () => {
    const page = await openDashboard(tim.email);
    await page.route('**/api/v1/alert-counts', (route) => route.abort());
    await page.reload();
    const alerts = card(page, 'alerts');
    await alerts.getByRole('button', { name: 'Try again' }).waitFor();
    await card(page, 'devices')
      .getByRole('link', { name: /^Online/ })
      .waitFor();
    await page.unroute('**/api/v1/alert-counts');
    await alerts.getByRole('button', { name: 'Try again' }).click();
    await alerts.getByRole('link', { name: /^Critical/ }).waitFor();
  });

  test('nothing jumps while the numbers come, one after the other', async () => {
    const page = await openDashboard(tim.email);
    let late = 0;
    await page.route(/ticket-figures|ticket-trend|alert-counts|device-counts|activity/, (route) =>
      setTimeout(() => void route.continue(), 150 * ++late),
    );
    await page.addInitScript(`window.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shift += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });`);
    await page.reload();
    await card(page, 'activity').getByRole('listitem').first().waitFor();
    await settled(page);
    expect(await page.evaluate<number>('window.shift')).toBeLessThan(0.02);
  });
});
