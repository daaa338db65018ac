import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PERMISSIONS } from '#shared/permissions.ts';
import { openBrowser } from '../support/browser.ts';
import { waitForMail } from '../support/mail.ts';
import { faultsOf, settled } from '../support/page-check.ts';
import { flag } from '../support/pictures.ts';
import { makeTenant, TEST_PASSWORD, type TestTenant } from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { WORDS } from './my-profile.fixture.ts';

/**
 * The document "My profile" from top to bottom, in its own words and once more in German. The steps
 * build on each other; a step that fails takes those behind it along.
 */
let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  server = await startTestServer();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe.each(['en', 'de'] as const)('in %s', (language) => {
  const words = WORDS[language];
  const email = `renamed.${language}@acme.test`;
  const password = 'Lantern-Meadow-58!';
  let acme: TestTenant;
  let page: Page;
  let origin: string;

  beforeAll(async () => {
    acme = await makeTenant(server, { company: `Acme ${language}` });
    // Somebody else stays Admin while roles are tried, and nothing is lost with the role tried.
    const roles = (await acme.admin.get('/api/v1/roles')).body.items;
    const second = await acme.technician();
    const admin = roles.find((role: { builtIn: string }) => role.builtIn === 'admin');
    await acme.admin.patch(`/api/v1/technicians/${second.technicianId}`, { roleId: admin.id });
    await acme.admin.post('/api/v1/roles', { name: 'Team lead', permissions: [...PERMISSIONS] });
    await acme.admin.patch('/api/v1/me', { language });
    origin = server.config.baseUrl;
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: language === 'de' ? 'de-DE' : 'en-GB',
    });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await signIn(acme.adminEmail, TEST_PASSWORD);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await page.screenshot({ path: `test-results/my-profile-${language}.png`, fullPage: true });
  });

  async function signIn(username: string, secret: string, path = '/sign-in'): Promise<void> {
    await page.goto(origin + path);
    await page.getByLabel(words.email).fill(username);
    await page.getByLabel(words.password, { exact: true }).fill(secret);
    await page.getByRole('button', { name: words.signIn, exact: true }).click();
    await page.waitForURL((url) => url.pathname !== '/sign-in');
  }
  const openMenu = () => page.getByRole('button', { name: words.menu }).click();
  const link = (name: string) => page.getByRole('link', { name, exact: true });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const heading = (name: string) => page.getByRole('heading', { name, exact: true });
  const dialog = (name: string) => page.getByRole('dialog', { name });
  const toast = (text: string | RegExp) => page.getByText(text).first().waitFor();
  async function openProfile(): Promise<void> {
    await openMenu();
    await page.getByRole('dialog').getByRole('link', { name: words.myProfile }).click();
    await heading(words.technicianDetails).waitFor();
  }
  const choice = (field: string) => page.getByRole('combobox', { name: field, exact: true });
  async function choose(field: string, option: string): Promise<void> {
    await choice(field).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  }
  /** Fresh as the session is, no proof is asked for; as if the sign-in were eleven minutes ago, one is. */
  const growOld = () =>
    server.rows("update sessions set proved_at = now() - interval '11 minutes'");
  const noFaults = async () => {
    await settled(page);
    expect(await faultsOf(page)).toEqual([]);
  };

  test('click the profile picture, then select My Profile', async () => {
    await openProfile();
    await heading(words.myProfile).waitFor();
    for (const section of [words.preferences]) await heading(section).waitFor();
    expect(await button(words.save).isDisabled()).toBe(true);
    await noFaults();
  });

  test('also from Admin > My account > My Profile', async () => {
    await link(words.admin).first().click();
    const nav = page.getByRole('navigation', { name: words.admin, exact: true });
    await nav.getByText(words.myAccount).waitFor();
    await nav.getByRole('link', { name: words.myProfile }).click();
    await heading(words.technicianDetails).waitFor();
  });

  test('click the profile picture, then Change profile picture, and select the image', async () => {
    await page.getByRole('button', { name: words.pictureOf }).click();
    await page.getByRole('menuitem', { name: words.changePicture, exact: true }).click();
    const window = dialog(words.changePicture);
    const buffer = await flag().png().toBuffer();
    const file = { name: 'me.png', mimeType: 'image/png', buffer };
    // The last one belongs to the button; the one before it is where files are dropped.
    await window.locator('input[type=file]').last().setInputFiles(file);
    await window.getByRole('button', { name: words.apply }).click();
    await window.waitFor({ state: 'detached' });
    const inTopBar = page.getByRole('button', { name: words.menu }).locator('img');
    await inTopBar.waitFor();
    expect(await inTopBar.getAttribute('src')).toContain('/pictures/');
  });

  test('Edit opens the Edit technician page', async () => {
    await link(words.edit).click();
    await heading(words.editTechnician).waitFor();
    await noFaults();
  });

  test('Change username: a window, the new e-mail address, Apply', async () => {
    await growOld();
    await page.reload();
    await button(words.changeUsername).click();
    const window = dialog(words.changeUsername);
    await window.getByLabel(words.newUsername).fill('nobody');
    await window.getByLabel(words.currentPassword).fill('Wrong-Guess-99!');
    await window.getByRole('button', { name: words.apply }).click();
    // A wrong password is said at its field, and nothing typed is lost.
    await window.getByText(/falsch|wrong/i).waitFor();
    await noFaults();
    await window.getByLabel(words.currentPassword).fill(TEST_PASSWORD);
    await window.getByLabel(words.newUsername).fill(email);
    await window.getByRole('button', { name: words.apply }).click();
    await window.waitFor({ state: 'detached' });
    await page.getByText(email).first().waitFor();
    await waitForMail(server, ({ recipients }) => recipients.includes(acme.adminEmail));
  });

  test('Manage: the Assign role window, a role from the drop-down, Apply', async () => {
    await button(words.manage).click();
    const window = dialog(words.assignRole);
    expect(await window.getByRole('button', { name: words.apply }).isDisabled()).toBe(true);
    await noFaults();
    await window.getByRole('combobox').click();
    await page.getByRole('option', { name: 'Team lead' }).click();
    await window.getByRole('button', { name: words.apply }).click();
    await window.waitFor({ state: 'detached' });
    await link('Team lead').waitFor();
  });

  test('the role title opens the Role page; a role from the drop-down, Apply', async () => {
    await link('Team lead').click();
    await heading(words.role).waitFor();
    await link(words.guide).waitFor();
    await choose(words.role, 'Technician');
    await noFaults();
    await choose(words.role, 'Admin');
    await button(words.apply).click();
    await toast(/Admin/);
    await page.goBack();
    await heading(words.editTechnician).waitFor();
    await link('Admin').first().waitFor();
  });

  test('first name, last name and phone number, then Save', async () => {
    await page.getByLabel(words.firstName).fill('Zoë');
    await page.getByLabel(words.lastName).fill('Łącka');
    await page.getByLabel(words.phone).fill('12');
    await button(words.save).click();
    await page.getByText('+49 30 901820').nth(1).waitFor();
    expect(await page.getByLabel(words.firstName).inputValue()).toBe('Zoë');
    await page.getByLabel(words.phone).fill('+49 (0)30 901820');
    await button(words.save).click();
    await toast(/Zoë Łącka/);
    const { technician } = (await (await page.request.get(`${origin}/api/v1/session`)).json()) as {
      technician: { phone: string };
    };
    expect(technician.phone).toBe('+4930901820');
    await page.getByRole('button', { name: words.menu }).getByText('Zoë Łącka').waitFor();
  });

  test('Change password: a window, the new password twice, Apply; each rule is ticked off', async () => {
    await button(words.changePassword).click();
    const window = dialog(words.changePassword);
    const apply = window.getByRole('button', { name: words.apply });
    const kept = window.getByText('✓');
    await window.getByLabel(words.newPassword, { exact: true }).fill('lantern');
    expect(await kept.count()).toBe(1);
    await window.getByLabel(words.newPassword, { exact: true }).fill(password);
    expect(await kept.count()).toBe(5);
    await window.getByLabel(words.confirm).fill(`${password}x`);
    expect(await apply.isDisabled()).toBe(true);
    await noFaults();
    await window.getByLabel(words.confirm).fill(password);
    await apply.click();
    await window.waitFor({ state: 'detached' });
  });

  test('Preferred language: five, each in its own name; Save changes all of the console at once', async () => {
    await openProfile();
    await choice(words.preferredLanguage).click();
    const names = await page.getByRole('option').allTextContents();
    expect(names.sort()).toEqual(['Deutsch', 'English', 'Español', 'Français', 'Italiano'].sort());
    await page.getByRole('option', { name: 'Italiano' }).click();
    let isReloaded = false;
    page.once('load', () => {
      isReloaded = true;
    });
    await button(words.save).click();
    await heading('Il mio profilo').waitFor();
    await page.getByText(/^Salvato: Lingua preferita/).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('it');
    await choose('Lingua preferita', words.language);
    await button('Salva').click();
    await heading(words.myProfile).waitFor();
    expect(isReloaded).toBe(false);
  });

  test('leaving with unsaved changes is asked about', async () => {
    await choose(words.defaultPage, words.customers);
    await link(words.tickets).first().click();
    const question = page.getByRole('dialog');
    await question.waitFor();
    await question.getByRole('button').last().click();
    await question.waitFor({ state: 'detached' });
    expect(await choice(words.defaultPage).inputValue()).toBe(words.customers);
  });

  test('Default page: five; Save; it opens after every sign-in and at the root, a deep link wins', async () => {
    await choice(words.defaultPage).click();
    expect(await page.getByRole('option').allTextContents()).toEqual([...words.pages]);
    await page.getByRole('option', { name: words.customers }).click();
    await button(words.save).click();
    await toast(new RegExp(`^${words.saved}`));
    await page.goto(origin);
    await page.waitForURL(`${origin}/customers`);
    await openMenu();
    await button(words.signOut).click();
    await page.waitForURL(/sign-in/);
    await signIn(email, password);
    await page.waitForURL(`${origin}/customers`);
    await openMenu();
    await button(words.signOut).click();
    await page.waitForURL(/sign-in/);
    await signIn(email, password, '/admin/roles');
    await page.waitForURL(`${origin}/admin/roles`);
    // Another page opens from then on.
    await openProfile();
    await choose(words.defaultPage, words.pages[3]);
    await button(words.save).click();
    await toast(new RegExp(`^${words.saved}`));
    await page.goto(origin);
    await page.waitForURL(`${origin}/devices`);
  });

  test('Personal ticket signature: enter it, with an image and a link, then Save', async () => {
    await openProfile();
    const editor = page.getByRole('textbox', { name: words.signature });
    await editor.click();
    await page.keyboard.type('{[Technician Full Name]}, Acme. ');
    const logo = { name: 'logo.png', mimeType: 'image/png', buffer: await flag().png().toBuffer() };
    const stored = page.waitForResponse((answer) => answer.url().endsWith('/signature/images'));
    const picking = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: words.insertPicture }).click();
    await (await picking).setFiles(logo);
    expect((await stored).status()).toBe(201);
    await editor.locator('img[src*="signature"]').waitFor();
    await noFaults();
    await button(words.save).click();
    await toast(new RegExp(`^${words.saved}: ${words.signature}`));
  });

  test('it appears in ticket communications: in the mail with its image and as text, never on a note', async () => {
    const contact = await acme.contact({ email: `jane.${language}@globex.test` });
    const opened = await contact.post('/portal/v1/tickets', {
      subject: 'Printer',
      html: '<p>It smokes.</p>',
    });
    await page.goto(`${origin}/tickets/${opened.body.number}`);
    await button(words.publicReply).click();
    await page.getByRole('textbox', { name: words.publicReply }).click();
    await page.keyboard.type('On our way.');
    await button(words.sendReply).click();
    const mail = await waitForMail(server, ({ recipients, text }) =>
      Boolean(recipients.includes(contact.email) && text?.includes('On our way.')),
    );
    expect(mail.text).toContain('Zoë Łącka, Acme.');
    expect(mail.text).not.toContain('{[');
    const [image] = mail.attachments;
    expect(image?.contentId).toBeTruthy();
    expect(mail.html).toContain(`src="cid:${image?.contentId?.replace(/[<>]/g, '')}"`);
    expect(mail.raw).toMatch(/multipart\/related/);

    await button(words.internalNote).click();
    await page.getByRole('textbox', { name: words.internalNote }).click();
    await page.keyboard.type('Only for us.');
    const noted = page.waitForResponse((some) => some.url().endsWith('/notes'));
    await button(words.saveNote).click();
    expect((await noted).status()).toBe(201);
    const answer = await page.request.get(
      `${origin}/api/v1/tickets/${opened.body.number}/messages`,
    );
    const { items } = (await answer.json()) as {
      items: { kind: string; signatureHtml: string | null }[];
    };
    expect(items.map(({ kind, signatureHtml }) => [kind, signatureHtml !== null])).toEqual([
      ['contact', false],
      ['reply', true],
      ['note', false],
    ]);
    await noFaults();
  });
});
