import { recordAudit } from '#modules/audit/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import { clock } from '#platform/clock.ts';
import { conflict, invalid, notFound, refused } from '#platform/errors.ts';
import { publish } from '#platform/events/event-hub.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import type { AuditAction } from '#shared/audit.ts';
import { addressOf, findFreeAddress } from './article-slug.rules.ts';
import { isWriter } from './articles.ts';
import {
  type CategoryRow,
  deleteCategoryRow,
  findCategoryRow,
  insertCategory,
  isCategorySlugTaken,
  listCategoryRows,
  lockCategories,
  orderCategories,
  updateCategory,
} from './categories.queries.ts';
import { type CategoryView, categoryView } from './categories.views.ts';
import { type TextsByLanguage, withoutEmpty } from './read-articles.queries.ts';
import { inLanguage } from './read-articles.ts';

export interface CategoryInput {
  parentId: number | null;
  slug?: string | undefined;
  names: TextsByLanguage;
  descriptions: TextsByLanguage;
}

/** All of them for who writes; for others those with something that they may read. */
export async function listCategories(tx: ConsoleTx): Promise<CategoryView[]> {
  const rows = await listCategoryRows(tx);
  return (isWriter(tx) ? rows : withoutEmpty(rows)).map(categoryView);
}

/** Behind the others; its address comes from its name unless one is given. */
export async function createCategory(tx: ConsoleTx, input: CategoryInput): Promise<CategoryView> {
  await lockCategories(tx);
  await checkParent(tx, input.parentId, null);
  const name = await nameOf(tx, input.names);
  const isTaken = (slug: string) => isCategorySlugTaken(tx, slug, null);
  const slug = input.slug ?? (await findFreeAddress(addressOf(name, 'category'), isTaken));
  if (input.slug !== undefined && (await isTaken(slug))) throw slugTaken();
  const { parentId: parent_id, names, descriptions } = input;
  const id = await insertCategory(tx, { parent_id, slug, names, descriptions }, clock.now());
  await note(tx, 'articleCategory.created', { id, name });
  return getCategory(tx, id);
}

/** Throws 409 with the category as it is now when `version` is not its version any more. */
export async function changeCategory(
  tx: ConsoleTx,
  id: number,
  version: number,
  changes: Partial<CategoryInput>,
): Promise<CategoryView> {
  await lockCategories(tx);
  const before = await getRow(tx, id);
  if (before.version !== version) throw conflict(categoryView(before));
  const { parentId, slug, names, descriptions } = changes;
  if (parentId !== undefined) await checkParent(tx, parentId, id);
  if (slug !== undefined && (await isCategorySlugTaken(tx, slug, id))) throw slugTaken();
  const fields = {
    ...(parentId !== undefined && { parent_id: parentId }),
    ...(slug !== undefined && { slug }),
    ...(names && { names }),
    ...(descriptions && { descriptions }),
  };
  if (!(await updateCategory(tx, { id, version }, fields, clock.now()))) {
    throw conflict(await getCategory(tx, id));
  }
  const name = await nameOf(tx, names ?? before.names);
  await note(tx, 'articleCategory.changed', { id, name, fields: Object.keys(changes) });
  return getCategory(tx, id);
}

/** The order in which readers see the categories, each among those of its parent. */
export async function setCategoryOrder(
  tx: ConsoleTx,
  ids: readonly number[],
): Promise<CategoryView[]> {
  await orderCategories(tx, ids);
  await publish(tx, { kind: 'article', ids: {} });
  return listCategories(tx);
}

/** Only an empty one: throws 409 while it has articles (archived ones too) or categories. */
export async function deleteCategory(tx: ConsoleTx, id: number): Promise<void> {
  await lockCategories(tx);
  const row = await getRow(tx, id);
  if (row.article_count > 0) throw refused('categoryHasArticles', { count: row.article_count });
  const others = await listCategoryRows(tx);
  if (others.some(({ parent_id }) => parent_id === id)) throw refused('categoryHasCategories');
  await deleteCategoryRow(tx, id);
  await note(tx, 'articleCategory.deleted', { id, name: await nameOf(tx, row.names) });
}

async function getCategory(tx: ConsoleTx, id: number): Promise<CategoryView> {
  return categoryView(await getRow(tx, id));
}

async function getRow(tx: ConsoleTx, id: number): Promise<CategoryRow> {
  const row = await findCategoryRow(tx, id);
  if (!row) throw notFound();
  return row;
}

const slugTaken = () => invalid({ field: 'slug', code: 'addressTaken' });

/** One level: below a category that is below nothing, and only what has nothing below it. */
async function checkParent(tx: ConsoleTx, parentId: number | null, id: number | null) {
  if (parentId === null) return;
  const all = await listCategoryRows(tx);
  const parent = all.find((row) => row.id === parentId);
  if (!parent) throw invalid({ field: 'parentId', code: 'unknownCategory' });
  const isParent = id !== null && all.some((row) => row.parent_id === id);
  if (parent.parent_id !== null || parentId === id || isParent) {
    throw invalid({ field: 'parentId', code: 'categoryTooDeep' });
  }
}

/** As the company calls it. */
async function nameOf(tx: ConsoleTx, names: TextsByLanguage): Promise<string> {
  return inLanguage(names, [(await getTenant(tx)).language]);
}

async function note(
  tx: ConsoleTx,
  action: AuditAction,
  { id, name, fields }: { id: number; name: string; fields?: string[] },
): Promise<void> {
  await recordAudit(tx, {
    action,
    subjectKind: 'articleCategory',
    subjectId: id,
    subjectName: name,
    ...(fields && { details: { fields } }),
  });
  await publish(tx, { kind: 'article', ids: {} });
}
