import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dangersIn } from '#platform/html/dangers.fixture.ts';
import { XSS_PAYLOADS } from '#platform/html/xss-payloads.fixture.ts';
import { makeArticle, makeArticleFile, makeCategory } from '../../../tests/support/articles.ts';
import { RED_DOT } from '../../../tests/support/pictures.ts';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

const EVIL = `</title></script><script>alert(1)</script><!--"><img src=x onerror=alert(2)> $& '`;

let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
let origin: string;

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
  origin = server.config.portalOrigin(acme.slug);
  await makeCategory(server, acme, {
    slug: 'printing',
    names: { en: 'Printing', de: 'Drucken' },
  });
  await makeCategory(server, acme, { slug: 'evil', names: { en: EVIL } });
  const picture = await makeArticleFile(server, acme, {
    name: 'tray.png',
    mediaType: 'image/png',
    content: RED_DOT,
  });
  await makeArticle(server, acme, {
    category: 'printing',
    slug: 'paper-jam',
    formerSlugs: ['jam'],
    texts: {
      en: {
        title: 'Clear a paper jam',
        html: `<h2>Open the tray</h2><p>Pull the crumpled sheet. <img src="article-file:${picture}" /></p>`,
      },
      de: { title: 'Papierstau beheben', html: '<p>Ziehen Sie das Blatt heraus.</p>' },
    },
    imageIds: [picture],
  });
  await makeArticle(server, acme, {
    category: 'evil',
    slug: 'evil',
    texts: { en: { title: EVIL, html: '<p>Harmless</p>' } },
  });
  await makeArticle(server, acme, {
    category: 'printing',
    slug: 'secret',
    texts: { en: { title: 'Secret toner', html: '<p>Hush</p>' } },
    visibility: 'contacts',
  });
});
afterAll(() => server.close());

const page = (path: string, headers = {}) => acme.portal().get(path, headers);

async function setKnowledgeBase(value: string): Promise<void> {
  await server.rows('update portal_settings set knowledge_base = $1 where tenant_id = $2', [
    value,
    acme.tenantId,
  ]);
}

describe('a public article', () => {
  it('200: is in the page with all that search engines ask for', async () => {
    const { status, headers, body } = await page('/en/kb/printing/paper-jam');
    expect(status).toBe(200);
    expect(headers['x-robots-tag']).toBeUndefined();
    expect(headers['set-cookie']).toBeUndefined();
    const at = (language: string) => `${origin}/${language}/kb/printing/paper-jam`;
    for (const part of [
      '<html lang="en"',
      '<title>Clear a paper jam · Acme</title>',
      '<meta name="description" content="Open the tray Pull the crumpled sheet.',
      `<link rel="canonical" href="${at('en')}">`,
      `<link rel="alternate" hreflang="de" href="${at('de')}">`,
      `<link rel="alternate" hreflang="x-default" href="${origin}/kb/printing/paper-jam">`,
      '<meta property="og:title" content="Clear a paper jam">',
      `<meta property="og:image" content="${origin}/portal/v1/article-files/`,
      '<h1 class="kb-title">Clear a paper jam</h1>',
      '<h2 id="open-the-tray">Open the tray</h2>',
      'Pull the crumpled sheet.',
    ])
      expect(body).toContain(part);
  });

  it('200: in the language of the address, else of the reader, else of the portal', async () => {
    const path = '/kb/printing/paper-jam';
    const titleOf = async (address: string, headers = {}) =>
      /<title>([^<]*) ·/.exec((await page(address, headers)).body)?.[1];
    const german = 'Papierstau beheben';
    expect(await titleOf(`/de${path}`)).toBe(german);
    expect(await titleOf(path, { 'accept-language': 'de-CH, en;q=0.5' })).toBe(german);
    expect(await titleOf(path, { cookie: 'portico_language=de' })).toBe(german);
    expect(await titleOf(path, { 'accept-language': 'pl' })).toBe('Clear a paper jam');
    const italian = (await page(`/it${path}`)).body;
    expect(italian).toContain('<html lang="it"');
    expect(italian).toContain('<article lang="en">');
    expect(italian).toContain(`<link rel="canonical" href="${origin}/en${path}">`);
  });

  it('301 from addresses that it had, 304 for who has it already', async () => {
    const moved = await page('/de/kb/printing/jam?x=1');
    expect(moved.status).toBe(301);
    expect(moved.headers.location).toBe('/de/kb/printing/paper-jam?x=1');
    expect((await page('/kb/evil/paper-jam')).headers.location).toBe('/kb/printing/paper-jam');
    const { headers } = await page('/kb/printing/paper-jam');
    const again = await page('/kb/printing/paper-jam', {
      'if-none-match': `"x", ${headers.etag}`,
    });
    expect(again.status).toBe(304);
    expect(again.raw).toHaveLength(0);
  });

  it('200: no text of it becomes markup', async () => {
    for (const path of [
      '/kb',
      '/kb/evil',
      '/kb/evil/evil',
      `/kb?search=${encodeURIComponent(EVIL)}`,
    ]) {
      const { status, body } = await page(path);
      expect(status, path).toBe(200);
      expect(body, path).not.toMatch(/<script>alert|<img src=x|<!--/);
      const [, json = ''] = /id="first-page">([\s\S]*?)<\/script>/.exec(body) ?? [];
      expect(JSON.parse(json).site.name, path).toBe('Acme');
    }
  });

  it('200: what somebody pasted into it in the console runs nowhere', async () => {
    const names = { en: 'Pasted' };
    const category = (await acme.admin.post('/api/v1/article-categories', { names })).body;
    const html = XSS_PAYLOADS.filter((payload) => !/[^\P{Cc}\t\n]/u.test(payload)).join('\n');
    const { body: article } = await acme.admin.post('/api/v1/articles', {
      categoryId: category.id,
      visibility: 'public',
      language: 'en',
      title: 'Pasted',
      html: `<h2>Begin</h2>${html}<h2>End</h2>`,
    });
    const path = `/kb/${category.slug}/${article.slug}`;
    expect((await page(path)).headers['x-robots-tag'], 'a draft').toBe('noindex');
    const { version } = article.texts[0].draft;
    const publication = `/api/v1/articles/${article.id}/texts/en/publication`;
    expect((await acme.admin.put(publication, { version })).status).toBe(200);
    const { body } = await page(path);
    const [, content = ''] =
      /<div class="kb-content">([\s\S]*)<div class="kb-rating">/.exec(body) ?? [];
    expect(content).toContain('id="begin"');
    const own = [/^a\[href=\/tickets\/new/, /^div\[tabindex/];
    expect(dangersIn(content).filter((danger) => !own.some((one) => one.test(danger)))).toEqual([]);
    await acme.admin.put(`/api/v1/articles/${article.id}/archive`);
    expect((await page(path)).body).toContain('<div id="root"></div>');
  });

  it('200: is found without a script; what was looked for is not listed', async () => {
    const { body } = await page('/kb?search=crumpled');
    expect(body).toContain('<mark class="kb-hit">crumpled</mark>');
    expect(body).toContain('<meta name="robots" content="noindex">');
    for (const nonsense of ['%00', '%ff', '%ed%a0%80', 'a'.repeat(5_000), '%', '&search=x'])
      expect((await page(`/kb?search=${nonsense}`)).status, nonsense).toBeLessThan(500);
  });
});

describe('what is not public', () => {
  it('is in no page, whoever asks; the page says that it is not to be listed', async () => {
    const contact = await acme.contact();
    for (const browser of [acme.portal(), contact])
      for (const path of [
        '/kb/printing/secret',
        '/kb/printing/nowhere',
        '/',
        '/tickets',
        '/xx/kb',
      ]) {
        const { status, headers, body } = await browser.get(path);
        expect(status, path).toBe(200);
        expect(headers['x-robots-tag'], path).toBe('noindex');
        expect(body, path).toContain('<div id="root"></div>');
        expect(body, path).not.toMatch(/Secret|Acme/);
      }
    for (const path of ['/kb', '/kb/printing', '/sitemap.xml', '/kb?search=toner'])
      expect((await contact.get(path)).body, path).not.toMatch(/Secret|Hush/);
  });

  it.each(['contacts', 'hidden'])('nothing is while the knowledge base is %s', async (value) => {
    await setKnowledgeBase(value);
    for (const path of ['/kb', '/kb/printing', '/en/kb/printing/paper-jam']) {
      const { headers, body } = await page(path);
      expect(headers['x-robots-tag'], path).toBe('noindex');
      expect(body, path).not.toMatch(/paper jam|Printing/);
    }
    expect((await page('/robots.txt')).body).toBe('User-agent: *\nDisallow: /\n');
    expect((await page('/sitemap.xml')).status).toBe(404);
    await setKnowledgeBase('public');
  });

  it('another company’s portal knows nothing of it', async () => {
    expect((await other.portal().get('/kb/printing/paper-jam')).body).not.toMatch(/paper jam/);
    expect((await other.portal().get('/sitemap.xml')).body).not.toMatch(/paper-jam/);
  });
});

describe('for search engines', () => {
  it('200: the sitemap has each page in each language, with the others beside it', async () => {
    const { status, headers, body } = await page('/sitemap.xml');
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('application/xml');
    const places = [...body.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, place]) => place);
    expect(places).toContain(`${origin}/de/kb/printing/paper-jam`);
    expect(places).toContain(`${origin}/en/kb/evil/evil`);
    expect(places).not.toContain(`${origin}/de/kb/evil/evil`);
    expect(places.every((place) => place?.startsWith(`${origin}/`))).toBe(true);
  });

  it('200: robots.txt opens the knowledge base and nothing else; nothing of the console', async () => {
    const { body } = await page('/robots.txt');
    expect(body).toContain('Disallow: /\n');
    expect(body).toContain('Allow: /de/kb/\n');
    expect(body).toContain(`Sitemap: ${origin}/sitemap.xml`);
    const console = await server.console().get('/robots.txt');
    expect(console.body).toBe('User-agent: *\nDisallow: /\n');
  });
});
