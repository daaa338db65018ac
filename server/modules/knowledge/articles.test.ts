import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RED_DOT } from '../../../tests/support/pictures.ts';
import { makeTenant, type TestTechnician, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;
let other: TestTenant;
let reader: TestTechnician;
let categoryId: number;

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  other = await makeTenant(server, { company: 'Other' });
  reader = await acme.technicianWith(['knowledge.view', 'tickets.view']);
  const names = { en: 'Printing', de: 'Drucken' };
  categoryId = (await acme.admin.post('/api/v1/article-categories', { names })).body.id;
});
afterAll(() => server.close());

const picture = { name: 'dot.png', type: 'image/png', content: RED_DOT };

async function write(fields: Record<string, unknown> = {}) {
  const answer = await acme.admin.post('/api/v1/articles', {
    categoryId,
    language: 'en',
    title: 'The printer does not print',
    html: '<p>Turn it off and on again.</p>',
    ...fields,
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
}

const text = (id: number, language = 'en') => `/api/v1/articles/${id}/texts/${language}`;
const publish = async (id: number, version: number, language = 'en') => {
  const answer = await acme.admin.put(`${text(id, language)}/publication`, { version });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
};
const idsOf = async (browser: TestTechnician | TestTenant['admin'], query: string) =>
  (await browser.get(`/api/v1/articles?${query}`)).body.items.map((row: { id: number }) => row.id);

describe('an article', () => {
  it('201: is a draft that only writers see, with an address from its title', async () => {
    const article = await write({ title: 'Drucker im Büro & Flur' });
    expect(article).toMatchObject({
      slug: 'drucker-im-buero-and-flur',
      visibility: 'contacts',
      languages: [{ language: 'en', state: 'draft' }],
      address: expect.stringMatching(/\/kb\/printing\/drucker-im-buero-and-flur$/),
      texts: [{ language: 'en', state: 'draft', published: null }],
    });
    expect((await reader.get(`/api/v1/articles/${article.id}`)).status).toBe(404);
    expect(await idsOf(reader, 'search=drucker')).toEqual([]);
    expect(await idsOf(acme.admin, 'search=drucker')).toEqual([article.id]);
    expect(await idsOf(acme.admin, 'search=buro&state=draft')).toEqual([article.id]);
  });

  it('a second one of the same title gets another address', async () => {
    const [one, two] = [await write({ title: 'Twice' }), await write({ title: 'Twice' })];
    expect([one.slug, two.slug]).toEqual(['twice', 'twice-2']);
    const nothing = await write({ title: '!!!' });
    expect(nothing.slug).toBe('article');
  });

  it('readers get it once it is published, and its changes once they are', async () => {
    const { id, texts } = await write({ title: 'VPN', html: '<p>Old words</p>' });
    const published = await publish(id, texts[0].draft.version);
    expect(published).toMatchObject({ state: 'published', published: { title: 'VPN' } });
    const read = (await reader.get(`/api/v1/articles/${id}`)).body;
    expect(read.texts).toMatchObject([{ draft: null, published: { html: '<p>Old words</p>' } }]);

    const changed = await acme.admin.put(`${text(id)}/draft`, {
      version: published.draft.version,
      title: 'VPN',
      html: '<p>New words</p>',
    });
    expect(changed.body).toMatchObject({ state: 'changed', draft: { html: '<p>New words</p>' } });
    expect((await reader.get(`/api/v1/articles/${id}`)).body.texts[0]).toMatchObject({
      state: 'published',
      published: { html: '<p>Old words</p>' },
    });
    expect(await idsOf(reader, 'search=new')).toEqual([]);
    expect(await idsOf(acme.admin, 'search=new&state=changed')).toEqual([id]);
    await publish(id, changed.body.draft.version);
    expect(await idsOf(reader, 'search=new')).toEqual([id]);

    const back = await acme.admin.delete(`${text(id)}/publication`);
    expect(back.body).toMatchObject({ state: 'draft', published: null });
    expect((await reader.get(`/api/v1/articles/${id}`)).status).toBe(404);
  });

  it('409: of two who write, the second is told what it says now', async () => {
    const { id, texts } = await write();
    const { version } = texts[0].draft;
    const save = (html: string) =>
      acme.admin.put(`${text(id)}/draft`, { version, title: 'Mine', html });
    expect((await save('<p>First</p>')).status).toBe(200);
    const second = await save('<p>Second</p>');
    expect(second).toMatchObject({
      status: 409,
      body: { code: 'conflict', current: { draft: { html: '<p>First</p>' } } },
    });
    const stale = await acme.admin.put(`${text(id)}/publication`, { version });
    expect(stale.status).toBe(409);
  });

  it('changes can be discarded, back to what readers get', async () => {
    const { id, texts } = await write({ html: '<p>Good</p>' });
    const none = { version: texts[0].draft.version };
    expect(await acme.admin.post(`${text(id)}/draft-removal`, none)).toMatchObject({
      status: 409,
      body: { code: 'articleNotPublished' },
    });
    const { draft } = await publish(id, texts[0].draft.version);
    const bad = { version: draft.version, title: 'T', html: '<p>Bad</p>' };
    const saved = (await acme.admin.put(`${text(id)}/draft`, bad)).body;
    const version = saved.draft.version;
    const dropped = await acme.admin.post(`${text(id)}/draft-removal`, { version });
    expect(dropped.body).toMatchObject({ state: 'published', draft: { html: '<p>Good</p>' } });
  });

  it('is written in several languages, each published for itself', async () => {
    const { id, texts } = await write({ title: 'Mouse' });
    await publish(id, texts[0].draft.version);
    const german = { version: 0, title: 'Maus', html: '<p>Ausstecken</p>' };
    const added = await acme.admin.put(`${text(id, 'de')}/draft`, german);
    expect(added.body).toMatchObject({ language: 'de', state: 'draft' });
    expect((await acme.admin.put(`${text(id, 'de')}/draft`, german)).status).toBe(409);
    expect((await acme.admin.get(`/api/v1/articles/${id}`)).body.languages).toEqual([
      { language: 'en', state: 'published' },
      { language: 'de', state: 'draft' },
    ]);
    expect((await reader.get(`/api/v1/articles/${id}`)).body.languages).toEqual([
      { language: 'en', state: 'published' },
    ]);
    expect(await idsOf(acme.admin, 'language=de&search=maus')).toEqual([id]);
    expect((await acme.admin.delete(text(id))).body.code).toBe('articleIsPublished');
    expect((await acme.admin.delete(text(id, 'de'))).status).toBe(204);
    await acme.admin.delete(`${text(id)}/publication`);
    expect((await acme.admin.delete(text(id))).body.code).toBe('articleLastLanguage');
  });

  it('archived: out of lists, and no reader gets it', async () => {
    const { id, texts } = await write({ title: 'Floppy disks' });
    await publish(id, texts[0].draft.version);
    expect((await acme.admin.put(`/api/v1/articles/${id}/archive`)).body.isArchived).toBe(true);
    expect((await reader.get(`/api/v1/articles/${id}`)).status).toBe(404);
    expect(await idsOf(acme.admin, 'search=floppy')).toEqual([]);
    expect(await idsOf(acme.admin, 'search=floppy&state=archived')).toEqual([id]);
    expect((await acme.admin.get('/api/v1/article-matches?search=floppy')).body.items).toEqual([]);
    expect((await acme.admin.delete(`/api/v1/articles/${id}/archive`)).status).toBe(200);
    expect(await idsOf(reader, 'search=floppy')).toEqual([id]);
  });

  it('an address that it leaves is kept with it; one that is taken is refused', async () => {
    const { id, version, slug } = await write({ title: 'Old address' });
    const taken = await write({ title: 'Taken' });
    const change = (changes: object) =>
      acme.admin.patch(`/api/v1/articles/${id}`, { version, ...changes });
    expect((await change({ slug: taken.slug })).body.errors).toMatchObject([
      { field: 'slug', code: 'addressTaken' },
    ]);
    for (const bad of ['Über', 'a--b', '-a', 'a/b', 'search']) {
      expect((await change({ slug: bad })).status, bad).toBe(400);
    }
    expect((await change({ slug: 'new-address' })).body.slug).toBe('new-address');
    const [row] = await server.rows('select former_slugs from articles where id = $1', [id]);
    expect(row?.former_slugs).toEqual([slug]);
    expect((await change({ slug: 'late' })).status).toBe(409);
  });

  it('for chosen customers: others, and whose role shows others, get nothing', async () => {
    const [globex, initech] = [await acme.customer('Globex'), await acme.customer('Initech')];
    const nobody = await acme.admin.post('/api/v1/articles', {
      categoryId,
      language: 'en',
      title: 'x',
      visibility: 'customers',
    });
    expect(nobody.body.errors).toMatchObject([{ field: 'customerIds', code: 'required' }]);
    const { id, texts } = await write({ visibility: 'customers', customerIds: [globex] });
    await publish(id, texts[0].draft.version);
    const forGlobex = await acme.technicianWith(['knowledge.view'], [globex]);
    const forInitech = await acme.technicianWith(['knowledge.view'], [initech]);
    expect((await forGlobex.get(`/api/v1/articles/${id}`)).body.customers).toEqual([
      { id: globex, name: 'Globex' },
    ]);
    expect((await forInitech.get(`/api/v1/articles/${id}`)).status).toBe(404);
    expect(await idsOf(forInitech, 'search=printer')).not.toContain(id);
    const opened = await acme.admin.patch(`/api/v1/articles/${id}`, {
      version: (await acme.admin.get(`/api/v1/articles/${id}`)).body.version,
      visibility: 'public',
    });
    expect(opened.body).toMatchObject({ visibility: 'public', customers: [] });
    expect((await forInitech.get(`/api/v1/articles/${id}`)).status).toBe(200);
  });
});

describe('bad input', () => {
  it.each([
    ['no title', { title: ' ' }, 'title'],
    ['a language that we have not', { language: 'pt' }, 'language'],
    ['a category that is not there', { categoryId: 999_999 }, 'categoryId'],
    [
      'a customer that is not there',
      { visibility: 'customers', customerIds: [999_999] },
      'customerIds',
    ],
    ['a file that is not there', { attachmentIds: [999_999] }, 'attachmentIds'],
    ['a word that means nothing', { visibility: 'everybody' }, 'visibility'],
  ])('400: %s', async (_, fields, field) => {
    const answer = await acme.admin.post('/api/v1/articles', {
      categoryId,
      language: 'en',
      title: 'x',
      ...fields,
    });
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].field).toBe(field);
  });

  it('400: an empty text is not published', async () => {
    const { id, texts } = await write({ html: '<p> </p>' });
    const { version } = texts[0].draft;
    const answer = await acme.admin.put(`${text(id)}/publication`, { version });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'html' }] } });
  });

  it('404: everything of another company', async () => {
    const { id, texts } = await write();
    for (const path of ['', '/texts/en/versions', '/tickets']) {
      expect((await other.admin.get(`/api/v1/articles/${id}${path}`)).status).toBe(404);
    }
    const draft = { version: texts[0].draft.version, title: 'x', html: 'x' };
    expect((await other.admin.put(`${text(id)}/draft`, draft)).status).toBe(404);
    expect(await idsOf(other.admin, '')).toEqual([]);
  });
});

describe('what is written', () => {
  it('keeps structure and loses looks and dangers', async () => {
    const { texts } = await write({
      html: `<h1>A</h1><p style="color:red" onclick="x()">B<script>alert(1)</script></p>
        <a href="javascript:alert(1)">c</a><table><tr><td colspan="2">d</td></tr></table>
        <pre><code>e &lt; f</code></pre><img src="https://evil.test/x.png"><iframe src="//x"></iframe>`,
    });
    const { html } = texts[0].draft;
    expect(html).toContain('<h2>A</h2><p>B</p>');
    expect(html).toContain('<td colspan="2">d</td>');
    expect(html).toContain('<pre><code>e &lt; f</code></pre>');
    expect(html).not.toMatch(/script|style|onclick|javascript|img|iframe/);
  });

  it('shows pictures that were uploaded, to who may read it', async () => {
    const upload = await acme.admin.upload('/api/v1/article-pictures', picture);
    expect(upload).toMatchObject({ status: 201, body: { mediaType: 'image/png', widthPx: 1 } });
    const { id: fileId, url } = upload.body;
    const { id, texts } = await write({
      html: `<p>See <img src="${url}" alt="dot"><img src="/api/v1/article-files/999999"></p>`,
    });
    expect(texts[0].draft.html).toBe(`<p>See <img alt="dot" src="${url}" /></p>`);
    expect((await reader.get(url)).status).toBe(404);
    await publish(id, texts[0].draft.version);
    expect((await reader.get(url)).status).toBe(200);
    expect((await other.admin.get(url)).status).toBe(404);
    const [row] = await server.rows('select image_ids from article_texts where article_id = $1', [
      id,
    ]);
    expect(row?.image_ids).toEqual([fileId]);
  });

  it('415: a picture that is none', async () => {
    const drawing = { name: 'x.svg', type: 'image/svg+xml', content: Buffer.from('<svg></svg>') };
    const answer = await acme.admin.upload('/api/v1/article-pictures', drawing);
    expect(answer).toMatchObject({ status: 415, body: { code: 'pictureSvg' } });
  });

  it('has attachments, which are downloads', async () => {
    const page = { name: 'a.html', type: 'text/html', content: Buffer.from('<script>1</script>') };
    const { id: fileId, url } = (await acme.admin.upload('/api/v1/article-files', page)).body;
    const { id, texts } = await write({ attachmentIds: [fileId] });
    expect(texts[0].draft.attachments).toMatchObject([{ id: fileId, name: 'a.html' }]);
    await publish(id, texts[0].draft.version);
    const file = await reader.get(url);
    expect(file.headers['content-disposition']).toMatch(/^attachment/);
    expect(file.headers['content-type']).toBe('application/octet-stream');
  });
});

describe('versions', () => {
  it('several saves of one person are one, until it is published; older ones come back', async () => {
    const { id, texts } = await write({ title: 'V', html: '<p>one</p>' });
    let { version } = texts[0].draft;
    const save = async (html: string) => {
      const saved = await acme.admin.put(`${text(id)}/draft`, { version, title: 'V', html });
      version = saved.body.draft.version;
    };
    const list = async () => (await acme.admin.get(`${text(id)}/versions`)).body.items;
    await save('<p>two</p>');
    expect(await list()).toHaveLength(1);
    version = (await publish(id, version)).draft.version;
    await save('<p>three</p>');
    const colleague = await acme.technician();
    const theirs = { version, title: 'V', html: '<p>four</p>' };
    version = (await colleague.put(`${text(id)}/draft`, theirs)).body.draft.version;
    const versions = await list();
    expect(versions).toHaveLength(3);
    expect(versions.map((each: { publishedAt: unknown }) => each.publishedAt !== null)).toEqual([
      false,
      false,
      true,
    ]);
    const first = versions[2].id;
    expect((await acme.admin.get(`${text(id)}/versions/${first}`)).body.html).toBe('<p>two</p>');
    const stale = await acme.admin.post(`${text(id)}/versions/${first}/restoration`, {
      version: 1,
    });
    expect(stale.status).toBe(409);
    const restored = await acme.admin.post(`${text(id)}/versions/${first}/restoration`, {
      version,
    });
    expect(restored.body).toMatchObject({ state: 'published', draft: { html: '<p>two</p>' } });
    expect((await list())[0].restoredFromAt).not.toBeNull();
    expect((await acme.admin.get(`${text(id)}/versions/999999`)).status).toBe(404);
  });
});

it('what happens is in the audit log', async () => {
  const { id, texts } = await write({ title: 'Audited' });
  await publish(id, texts[0].draft.version);
  const { items } = (
    await acme.admin.get(`/api/v1/audit-entries?subjectKind=article&subjectId=${id}`)
  ).body;
  expect(items.map(({ action }: { action: string }) => action)).toEqual([
    'article.published',
    'article.created',
  ]);
});
