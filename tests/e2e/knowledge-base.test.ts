import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeArticle, makeArticleFile, makeCategory } from '../support/articles.ts';
import { openBrowser } from '../support/browser.ts';
import { faultsOf, settled } from '../support/page-check.ts';
import { makeTenant, TEST_PASSWORD, type TestContact, type TestTenant } from '../support/tenant.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** The knowledge base as its readers have it: without scripts, with them, and on the way from one to the other. */
let server: TestServer;
let browser: Browser;
let tenant: TestTenant;
let contact: TestContact;

const EVIL = `"><img src=x onerror="document.title='hacked'"><script>document.title='hacked'</script>`;

beforeAll(async () => {
  server = await startTestServer();
  browser = await openBrowser();
  tenant = await makeTenant(server, { company: 'Acme IT' });
  contact = await tenant.contact({ customerId: await tenant.customer('Globex') });
  await makeCategory(server, tenant, {
    slug: 'printing',
    names: { en: 'Printing', de: 'Drucken' },
  });
  await makeCategory(server, tenant, { slug: 'evil', names: { en: EVIL } });
  const content = await sharp({
    create: { width: 900, height: 400, channels: 3, background: '#7aa7d9' },
  })
    .png()
    .toBuffer();
  const size = { widthPx: 900, heightPx: 400 };
  const file = { name: 'tray.png', mediaType: 'image/png', content, ...size };
  const picture = await makeArticleFile(server, tenant, file);
  const html = `<p>It takes two minutes.</p><h2>Open the tray</h2><p>Pull the crumpled sheet.</p>
    <p><img src="article-file:${picture}" alt="The tray" /></p><h2>Look for pieces</h2>
    <table><tbody><tr><th>Printer</th><th>Tray</th></tr><tr><td>LaserJet</td><td>2</td></tr></tbody></table>
    <h2>Close it</h2><p>Gently.</p>`;
  await makeArticle(server, tenant, {
    category: 'printing',
    slug: 'paper-jam',
    texts: {
      en: { title: 'Clear a paper jam', html },
      de: { title: 'Papierstau beheben', html: '<p>Ziehen Sie das Blatt heraus.</p>' },
    },
    imageIds: [picture],
  });
  await makeArticle(server, tenant, {
    category: 'printing',
    slug: 'toner',
    texts: { en: { title: 'Order toner', html: '<p>Only for customers.</p>' } },
    visibility: 'contacts',
  });
  await makeArticle(server, tenant, {
    category: 'evil',
    slug: 'evil',
    texts: { en: { title: EVIL, html: '<p>Harmless</p>' } },
  });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const at = (path: string) => server.config.portalOrigin(tenant.slug) + path;
const ARTICLE = '/kb/printing/paper-jam';

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Username or e-mail address').fill(contact.username);
  await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Where the parts of a page stand, to the pixel. */
async function placesOf(page: Page): Promise<unknown[]> {
  const parts = page.locator(
    '.portal-brand, .portal-link, main h1, main h2, main p, main img, main input, .kb-button',
  );
  const places = [];
  for (const part of await parts.all()) {
    const isLater = await part.locator('xpath=ancestor::*[contains(@class, "kb-rating")]').count();
    if (isLater === 0) places.push([await part.textContent(), await part.boundingBox()]);
  }
  return places;
}

test('is read without a script: search, lists, articles', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(at('/kb'));
  await page.getByLabel('Search the knowledge base').fill('crumpled');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByText('1 article about “crumpled”').waitFor();
  expect(await page.locator('mark').allTextContents()).toEqual(['crumpled']);
  await page.getByRole('link', { name: 'Clear a paper jam' }).click();
  await page.getByRole('heading', { level: 1, name: 'Clear a paper jam' }).waitFor();
  await page.getByRole('link', { name: 'Close it' }).click();
  expect(page.url()).toBe(at(`${ARTICLE}#close-it`));
  expect(await page.getByText('Was this article helpful?').count()).toBe(0);
  await page.getByRole('link', { name: 'Deutsch' }).click();
  await page.getByRole('heading', { level: 1, name: 'Papierstau beheben' }).waitFor();
  expect(page.url()).toBe(at(`/de${ARTICLE}`));
  await context.close();
});

describe.each([
  { width: 360, colorScheme: 'light' as const },
  { width: 768, colorScheme: 'dark' as const },
  { width: 1440, colorScheme: 'dark' as const },
])('at $width px, $colorScheme', ({ width, colorScheme }) => {
  const viewport = { width, height: 900 };
  const open = (javaScriptEnabled: boolean): Promise<BrowserContext> =>
    browser.newContext({ javaScriptEnabled, colorScheme, locale: 'en-GB', viewport });

  test('nothing moves when the app takes over', async () => {
    const [written, living] = [await open(false), await open(true)];
    const [before, after] = [await written.newPage(), await living.newPage()];
    for (const path of ['/kb', '/kb/printing', ARTICLE, `/it${ARTICLE}`, '/kb?search=crumpled']) {
      await before.goto(at(path));
      await after.goto(at(path));
      await settled(after);
      // The select of languages is the app's.
      await after.getByRole('combobox').first().waitFor();
      expect(await placesOf(after), path).toEqual(await placesOf(before));
    }
    await written.close();
    await living.close();
  });

  test('axe finds nothing, and nothing is wider than the window', async () => {
    const context = await open(true);
    const page = await context.newPage();
    for (const path of [
      '/kb',
      '/kb/printing',
      ARTICLE,
      `/de${ARTICLE}`,
      '/kb?search=zebra',
      '/kb/printing/toner',
    ]) {
      await page.goto(at(path));
      await settled(page);
      expect(await faultsOf(page)).toEqual([]);
    }
    await context.close();
  });
});

test('a visitor searches while typing, and says whether it helped', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await server.rows('delete from article_views');
  await page.goto(at('/kb'));
  await settled(page);
  const field = page.getByLabel('Search the knowledge base');
  await field.pressSequentially('crumpl', { delay: 40 });
  await page.getByText('1 article about “crumpl”').waitFor();
  expect(await field.inputValue()).toBe('crumpl');
  expect(page.url()).toBe(at('/kb?search=crumpl'));
  await page.getByRole('link', { name: 'Clear a paper jam' }).click();
  await page.getByRole('heading', { level: 1, name: 'Clear a paper jam' }).waitFor();
  expect(await page.title()).toBe('Clear a paper jam · Acme IT');
  await page.getByRole('button', { name: 'No, it was not' }).dblclick();
  await page.getByLabel('What was missing?').fill('Where is the tray?');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText('Thank you. That helps us').waitFor();
  const ratings = await server.rows('select is_helpful, comment from article_ratings');
  expect(ratings).toEqual([{ is_helpful: false, comment: 'Where is the tray?' }]);
  await page.goBack();
  await page.getByText('1 article about “crumpl”').waitFor();
  expect(await server.rows('select views from article_views')).toEqual([{ views: 1 }]);
  await context.close();
});

test('who wants to read more signs in; a ticket is opened about an article', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(at('/kb/printing/toner'));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await signIn(page);
  await page.getByRole('heading', { level: 1, name: 'Order toner' }).waitFor();

  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await page.getByLabel('Search the knowledge base').fill('paper');
  await page.getByRole('link', { name: 'Clear a paper jam' }).click();
  await page.getByRole('link', { name: 'Open a ticket about this' }).click();
  await page.getByText('About the article “Clear a paper jam”').waitFor();
  const subject = page.getByLabel('What is it about?');
  expect(await subject.inputValue()).toBe('Question about “Clear a paper jam”');
  await page.getByRole('textbox', { name: 'Please describe it' }).fill('It is still stuck');
  await page.getByRole('button', { name: 'Send the ticket' }).click();
  await page.getByText('Your ticket has the number').waitFor();
  const [ticket] = (await contact.get('/portal/v1/tickets')).body.items;
  const messages = await contact.get(`/portal/v1/tickets/${ticket.number}/messages`);
  expect(messages.body.items[0].html).toContain(`href="${at(ARTICLE)}"`);
  await context.close();
});

test('the language follows the address, and the reader’s choice', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(at(`/de${ARTICLE}`));
  await page.getByRole('combobox', { name: 'Sprache' }).selectOption('en');
  await page.getByRole('heading', { level: 1, name: 'Clear a paper jam' }).waitFor();
  expect(page.url()).toBe(at(`/en${ARTICLE}`));
  await page.goto(at(ARTICLE));
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
  await page.getByRole('heading', { level: 1, name: 'Papierstau beheben' }).waitFor();
  // The server knows it, too: nothing is English for a moment.
  const { body } = await tenant.portal().get(ARTICLE, { cookie: 'portico_language=de' });
  expect(body).toContain('Papierstau beheben');
  expect((await context.cookies()).find(({ name }) => name === 'portico_language')?.value).toBe(
    'de',
  );
  await context.close();
});

test('hostile names run nowhere', async () => {
  for (const javaScriptEnabled of [false, true]) {
    const context = await browser.newContext({ javaScriptEnabled, locale: 'en-GB' });
    const page = await context.newPage();
    for (const path of [
      '/kb',
      '/kb/evil',
      '/kb/evil/evil',
      `/kb?search=${encodeURIComponent(EVIL)}`,
    ]) {
      await page.goto(at(path));
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.waitForTimeout(300);
      expect(await page.title(), path).not.toBe('hacked');
      expect(await page.locator('img[src="x"]').count(), path).toBe(0);
    }
    await context.close();
  }
});

test('who chose the dark never sees a light moment, and nothing shifts', async () => {
  const context = await browser.newContext({ locale: 'en-GB', colorScheme: 'light' });
  const page = await context.newPage();
  await page.goto(at('/kb'));
  await page.getByRole('combobox', { name: 'Appearance' }).selectOption('dark');
  // From the first moment on: the page's colours, and what moves.
  await page.addInitScript(`
    window.seen = new Set();
    window.shift = 0;
    const look = () => {
      if (document.body) window.seen.add(getComputedStyle(document.body).backgroundColor);
      requestAnimationFrame(look);
    };
    look();
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) window.shift += value;
    }).observe({ type: 'layout-shift', buffered: true });`);
  for (const path of ['/kb', ARTICLE, `/de${ARTICLE}`]) {
    await page.goto(at(path));
    await settled(page);
    await page.getByRole('combobox').first().waitFor();
    expect(await page.evaluate('[[...window.seen], window.shift]'), path).toEqual([
      ['rgb(27, 30, 35)'],
      0,
    ]);
  }
  await context.close();
});

test('a knowledge base for contacts alone is there after signing in', async () => {
  const choose = (value: string) =>
    server.rows('update portal_settings set knowledge_base = $1 where tenant_id = $2', [
      value,
      tenant.tenantId,
    ]);
  await choose('contacts');
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(at(ARTICLE));
  await signIn(page);
  await page.getByRole('heading', { level: 1, name: 'Clear a paper jam' }).waitFor();
  await choose('public');
  await context.close();
});
