import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openSetupLink } from '#modules/setup/index.ts';
import { openBrowser } from '../support/browser.ts';
import { type CapturedMail, sendMail, waitForMail } from '../support/mail.ts';
import { RED_DOT } from '../support/pictures.ts';
import { makeTenant, TEST_PASSWORD } from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { PDF } from './main-job.fixture.ts';

/**
 * The main job, in the seven steps in which it is promised: a company is set up, a customer's
 * person writes, gets into the portal, is answered, answers, and nobody else sees any of it.
 * The steps build on each other; a step that fails takes those behind it along.
 */
let server: TestServer;
let browser: Browser;
let technician: Page;
let contact: Page;
let welcome: CapturedMail;

const ADMIN = { email: 'ada@acme.test', password: TEST_PASSWORD };
const SENDER = { name: 'Zoë Łącka', address: 'zoe.lacka@globex.test' };
const SUBJECT = 'Störung: Drucker „Büro 2“ druckt ßchief';
const NEW_PASSWORD = 'Lantern-Meadow-58!';
let supportAddress: string;

beforeAll(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  technician = await openPage();
  contact = await openPage();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

// What the pages showed when a step failed helps more than the step's words.
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await technician.screenshot({ path: `test-results/${task.name.slice(0, 1)}-console.png` });
  await contact.screenshot({ path: `test-results/${task.name.slice(0, 1)}-portal.png` });
});

async function openPage(): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => {
    throw error;
  });
  return page;
}

/** Chooses a file to attach, and waits until it has been uploaded. */
async function attach(page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  const uploaded = page.waitForResponse(
    (response) => response.url().endsWith('/attachments') && response.status() === 201,
  );
  await page.locator('input[type=file]').first().setInputFiles({ name, mimeType, buffer });
  await uploaded;
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

const portalUrl = (path: string) => `${server.config.portalOrigin('acme-it')}${path}`;

async function type(page: Page, label: string, text: string): Promise<void> {
  const editor = page.getByRole('textbox', { name: label, exact: true });
  await editor.click();
  await page.keyboard.type(text);
}

test('1: the setup page makes the company and shows the portal address', async () => {
  const link = await openSetupLink(server.platform);
  await technician.goto(link ?? '');
  await technician.getByLabel('Company name').fill('Acme IT');
  await technician.getByText('acme-it.servicedesk.localhost').waitFor();
  await technician.getByLabel('First name').fill('Ada');
  await technician.getByLabel('Last name').fill('Moreno');
  await technician.getByLabel('E-mail').fill(ADMIN.email);
  await technician.getByLabel('Password', { exact: true }).fill(ADMIN.password);
  await expectAccessible(technician);
  await technician.getByRole('button', { name: 'Set up' }).click();
  await technician.getByRole('heading', { name: 'Dashboard' }).waitFor();
  expect(await openSetupLink(server.platform)).toBeNull();
  supportAddress = `acme-it@${server.config.mailDomain}`;
});

test('2: the administrator adds a customer with its domain and turns the welcome e-mail on', async () => {
  await technician.getByRole('link', { name: 'Customers' }).click();
  await technician.getByRole('button', { name: 'New customer' }).first().click();
  await technician.getByRole('textbox', { name: 'Name', exact: true }).fill('Globex');
  await technician.getByLabel('E-mail domains').first().fill('globex.test');
  await technician.keyboard.press('Enter');
  await technician.getByRole('button', { name: 'Create customer' }).click();
  await technician.getByRole('heading', { name: 'Globex' }).waitFor();
  await technician.getByText('globex.test').first().waitFor();

  await technician.getByRole('link', { name: 'Admin' }).click();
  await technician.getByRole('link', { name: 'Settings', exact: true }).click();
  await technician
    .getByLabel('Send an email when a new contact is added to the system using a template')
    .check();
  expect(await technician.getByLabel('Template', { exact: true }).first().inputValue()).toBe(
    'SendUsernameAndPassword',
  );
  await technician.getByRole('button', { name: 'Save' }).click();
  await technician.getByText('The settings are saved.').waitFor();
});

test('3: an e-mail of somebody unknown becomes a ticket, a contact and two mails', async () => {
  await technician.getByRole('link', { name: 'Tickets' }).first().click();
  await technician.getByText('Nothing is waiting for you').waitFor();
  const sentAt = Date.now();
  await sendMail(server, {
    envelope: { from: SENDER.address, to: supportAddress },
    from: SENDER,
    to: supportAddress,
    subject: SUBJECT,
    text: 'Hello,\n\nour printer prints everything askew, could you please have a look?\n\nZoë',
    html: '<p>Hello,</p><p>our printer prints everything <b>askew</b>, could you please have a look? <img src="cid:dot@globex" alt="Foto"></p><script>window.isRun = true</script><p onclick="steal()">Zoë</p>',
    attachments: [
      { filename: 'foto.png', content: RED_DOT, cid: 'dot@globex', contentType: 'image/png' },
      { filename: 'Störung Übersicht.pdf', content: PDF, contentType: 'application/pdf' },
    ],
  });
  // The open list shows the row by itself; nothing reloads it.
  const row = technician.getByRole('link', { name: /Drucker „Büro 2“/ });
  await row.first().waitFor({ timeout: 5_000 });
  const [ticket] = await server.rows<{ number: number; subject: string; created_at: Date }>(
    'select number, subject, created_at from tickets',
  );
  expect(ticket?.subject).toBe(SUBJECT);
  expect(ticket!.created_at.getTime() - sentAt).toBeLessThan(2_000);

  const [person] = await server.rows<{
    portal_username: string;
    first_name: string;
    last_name: string;
    customer: string;
  }>(
    `select c.portal_username, c.first_name, c.last_name, k.name as customer
     from contacts c join customers k on k.id = c.customer_id`,
  );
  expect(person).toMatchObject({ first_name: 'Zoë', last_name: 'Łącka', customer: 'Globex' });

  welcome = await waitForMail(server, (mail) => mail.text?.includes('Password :') ?? false);
  expect(welcome.recipients).toEqual([SENDER.address]);
  expect(welcome.text).toContain(`Link : ${portalUrl('')}`);
  expect(welcome.text).toContain(`User : ${person?.portal_username}`);
  const confirmation = await waitForMail(server, (mail) => mail.subject?.includes('#1') ?? false);
  expect(confirmation.recipients).toEqual([SENDER.address]);

  await row.first().click();
  const body = technician.getByRole('article', { name: 'Message from Zoë Łącka' });
  await body.getByText('askew').waitFor();
  await body.getByText('Störung Übersicht.pdf').waitFor();
  const picture = body.locator('img[alt="Foto"]');
  await expect
    .poll(() =>
      picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth),
    )
    .toBe(1);
  expect(await technician.evaluate(() => 'isRun' in globalThis)).toBe(false);
  await expectAccessible(technician);
});

test('4: the contact signs in to the portal, chooses a password, answers and opens a second ticket', async () => {
  const lineOf = (name: string) =>
    new RegExp(`${name} : (\\S+)`).exec(welcome.text ?? '')?.[1] ?? '';
  await contact.goto(lineOf('Link'));
  await contact.getByLabel('Username or e-mail address').fill(lineOf('User'));
  await contact.getByLabel('Password', { exact: true }).fill(lineOf('Password'));
  await contact.getByRole('button', { name: 'Sign in' }).click();
  await contact.getByRole('heading', { name: 'Choose your own password' }).waitFor();
  await contact.getByLabel('New password').fill(NEW_PASSWORD);
  await contact.getByRole('button', { name: 'Save the password' }).click();

  await contact
    .getByRole('link', { name: /Drucker „Büro 2“/ })
    .first()
    .click();
  await contact.getByText('askew').first().waitFor();
  await contact.getByRole('button', { name: 'Write a reply…' }).click();
  await type(contact, 'Your reply', 'Here is the log of the printer.');
  await attach(contact, 'printer.log', 'text/plain', Buffer.from('PC LOAD LETTER'));
  await contact.getByRole('button', { name: 'Send the reply' }).click();
  await contact.getByText('Your reply was sent.').waitFor();
  await contact.getByText('printer.log').first().waitFor();
  await expectAccessible(contact);

  await contact.getByRole('link', { name: 'Home' }).click();
  await contact.getByRole('link', { name: 'Open a ticket' }).first().click();
  await contact.getByLabel('What is it about?').fill('A second screen, please');
  await type(contact, 'Please describe it', 'My desk has room for one more.');
  await expectAccessible(contact);
  await contact.getByRole('button', { name: 'Send the ticket' }).click();
  await contact.getByText('Your ticket has the number 2.').waitFor();
});

test('5: the technician answers, notes, takes the ticket and sets Pending', async () => {
  await technician.getByText('Here is the log of the printer.').waitFor();
  await technician.getByRole('button', { name: 'Assign to me' }).click();
  await expect
    .poll(
      async () =>
        (await server.rows('select assignee_id from tickets where number = 1'))[0]?.assignee_id,
    )
    .not.toBeNull();

  await technician.getByRole('button', { name: 'Internal note' }).click();
  await type(technician, 'Internal note', 'The fuser is broken, do not tell yet.');
  await technician.getByRole('button', { name: 'Save internal note' }).click();
  await technician.getByRole('article', { name: 'Internal note by Ada Moreno' }).waitFor();

  await technician.getByRole('button', { name: 'Public reply' }).click();
  await technician.getByRole('button', { name: 'Bold' }).click();
  await type(technician, 'Public reply', 'We are on it.');
  await attach(technician, 'instructions.pdf', 'application/pdf', PDF);
  await technician.getByRole('combobox', { name: 'Status after sending' }).click();
  await technician.getByRole('option', { name: 'Pending' }).click();
  await technician.getByRole('button', { name: 'Send public reply' }).click();
  await technician.getByRole('article', { name: 'Reply by Ada Moreno' }).waitFor();

  const reply = await waitForMail(server, (mail) => mail.text?.includes('We are on it.') ?? false);
  expect(reply.recipients).toEqual([SENDER.address]);
  expect(reply.html).toContain('<strong>We are on it.</strong>');
  expect(reply.text).toContain('Ada Moreno');
  expect(reply.subject).toContain('[#1]');
  expect(reply.messageId).toMatch(/^<.+@.+>$/);
  expect(reply.inReplyTo).toMatch(/^<.+>$/);
  expect(reply.attachments.map(({ filename }) => filename)).toContain('instructions.pdf');
  expect(reply.raw).not.toContain('fuser');

  await contact.goto(portalUrl('/tickets/1'));
  await contact.getByText('We are on it.').waitFor();
  await contact.getByText('Waiting for you').first().waitFor();
  expect(await contact.content()).not.toContain('fuser');
  const messages = await contact.evaluate(async () => {
    const answer = await fetch('/portal/v1/tickets/1/messages');
    return answer.text();
  });
  expect(messages).toContain('We are on it.');
  expect(messages).not.toContain('fuser');
  expect(messages).not.toContain(ADMIN.email);
});

test('6: the contact answers that e-mail; it lands on the ticket, folded, and opens it again', async () => {
  const reply = await waitForMail(server, (mail) => mail.text?.includes('We are on it.') ?? false);
  const address = reply.replyTo?.[0]?.address ?? reply.from?.address ?? '';
  await sendMail(server, {
    envelope: { from: SENDER.address, to: address },
    from: SENDER,
    to: address,
    subject: `Re: ${reply.subject}`,
    inReplyTo: reply.messageId ?? '',
    references: [reply.messageId ?? ''],
    text: `Es geht wieder, danke!\n\nAm 24.11.2026 um 10:00 schrieb Ada Moreno:\n${(reply.text ?? '').replace(/^/gm, '> ')}`,
    html: `<p>Es geht wieder, danke!</p><div class="gmail_quote"><div>Am 24.11.2026 um 10:00 schrieb Ada Moreno:</div><blockquote>${reply.html}</blockquote></div>`,
  });
  const message = technician.getByRole('article').filter({ hasText: 'Es geht wieder, danke!' });
  await message.waitFor({ timeout: 10_000 });
  expect(await message.getByText('We are on it.').isVisible()).toBe(false);
  await message.getByRole('button', { name: 'Show quoted text' }).click();
  await message.getByText('We are on it.').waitFor();
  await expect
    .poll(async () => (await server.rows('select status from tickets where number = 1'))[0]?.status)
    .toBe('open');
  expect(await server.rows('select number from tickets')).toHaveLength(2);
});

test('7: nobody else sees any of it, until a colleague is made a main contact', async () => {
  const second = await contactAt('colleague@globex.test', 'globex.test');
  const stranger = await contactAt('someone@initech.test', 'initech.test');
  const [attachment] = await server.rows<{ id: number }>(
    `select a.id from attachments a join messages m on m.id = a.message_id order by a.id limit 1`,
  );
  const paths = [
    '/portal/v1/tickets/1',
    '/portal/v1/tickets/1/messages',
    `/portal/v1/attachments/${attachment?.id}`,
  ];
  for (const path of paths) {
    expect((await second.get(path)).status).toBe(404);
    expect((await stranger.get(path)).status).toBe(404);
  }
  expect((await second.get('/portal/v1/tickets?scope=company')).body.items ?? []).toEqual([]);
  expect((await second.get('/portal/v1/tickets')).body.items).toEqual([]);

  const other = await makeTenant(server);
  for (const path of [
    '/tickets/1',
    '/tickets/1/messages',
    '/tickets/1/history',
    `/attachments/${attachment?.id}`,
  ]) {
    expect((await other.admin.get(`/api/v1${path}`)).status).toBe(404);
  }

  // In the console, a switch on the contact's page makes a main contact.
  await technician.getByRole('link', { name: 'Customers' }).click();
  await technician.getByRole('link', { name: 'Globex' }).first().click();
  await technician
    .getByRole('link', { name: /colleague/i })
    .first()
    .click();
  await technician.getByRole('switch', { name: 'Main contact' }).click();
  await expect.poll(async () => (await second.get(paths[0]!)).status).toBe(200);
  for (const path of paths) expect((await second.get(path)).status).toBe(200);
  const company = await second.get('/portal/v1/tickets?scope=company');
  expect(company.body.items.map(({ number }: { number: number }) => number).sort()).toEqual([1, 2]);
  for (const path of paths) expect((await stranger.get(path)).status).toBe(404);
});

/** A contact of the customer with this domain, signed in to the portal with a password of his own. */
async function contactAt(email: string, domain: string) {
  const admin = server.console();
  await admin.post('/api/v1/session', ADMIN);
  const list = await admin.get('/api/v1/customers');
  const customer =
    list.body.items.find(({ domains }: { domains: string[] }) => domains.includes(domain)) ??
    (await admin.post('/api/v1/customers', { name: domain, domains: [domain] })).body;
  const made = await admin.post('/api/v1/contacts', {
    customerId: customer.id,
    email,
    firstName: email.split('@')[0],
    lastName: 'Someone',
  });
  expect(made.status).toBe(201);
  const look = await admin.post(`/api/v1/contacts/${made.body.id}/password-look`);
  const browser = server.portal('acme-it');
  const credentials = { username: made.body.portalUsername, password: look.body.password };
  expect((await browser.post('/portal/v1/session', credentials)).status).toBe(200);
  const changed = await browser.put('/portal/v1/password', { newPassword: NEW_PASSWORD });
  expect(changed.status).toBe(200);
  return browser;
}
