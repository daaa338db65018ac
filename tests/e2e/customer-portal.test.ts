import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { makeArticle, makeCategory } from '../support/articles.ts';
import { openBrowser } from '../support/browser.ts';
import { type CapturedMail, readOutbox, sendMail, waitForMail } from '../support/mail.ts';
import { faultsOf, settled } from '../support/page-check.ts';
import { makeTenant, TEST_PASSWORD, type TestTenant } from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/**
 * The document "Configure the Customer Portal" from top to bottom, in its own words. The steps build
 * on each other; a step that fails takes those behind it along.
 */
let server: TestServer;
let browser: Browser;
let acme: TestTenant;
let admin: Page;
let portalUrl: string;

const JANE = { email: 'jane.doe@globex.test', password: 'Lantern-Meadow-58!' };
const BOSS = { email: 'bo.boss@globex.test', password: 'Harbour-Lantern-63!' };
const OPTION = 'Send an email when a new contact is added to the system using a template';

beforeAll(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  acme = await makeTenant(server, { company: 'Company Name' });
  await makeCategory(server, acme, { slug: 'printing', names: { en: 'Printing' } });
  await makeArticle(server, acme, {
    category: 'printing',
    slug: 'paper-jam',
    texts: { en: { title: 'Clear a paper jam', html: '<p>Pull the crumpled sheet.</p>' } },
  });
  admin = await openPage();
  await admin.goto(`${server.config.baseUrl}/sign-in`);
  await admin.getByLabel('E-mail').fill(acme.adminEmail);
  await admin.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await admin.getByRole('button', { name: 'Sign in', exact: true }).click();
  await admin.waitForURL((url) => url.pathname !== '/sign-in');
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    await admin.screenshot({ path: 'test-results/customer-portal.png', fullPage: true });
});

async function openPage(): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}
const inAdmin = async (name: string) => {
  await admin.getByRole('link', { name: 'Admin', exact: true }).first().click();
  await admin.getByRole('link', { name, exact: true }).click();
  await admin.getByRole('heading', { level: 1, name }).waitFor();
};
const noFaults = async (page: Page) => {
  // The name of what the mouse is over hangs outside of the page's regions.
  await page.mouse.move(0, 0);
  await settled(page);
  expect(await faultsOf(page)).toEqual([]);
};
async function addContact(firstName: string, email: string, isMain: boolean): Promise<void> {
  await admin.getByRole('link', { name: 'Customers', exact: true }).first().click();
  await admin.getByRole('link', { name: 'Globex' }).first().click();
  await admin.getByRole('button', { name: 'New contact' }).first().click();
  const window = admin.getByRole('dialog');
  await window.getByLabel('First name').fill(firstName);
  await window.getByLabel('E-mail').fill(email);
  if (isMain) await window.getByLabel('Main contact').check();
  await window.getByRole('button', { name: 'Create contact' }).click();
  await window.waitFor({ state: 'detached' });
}
/** With what the welcome mail says, or with what was chosen since. */
async function signIn(page: Page, link: string, user: string, password: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Username or e-mail address').fill(user);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
async function enterFirst(mail: CapturedMail, password: string): Promise<Page> {
  const page = await openPage();
  const told = credentialsOf(mail);
  await signIn(page, told.link, told.user, told.password);
  await page.getByRole('heading', { name: 'Choose your own password' }).waitFor();
  await noFaults(page);
  await page.getByLabel('New password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Save the password' }).click();
  await page.getByRole('heading', { name: /^Hello/ }).waitFor();
  return page;
}
function credentialsOf({ text = '' }: CapturedMail) {
  const of = (label: string) => new RegExp(`^${label} : (\\S+)$`, 'm').exec(text)?.[1] ?? '';
  return { link: of('Link'), user: of('User'), password: of('Password') };
}
const welcomeOf = (email: string) =>
  waitForMail(
    server,
    ({ recipients, text }) =>
      recipients.includes(email) && (text?.includes("You're just registered") ?? false),
  );

test('a Customer Portal URL is generated: companyname.servicedesk.…, found by Admin > Portal Settings', async () => {
  await inAdmin('Portal Settings');
  portalUrl = `http://company-name.servicedesk.localhost:${server.config.port}`;
  await admin.getByText(portalUrl, { exact: true }).first().waitFor();
  await admin.getByRole('button', { name: 'Copy the portal address' }).click();
  expect(await admin.evaluate('navigator.clipboard.readText()')).toBe(portalUrl);
  await admin.getByRole('img', { name: `QR code of ${portalUrl}` }).waitFor();
  await noFaults(admin);
});

test('your own sub-domain: the A/C Name record to create, and the Portal Domain Name field', async () => {
  const field = admin.getByRole('textbox', { name: 'Portal Domain Name' });
  await field.fill('support.example.com');
  await field.press('Enter');
  await admin.getByText('CNAME', { exact: true }).first().waitFor();
  await admin.getByText('servicedesk.localhost', { exact: false }).first().waitFor();
  await admin.getByText('_portico.support.example.com').first().waitFor();
  await admin.getByText('Waiting for DNS records').first().waitFor();
  await noFaults(admin);
});

test('a unique username/password is found within the contact page, generated upon creation', async () => {
  await admin.getByRole('link', { name: 'Customers', exact: true }).first().click();
  await admin.getByRole('button', { name: 'New customer' }).first().click();
  await admin.getByRole('textbox', { name: 'Name', exact: true }).fill('Globex');
  await admin.getByLabel('E-mail domains').first().fill('globex.test');
  await admin.keyboard.press('Enter');
  await admin.getByRole('button', { name: 'Create customer' }).click();
  await admin.getByRole('heading', { name: 'Globex' }).waitFor();
  await addContact('Quiet', 'quiet@globex.test', false);
  const access = admin.getByRole('region', { name: 'Portal access' });
  await access.getByText('quiet', { exact: true }).waitFor();
  expect(await access.locator('code').textContent()).toMatch(/^•+$/);
  await access.getByRole('button', { name: 'Show' }).click();
  await expect.poll(() => access.locator('code').textContent()).toMatch(/^[^•\s]{16,}$/);
  await access.getByRole('button', { name: 'Copy password' }).click();
  expect(await admin.evaluate('navigator.clipboard.readText()')).toBe(
    await access.locator('code').textContent(),
  );
  await noFaults(admin);
  // Nothing was switched on yet, so nothing was sent.
  expect(await readOutbox(server)).toEqual([]);
});

test('1 to 4: Admin, Settings, the box with SendUsernameAndPassword in its drop-down, Save', async () => {
  await inAdmin('Settings');
  const box = admin.getByRole('checkbox', { name: OPTION });
  expect(await box.isChecked()).toBe(false);
  await box.check();
  const template = admin.getByLabel('Template', { exact: true }).first();
  expect(await template.inputValue()).toBe('SendUsernameAndPassword');
  await admin.getByRole('button', { name: 'Save', exact: true }).click();
  await admin.getByText('The settings are saved.').waitFor();
  await admin.reload();
  expect(await box.isChecked()).toBe(true);
  await noFaults(admin);
});

let contact: Page;
test('new contacts are welcomed with the template’s content, word for word', async () => {
  await addContact('Jane', JANE.email, false);
  const mail = await welcomeOf(JANE.email);
  const { user, password } = credentialsOf(mail);
  expect(user).toBe('jane.doe');
  expect(password.length).toBeGreaterThanOrEqual(16);
  expect(mail.text?.trim().split(/\n+/)).toEqual([
    'Hi Jane,',
    "You're just registered to my portal,",
    'Please login to my portal with the following credentials:',
    `Link : ${portalUrl}`,
    `User : ${user}`,
    `Password : ${password}`,
    'Best regards,',
    'Support Team.',
  ]);
  expect(mail.html).not.toContain('{[');
});

test('it holds everything they need to access the portal', async () => {
  contact = await enterFirst(await welcomeOf(JANE.email), JANE.password);
  await noFaults(contact);
});

test('they can open tickets', async () => {
  await contact.getByRole('link', { name: 'Open a ticket' }).first().click();
  await contact.getByLabel('What is it about?').fill('The printer eats paper');
  await contact.getByRole('textbox', { name: 'Please describe it' }).click();
  await contact.keyboard.type('Every second sheet.');
  await contact.getByRole('button', { name: 'Send the ticket' }).click();
  await contact.getByText('Your ticket has the number 1.').waitFor();
  await waitForMail(
    server,
    ({ recipients, subject }) =>
      recipients.includes(JANE.email) && (subject?.includes('[#1]') ?? false),
  );
});

test('they can track tickets', async () => {
  await acme.admin.post('/api/v1/tickets/1/replies', { html: '<p>We are on our way.</p>' });
  await contact.getByRole('link', { name: 'My tickets' }).first().click();
  const row = contact.getByRole('link', { name: /The printer eats paper/ });
  await row.waitFor();
  await noFaults(contact);
  await row.click();
  await contact.getByRole('article').getByText('We are on our way.').waitFor();
  await noFaults(contact);
});

test('they can access your knowledge base, and say whether the article was helpful', async () => {
  await contact.getByRole('link', { name: 'Knowledge base' }).first().click();
  await contact.getByLabel('Search the knowledge base').fill('crumpled');
  await contact.getByRole('link', { name: 'Clear a paper jam' }).click();
  await contact.getByText('Was this article helpful?').waitFor();
  await contact.getByRole('button', { name: 'Yes, it was' }).click();
  await contact.getByText('Thank you for your answer.').waitFor();
  await noFaults(contact);
});

test('all company tickets are for main contacts only', async () => {
  expect(await contact.getByRole('link', { name: 'Company tickets' }).count()).toBe(0);
  await addContact('Bo', BOSS.email, true);
  const boss = await enterFirst(await welcomeOf(BOSS.email), BOSS.password);
  await boss.getByRole('link', { name: 'Company tickets' }).first().click();
  await boss.getByRole('link', { name: /The printer eats paper/ }).click();
  await boss.getByRole('article').getByText('We are on our way.').waitFor();
  await noFaults(boss);
  // and everybody else does not get there by its address either
  await contact.goto(`${portalUrl}/company-tickets`);
  await contact.getByText('Only main contacts see these').waitFor();
});

test('a contact is added automatically, the first time that it opens a ticket, by its domain', async () => {
  const email = 'new.person@globex.test';
  const from = { name: 'Dr. New Person', address: email };
  const to = `company-name@${server.config.mailDomain}`;
  const write = (subject: string) =>
    sendMail(server, { envelope: { from: email, to }, from, to, subject, text: 'Please help me.' });
  await Promise.all([write('First'), write('Second')]);
  const people = () =>
    server.rows<{ name: string; customer: string }>(
      `select trim(k.first_name || ' ' || k.last_name) as name, c.name as customer
       from contacts k join customers c on c.tenant_id = k.tenant_id and c.id = k.customer_id
       where k.email = $1`,
      [email],
    );
  await expect
    .poll(people, { timeout: 15_000 })
    .toEqual([{ name: 'New Person', customer: 'Globex' }]);
  await expect
    .poll(async () => (await acme.admin.get('/api/v1/tickets')).body.items.length, {
      timeout: 15_000,
    })
    .toBe(3);
  expect(await people()).toHaveLength(1);
  // From a domain that no company has, the ticket waits without a contact's company.
  const stranger = 'who@nowhere.test';
  await sendMail(server, { envelope: { from: stranger, to }, from: stranger, to, text: 'Hello' });
  await expect
    .poll(async () => (await acme.admin.get('/api/v1/tickets')).body.items.length, {
      timeout: 15_000,
    })
    .toBe(4);
  await admin.goto(`${server.config.baseUrl}/customers/unassigned`);
  await admin.getByText(stranger).first().waitFor();
});
