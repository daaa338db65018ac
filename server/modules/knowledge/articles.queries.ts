import { type RawBuilder, sql } from 'kysely';
import { parseSearch } from '#modules/search/index.ts';
import { inReach } from '#platform/db/reach.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import type { ArticleState, ArticleVisibility } from '#shared/knowledge.ts';
import type { Language } from '#shared/languages.ts';
import { visibleArticles } from './visible-articles.queries.ts';

export interface LanguageState {
  language: Language;
  state: ArticleState;
}

export interface ArticleRow {
  id: number;
  category_id: number;
  slug: string;
  visibility: ArticleVisibility;
  archived_at: Date | null;
  version: number;
  created_at: Date;
  updated_at: Date;
  author_id: number | null;
  author_first_name: string | null;
  author_last_name: string | null;
  /** Of those within the actor's reach. */
  customers: { id: number; name: string }[];
  /** Every language in which the actor may read it. */
  languages: LanguageState[];
  views: number;
  helpful: number;
  unhelpful: number;
}

/** Whoever does not write articles knows of nothing but what is published. */
const isWriter = ({ actor }: ConsoleTx) => actor.permissions.has('knowledge.manage');

const stateOf = (tx: ConsoleTx) => sql`case
  when x.published_at is null then 'draft'
  when x.has_changes and ${isWriter(tx)} then 'changed'
  else 'published' end`;

const textsOf = (tx: ConsoleTx) => sql`
  from article_texts x
  where x.tenant_id = a.tenant_id and x.article_id = a.id
    and (${isWriter(tx)} or x.published_at is not null)`;

const columns = (tx: ConsoleTx) => sql`
  a.id, a.category_id, a.slug, a.visibility, a.archived_at, a.version, a.created_at, a.updated_at,
  a.author_id, author.first_name as author_first_name, author.last_name as author_last_name,
  coalesce((
    select json_agg(json_build_object('id', u.id, 'name', u.name) order by u.name_folded)
    from article_customers chosen
    join customers u on u.tenant_id = chosen.tenant_id and u.id = chosen.customer_id
    where chosen.tenant_id = a.tenant_id and chosen.article_id = a.id
      and ${inReach(tx.actor, 'u.id')}), '[]') as customers,
  coalesce((
    select json_agg(json_build_object('language', x.language, 'state', ${stateOf(tx)})
      order by x.created_at, x.language) ${textsOf(tx)}), '[]') as languages,
  coalesce((
    select sum(views) from article_views v
    where v.tenant_id = a.tenant_id and v.article_id = a.id), 0)::integer as views,
  (select count(*) from article_ratings r
    where r.tenant_id = a.tenant_id and r.article_id = a.id and r.is_helpful)::integer as helpful,
  (select count(*) from article_ratings r
    where r.tenant_id = a.tenant_id and r.article_id = a.id
      and not r.is_helpful)::integer as unhelpful`;

const from = sql`
  from articles a
  left join technicians author on author.tenant_id = a.tenant_id and author.id = a.author_id`;

/** Undefined when there is none that the actor may see. */
export async function findArticleRow(tx: ConsoleTx, id: number): Promise<ArticleRow | undefined> {
  const { rows } = await sql<ArticleRow>`
    select ${columns(tx)} ${from} where a.id = ${id} and ${visibleArticles(tx.actor)}`.execute(tx);
  return rows[0];
}

export const ARTICLE_SORTS = ['-updatedAt', 'title', '-views'] as const;
export type ArticleSort = (typeof ARTICLE_SORTS)[number];

export interface ArticleList {
  search: string;
  categoryId?: number | undefined;
  state?: ArticleState | 'archived' | undefined;
  visibility?: ArticleVisibility | undefined;
  language?: Language | undefined;
  sort: ArticleSort;
  /** In which languages titles are wanted, the best first. */
  languages: readonly Language[];
  limit: number;
  /** Sort value and id of the last row before. */
  after: [string | number, number] | null;
}

export interface ListedArticleRow extends ArticleRow {
  title: string;
  title_folded: string;
  title_language: Language;
}

/** One row more than the page holds, see `cutPage`. */
export async function listArticleRows(
  tx: ConsoleTx,
  list: ArticleList,
): Promise<ListedArticleRow[]> {
  const title = isWriter(tx) ? sql`x.draft_title` : sql`x.title`;
  const { rows } = await sql<ListedArticleRow>`
    select * from (
      select ${columns(tx)}, named.title, lower(fold_accents(named.title)) as title_folded,
        named.language as title_language
      ${from}
      cross join lateral (
        select ${title} as title, x.language ${textsOf(tx)}
        order by array_position(${[...list.languages]}::text[], x.language) nulls last, x.language
        limit 1) named
      where ${visibleArticles(tx.actor)} and ${sql.join(filters(tx, list), sql` and `)}) article
    where ${behind(list)}
    order by ${ORDER[list.sort]}
    limit ${list.limit + 1}`.execute(tx);
  return rows;
}

const ORDER: Record<ArticleSort, RawBuilder<unknown>> = {
  '-updatedAt': sql`updated_at desc, id desc`,
  title: sql`title_folded, id`,
  '-views': sql`views desc, id desc`,
};

function behind({ sort, after }: ArticleList): RawBuilder<boolean> {
  if (!after) return sql`true`;
  const [value, id] = after;
  if (sort === 'title') return sql`(title_folded, id) > (${value}::text, ${id}::bigint)`;
  if (sort === '-views') return sql`(views, id) < (${value}::integer, ${id}::bigint)`;
  return sql`(updated_at, id) < (${value}::timestamptz, ${id}::bigint)`;
}

function filters(tx: ConsoleTx, list: ArticleList): RawBuilder<boolean>[] {
  const { state, categoryId, visibility, language } = list;
  const conditions: RawBuilder<boolean>[] = [
    state === 'archived' ? sql`a.archived_at is not null` : sql`a.archived_at is null`,
  ];
  if (categoryId !== undefined) {
    conditions.push(sql`a.category_id in (
      select c.id from article_categories c where c.id = ${categoryId} or c.parent_id = ${categoryId})`);
  }
  if (visibility) conditions.push(sql`a.visibility = ${visibility}`);
  const hasText = (condition: RawBuilder<boolean>) =>
    conditions.push(sql`exists (select ${textsOf(tx)} and ${condition})`);
  if (language) hasText(sql`x.language = ${language}`);
  if (state && state !== 'archived') hasText(sql`${stateOf(tx)} = ${state}`);
  const search = parseSearch(list.search, 'technician');
  if (search) hasText(matching(tx, search));
  else if (list.search !== '') conditions.push(sql`false`);
  return conditions;
}

/** All the words in the text (for who writes in its draft, too), or parts of words in the title. */
function matching(
  tx: ConsoleTx,
  { words, parts }: NonNullable<ReturnType<typeof parseSearch>>,
): RawBuilder<boolean> {
  const query = sql`to_tsquery('portico', ${words})`;
  const patterns = sql`array(
    select '%' || lower(fold_accents(part)) || '%' from unnest(${parts}::text[]) part)`;
  const hasParts = (title: RawBuilder<unknown>) =>
    sql<boolean>`(${parts.length > 0} and ${title} like all (${patterns}))`;
  const published = sql<boolean>`(x.published_at is not null
    and (x.document @@ ${query} or ${hasParts(sql`x.title_folded`)}))`;
  if (!isWriter(tx)) return published;
  return sql<boolean>`(${published} or x.draft_document @@ ${query}
    or ${hasParts(sql`lower(fold_accents(x.draft_title))`)})`;
}

export interface NewArticle {
  categoryId: number;
  slug: string;
  visibility: ArticleVisibility;
  authorId: number;
}

export async function insertArticle(tx: TenantTx, article: NewArticle, now: Date): Promise<number> {
  const { id } = await tx
    .insertInto('articles')
    .values({
      category_id: article.categoryId,
      slug: article.slug,
      visibility: article.visibility,
      author_id: article.authorId,
      created_at: now,
      updated_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export interface ArticleChanges {
  category_id?: number;
  slug?: string;
  visibility?: ArticleVisibility;
  archived_at?: Date | null;
}

/** False when the article is not there or has another version by now. An address that it leaves stays its own. */
export async function updateArticle(
  tx: TenantTx,
  { id, version }: { id: number; version: number },
  changes: ArticleChanges,
  now: Date,
): Promise<boolean> {
  const { slug } = changes;
  const { numUpdatedRows } = await tx
    .updateTable('articles')
    .set({
      ...changes,
      ...(slug !== undefined && {
        former_slugs: sql<string[]>`array_remove(former_slugs, ${slug}) || slug`,
      }),
      updated_at: now,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Something of it has changed that has a version of its own. */
export async function touchArticle(tx: TenantTx, id: number, now: Date): Promise<void> {
  await tx.updateTable('articles').set({ updated_at: now }).where('id', '=', id).execute();
}

export async function setArticleCustomers(
  tx: TenantTx,
  articleId: number,
  customerIds: readonly number[],
): Promise<void> {
  await tx.deleteFrom('article_customers').where('article_id', '=', articleId).execute();
  if (customerIds.length === 0) return;
  await tx
    .insertInto('article_customers')
    .values(customerIds.map((customer_id) => ({ article_id: articleId, customer_id })))
    .execute();
}

/** Those of the ids that are customers within the actor's reach. */
export async function findKnownCustomers(tx: TenantTx, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('customers')
    .select('id')
    .where('id', 'in', [...ids])
    .where(inReach(tx.actor, 'customers.id'))
    .execute();
  return rows.map(({ id }) => id);
}

/** An address that an article left may be taken by another: links to what is there now count more. */
export async function isArticleSlugTaken(
  tx: TenantTx,
  slug: string,
  exceptId: number | null,
): Promise<boolean> {
  const { rows } = await sql`
    select from articles where slug = ${slug} and id is distinct from ${exceptId}`.execute(tx);
  return rows.length > 0;
}
