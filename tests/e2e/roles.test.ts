import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { PERMISSIONS } from '#shared/permissions.ts';
import { openBrowser } from '../support/browser.ts';
import { faultsOf, settled } from '../support/page-check.ts';
import {
  makeTenant,
  TEST_PASSWORD,
  type TestTechnician,
  type TestTenant,
} from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/**
 * Technicians and roles, as an administrator works with them, beside a technician whose console
 * follows. The steps build on each other.
 */
let server: TestServer;
let browser: Browser;
let tenant: TestTenant;
let tim: TestTechnician;
let admin: Page;
let technician: Page;

beforeAll(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  tenant = await makeTenant(server, { company: 'Acme IT' });
  const globex = await tenant.customer('Globex');
  const initech = await tenant.customer('Initech');
  tim = await tenant.technician();
  for (const [customerId, subject] of [
    [globex, 'Printer at Globex'],
    [initech, 'Router at Initech'],
  ]) {
    const ticket = { subject, html: '<p>Help</p>', customerId, assigneeId: tim.technicianId };
    expect((await tenant.admin.post('/api/v1/tickets', ticket)).status).toBe(201);
  }
  admin = await signIn(tenant.adminEmail);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  const name = task.name.replace(/\W+/g, '-').slice(0, 40);
  await admin?.screenshot({ path: `test-results/roles-${name}-admin.png` });
  await technician?.screenshot({ path: `test-results/roles-${name}-technician.png` });
});

async function signIn(email: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(`${server.config.baseUrl}/tickets`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Main navigation' }).waitFor();
  return page;
}

const open = async (path: string) => {
  await admin.goto(`${server.config.baseUrl}${path}`);
  await settled(admin);
};
const rowOf = (name: string) => admin.getByRole('row').filter({ hasText: name });

test('a role is created, limited to a customer, with its permissions explained', async () => {
  await open('/admin/roles');
  expect(await faultsOf(admin)).toEqual([]);
  await admin.getByRole('link', { name: 'New role' }).click();
  await admin.getByLabel('Name', { exact: true }).fill('Night shift');
  const audit = admin.getByRole('checkbox', { name: 'See the audit log' });
  await audit.check();
  await admin.getByRole('radio', { name: 'Only chosen customers' }).check();
  // What concerns the whole company goes, and says why.
  expect(await audit.isChecked()).toBe(false);
  expect(await audit.isDisabled()).toBe(true);
  await admin.getByText('This concerns the whole company').first().waitFor();
  await admin.getByRole('button', { name: 'Save the role' }).click();
  await admin.getByText('Please choose at least one customer.').waitFor();
  await admin.getByRole('combobox', { name: 'Customers that holders see' }).fill('glob');
  await admin.getByRole('option', { name: 'Globex' }).click();
  await admin.keyboard.press('Escape');
  await admin.getByRole('checkbox', { name: 'Change tickets' }).check();
  // Whoever changes tickets has to see them.
  expect(await admin.getByRole('checkbox', { name: 'See tickets' }).isChecked()).toBe(true);
  await admin.getByRole('checkbox', { name: 'See customers' }).check();
  expect(await faultsOf(admin)).toEqual([]);
  await admin.getByRole('button', { name: 'Save the role' }).click();
  await admin.waitForURL(/\/admin\/roles$/);
  const row = rowOf('Night shift').first();
  expect(await row.innerText()).toContain('1 customer');
  expect(await row.innerText()).toContain(`3 of ${PERMISSIONS.length}`);
});

test('a role is cloned and renamed', async () => {
  await open('/admin/roles');
  await admin.getByRole('link', { name: 'Clone the role Night shift' }).click();
  const name = admin.getByLabel('Name', { exact: true });
  expect(await name.inputValue()).toBe('Copy of Night shift');
  await name.fill('Day shift');
  await admin.getByRole('button', { name: 'Save the role' }).click();
  await admin.waitForURL(/\/admin\/roles$/);
  expect(await rowOf('Day shift').first().innerText()).toContain('1 customer');
});

test('a technician gets the role, and sees nothing else from then on', async () => {
  await open('/admin/technicians');
  expect(await faultsOf(admin)).toEqual([]);
  await admin.getByRole('button', { name: 'What to do with Tim' }).click();
  await admin.getByRole('menuitem', { name: 'Edit' }).click();
  await admin.waitForURL(new RegExp(`/technicians/${tim.technicianId}$`));
  await admin.getByRole('button', { name: 'Manage' }).click();
  const assign = admin.getByRole('dialog', { name: 'Assign role' });
  await assign.getByRole('combobox', { name: 'Role' }).click();
  await admin.getByRole('option', { name: 'Night shift' }).click();
  await assign.getByRole('button', { name: 'Apply' }).click();
  await assign.waitFor({ state: 'hidden' });

  technician = await signIn(tim.email);
  await technician.getByRole('link', { name: /Printer at Globex/ }).waitFor();
  expect(await technician.getByText('Router at Initech').count()).toBe(0);
  await technician.getByRole('link', { name: 'Customers' }).click();
  await technician.getByText('Your role shows these customers only.').waitFor();
  expect(await technician.getByRole('link', { name: 'Initech' }).count()).toBe(0);
  expect(await technician.getByRole('button', { name: 'New customer' }).count()).toBe(0);
  await settled(technician);
  expect(await faultsOf(technician)).toEqual([]);
});

test('new permissions hold within five seconds, without a reload', async () => {
  const customers = technician
    .getByRole('navigation', { name: 'Main navigation' })
    .getByRole('link', { name: 'Customers' });
  await customers.waitFor();
  await open('/admin/roles');
  await admin.getByRole('link', { name: 'Night shift', exact: true }).click();
  await admin.getByRole('checkbox', { name: 'See customers' }).uncheck();
  await admin.getByRole('button', { name: 'Save the role' }).click();
  await customers.waitFor({ state: 'hidden', timeout: 5_000 });
});

test('an invitation is sent, and taken back', async () => {
  await open('/admin/technicians');
  await admin.getByRole('button', { name: 'Invite a technician' }).click();
  const invite = admin.getByRole('dialog', { name: 'Invite a technician' });
  await invite.getByLabel('E-mail').fill('mistyped@acme.test');
  await invite.getByLabel('First name').fill('Mia');
  await invite.getByLabel('Last name').fill('Typo');
  await invite.getByRole('combobox', { name: 'Role' }).click();
  await admin.getByRole('option', { name: 'Day shift' }).click();
  await invite.getByRole('button', { name: 'Send the invitation' }).click();
  await rowOf('Mia Typo').getByText('Invited').waitFor();
  await admin.getByRole('button', { name: 'What to do with Mia Typo' }).click();
  await admin.getByRole('menuitem', { name: 'Take the invitation back' }).click();
  const revoke = admin.getByRole('dialog', { name: 'Take back the invitation' });
  await admin.getByRole('menu').waitFor({ state: 'detached' });
  expect(await faultsOf(admin)).toEqual([]);
  await revoke.getByRole('button', { name: 'Take the invitation back' }).click();
  await rowOf('Mia Typo').waitFor({ state: 'detached' });
});

test('who is disabled hands his open tickets over', async () => {
  await open('/admin/technicians');
  await admin.getByRole('button', { name: 'What to do with Tim' }).click();
  await admin.getByRole('menuitem', { name: 'Disable' }).click();
  const window = admin.getByRole('dialog', { name: 'Disable Tim' });
  // The ticket of Initech was released when he got the role.
  await window.getByText('has 1 open ticket').waitFor();
  await admin.getByRole('menu').waitFor({ state: 'detached' });
  expect(await faultsOf(admin)).toEqual([]);
  await window.getByRole('combobox', { name: 'Who is to get them?' }).click();
  await admin.getByRole('option', { name: /^Ada/ }).click();
  await window.getByRole('button', { name: 'Disable' }).click();
  await rowOf('Tim').getByText('Disabled').waitFor();
  await technician.waitForURL(/\/sign-in/, { timeout: 10_000 });
  const mine = (await tenant.admin.get('/api/v1/tickets?assignee=me')).body.items;
  expect(mine.map(({ subject }: { subject: string }) => subject)).toEqual(['Printer at Globex']);
});

test('a role is deleted, and its holders get another one', async () => {
  await open('/admin/roles');
  await admin.getByRole('link', { name: 'Night shift', exact: true }).click();
  await admin.getByRole('button', { name: 'Delete the role' }).click();
  const window = admin.getByRole('dialog', { name: 'Delete the role Night shift?' });
  await window.getByText('1 technician has this role.').waitFor();
  expect(await faultsOf(admin)).toEqual([]);
  await window.getByRole('button', { name: 'Delete the role' }).click();
  await admin.waitForURL(/\/admin\/roles$/);
  await admin
    .getByRole('link', { name: 'Night shift', exact: true })
    .waitFor({ state: 'detached' });
});

test('the audit log tells all of this, and can be filtered', async () => {
  await open('/admin/audit');
  expect(await faultsOf(admin)).toEqual([]);
  await admin.getByRole('combobox', { name: 'What', exact: true }).click();
  await admin.getByRole('option', { name: 'Roles: everything' }).click();
  await admin.waitForURL(/area=role/);
  await admin.getByRole('cell', { name: 'Role deleted' }).waitFor();
  await admin.getByRole('cell', { name: /Technician disabled/ }).waitFor({ state: 'detached' });
  await admin.getByRole('cell', { name: 'Day shift' }).getByRole('link').click();
  await admin.waitForURL(/subjectId=/);
  await admin.getByText('Only on: Day shift').waitFor();
  await admin.getByRole('cell', { name: 'Night shift' }).first().waitFor({ state: 'detached' });
  expect(await admin.getByRole('cell', { name: 'Role created' }).count()).toBe(1);
  await admin.getByLabel('To', { exact: true }).fill('2020-01-01');
  await admin.getByText('Nothing fits this filter.').waitFor();
  expect(await faultsOf(admin)).toEqual([]);
  await admin.getByRole('button', { name: 'Reset the filter' }).last().click();
  await admin.getByRole('cell', { name: 'Technician disabled' }).waitFor();
});

test('the guide explains it, from where it is needed', async () => {
  await open('/admin/roles');
  await admin.getByRole('link', { name: 'Create user roles and permissions' }).click();
  await admin.getByRole('heading', { name: 'Create user roles and permissions' }).waitFor();
  expect(await faultsOf(admin)).toEqual([]);
  await admin.getByRole('link', { name: 'Admin > Technicians' }).click();
  await admin.getByRole('heading', { name: 'Technicians' }).waitFor();
});

test.each([
  { width: 390, colorScheme: 'dark' as const },
  { width: 1024, colorScheme: 'light' as const },
])('axe finds nothing at $width px, $colorScheme, and nothing is too wide', async (look) => {
  await admin.setViewportSize({ width: look.width, height: 900 });
  await admin.emulateMedia({ colorScheme: look.colorScheme });
  for (const path of [
    '/admin/roles',
    '/admin/roles/2',
    '/admin/roles/new',
    '/admin/technicians',
    '/admin/audit',
    '/guide/roles-and-permissions',
  ]) {
    await open(path);
    expect(await faultsOf(admin), path).toEqual([]);
  }
});
