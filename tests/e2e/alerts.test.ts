import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { enrolMachine } from '../support/machine.ts';
import { faultsOf, settled } from '../support/page-check.ts';
import { makeTenant, TEST_PASSWORD, type TestTenant } from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** What a technician does with alerts, in a browser. */
let server: TestServer;
let browser: Browser;
let tenant: TestTenant;
let page: Page;

const open = (path: string) => page.goto(`${server.config.baseUrl}${path}`);
const raise = (title: string, severity: string) =>
  tenant.admin.post('/api/v1/alerts', { title, severity });
const choose = (title: string) => page.getByRole('checkbox', { name: `Select: ${title}` }).check();
const row = (title: string, on = page) =>
  on.getByRole('table').getByRole('link', { name: title, exact: true });
const noFaults = async () => {
  await page.mouse.move(0, 0);
  await settled(page);
  expect(await faultsOf(page)).toEqual([]);
};

beforeAll(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  tenant = await makeTenant(server, { company: 'Acme IT' });
  await raise('Backup failed', 'critical');
  await raise('Disk is old', 'warning');
  page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  page.setDefaultTimeout(15_000);
  await open('/alerts');
  await page.getByLabel('E-mail').fill(tenant.adminEmail);
  await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Alerts', level: 1 }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    await page.screenshot({ path: `test-results/${task.name.slice(0, 30)}.png`, fullPage: true });
});

test('alerts are acknowledged together, and that is taken back', async () => {
  await choose('Backup failed');
  await choose('Disk is old');
  await settled(page);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Acknowledge', exact: true }).click();
  await page.getByText('2 alerts acknowledged').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('2 alerts open again').waitFor();
});

test('what comes up is listed without a reload', async () => {
  await raise('Router is hot', 'information');
  await page.getByRole('table').getByRole('link', { name: 'Router is hot' }).waitFor();
});

test('an alert becomes a ticket, and each knows the other', async () => {
  await page.getByRole('table').getByRole('link', { name: 'Backup failed' }).click();
  await page.getByRole('button', { name: 'Make a ticket' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make the ticket' }).click();
  await page.getByLabel('Details').getByRole('link', { name: '#1' }).click();
  await page.waitForURL(/\/tickets\/1$/);
  await page.getByRole('link', { name: 'Backup failed', exact: true }).waitFor();
});

test('a profile without a service to watch is not saved, and says where', async () => {
  await open('/admin/thresholds/new');
  await page.getByLabel('Name', { exact: true }).fill('Servers');
  await page.getByRole('button', { name: 'Add a condition' }).click();
  const added = page.getByRole('group', { name: /^Condition \d+$/ }).last();
  await added.getByRole('combobox', { name: 'What' }).click();
  await page.getByRole('option', { name: 'Service not running' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await added.getByText('Please fill this in.').waitFor();
  await added.getByRole('textbox', { name: 'Service' }).fill('nginx');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The profile “Servers” is saved.').waitFor();
});

test('one is snoozed until a time of one’s own, and a past one is refused', async () => {
  await open('/alerts');
  await choose('Router is hot');
  await page.getByRole('button', { name: 'Snooze' }).click();
  await page.getByRole('menuitem', { name: 'Until …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Snooze until' });
  const until = dialog.getByLabel('Date and time');
  await until.fill('2020-01-01T08:00');
  await dialog.getByRole('button', { name: 'Snooze' }).click();
  await dialog.getByText('Please choose a time in the future.').waitFor();
  await until.fill('2099-12-31T08:15');
  await dialog.getByRole('button', { name: 'Snooze' }).click();
  await page.getByText('1 alert snoozed').waitFor();
  // The list shows what waits for somebody; asleep it does not.
  await row('Router is hot').waitFor({ state: 'detached' });
  await open('/alerts?state=snoozed');
  await page.getByText(/Snoozed until.*2099/).waitFor();
  await noFaults();
});

test('two windows show the same at once: what one resolves is over in the other', async () => {
  await open('/alerts');
  const other = await page.context().newPage();
  await other.goto(`${server.config.baseUrl}/alerts`);
  await row('Disk is old', other).click();
  await other.getByRole('heading', { name: 'Disk is old', level: 1 }).waitFor();
  await choose('Disk is old');
  await page.getByRole('button', { name: 'Resolve' }).click();
  await page.getByText('1 alert resolved').waitFor();
  await row('Disk is old').waitFor({ state: 'detached' });
  await other.getByText(/resolved it \(by a person\)/).waitFor();
  await other.getByRole('button', { name: 'Resolve' }).waitFor({ state: 'detached' });
  await raise('Disk is old', 'critical');
  await other.getByText(/reported it again as Critical/).waitFor();
  await row('Disk is old').waitFor();
  await other.close();
});

test('a profile for a customer makes tickets of critical alerts of servers for a colleague', async () => {
  const customerId = await tenant.customer('Globex');
  const { deviceId } = await enrolMachine(server, tenant, { customerId, hostname: 'fs-1' });
  const colleague = await tenant.technician();
  await open('/admin/thresholds');
  await page.getByRole('link', { name: 'New profile' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Globex servers');
  await page.getByRole('button', { name: 'Add customer or type' }).click();
  await page.getByRole('combobox', { name: 'Customer' }).fill('Glo');
  await page.getByRole('option', { name: 'Globex' }).click();
  await page.getByRole('button', { name: 'Add a rule' }).click();
  const rule = page.getByRole('group', { name: 'Rule 1' });
  await rule.getByRole('combobox', { name: 'Types of device' }).click();
  await page.getByRole('option', { name: 'Server' }).click();
  await page.keyboard.press('Escape');
  await rule.getByRole('combobox', { name: 'Assignee' }).fill('Tim');
  await page.getByRole('option', { name: /Tim Helper/ }).click();
  await noFaults();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The profile “Globex servers” is saved.').waitFor();
  await page
    .getByRole('row', { name: /Globex servers/ })
    .getByText('Globex', { exact: true })
    .waitFor();
  await noFaults();
  await tenant.admin.post('/api/v1/alerts', {
    title: 'Raid is degraded',
    severity: 'critical',
    deviceId,
  });
  await open('/alerts');
  await row('Raid is degraded').click();
  await page
    .getByLabel('Details')
    .getByRole('link', { name: /^#\d+$/ })
    .click();
  await page.getByRole('heading', { name: /Raid is degraded/, level: 1 }).waitFor();
  const number = new URL(page.url()).pathname.split('/').at(-1);
  const { body } = await tenant.admin.get(`/api/v1/tickets/${number}`);
  expect(body).toMatchObject({
    assignee: { id: colleague.technicianId },
    customer: { id: customerId },
    device: { id: deviceId },
  });
});

test('another system is connected by the address that is copied, and what it sends is listed', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const watching = await page.context().newPage();
  await watching.goto(`${server.config.baseUrl}/alerts`);
  await watching.getByRole('table').waitFor();
  await open('/admin/alert-sources');
  await page.getByText('No alert sources yet').waitFor();
  await noFaults();
  await page.getByRole('button', { name: 'New alert source' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await dialog.getByText('Please fill this in.').waitFor();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Cameras');
  await dialog.getByRole('combobox', { name: 'Format' }).click();
  await page.getByRole('option', { name: 'Plain JSON' }).click();
  await dialog.getByRole('button', { name: 'Create' }).click();
  await dialog.getByText('The secret is shown only now.', { exact: false }).waitFor();
  await noFaults();
  await dialog.getByRole('button', { name: 'Copy: Address with the secret in it' }).click();
  const address = await page.evaluate<string>('navigator.clipboard.readText()');
  await dialog.getByRole('button', { name: 'I have copied it' }).click();
  await page
    .getByRole('row', { name: /Cameras/ })
    .getByText('Never')
    .waitFor();
  const sent = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'Camera 7 is dark', severity: 'critical' }),
  });
  expect(sent.status).toBe(200);
  await watching.bringToFront();
  await row('Camera 7 is dark', watching).waitFor();
  await watching.close();
  await open('/admin/alert-sources');
  const listed = page.getByRole('row', { name: /Cameras/ });
  await listed.waitFor();
  expect(await listed.getByText('Never').count()).toBe(0);
  await page.getByRole('button', { name: 'More about Cameras' }).click();
  await page.getByRole('menuitem', { name: 'Show its alerts' }).click();
  await row('Camera 7 is dark').waitFor();
});

test('the default profile is called in each reader’s language, and saving it does not rename it', async () => {
  const language = (to: string) => tenant.admin.patch('/api/v1/me', { language: to });
  const profile = async () => (await tenant.admin.get('/api/v1/alert-profiles')).body.items[0];
  const { id } = await profile();
  await language('de');
  await open('/admin/thresholds');
  await page.getByRole('link', { name: 'Standard', exact: true }).click();
  await page.getByRole('heading', { name: 'Standard', level: 1 }).waitFor();
  const name = page.getByLabel('Name', { exact: true });
  expect(await name.inputValue()).toBe('Standard');
  await noFaults();
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByText('Das Profil „Standard“ ist gespeichert.').waitFor();
  expect((await profile()).name).toBe('Default');
  await open(`/admin/audit?subjectKind=alertProfile&subjectId=${id}`);
  await page.getByRole('table').getByRole('link', { name: 'Standard' }).waitFor();
  await open(`/admin/thresholds/${id}`);
  await name.fill('Grundschutz');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByText('Das Profil „Grundschutz“ ist gespeichert.').waitFor();
  await language('en');
  await open('/admin/thresholds');
  const renamed = page.getByRole('row', { name: /Grundschutz/ });
  await renamed.getByText('Default', { exact: true }).waitFor();
});

test('a maintenance window is planned, silences what comes up, and wakes it when it is removed', async () => {
  await open('/alerts/maintenance');
  await page.getByText('No maintenance windows').waitFor();
  await noFaults();
  await page.getByRole('button', { name: 'New maintenance window' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('Please fill this in.').waitFor();
  await dialog.getByLabel('Name', { exact: true }).fill('Patch day');
  await dialog.getByText('Every week').click();
  await noFaults();
  await dialog.getByText('Once').click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText(/^Open until/).waitFor();
  await noFaults();
  await raise('Restarting', 'critical');
  await open('/alerts?state=any');
  await page.getByText(/Silenced by a maintenance window/).waitFor();
  await open('/alerts/maintenance');
  await page.getByRole('button', { name: 'More about Patch day' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('“Patch day” is removed.').waitFor();
  await open('/alerts');
  await row('Restarting').waitFor();
});
