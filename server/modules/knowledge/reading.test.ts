import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContactActor } from '#platform/actor.ts';
import { RED_DOT } from '../../../tests/support/pictures.ts';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';
import {
  type ArticleReader,
  countArticleView,
  findReadableArticle,
  listReadableArticles,
  listReadableCategories,
  noteArticleSearch,
  piecesOf,
  rateArticle,
  searchReadableArticles,
} from './index.ts';

let server: TestServer;
let acme: TestTenant;
let globex: number;
let categoryId: number;
const ids: Record<string, number> = {};

beforeAll(async () => {
  server = await startTestServer();
  acme = await makeTenant(server, { company: 'Acme' });
  globex = await acme.customer('Globex');
  const names = { en: 'All', de: 'Alles' };
  categoryId = (await acme.admin.post('/api/v1/article-categories', { names })).body.id;
  await add('print', { title: 'The printer does not print', html: '<p>Turn it off and on.</p>' });
  await add('vpn', {
    title: 'VPN does not connect',
    html: '<p>It does not work on trains.</p>',
    visibility: 'contacts',
  });
  await add('buero', {
    title: 'Drucker im Büro',
    html: '<p>Warteschlange auf server-01.globex.local</p>',
    language: 'de',
  });
  await add('chosen', {
    title: 'Secret of Globex',
    visibility: 'customers',
    customerIds: [globex],
  });
  await add('inner', { title: 'Master password', visibility: 'technicians' });
  await add('draft', { title: 'Unfinished' }, false);
  await add('archived', { title: 'Ancient' });
  await acme.admin.put(`/api/v1/articles/${ids.archived}/archive`);
});
afterAll(() => server.close());

async function add(name: string, fields: Record<string, unknown>, isPublished = true) {
  const body = { categoryId, language: 'en', visibility: 'public', html: '<p>x</p>', ...fields };
  const { id, texts } = (await acme.admin.post('/api/v1/articles', body)).body;
  ids[name] = id;
  if (!isPublished) return;
  const path = `/api/v1/articles/${id}/texts/${texts[0].language}/publication`;
  expect((await acme.admin.put(path, { version: 1 })).status).toBe(200);
}

const visitor: ArticleReader = { kind: 'visitor' };
const contactOf = (customerId: number | null) =>
  ({ kind: 'contact', contactId: 1, customerId, isMainContact: true }) as ContactActor;
const namesOf = (rows: { id: number }[]) =>
  rows.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id));
const listFor = (reader: ArticleReader) =>
  acme.inside(async (tx) =>
    namesOf(await listReadableArticles(tx, reader, { languages: ['en'] })).sort(),
  );
const find = (search: string, reader: ArticleReader = contactOf(null)) =>
  acme.inside((tx) => searchReadableArticles(tx, reader, { search, languages: ['en'], limit: 9 }));

describe('who reads what', () => {
  it.each([
    ['a visitor', visitor, ['buero', 'print']],
    ['a contact without customer', contactOf(null), ['buero', 'print', 'vpn']],
    ['a contact of another customer', contactOf(999_999), ['buero', 'print', 'vpn']],
  ])('%s', async (_, reader, names) => {
    expect(await listFor(reader)).toEqual(names);
    const [category] = await acme.inside((tx) => listReadableCategories(tx, reader));
    expect(category?.article_count).toBe(names.length);
  });

  it('a contact of a chosen customer', async () => {
    expect(await listFor(contactOf(globex))).toEqual(['buero', 'chosen', 'print', 'vpn']);
  });

  it('nobody finds by its address, or by its words, what he may not read', async () => {
    for (const slug of ['secret-of-globex', 'master-password', 'unfinished', 'ancient']) {
      const found = await acme.inside((tx) => findReadableArticle(tx, contactOf(null), slug));
      expect(found, slug).toBeUndefined();
    }
    for (const words of ['secret', 'master', 'unfinished', 'ancient']) {
      expect(await find(words), words).toEqual([]);
    }
    expect(namesOf(await find('secret', contactOf(globex)))).toEqual(['chosen']);
  });
});

describe('searching', () => {
  it.each([
    ['a word', 'printer', 'print'],
    ['the beginning of a word', 'conn', 'vpn'],
    ['without accents', 'buro', 'buero'],
    ['the inside of a word of the title', 'ucker', 'buero'],
    ['words of the text', 'warteschlange', 'buero'],
    ['a part of a host name', 'globex', 'buero'],
    ['a whole sentence', 'Help! My printer does not print any more', 'print'],
  ])('finds %s', async (_, words, name) => {
    expect(namesOf(await find(words))[0]).toBe(name);
  });

  it('tells apart what has all words, and marks what it found', async () => {
    const [row] = await find('printer');
    expect(row?.has_all_words).toBe(true);
    expect(piecesOf(row?.marked_title ?? '')).toEqual([
      { text: 'The ', isHit: false },
      { text: 'printer', isHit: true },
      { text: ' does not print', isHit: false },
    ]);
    const [near] = await find('my printer smells');
    expect(near).toMatchObject({ id: ids.print, has_all_words: false });
    expect(await find('some sentence in which only one word is a printer')).toEqual([]);
  });

  it.each(["'", '\\', ':*', '%', '!!!', '', '<->', 'zeppelin'])('nothing by %j', async (words) => {
    expect(await find(words)).toEqual([]);
  });

  it('shows the language in which the words are, the reader’s first', async () => {
    const both = { version: 0, title: 'Der Drucker druckt nicht', html: '<p>Printer</p>' };
    const path = `/api/v1/articles/${ids.print}/texts/de`;
    await acme.admin.put(`${path}/draft`, both);
    await acme.admin.put(`${path}/publication`, { version: 1 });
    const languageOf = async (words: string) =>
      (await find(words)).find(({ id }) => id === ids.print)?.language;
    expect(await languageOf('printer')).toBe('en');
    expect(await languageOf('druckt')).toBe('de');
  });

  it('technicians get matches with addresses to insert', async () => {
    const reader = await acme.technicianWith(['knowledge.view']);
    const { items } = (await reader.get('/api/v1/article-matches?search=master')).body;
    expect(items).toMatchObject([
      {
        id: ids.inner,
        visibility: 'technicians',
        address: expect.stringMatching(/\/kb\/all\/master-password$/),
        markedTitle: [{ isHit: true }, { isHit: false }],
      },
    ]);
  });
});

it('what readers do is counted, and nobody is named', async () => {
  await acme.inside(async (tx) => {
    for (const _ of [1, 2, 3]) await countArticleView(tx, ids.print ?? 0);
    await countArticleView(tx, ids.vpn ?? 0);
    const answer = { articleId: ids.vpn ?? 0, language: 'en' as const };
    await rateArticle(tx, { ...answer, reader: 'contact:1', isHelpful: true, comment: '' });
    await rateArticle(tx, { ...answer, reader: 'contact:1', isHelpful: false, comment: 'Why?' });
    await rateArticle(tx, { ...answer, reader: 'contact:2', isHelpful: false, comment: '' });
    for (const search of ['Fax  machine', 'fax machine ']) {
      await noteArticleSearch(tx, { search, found: 0 });
    }
    await noteArticleSearch(tx, { search: 'printer', found: 2 });
    await noteArticleSearch(tx, { search: '   ', found: 0 });
  });
  const { status, body } = await acme.admin.get('/api/v1/article-statistics');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    totals: { views: 4, searches: 3, unanswered: 2, helpful: 0, unhelpful: 2 },
    mostRead: [
      { id: ids.print, title: 'The printer does not print', views: 3 },
      { id: ids.vpn, views: 1, unhelpful: 2 },
    ],
    unhelpful: [{ id: ids.vpn }],
    unansweredSearches: [{ words: 'fax machine', asked: 2, found: 0 }],
    answeredSearches: [{ words: 'printer', asked: 1, found: 2 }],
    comments: [{ articleId: ids.vpn, comment: 'Why?', isHelpful: false }],
  });
  expect((await acme.admin.get('/api/v1/article-statistics?days=0')).status).toBe(400);
  const reader = await acme.technicianWith(['knowledge.view']);
  expect((await reader.get('/api/v1/article-statistics')).status).toBe(403);
});

describe('articles and tickets', () => {
  async function openTicket(html = '<p>Please help</p>') {
    const contact = await acme.contact({ customerId: globex });
    const picture = { name: 'dot.png', type: 'image/png', content: RED_DOT };
    const { url } = (await contact.upload('/portal/v1/attachments', picture)).body;
    const opened = await contact.post('/portal/v1/tickets', {
      subject: 'Help',
      html: `${html}<img src="${url}">`,
    });
    return opened.body.number as number;
  }

  it('are linked and unlinked by who works on tickets', async () => {
    const number = await openTicket();
    const path = `/api/v1/tickets/${number}/articles`;
    const linked = await acme.admin.put(`${path}/${ids.print}`);
    expect(linked.body.items).toMatchObject([{ id: ids.print, isPublished: true }]);
    expect((await acme.admin.put(`${path}/${ids.print}`)).body.items).toHaveLength(1);
    expect(
      (await acme.admin.get(`/api/v1/articles/${ids.print}/tickets`)).body.items,
    ).toMatchObject([{ number, subject: 'Help', status: 'open' }]);
    const elsewhere = await acme.technicianWith(
      ['tickets.view', 'tickets.reply', 'knowledge.view'],
      [await acme.customer()],
    );
    expect((await elsewhere.get(path)).status).toBe(404);
    expect((await elsewhere.get(`/api/v1/articles/${ids.print}/tickets`)).body.items).toEqual([]);
    const noTickets = await acme.technicianWith(['knowledge.view']);
    expect((await noTickets.get(`/api/v1/articles/${ids.print}/tickets`)).body.items).toEqual([]);
    const noArticles = await acme.technicianWith(['tickets.view', 'tickets.reply']);
    expect((await noArticles.get(path)).status).toBe(403);
    const writersOnly = await acme.technicianWith([
      'tickets.view',
      'tickets.reply',
      'knowledge.view',
    ]);
    expect((await writersOnly.put(`${path}/${ids.draft}`)).status).toBe(404);
    expect((await acme.admin.put(`${path}/999999`)).status).toBe(404);
    expect((await acme.admin.delete(`${path}/${ids.print}`)).status).toBe(204);
    expect((await acme.admin.get(path)).body.items).toEqual([]);
  });

  it('an article begins with what a message says, pictures copied', async () => {
    const number = await openTicket('<p>Do this, <b>then</b> that</p>');
    const [message] = (await acme.admin.get(`/api/v1/tickets/${number}/messages`)).body.items;
    const fields = { title: 'How to', categoryId, language: 'en' };
    const path = `/api/v1/tickets/${number}/messages`;
    const made = await acme.admin.post(`${path}/${message.id}/article`, fields);
    expect(made).toMatchObject({ status: 201, body: { visibility: 'contacts' } });
    const { html } = made.body.texts[0].draft;
    expect(html).toMatch(
      /^<p>Do this, <b>then<\/b> that<\/p>.*<img src="\/api\/v1\/article-files\/\d+" \/>/,
    );
    const url = /src="([^"]+)"/.exec(html)?.[1] ?? '';
    expect((await acme.admin.get(url)).status).toBe(200);
    expect((await acme.admin.get(`/api/v1/tickets/${number}/articles`)).body.items).toMatchObject([
      { id: made.body.id, isPublished: false },
    ]);
    expect((await acme.admin.post(`${path}/999999/article`, fields)).status).toBe(404);
    const other = await openTicket();
    const elsewhere = `/api/v1/tickets/${other}/messages/${message.id}/article`;
    expect((await acme.admin.post(elsewhere, fields)).status).toBe(404);
  });
});
