import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { waitForMail } from '../support/mail.ts';
import { makeTenant, TEST_PASSWORD, type TestContact, type TestTenant } from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** Admin > Templates in a browser: write, be corrected, look, try, save, take back. */
let server: TestServer;
let browser: Browser;
let page: Page;
let tenant: TestTenant;
let jane: TestContact;

beforeAll(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  tenant = await makeTenant(server, { company: 'Acme IT' });
  const customerId = await tenant.customer('Globex', ['globex.test']);
  jane = await tenant.contact({ customerId, firstName: 'Jane', lastName: 'Doe' });
  page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  await page.goto(`${server.config.baseUrl}/admin/templates`);
  await page.getByLabel('E-mail').fill(tenant.adminEmail);
  await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Templates' }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const editor = () => page.getByRole('textbox', { name: 'Text' });
const preview = () => page.getByRole('region', { name: 'Preview' });
const saved = () => page.getByText('The text is saved.').first();

test('a text is written with placeholders, a misspelt one put right, and saved', async () => {
  await page.getByRole('link', { name: 'Confirmation of a new ticket' }).click();
  await page.getByText('This is the original text.').waitFor();
  await preview().getByText('Hi Jane,').waitFor();
  await editor().click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Dear {[Contact Frist Name]}, we have ');
  await page.getByRole('button', { name: 'Insert placeholder' }).click();
  await page.getByRole('menuitem', { name: '{[Ticket Number]}' }).click();
  await page.keyboard.type('.');
  const complaint =
    '{[Contact Frist Name]} is no placeholder. Did you mean {[Contact First Name]}?';
  await page.getByText(complaint).waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  // Refused by the server, too; nothing is lost.
  await page.getByRole('button', { name: 'Use {[Contact First Name]}' }).click();
  await page.getByText(complaint).waitFor({ state: 'detached' });
  await preview().getByText('Dear Jane, we have 1042.').waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await saved().waitFor();
  await page.getByText(/Your own text, last changed/).waitFor();
  await page
    .getByRole('navigation', { name: 'Language of the text' })
    .getByText('changed')
    .waitFor();
});

test('the mail goes out as it was written, with the line to answer above and the number', async () => {
  await jane.post('/portal/v1/tickets', { subject: 'Slow', html: '<p>x</p>' });
  const mail = await waitForMail(server, ({ recipients }) => recipients.includes(jane.email));
  expect(mail.text?.trim()).toBe('##- Please reply above this line -##\n\nDear Jane, we have 1.');
  expect(mail.subject).toBe('[#1] Slow');
});

test('the preview shows a contact there is, and the test goes to who asks', async () => {
  await preview().getByLabel('For the contact').fill('Doe');
  await page.getByRole('option', { name: 'Jane Doe' }).click();
  await page.getByRole('button', { name: 'Send a test to me' }).click();
  await page.getByText(`The test is on its way to ${tenant.adminEmail}.`).waitFor();
  const mail = await waitForMail(server, ({ subject }) => /^Test: /.test(subject ?? ''));
  expect(mail.recipients).toEqual([tenant.adminEmail]);
});

test('plain text is another form of the same, and what is unsaved is not lost silently', async () => {
  await page.getByText('Plain text', { exact: true }).click();
  const plain = page.getByRole('textbox', { name: 'Text' });
  await expect
    .poll(() => plain.inputValue())
    .toBe('Dear {[Contact First Name]}, we have {[Ticket Number]}.');
  await plain.fill('Hello {[Contact Full Name]}');
  await page.getByRole('link', { name: 'Deutsch' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep editing' }).click();
  expect(await plain.inputValue()).toBe('Hello {[Contact Full Name]}');
});

test('somebody else was faster: both are there to choose from', async () => {
  const path = '/api/v1/templates/ticketConfirmation';
  const { texts } = (await tenant.admin.get(path)).body;
  const { version } = texts.find(({ language }: { language: string }) => language === 'en');
  await tenant.admin.put(`${path}/en`, { version, subject: 'Theirs', text: 'Theirs' });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Save mine anyway' }).click();
  await page.getByText(/Your own text, last changed/).waitFor();
  await expect
    .poll(
      async () =>
        (await tenant.admin.get(path)).body.texts.find(
          ({ language }: { language: string }) => language === 'en',
        ).text,
    )
    .toBe('Hello {[Contact Full Name]}');
});

test('back to the original, and back from there', async () => {
  await page.getByRole('button', { name: 'Back to the original' }).click();
  await page.getByText('This is the original text.').waitFor();
  await page.getByRole('alert').getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByText(/Your own text, last changed/).waitFor();
  const plain = page.getByRole('textbox', { name: 'Text' });
  expect(await plain.inputValue()).toBe('Hello {[Contact Full Name]}');
  await page.getByRole('link', { name: 'Templates' }).first().click();
  await page
    .getByRole('row', { name: /Confirmation of a new ticket/ })
    .getByText('English')
    .waitFor();
});
