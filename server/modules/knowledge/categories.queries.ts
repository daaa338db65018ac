import { sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import type { TextsByLanguage } from './read-articles.queries.ts';
import { visibleArticles } from './visible-articles.queries.ts';

export interface CategoryRow {
  id: number;
  parent_id: number | null;
  slug: string;
  names: TextsByLanguage;
  descriptions: TextsByLanguage;
  position: number;
  version: number;
  /** That the actor may see: for who writes, archived ones too, which keep it from being deleted. */
  article_count: number;
}

const categories = ({ actor }: ConsoleTx) => sql<CategoryRow>`
  select c.id, c.parent_id, c.slug, c.names, c.descriptions, c.position, c.version, (
    select count(*) from articles a
    where a.tenant_id = c.tenant_id and a.category_id = c.id and ${visibleArticles(actor)}
  )::integer as article_count
  from article_categories c`;

/** In their order, parents before what is in them. */
export async function listCategoryRows(tx: ConsoleTx): Promise<CategoryRow[]> {
  const { rows } = await sql<CategoryRow>`
    ${categories(tx)} order by c.parent_id nulls first, c.position, c.id`.execute(tx);
  return rows;
}

export async function findCategoryRow(tx: ConsoleTx, id: number): Promise<CategoryRow | undefined> {
  const { rows } = await sql<CategoryRow>`${categories(tx)} where c.id = ${id}`.execute(tx);
  return rows[0];
}

export interface CategoryFields {
  parent_id: number | null;
  slug: string;
  names: TextsByLanguage;
  descriptions: TextsByLanguage;
}

const columnsOf = ({ names, descriptions, ...fields }: Partial<CategoryFields>) => ({
  ...fields,
  ...(names && { names: JSON.stringify(names) }),
  ...(descriptions && { descriptions: JSON.stringify(descriptions) }),
});

/** Goes behind the others of its parent. */
export async function insertCategory(
  tx: TenantTx,
  fields: CategoryFields,
  now: Date,
): Promise<number> {
  const { id } = await tx
    .insertInto('article_categories')
    .values({
      ...(columnsOf(fields) as ReturnType<typeof columnsOf> & {
        slug: string;
        names: string;
      }),
      position: sql<number>`(
        select coalesce(max(position), 0) + 1 from article_categories
        where parent_id is not distinct from ${fields.parent_id})`,
      created_at: now,
      updated_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** False when the category is not there or has another version by now. */
export async function updateCategory(
  tx: TenantTx,
  { id, version }: { id: number; version: number },
  changes: Partial<CategoryFields>,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('article_categories')
    .set({ ...columnsOf(changes), updated_at: now, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Writes down the order that the ids are in; each only counts among those of its parent. */
export async function orderCategories(tx: TenantTx, ids: readonly number[]): Promise<void> {
  await sql`
    update article_categories c set position = wanted.place
    from unnest(${[...ids]}::bigint[]) with ordinality as wanted (id, place)
    where c.id = wanted.id`.execute(tx);
}

export async function deleteCategoryRow(tx: TenantTx, id: number): Promise<void> {
  await tx.deleteFrom('article_categories').where('id', '=', id).execute();
}

/** Whether a change of the tree may count on it until the transaction ends: one at a time. */
export async function lockCategories(tx: TenantTx): Promise<void> {
  await sql`select from article_categories order by id for update`.execute(tx);
}

export async function isCategorySlugTaken(
  tx: TenantTx,
  slug: string,
  exceptId: number | null,
): Promise<boolean> {
  const { rows } = await sql`
    select from article_categories
    where slug = ${slug} and id is distinct from ${exceptId}`.execute(tx);
  return rows.length > 0;
}
