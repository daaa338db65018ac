import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { speakPseudoLanguage } from './pseudo-language.ts';

/*
 * Takes pictures of pages of a running server, and lets axe look at each:
 *   node tests/support/screenshot.ts --base http://localhost:3000 --email E --password P \
 *     --out shots --language de /tickets /customers
 * Every page is taken at 1440, 1024 and 390 px, light and dark. The language is set in the profile
 * of who signs in, so use a demo company. The language `pseudo` is English made longer, to find what
 * is cut; texts that are cut are named in any language.
 */

const WIDTHS = [1440, 1024, 390];
const HEIGHT = 900;
const SCHEMES = ['light', 'dark'] as const;

/** Elements whose own text does not fit into them; what is cut on purpose (one line of a list) is named too. */
const CUT_TEXTS = `[...document.querySelectorAll('body *')]
  .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .filter((element) => {
    const style = getComputedStyle(element);
    return style.overflowX !== 'visible' && style.clip === 'auto' && style.clipPath === 'none' &&
      element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1;
  })
  .map((element) => element.textContent.trim().slice(0, 80))`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    base: { type: 'string', default: 'http://localhost:3000' },
    email: { type: 'string' },
    password: { type: 'string' },
    out: { type: 'string', default: 'test-results/screenshots' },
    language: { type: 'string', default: 'en' },
    widths: { type: 'string', default: WIDTHS.join() },
    schemes: { type: 'string', default: SCHEMES.join() },
  },
});

const isPseudo = values.language === 'pseudo';
const language = isPseudo ? 'en' : values.language;

await mkdir(values.out, { recursive: true });
const browser = await openBrowser();
try {
  for (const scheme of SCHEMES.filter((name) => values.schemes.split(',').includes(name))) {
    const context = await browser.newContext({ colorScheme: scheme, locale: language });
    if (isPseudo) await speakPseudoLanguage(context);
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') console.log(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => console.log(`page error: ${error.message}`));
    if (values.email) await signIn(page, values.email, values.password ?? '');
    for (const path of positionals) await takeAll(page, path, scheme);
    await context.close();
  }
} finally {
  await browser.close();
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto(values.base);
  await page.locator('input[type=email], input[autocomplete=username]').first().fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.locator('input[type=password]').waitFor({ state: 'detached' });
  // The language of the profile wins over the browser's.
  await page.evaluate(async (language) => {
    for (const path of ['/api/v1/me', '/portal/v1/me']) {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ language });
      if ((await fetch(path, { method: 'PATCH', headers, body })).ok) return;
    }
  }, language);
}

async function takeAll(page: Page, path: string, scheme: string): Promise<void> {
  const name = path.replace(/[^\w]+/g, '-').replace(/^-|-$/g, '') || 'home';
  for (const width of values.widths.split(',').map(Number)) {
    await page.setViewportSize({ width, height: HEIGHT });
    await page.goto(values.base + path);
    await settle(page);
    const file = join(values.out, `${name}-${width}-${scheme}-${values.language}.png`);
    await page.screenshot({ path: file });
    for (const text of await page.evaluate<string[]>(CUT_TEXTS))
      console.log(`${path} ${width}: cut: ${text}`);
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  for (const { id, help, nodes } of violations) {
    console.log(`axe ${path} ${scheme}: ${id}: ${help}`);
    for (const node of nodes.slice(0, 4)) console.log(`    ${node.html.slice(0, 160)}`);
  }
  // As text: the server's types, which hold here, know no document.
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  if (overflow > 0) console.log(`${path}: ${overflow} px wider than the window`);
}

/** Live events keep the network busy for ever, so "nothing is loading" is asked of the page. */
async function settle(page: Page): Promise<void> {
  await page.waitForSelector('h1, h2, [role=alert]', { timeout: 10_000 }).catch(() => undefined);
  const loading = page.locator('[role=status][aria-label]');
  for (let i = 0; i < 200 && (await loading.count()) > 0; i++) await page.waitForTimeout(50);
  await page.waitForTimeout(300);
}
