import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeArticle, makeCategory } from '../support/articles.ts';
import { openBrowser } from '../support/browser.ts';
import { waitForMail } from '../support/mail.ts';
import { faultsOf, settled } from '../support/page-check.ts';
import { makeTenant, TEST_PASSWORD, type TestContact, type TestTenant } from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** What contacts do in the portal beside tickets and answers, and what must not go wrong meanwhile. */
let server: TestServer;
let browser: Browser;
let tenant: TestTenant;
let jane: TestContact;
let boss: TestContact;

beforeAll(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  tenant = await makeTenant(server, { company: 'Acme IT' });
  const customerId = await tenant.customer('Globex', ['globex.test']);
  const fields = { customerId, lastName: 'Globex' };
  jane = await tenant.contact({ ...fields, firstName: 'Jane', email: 'jane@globex.test' });
  boss = await tenant.contact({ ...fields, firstName: 'Bo', isMainContact: true });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const at = (path: string) => server.config.portalOrigin(tenant.slug) + path;
const set = (columns: string) =>
  server.rows(`update portal_settings set ${columns} where tenant_id = $1`, [tenant.tenantId]);

/** A browser of its own, signed in. */
async function openPortal(contact: TestContact, path: string): Promise<[BrowserContext, Page]> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 768, height: 900 },
  });
  const page = await context.newPage();
  await page.goto(at(path));
  await page.getByLabel('Username or e-mail address').fill(contact.username);
  await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await settled(page);
  return [context, page];
}

async function openTicket(subject: string): Promise<number> {
  const answer = await jane.post('/portal/v1/tickets', { subject, html: '<p>Please help.</p>' });
  return answer.body.number;
}
const reply = (number: number, text: string) =>
  tenant.admin.post(`/api/v1/tickets/${number}/replies`, { html: `<p>${text}</p>` });

async function fillTicket(page: Page, subject: string): Promise<void> {
  await page.getByLabel('What is it about?').fill(subject);
  await page.getByRole('textbox', { name: 'Please describe it' }).fill('It does not work.');
}
const ticketsAbout = async (words: string) =>
  (await jane.get(`/portal/v1/tickets?search=${words}`)).body.items;

test('a link signs in once, after a click, where passwords are not wanted', async () => {
  await set('password_sign_in = false');
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(at('/'));
  await page.getByRole('button', { name: 'Send me a sign-in link' }).click();
  await page.getByText('Please fill this in.').waitFor();
  expect(await page.getByLabel('Password').count()).toBe(0);
  expect(await page.getByText('Forgotten your password?').count()).toBe(0);
  await page.getByLabel('Username or e-mail address').fill(jane.email);
  await page.keyboard.press('Enter');
  await page.getByText('Please check your mailbox').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const mail = await waitForMail(server, ({ text }) => text?.includes('/sign-in-link?') ?? false);
  const link = /http\S+sign-in-link\S+/.exec(mail.text ?? '')?.[0] ?? '';

  const tab = await context.newPage();
  await tab.goto(link);
  await tab.getByRole('heading', { name: 'Sign in as Jane Globex' }).waitFor();
  expect(await faultsOf(tab)).toEqual([]);
  await tab.getByRole('button', { name: 'Sign in' }).dblclick();
  await tab.getByRole('heading', { name: 'Hello Jane Globex' }).waitFor();
  expect(new URL(tab.url()).pathname + new URL(tab.url()).search).toBe('/');

  const late = await context.newPage();
  await late.goto(link);
  await late.getByRole('heading', { name: 'This link no longer works' }).waitFor();
  expect(await faultsOf(late)).toEqual([]);
  await set('password_sign_in = true');
  await context.close();
});

test('a link signs in again on top of what is typed, although it opens in another tab', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(at('/tickets/new'));
  await page.getByLabel('Username or e-mail address').fill(boss.username);
  await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await fillTicket(page, 'Typed before the session ended');
  await context.clearCookies();
  await page.getByRole('button', { name: 'Send the ticket' }).click();
  const dialog = page.getByRole('dialog', { name: 'Please sign in again' });
  await dialog.getByRole('button', { name: 'Send me a sign-in link' }).click();
  await dialog.getByText('Please check your mailbox').waitFor();
  const isForBoss = ({ text, recipients }: { text?: string; recipients: string[] }) =>
    recipients.includes(boss.email) && (text?.includes('/sign-in-link?') ?? false);
  const link = /http\S+sign-in-link\S+/.exec(
    (await waitForMail(server, isForBoss)).text ?? '',
  )?.[0];
  const tab = await context.newPage();
  await tab.goto(link ?? '');
  await tab.getByRole('button', { name: 'Sign in' }).click();
  await tab.getByRole('heading', { name: 'Hello Bo Globex' }).waitFor();
  await tab.close();
  // What the browser says to a tab that somebody comes back to.
  await page.evaluate("window.dispatchEvent(new Event('focus'))");
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Send the ticket' }).click();
  await page.getByText('Your ticket has the number').waitFor();
  await context.close();
});

test('the profile: mails that come, sessions that end', async () => {
  const [context, page] = await openPortal(jane, '/profile');
  const resolved = page.getByLabel('A ticket of mine is resolved');
  expect(await resolved.isChecked()).toBe(true);
  await resolved.uncheck();
  await page.getByText('Your choice is saved.').waitFor();
  const { body } = await tenant.admin.get(`/api/v1/contacts/${jane.contactId}`);
  expect(body.unwantedMails).toEqual(['ticketResolved']);
  await page.reload();
  await settled(page);
  expect(await page.getByLabel('A ticket of mine is resolved').isChecked()).toBe(false);

  const [elsewhere, other] = await openPortal(jane, '/tickets');
  await page.reload();
  await settled(page);
  await page.getByText('This session').waitFor();
  await page.getByRole('button', { name: 'Sign out all others' }).click();
  await page
    .getByText('sessions were signed out.')
    .or(page.getByText('session was signed out.'))
    .first()
    .waitFor();
  await other.getByRole('dialog', { name: 'Please sign in again' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await elsewhere.close();
  await context.close();
  // This one, too, was one of the others.
  await jane.post('/portal/v1/session', { username: jane.username, password: TEST_PASSWORD });
});

test('what is new is marked without a reload, and read in one window it is read in the other', async () => {
  const number = await openTicket('Toner is empty');
  const [context, list] = await openPortal(jane, '/tickets');
  const row = list.getByRole('link', { name: /Toner is empty/ });
  await row.waitFor();
  expect(await row.getByText('New').count()).toBe(0);
  await reply(number, 'A new one is on its way.');
  await row.getByText('New', { exact: true }).waitFor();
  expect(await faultsOf(list)).toEqual([]);

  const reading = await context.newPage();
  await reading.goto(at(`/tickets/${number}`));
  await reading.getByRole('article').getByText('A new one is on its way.').waitFor();
  await list.bringToFront();
  await row.getByText('New', { exact: true }).waitFor({ state: 'detached' });

  // A window that shows the ticket would read the next one at once.
  await reading.close();
  await reply(number, 'It has arrived.');
  await list.goto(at('/tickets'));
  await row.getByText('New', { exact: true }).waitFor();
  await list.getByRole('button', { name: 'Mark all as read' }).click();
  await row.getByText('New', { exact: true }).waitFor({ state: 'detached' });
  await context.close();
});

test('a main contact sees who is on the portal, and the tickets of each', async () => {
  await openTicket('Keyboard has no E');
  await boss.post('/portal/v1/tickets', { subject: 'Budget', html: '<p>More?</p>' });
  const [context, page] = await openPortal(boss, '/people');
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Bo Globex' })
    .getByText('Main contact')
    .waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel('Search the people').fill('jane');
  await page.getByText('Bo Globex').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Tickets of Jane Globex' }).click();
  await page.getByRole('link', { name: /Keyboard has no E/ }).waitFor();
  expect(await page.getByRole('link', { name: /Budget/ }).count()).toBe(0);
  // The address alone brings the name back.
  await page.reload();
  const filter = page.getByRole('combobox', { name: 'Opened by' });
  await filter.waitFor();
  await expect.poll(() => filter.inputValue()).toBe('Jane Globex');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show the tickets of everybody' }).click();
  await page.getByRole('link', { name: /Budget/ }).waitFor();
  await filter.fill('Bo');
  await page.getByRole('option', { name: 'Bo Globex' }).click();
  await page.getByRole('link', { name: /Keyboard has no E/ }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: /Budget/ }).waitFor();
  await context.close();

  const [other, plain] = await openPortal(jane, '/people');
  await plain.getByText('Only main contacts see these').waitFor();
  await other.close();
});

test('the fields that the company lets contacts fill, and who may close', async () => {
  await set(`priority_field = 'filled', impact_field = 'shown'`);
  const [context, page] = await openPortal(jane, '/tickets/new');
  await fillTicket(page, 'The whole office is offline');
  await page.getByLabel('How urgent is it?').selectOption('High');
  expect(await page.getByLabel('How far does it reach?').count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Send the ticket' }).click();
  await page.getByRole('link', { name: 'Look at the ticket' }).click();
  await page.getByText('Priority: High · Impact: No impact').waitFor();
  await page.getByRole('button', { name: 'It is solved' }).click();
  await page.getByRole('button', { name: 'It is not solved' }).waitFor();
  await set('contacts_may_reopen = false');
  await page.reload();
  await page.getByText('Priority: High').waitFor();
  expect(await page.getByRole('button', { name: 'It is not solved' }).count()).toBe(0);
  await set(`contacts_may_reopen = true, priority_field = 'hidden', impact_field = 'hidden'`);
  await context.close();
});

test('articles that fit are suggested while the subject is typed, and open beside the draft', async () => {
  await makeCategory(server, tenant, { slug: 'printing', names: { en: 'Printing' } });
  await makeArticle(server, tenant, {
    category: 'printing',
    slug: 'paper-jam',
    visibility: 'contacts',
    texts: { en: { title: 'Paper jam', html: '<p>Open the <b>rear</b> tray &lt;script&gt;.</p>' } },
  });
  const [context, page] = await openPortal(jane, '/tickets/new');
  await page.getByLabel('What is it about?').pressSequentially('Paper jam on floor two');
  await page.getByText('Do these answers help?').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const opening = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Paper jam' }).click();
  const article = await opening;
  await article.getByRole('heading', { name: 'Paper jam', level: 1 }).waitFor();
  expect(await page.getByLabel('What is it about?').inputValue()).toBe('Paper jam on floor two');
  await page.getByLabel('What is it about?').fill('');
  await page.getByText('Do these answers help?').waitFor({ state: 'detached' });
  await set(`knowledge_base = 'hidden'`);
  await page.reload();
  await page.getByLabel('What is it about?').fill('Paper jam again');
  await page.waitForTimeout(1_000);
  expect(await page.getByText('Do these answers help?').count()).toBe(0);
  await set(`knowledge_base = 'public'`);
  await context.close();
});

test('an answer that is lost on its way makes no second ticket', async () => {
  const [context, page] = await openPortal(jane, '/tickets/new');
  await fillTicket(page, 'Lost on the way');
  let isLost = false;
  await page.route('**/portal/v1/tickets', async (route) => {
    if (route.request().method() !== 'POST' || isLost) return route.continue();
    isLost = true;
    // The server gets it, the page hears nothing of that.
    await jane.post('/portal/v1/tickets', route.request().postDataJSON());
    await route.abort();
  });
  const send = page.getByRole('button', { name: 'Send the ticket' });
  await send.click();
  await page.getByRole('alert').first().waitFor();
  await send.click();
  await page.getByText('Your ticket has the number').waitFor();
  expect(await ticketsAbout('Lost')).toHaveLength(1);
  await context.close();
});

test('two windows with one draft make one ticket', async () => {
  const [context, first] = await openPortal(jane, '/tickets/new');
  await fillTicket(first, 'Twice is too often');
  await first.waitForTimeout(500);
  const second = await context.newPage();
  await second.goto(at('/tickets/new'));
  await second.getByText('We kept what you began to write.').waitFor();
  await second.getByRole('textbox', { name: 'Please describe it' }).waitFor();
  const numbers = [];
  for (const page of [first, second]) {
    await page.getByRole('button', { name: 'Send the ticket' }).click();
    const sentence = page.getByText('Your ticket has the number');
    await sentence.waitFor();
    numbers.push(await sentence.textContent());
  }
  expect(numbers[0]).toBe(numbers[1]);
  expect(await ticketsAbout('Twice')).toHaveLength(1);
  await context.close();
});
