import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { waitForMail } from '../support/mail.ts';
import { faultsOf, settled } from '../support/page-check.ts';
import { makeTenant, TEST_PASSWORD, type TestContact, type TestTenant } from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/**
 * A technician's signature in a browser: written with pictures, placeholders and a table from a
 * mail program, seen while replying, and folded where the conversation is read. The steps build on
 * each other.
 */
let server: TestServer;
let browser: Browser;
let tenant: TestTenant;
let contact: TestContact;
let context: BrowserContext;
let page: Page;
let number: number;
let logo: Buffer;

const EDITOR = { name: 'Personal ticket signature' };
const NAME = /Ada Boss \d+/;

beforeAll(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  tenant = await makeTenant(server, { company: 'Acme IT' });
  contact = await tenant.contact({
    customerId: await tenant.customer('Globex'),
    firstName: 'Jane',
  });
  const opened = await contact.post('/portal/v1/tickets', { subject: 'Fire', html: '<p>x</p>' });
  number = opened.body.number;
  logo = await sharp({ create: { width: 480, height: 120, channels: 3, background: '#1e497b' } })
    .png()
    .toBuffer();
  context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(`${server.config.baseUrl}/sign-in?next=/profile`);
  await page.getByLabel('E-mail').fill(tenant.adminEmail);
  await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('textbox', EDITOR).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const editor = () => page.getByRole('textbox', EDITOR);
/** What stands in the preview of this name, as a reader sees it. */
const preview = (name: string) => page.getByRole('figure').filter({ hasText: name });
const saveButton = () => page.getByRole('button', { name: 'Save', exact: true });

async function paste(html: string): Promise<void> {
  // As text: the server's types, which hold here, know no document.
  await page.evaluate(`navigator.clipboard.write([new ClipboardItem({
    'text/html': new Blob([${JSON.stringify(html)}], { type: 'text/html' }) })])`);
  await page.keyboard.press('Control+V');
}

async function clear(): Promise<void> {
  await editor().click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
}

/** Saves, and gives the status with which the server answered. */
async function save(): Promise<number> {
  const answer = page.waitForResponse(
    (response) => response.url().endsWith('/me/signature') && response.request().method() === 'PUT',
  );
  await saveButton().click();
  return (await answer).status();
}

/** Whether something is left to save; a button that is at work is disabled, too. */
const isDirty = () => expect.poll(async () => !(await saveButton().isDisabled()));

test('before there is one, the page shows what stands in its place', async () => {
  await page.getByText('You have no signature yet.').waitFor();
  await expect.poll(() => preview('As plain text').innerText()).toMatch(NAME);
  expect(await saveButton().isDisabled()).toBe(true);
  expect(await faultsOf(page)).toEqual([]);
});

test('text, placeholder and picture: the previews follow, and Save keeps them', async () => {
  await editor().click();
  await page.getByRole('button', { name: 'Bold' }).click();
  await page.keyboard.type('Kind regards');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Insert placeholder' }).click();
  await page.getByRole('menuitem', { name: 'Full name' }).click();
  await page.keyboard.press('Enter');
  const file = { name: 'logo.png', mimeType: 'image/png', buffer: logo };
  await page.locator('section input[type=file][accept*=webp]').setInputFiles(file);
  const picture = editor().locator('img[src*="/api/v1/me/signature/images/"]');
  await picture.waitFor();
  await picture.click();
  await page.getByLabel('Width', { exact: true }).fill('120');
  await page.getByLabel('Description').fill('Acme logo');
  await expect
    .poll(() => preview('As plain text').innerText())
    .toMatch(/-- \s*Kind regards\s+Ada Boss \d+\s+\[Acme logo\]/);
  for (const name of ['On a light page', 'On a dark page']) {
    const shown = preview(name).locator('img');
    await shown.waitFor();
    expect(await shown.getAttribute('width')).toBe('120');
    expect(await shown.getAttribute('height')).toBe('30');
    expect(await preview(name).locator('strong').first().innerText()).toBe('Kind regards');
  }
  expect(await faultsOf(page)).toEqual([]);
  expect(await save()).toBe(200);
  await isDirty().toBe(false);
  await page.reload();
  await editor().getByText('Kind regards').waitFor();
  expect(await saveButton().isDisabled()).toBe(true);
});

test('a placeholder that is not known is marked, named and not saved', async () => {
  await editor().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' {[Nonsense]}');
  await page.getByText('These placeholders are not known: Nonsense.').waitFor();
  expect(await editor().locator('[title*="not known"]').innerText()).toBe('{[Nonsense]}');
  expect(await save()).toBe(400);
  await isDirty().toBe(true);
  await page.getByText('These placeholders are not known: Nonsense.').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await editor().click();
  await page.keyboard.press('Control+End');
  for (let i = 0; i < ' {[Nonsense]}'.length; i++) await page.keyboard.press('Backspace');
  await page.getByText('These placeholders are not known').waitFor({ state: 'detached' });
});

test('too much text is told with its size and the limit', async () => {
  await clear();
  await paste(`<p>${'x'.repeat(70_000)}</p>`);
  await page.getByText(/Text and formatting have 71\sKB\. The limit is 64\sKB\./).waitFor();
  await clear();
});

test('a signature from a mail program keeps its table, and says which pictures it lost', async () => {
  const data = `data:image/png;base64,${logo.toString('base64')}`;
  await paste(
    `<html><head><style>p{margin:0}</style></head><body><table border="0" cellpadding="0" style="border-collapse:collapse;position:fixed"><tr><td style="border-right:solid #C00000 2.25pt;padding:0 9pt"><p><img width="80" src="${data}" alt="Logo"></p></td><td bgcolor="#F2F2F2" style="padding:0 9pt"><p><b><font size="4" color="#1F497D">Ada Boss</font></b><o:p></o:p></p><p>Support desk <img src="https://elsewhere.example/linkedin.png" width="24"></p></td></tr></table></body></html>`,
  );
  await page.getByText('One picture was left out because it is stored elsewhere.').waitFor();
  await editor().locator('td img[src*="/signature/images/"]').waitFor();
  const shown = preview('On a light page').locator('td').first();
  await shown.waitFor();
  await expect
    .poll(() => shown.getAttribute('style'))
    .toMatch(/^border-right:2\.25pt solid #c00000;padding:0(?:px)? 9pt$/);
  await expect.poll(() => shown.locator('img').getAttribute('width')).toBe('80');
  expect(await shown.locator('img').getAttribute('alt')).toBe('Logo');
  const second = preview('On a light page').locator('td').nth(1);
  expect(await second.getAttribute('bgcolor')).toBe('#F2F2F2');
  expect(await preview('On a light page').locator('span').first().getAttribute('style')).toContain(
    'color:#1f497d',
  );
  expect(await save()).toBe(200);
  await isDirty().toBe(false);
});

test('a reply shows it, a note does not, and one reply can go without', async () => {
  await page.goto(`${server.config.baseUrl}/tickets/${number}`);
  await settled(page);
  await page.getByRole('button', { name: 'Internal note' }).click();
  await page.getByRole('textbox', { name: 'Internal note' }).waitFor();
  expect(await page.getByRole('region', { name: 'Your signature' }).count()).toBe(0);
  await page.getByRole('tab', { name: 'Public reply' }).click();
  const own = page.getByRole('region', { name: 'Your signature' });
  await own.getByText('Support desk').waitFor();
  expect(await faultsOf(page)).toEqual([]);

  await page.getByLabel('Add my signature').uncheck();
  expect(await own.count()).toBe(0);
  await page.getByRole('textbox', { name: 'Public reply' }).click();
  await page.keyboard.type('Without it');
  await page.getByRole('button', { name: 'Send public reply' }).click();
  const first = page.getByRole('article').filter({ hasText: 'Without it' });
  await first.waitFor();
  expect(await first.getByRole('button', { name: 'Show signature' }).count()).toBe(0);

  await page.getByRole('button', { name: 'Public reply' }).click();
  await own.getByText('Support desk').waitFor();
  await page.getByRole('textbox', { name: 'Public reply' }).click();
  await page.keyboard.type('Turn it off');
  await page.getByRole('button', { name: 'Send public reply' }).click();
  const second = page.getByRole('article').filter({ hasText: 'Turn it off' });
  await second.getByRole('button', { name: 'Show signature' }).click();
  await second.getByText('Support desk').waitFor();
  await second.getByRole('button', { name: 'Hide signature' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);

  const mail = await waitForMail(server, ({ text }) => text?.includes('Turn it off') ?? false);
  expect(mail.text).toMatch(/-- \n\[Logo\]\nAda Boss\nSupport desk/);
  expect(mail.attachments).toMatchObject([{ disposition: 'inline', related: true }]);
  const without = await waitForMail(server, ({ text }) => text?.includes('Without it') ?? false);
  expect(without.text).not.toContain('Support desk');
});

test('the contact unfolds it in the portal, picture and all', async () => {
  const portal = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 360, height: 800 },
    colorScheme: 'dark',
  });
  const reader = await portal.newPage();
  const origin = server.config.portalOrigin(tenant.slug);
  await reader.goto(`${origin}/tickets/${number}`);
  await reader.getByLabel('Username or e-mail address').fill(contact.username);
  await reader.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await reader.getByRole('button', { name: 'Sign in', exact: true }).click();
  const message = reader.getByRole('article').filter({ hasText: 'Turn it off' });
  await message.waitFor();
  expect(await message.getByText('Support desk').count()).toBe(0);
  const picture = reader.waitForResponse((answer) => answer.url().includes('/signature-images/'));
  await message.getByRole('button', { name: 'Show signature' }).click();
  await message.getByText('Support desk').waitFor();
  expect((await picture).status()).toBe(200);
  expect(await faultsOf(reader)).toEqual([]);
  await portal.close();
});
