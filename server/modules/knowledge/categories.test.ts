import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeTenant, type TestTenant } from '../../../tests/support/tenant.ts';
import { startTestServer, type TestServer } from '../../../tests/support/test-server.ts';

let server: TestServer;
let acme: TestTenant;

beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  acme = await makeTenant(server);
});
afterAll(() => server.close());

const PATH = '/api/v1/article-categories';
async function add(en: string, parentId: number | null = null) {
  const answer = await acme.admin.post(PATH, { names: { en }, parentId });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
}
const list = async () =>
  (await acme.admin.get(PATH)).body.items.map((each: { slug: string }) => each.slug);

describe('categories', () => {
  it('have names by language, an address, and an order that can be changed', async () => {
    const printing = await acme.admin.post(PATH, {
      names: { en: 'Printing & scanning', de: 'Drucken', fr: ' ' },
      descriptions: { en: 'Paper' },
    });
    expect(printing).toMatchObject({
      status: 201,
      body: {
        slug: 'printing-and-scanning',
        names: { en: 'Printing & scanning', de: 'Drucken' },
        descriptions: { en: 'Paper' },
        articleCount: 0,
      },
    });
    expect(printing.body.names.fr).toBeUndefined();
    const mail = await add('Mail');
    const outlook = await add('Outlook', mail.id);
    expect(await list()).toEqual(['printing-and-scanning', 'mail', 'outlook']);
    const ids = [mail.id, printing.body.id, outlook.id];
    const ordered = await acme.admin.put(`${PATH}/order`, { ids });
    expect(ordered.body.items.map(({ slug }: { slug: string }) => slug)).toEqual([
      'mail',
      'printing-and-scanning',
      'outlook',
    ]);
  });

  it('of one name get different addresses', async () => {
    expect([(await add('A')).slug, (await add('A')).slug]).toEqual(['a', 'a-2']);
  });

  it('go one level deep', async () => {
    const [top, other] = [await add('Top'), await add('Other')];
    const below = await add('Below', top.id);
    const deeper = await acme.admin.post(PATH, { names: { en: 'x' }, parentId: below.id });
    expect(deeper.body.errors).toMatchObject([{ field: 'parentId', code: 'categoryTooDeep' }]);
    const move = (id: number, parentId: number) =>
      acme.admin.patch(`${PATH}/${id}`, { version: 1, parentId });
    expect((await move(top.id, other.id)).body.errors[0].code).toBe('categoryTooDeep');
    expect((await move(other.id, other.id)).body.errors[0].code).toBe('categoryTooDeep');
    expect((await move(other.id, 999_999)).body.errors[0].code).toBe('unknownCategory');
    expect((await move(other.id, top.id)).body.parentId).toBe(top.id);
  });

  it('two that are put below each other at the same moment: one is refused', async () => {
    const [one, two] = [await add('One'), await add('Two')];
    const answers = await Promise.all([
      acme.admin.patch(`${PATH}/${one.id}`, { version: 1, parentId: two.id }),
      acme.admin.patch(`${PATH}/${two.id}`, { version: 1, parentId: one.id }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  it('are deleted only when empty, and changed only as they are', async () => {
    const [top] = [await add('Top')];
    const below = await add('Below', top.id);
    expect((await acme.admin.delete(`${PATH}/${top.id}`)).body.code).toBe('categoryHasCategories');
    const fields = { categoryId: below.id, language: 'en', title: 'x' };
    const article = (await acme.admin.post('/api/v1/articles', fields)).body;
    await acme.admin.put(`/api/v1/articles/${article.id}/archive`);
    const refusal = await acme.admin.delete(`${PATH}/${below.id}`);
    expect(refusal).toMatchObject({ status: 409, body: { code: 'categoryHasArticles' } });
    expect(refusal.body.title ?? refusal.body.detail).toBeTruthy();
    const moved = { version: 1, names: { de: 'Unten' } };
    expect((await acme.admin.patch(`${PATH}/${below.id}`, moved)).body.names).toEqual({
      de: 'Unten',
    });
    expect(await acme.admin.patch(`${PATH}/${below.id}`, moved)).toMatchObject({
      status: 409,
      body: { current: { version: 2 } },
    });
    const empty = await add('Empty');
    expect((await acme.admin.delete(`${PATH}/${empty.id}`)).status).toBe(204);
  });

  it.each([
    ['no name', { names: {} }, 'names'],
    ['empty names', { names: { en: ' ' } }, 'names'],
    ['a language that we have not', { names: { pt: 'x' } }, 'pt'],
    ['an address that is none', { names: { en: 'x' }, slug: 'Ä' }, 'slug'],
    ['an address that means something else', { names: { en: 'x' }, slug: 'de' }, 'slug'],
  ])('400: %s', async (_, body, field) => {
    const answer = await acme.admin.post(PATH, body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].field).toMatch(new RegExp(`^${field}`));
  });

  it('are there for who does not write where there is something that he may read', async () => {
    const { id } = await add('Top');
    await acme.admin.post('/api/v1/articles', { categoryId: id, language: 'en', title: 'x' });
    const reader = await acme.technicianWith(['knowledge.view']);
    expect((await reader.get(PATH)).body.items).toEqual([]);
    expect((await acme.admin.get(PATH)).body.items[0].articleCount).toBe(1);
  });
});
