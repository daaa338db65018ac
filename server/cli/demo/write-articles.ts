import { readFile } from 'node:fs/promises';
import { createArticle, createCategory, publishText, saveDraft } from '#modules/knowledge/index.ts';
import type { Technician } from '#modules/technicians/index.ts';
import type { TechnicianActor } from '#platform/actor.ts';
import { actAs, type TenantTx } from '#platform/db/tenant-tx.ts';
import { ARTICLE_VISIBILITIES } from '#shared/knowledge.ts';
import type { Language } from '#shared/languages.ts';
import { PERMISSIONS } from '#shared/permissions.ts';

const FOLDER = new URL('./articles/', import.meta.url);
const WRITTEN_IN = ['en', 'de', 'fr'] as const satisfies readonly Language[];

interface DemoArticle {
  /** `category/name`, the same in every language. */
  key: string;
  visibility: (typeof ARTICLE_VISIBILITIES)[number];
  title: string;
  html: string;
}

/** A knowledge base of some use: written and published by the given technician. */
export async function writeArticles(tx: TenantTx, author: Technician): Promise<void> {
  const before = tx.actor;
  try {
    await writeAs(actAs(tx, actorOf(author)));
  } finally {
    actAs(tx, before);
  }
}

async function writeAs(tx: TenantTx & { readonly actor: TechnicianActor }): Promise<void> {
  const categoryIds = new Map<string, number>();
  for (const { slug, names } of await readCategories()) {
    const { id } = await createCategory(tx, { parentId: null, slug, names, descriptions: {} });
    categoryIds.set(slug, id);
  }
  const ids = new Map<string, number>();
  for (const language of WRITTEN_IN) {
    for (const { key, visibility, title, html } of await readArticles(language)) {
      const known = ids.get(key);
      const categoryId = categoryIds.get(key.split('/')[0] ?? '');
      if (categoryId === undefined) throw new Error(`no category for the article ${key}`);
      if (known === undefined) {
        const fields = { categoryId, visibility, customerIds: [], language, title, html };
        const { id } = await createArticle(tx, fields);
        ids.set(key, id);
        await publishText(tx, id, language, 1);
      } else {
        await saveDraft(tx, known, language, { version: 0, title, html });
        await publishText(tx, known, language, 1);
      }
    }
  }
}

async function readCategories(): Promise<
  { slug: string; names: Partial<Record<Language, string>> }[]
> {
  const lines = (await readFile(new URL('categories.txt', FOLDER), 'utf8')).trim().split('\n');
  return lines.map((line) => {
    const [slug = '', ...names] = line.split(' | ');
    return {
      slug,
      names: Object.fromEntries(
        names.map((name) => [name.slice(0, 2), name.slice(4)] as const),
      ) as Partial<Record<Language, string>>,
    };
  });
}

/** First line: key and readers; second: title; the rest: HTML. */
async function readArticles(language: Language): Promise<DemoArticle[]> {
  const text = await readFile(new URL(`${language}.txt`, FOLDER), 'utf8');
  return text
    .trim()
    .split('\n---\n')
    .map((block) => {
      const [head = '', title = '', ...html] = block.split('\n');
      const [key = '', readers] = head.split(' ');
      const visibility = ARTICLE_VISIBILITIES.find((known) => known === readers);
      if (!visibility) throw new Error(`nobody reads the article ${key}`);
      return { key, visibility, title, html: html.join('\n') };
    });
}

const actorOf = (technician: Technician): TechnicianActor => ({
  kind: 'technician',
  technicianId: technician.id,
  name: `${technician.firstName} ${technician.lastName}`,
  email: technician.email,
  language: technician.language,
  permissions: new Set(PERMISSIONS),
  customerIds: null,
  sessionId: null,
  apiKeyId: null,
  mustSetUpTwoFactor: false,
});
