import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeArticle, makeArticleFile, makeCategory } from '../../../tests/support/articles.ts';
import { RED_DOT } from '../../../tests/support/pictures.ts';
import { makeTenant, type TestContact, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
let jane: TestContact;
let rival: TestContact;
let pictureId: number;
let articleId: number;

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
  const globex = await acme.customer('Globex');
  jane = await acme.contact({ customerId: globex });
  rival = await acme.contact({ customerId: await acme.customer('Rival') });
  const printing = await makeCategory(server, acme, {
    slug: 'printing',
    names: { en: 'Printing', de: 'Drucken' },
  });
  await makeCategory(server, acme, {
    slug: 'paper',
    names: { en: 'Paper' },
    parentId: printing,
  });
  await makeCategory(server, acme, { slug: 'secret', names: { en: 'Secret' } });
  pictureId = await makeArticleFile(server, acme, {
    name: 'tray.png',
    mediaType: 'image/png',
    content: RED_DOT,
    widthPx: 5,
    heightPx: 5,
  });
  const manual = await makeArticleFile(server, acme, {
    name: 'manual.pdf',
    mediaType: 'application/pdf',
    content: Buffer.from('%PDF-1.4'),
  });
  articleId = await makeArticle(server, acme, {
    category: 'paper',
    slug: 'paper-jam',
    formerSlugs: ['jam'],
    texts: {
      en: {
        title: 'Clear a paper jam',
        html: `<h1>Open the tray</h1><p>Pull the crumpled sheet.</p><p><img src="article-file:${pictureId}" /></p><h2>Close it</h2>`,
      },
      de: { title: 'Papierstau beheben', html: '<p>Ziehen Sie das zerknüllte Blatt heraus.</p>' },
    },
    imageIds: [pictureId],
    attachmentIds: [manual],
  });
  await makeArticle(server, acme, {
    category: 'printing',
    slug: 'for-contacts',
    texts: { en: { title: 'Toner for contacts', html: '<p>Ask for toner.</p>' } },
    visibility: 'contacts',
  });
  await makeArticle(server, acme, {
    category: 'printing',
    slug: 'for-globex',
    texts: { en: { title: 'Toner at Globex', html: '<p>Room 12.</p>' } },
    visibility: 'customers',
    customerIds: [globex],
  });
  await makeArticle(server, acme, {
    category: 'secret',
    slug: 'for-technicians',
    texts: { en: { title: 'Toner prices', html: '<p>x</p>' } },
    visibility: 'technicians',
  });
  await makeArticle(server, acme, {
    category: 'secret',
    slug: 'draft',
    texts: { en: { title: 'Toner draft', html: '<p>x</p>' } },
    isDraft: true,
  });
});
afterAll(() => server.close());

const titlesOf = ({ body }: { body: { items: { title: string }[] } }) =>
  body.items.map(({ title }) => title);

async function setKnowledgeBase(value: string): Promise<void> {
  await server.rows('update portal_settings set knowledge_base = $1 where tenant_id = $2', [
    value,
    acme.tenantId,
  ]);
}

describe('who reads what', () => {
  it('200: visitors what is public, contacts more, each what is theirs', async () => {
    const list = async (browser: { get: TestContact['get'] }) =>
      titlesOf(await browser.get('/portal/v1/articles'));
    expect(await list(acme.portal())).toEqual(['Clear a paper jam']);
    expect(await list(rival)).toEqual(['Clear a paper jam', 'Toner for contacts']);
    expect(await list(jane)).toEqual([
      'Clear a paper jam',
      'Toner at Globex',
      'Toner for contacts',
    ]);
    expect(await list(other.portal())).toEqual([]);
  });

  it('404: for who may not, the same as for what is not there', async () => {
    const absent = await rival.get('/portal/v1/articles/nowhere');
    expect(absent.status).toBe(404);
    for (const [browser, slug] of [
      [acme.portal(), 'for-contacts'],
      [acme.portal(), 'for-globex'],
      [rival, 'for-globex'],
      [jane, 'for-technicians'],
      [jane, 'draft'],
      [other.portal(), 'paper-jam'],
    ] as const) {
      const answer = await browser.get(`/portal/v1/articles/${slug}`);
      expect({ ...answer.body, requestId: '' }, slug).toEqual({ ...absent.body, requestId: '' });
    }
    expect((await jane.get('/portal/v1/article-categories/secret')).status).toBe(404);
  });

  it('401 where visitors have to sign in, 404 where there is no knowledge base', async () => {
    const paths = [
      '/knowledge-base',
      '/articles',
      '/articles/paper-jam',
      `/article-files/${pictureId}`,
    ];
    await setKnowledgeBase('contacts');
    for (const path of paths) {
      expect((await acme.portal().get(`/portal/v1${path}`)).status, path).toBe(401);
      expect((await jane.get(`/portal/v1${path}`)).status, path).toBe(200);
    }
    await setKnowledgeBase('hidden');
    for (const path of paths)
      for (const browser of [acme.portal(), jane])
        expect((await browser.get(`/portal/v1${path}`)).status, path).toBe(404);
    await setKnowledgeBase('public');
  });

  it('a cookie of another company’s portal makes nobody a contact here', async () => {
    const stranger = await other.contact();
    const browser = acme.portal();
    for (const [name, value] of stranger.cookies) browser.cookies.set(name, value);
    expect(titlesOf(await browser.get('/portal/v1/articles'))).toEqual(['Clear a paper jam']);
  });
});

describe('what is read', () => {
  it('200: an article with its contents, pictures, attachments and languages', async () => {
    const { status, body } = await acme.portal().get('/portal/v1/articles/paper-jam');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: articleId,
      path: '/kb/paper/paper-jam',
      language: 'en',
      languages: ['de', 'en'],
      category: { slug: 'paper', name: 'Paper' },
      parentCategory: { slug: 'printing', name: 'Printing' },
      contents: [
        { id: 'open-the-tray', text: 'Open the tray', level: 2 },
        { id: 'close-it', text: 'Close it', level: 3 },
      ],
      attachments: [{ name: 'manual.pdf', sizeBytes: 8 }],
      pictureUrl: `/portal/v1/article-files/${pictureId}`,
    });
    expect(body.html).toContain(
      `<img src="/portal/v1/article-files/${pictureId}" width="5" height="5"`,
    );
    const picture = await acme.portal().get(body.pictureUrl);
    expect(picture.headers['content-type']).toBe('image/png');
    const file = await acme.portal().get(body.attachments[0].url);
    expect(file.headers['content-disposition']).toContain('attachment');
  });

  it('200: in the language asked for, by a former address too', async () => {
    const german = await acme.portal().get('/portal/v1/articles/jam?language=de');
    expect(german.body).toMatchObject({
      path: '/kb/paper/paper-jam',
      title: 'Papierstau beheben',
      language: 'de',
      parentCategory: { name: 'Drucken' },
    });
    const italian = await acme.portal().get('/portal/v1/articles/paper-jam?language=it');
    expect(italian.body.language).toBe('en');
    expect((await acme.portal().get('/portal/v1/articles/jam?language=xx')).status).toBe(400);
  });

  it('200: categories hold only what the reader may read', async () => {
    const home = (await acme.portal().get('/portal/v1/knowledge-base')).body;
    expect(home.categories).toHaveLength(1);
    expect(home.categories[0]).toMatchObject({
      slug: 'printing',
      articleCount: 1,
      children: [{ slug: 'paper', articleCount: 1 }],
      articles: [{ title: 'Clear a paper jam' }],
    });
    const category = (await jane.get('/portal/v1/article-categories/printing')).body;
    expect(category.articles.map(({ title }: { title: string }) => title)).toEqual([
      'Toner at Globex',
      'Toner for contacts',
    ]);
  });
});

describe('search', () => {
  it('200: marks what was found, in accents and beginnings of words', async () => {
    const { body } = await acme.portal().get('/portal/v1/articles?search=zerknullt&language=de');
    expect(body.items).toHaveLength(1);
    const [found] = body.items;
    expect(found.title).toBe('Papierstau beheben');
    expect(found.textPieces).toContainEqual({ text: 'zerknüllte', isHit: true });
  });

  it('200: finds nobody anything that is not his', async () => {
    expect(titlesOf(await acme.portal().get('/portal/v1/articles?search=toner'))).toEqual([]);
    expect(titlesOf(await rival.get('/portal/v1/articles?search=toner'))).toEqual([
      'Toner for contacts',
    ]);
  });

  it('204: keeps what was looked for, and how much was found; 400 for nothing', async () => {
    const visitor = acme.portal();
    const note = (search: string) => visitor.post('/portal/v1/article-searches', { search });
    expect((await note('  Fax  machine ')).status).toBe(204);
    expect((await note('jam')).status).toBe(204);
    expect((await note('')).status).toBe(400);
    const rows = await server.rows(
      'select words, asked, found from article_searches where tenant_id = $1 order by words',
      [acme.tenantId],
    );
    expect(rows).toEqual([
      { words: 'fax machine', asked: 1, found: 0 },
      { words: 'jam', asked: 1, found: 1 },
    ]);
  });
});

describe('what readers say', () => {
  it('204: one answer a reader, who may change his mind; views are counted', async () => {
    const path = `/portal/v1/article-ratings/${articleId}`;
    expect((await jane.put(path, { isHelpful: true })).status).toBe(204);
    expect((await jane.put(path, { isHelpful: false, comment: 'Where is the tray?' })).status).toBe(
      204,
    );
    expect((await acme.portal().put(path, { isHelpful: true })).status).toBe(204);
    expect((await acme.portal().put(path, { isHelpful: 'maybe' })).status).toBe(400);
    const ratings = await server.rows<{ reader: string; is_helpful: boolean; comment: string }>(
      'select reader, is_helpful, comment from article_ratings where article_id = $1 order by is_helpful',
      [articleId],
    );
    expect(ratings).toEqual([
      { reader: `contact:${jane.contactId}`, is_helpful: false, comment: 'Where is the tray?' },
      { reader: expect.stringMatching(/^[\w-]{43}$/), is_helpful: true, comment: '' },
    ]);
    const reading = `/portal/v1/article-readings/${articleId}`;
    expect((await jane.post(reading)).status).toBe(204);
    expect((await acme.portal().post(reading)).status).toBe(204);
    const views = await server.rows('select views from article_views where article_id = $1', [
      articleId,
    ]);
    expect(views).toEqual([{ views: 2 }]);
  });
});
