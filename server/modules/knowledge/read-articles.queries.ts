import { sql } from 'kysely';
import { parseSearch, type Search } from '#modules/search/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { ArticleVisibility } from '#shared/knowledge.ts';
import type { Language } from '#shared/languages.ts';
import { type ArticleReader, readableArticles } from './visible-articles.queries.ts';

export type TextsByLanguage = Partial<Record<Language, string>>;

export interface ReadableCategoryRow {
  id: number;
  parent_id: number | null;
  slug: string;
  names: TextsByLanguage;
  descriptions: TextsByLanguage;
  /** Articles in the category itself that the reader may read, and the languages that they have. */
  article_count: number;
  languages: Language[];
}

/**
 * Categories in their order, parents before what is in them. One without an article for the reader
 * is none for him: its name may tell of what he may not read.
 */
export async function listReadableCategories(
  tx: TenantTx,
  reader: ArticleReader,
): Promise<ReadableCategoryRow[]> {
  const { rows } = await sql<ReadableCategoryRow>`
    select c.id, c.parent_id, c.slug, c.names, c.descriptions,
      coalesce(filled.article_count, 0)::integer as article_count,
      coalesce(filled.languages, '{}') as languages
    from article_categories c
    left join (
      select a.category_id, count(distinct a.id) as article_count,
        array_agg(distinct x.language) as languages
      ${published(reader)}
      group by a.category_id) filled on filled.category_id = c.id
    order by c.parent_id nulls first, c.position, c.id`.execute(tx);
  return withoutEmpty(rows);
}

/** Those with an article, and those above one. */
export function withoutEmpty<
  Row extends Pick<ReadableCategoryRow, 'id' | 'parent_id' | 'article_count'>,
>(rows: readonly Row[]): Row[] {
  const used = new Set(
    rows.flatMap((row) => (row.article_count > 0 ? [row.id, row.parent_id] : [])),
  );
  return rows.filter(({ id }) => used.has(id));
}

export async function findCategorySlug(tx: TenantTx, id: number): Promise<string> {
  const { rows } = await sql<{ slug: string }>`
    select slug from article_categories where id = ${id}`.execute(tx);
  return rows[0]?.slug ?? '';
}

/** What lists show of an article: one published language of it. */
export interface ReadableRow {
  id: number;
  slug: string;
  category_id: number;
  category_slug: string;
  visibility: ArticleVisibility;
  language: Language;
  title: string;
  /** The words alone, from the beginning. */
  beginning: string;
  first_published_at: Date;
  published_at: Date;
  /** Every language that it can be read in. */
  languages: Language[];
}

const BEGINNING_CHARS = 300;

const listed = sql`a.id, a.slug, a.category_id, c.slug as category_slug, a.visibility, x.language, x.title,
  left(x.words, ${sql.lit(BEGINNING_CHARS)}) as beginning, x.first_published_at, x.published_at,
  array(
    select other.language from article_texts other
    where other.tenant_id = a.tenant_id and other.article_id = a.id
      and other.published_at is not null order by other.language) as languages`;

const published = (reader: ArticleReader) => sql`
  from articles a
  join article_categories c on c.tenant_id = a.tenant_id and c.id = a.category_id
  join article_texts x on x.tenant_id = a.tenant_id and x.article_id = a.id
  where x.published_at is not null and ${readableArticles(reader)}`;

/** The reader's language first, then the others in the order given, then any. */
const byLanguage = (languages: readonly Language[]) =>
  sql`array_position(${[...languages]}::text[], x.language) nulls last, x.language`;

/**
 * Articles that the reader may read, each in the first of the languages that it has (or in any),
 * by title.
 */
export async function listReadableArticles(
  tx: TenantTx,
  reader: ArticleReader,
  list: {
    languages: readonly Language[];
    categoryId?: number;
    /** Only the first so many of each category. */
    perCategory?: number;
    limit?: number;
  },
): Promise<ReadableRow[]> {
  const { languages, categoryId, perCategory, limit } = list;
  const { rows } = await sql<ReadableRow>`
    with chosen as materialized (
      select distinct on (a.id) a.id, a.category_id, x.language, x.title_folded
      ${published(reader)}
        ${categoryId === undefined ? sql`` : sql`and a.category_id = ${categoryId}`}
      order by a.id, ${byLanguage(languages)}),
    placed as (
      select id, language,
        row_number() over (partition by category_id order by title_folded, id) as place
      from chosen
      order by title_folded, id
      ${limit === undefined ? sql`` : sql`limit ${limit}`})
    select ${listed}
    from placed
    join articles a on a.id = placed.id
    join article_categories c on c.tenant_id = a.tenant_id and c.id = a.category_id
    join article_texts x on x.tenant_id = a.tenant_id and x.article_id = a.id
      and x.language = placed.language
    ${perCategory === undefined ? sql`` : sql`where place <= ${perCategory}`}
    order by x.title_folded, a.id`.execute(tx);
  return rows;
}

export interface ReadableArticle {
  id: number;
  slug: string;
  category_id: number;
  visibility: ArticleVisibility;
}

/** By its address; also by one that it had before (then `slug` is the one that it has now). */
export async function findReadableArticle(
  tx: TenantTx,
  reader: ArticleReader,
  slug: string,
): Promise<ReadableArticle | undefined> {
  const { rows } = await sql<ReadableArticle>`
    select a.id, a.slug, a.category_id, a.visibility from articles a
    where (a.slug = ${slug} or ${slug} = any (a.former_slugs)) and ${readableArticles(reader)}
      and exists (
        select from article_texts x
        where x.tenant_id = a.tenant_id and x.article_id = a.id and x.published_at is not null)
    order by a.slug = ${slug} desc, a.id limit 1`.execute(tx);
  return rows[0];
}

/** The same by its id, e.g. for a rating. */
export async function findReadableArticleById(
  tx: TenantTx,
  reader: ArticleReader,
  id: number,
): Promise<ReadableArticle | undefined> {
  const { rows } = await sql<ReadableArticle>`
    select a.id, a.slug, a.category_id, a.visibility from articles a
    where a.id = ${id} and ${readableArticles(reader)} and exists (
      select from article_texts x
      where x.tenant_id = a.tenant_id and x.article_id = a.id and x.published_at is not null)`.execute(
    tx,
  );
  return rows[0];
}

export interface PublishedText {
  language: Language;
  title: string;
  /** Sanitised; pictures are src="article-file:<id>", see `withFileUrls`. */
  html: string;
  words: string;
  attachment_ids: number[];
  first_published_at: Date;
  published_at: Date;
}

/** What readers get of an article, in every language; the caller has made sure that it is theirs. */
export async function listPublishedTexts(
  tx: TenantTx,
  articleId: number,
): Promise<PublishedText[]> {
  const { rows } = await sql<PublishedText>`
    select language, title, html, words, attachment_ids, first_published_at, published_at
    from article_texts
    where article_id = ${articleId} and published_at is not null
    order by language`.execute(tx);
  return rows;
}

export interface FoundRow extends ReadableRow {
  /** Every word that was typed is in it; otherwise only the more telling ones are. */
  has_all_words: boolean;
  /** Title, and a piece of the text, with what was found between the two marks. */
  marked_title: string;
  marked_text: string;
}

/** Private-use characters: no text of ours has them, see `search_text` and the marks below. */
export const HIT_START = '\ue000';
export const HIT_END = '\ue001';
const MARKS = `StartSel=${HIT_START}, StopSel=${HIT_END}`;

/** What has less of the words' weight than this has little to do with them. */
const WEIGHT_SHARE_MIN = 0.45;
/** A word that no article has says little about which one is meant. */
const UNKNOWN_SHARE = 0.25;
/** Shorter ones ("is", "my") tell nothing in a sentence. */
const TELLING_MIN_CHARS = 3;

/** The words that a sentence can be told by; all of them if they are all short. */
function tellingOf({ terms }: Search): string[] {
  const telling = terms.filter(
    (term) => (/[\p{L}\p{N}\p{M}]+/u.exec(term)?.[0] ?? '').length >= TELLING_MIN_CHARS,
  );
  return telling.length > 0 ? telling : terms;
}

/**
 * The best of the reader's articles for some words, at most `limit`: first those that have all of
 * them (or all of them within words of the title), then those that have the more telling ones, so
 * that a whole sentence finds something. How much a word tells is how few of the articles have it.
 * Each article comes once, in the reader's language if the words are in that text.
 */
export async function searchReadableArticles(
  tx: TenantTx,
  reader: ArticleReader,
  asked: { search: string; languages: readonly Language[]; limit: number },
): Promise<FoundRow[]> {
  const search = parseSearch(asked.search, 'technician');
  if (!search) return [];
  const telling = tellingOf(search);
  const all = telling.length + 1;
  const { rows } = await sql<FoundRow>`
    with readable as materialized (
      select a.id, x.language, x.title_folded, x.title_document,
        array_position(${[...asked.languages]}::text[], x.language) as preference
      ${published(reader)}),
    queries as materialized (
      select to_tsquery('portico', term) as query, number::integer
      from unnest(${[...telling, search.words]}::text[]) with ordinality words (term, number)),
    matches as materialized (
      select m.term, r.id, r.language
      from match_article_texts((select array_agg(query order by number) from queries)) m
      join readable r on r.id = m.article_id and r.language = m.language),
    terms as materialized (
      select number, query, ln(1 + (select count(*) from readable)::float8 / (matches + 1))
          * case when matches = 0 then ${UNKNOWN_SHARE}::float8 else 1 end as weight
      from (
        select number, query, (select count(*) from matches where term = number) as matches
        from queries where number < ${all}) counted),
    scored as (
      select readable.*,
        (matched.has_all or (${search.parts.length} > 0
          and title_folded like all (array(
            select '%' || lower(fold_accents(part)) || '%'
            from unnest(${search.parts}::text[]) part)))) as has_all_words,
        coalesce(matched.score, 0) as score
      from readable
      left join (
        select m.id, m.language, bool_or(m.term = ${all}) as has_all,
          sum(t.weight * (1 + ts_rank('{0,0,0,1}', r.title_document, t.query))) as score
        from matches m
        join readable r on r.id = m.id and r.language = m.language
        left join terms t on t.number = m.term
        group by m.id, m.language) matched using (id, language)),
    best as (
      select distinct on (id) id, language, has_all_words, score from scored
      where has_all_words
        or score > ${WEIGHT_SHARE_MIN} * (select sum(weight) from terms)
      order by id, has_all_words desc, preference nulls last, score desc)
    select ${listed}, has_all_words,
      ts_headline('portico', translate(x.title, ${HIT_START + HIT_END}, ''), any_word,
        ${`HighlightAll=true, ${MARKS}`}) as marked_title,
      ts_headline('portico', translate(left(x.words, 50000), ${HIT_START + HIT_END}, ''), any_word,
        ${`MaxWords=32, MinWords=16, ShortWord=0, ${MARKS}`}) as marked_text
    from (
      select * from best order by has_all_words desc, score desc, id
      limit ${asked.limit}) best
    join articles a on a.id = best.id
    join article_categories c on c.tenant_id = a.tenant_id and c.id = a.category_id
    join article_texts x on x.tenant_id = a.tenant_id and x.article_id = a.id
      and x.language = best.language
    cross join (select to_tsquery('portico', ${search.terms.join(' | ')}) as any_word) marks
    order by has_all_words desc, score desc, a.id`.execute(tx);
  return rows;
}
