import { sql } from 'kysely';
import type { ConsoleTx } from '#platform/http/route.ts';
import type { Language } from '#shared/languages.ts';

export interface ReadRow {
  id: number;
  title: string;
  views: number;
  helpful: number;
  unhelpful: number;
}

interface Period {
  from: Date;
  languages: readonly Language[];
  limit: number;
}

/** Articles with what their readers did since then. */
const figures = ({ from, languages }: Period) => sql`
  select a.id, (
      select x.draft_title from article_texts x
      where x.tenant_id = a.tenant_id and x.article_id = a.id
      order by array_position(${[...languages]}::text[], x.language) nulls last, x.language
      limit 1) as title,
    coalesce((
      select sum(v.views) from article_views v
      where v.tenant_id = a.tenant_id and v.article_id = a.id
        and v.day >= (${from}::timestamptz at time zone 'utc')::date), 0)::integer as views,
    rated.helpful, rated.unhelpful
  from articles a
  cross join lateral (
    select count(*) filter (where r.is_helpful)::integer as helpful,
      count(*) filter (where not r.is_helpful)::integer as unhelpful
    from article_ratings r
    where r.tenant_id = a.tenant_id and r.article_id = a.id and r.created_at >= ${from}) rated
  where a.archived_at is null`;

export async function listMostRead(tx: ConsoleTx, period: Period): Promise<ReadRow[]> {
  const { rows } = await sql<ReadRow>`
    select * from (${figures(period)}) article where views > 0
    order by views desc, id limit ${period.limit}`.execute(tx);
  return rows;
}

/** Those that more readers than not found of no help come first. */
export async function listUnhelpful(tx: ConsoleTx, period: Period): Promise<ReadRow[]> {
  const { rows } = await sql<ReadRow>`
    select * from (${figures(period)}) article where unhelpful > 0
    order by unhelpful - helpful desc, unhelpful desc, id limit ${period.limit}`.execute(tx);
  return rows;
}

export interface SearchRow {
  words: string;
  asked: number;
  /** How many articles had all the words when it was asked last. */
  found: number;
  last_day: Date;
}

/** @param isAnswered false: only what found nothing when it was asked last */
export async function listSearches(
  tx: ConsoleTx,
  { from, limit }: Pick<Period, 'from' | 'limit'>,
  isAnswered: boolean,
): Promise<SearchRow[]> {
  const { rows } = await sql<SearchRow>`
    select * from (
      select words, sum(asked)::integer as asked, max(day)::timestamptz as last_day,
        (array_agg(found order by day desc))[1] as found
      from article_searches
      where day >= (${from}::timestamptz at time zone 'utc')::date
      group by words) search
    where ${isAnswered ? sql`found > 0` : sql`found = 0`}
    order by asked desc, last_day desc, words limit ${limit}`.execute(tx);
  return rows;
}

export interface CommentRow {
  article_id: number;
  title: string;
  comment: string;
  is_helpful: boolean;
  language: Language;
  created_at: Date;
}

/** What readers wrote beside their answer, the newest first. Nobody is told who. */
export async function listComments(tx: ConsoleTx, period: Period): Promise<CommentRow[]> {
  const { rows } = await sql<CommentRow>`
    select r.article_id, r.comment, r.is_helpful, r.language, r.created_at, (
        select x.draft_title from article_texts x
        where x.tenant_id = r.tenant_id and x.article_id = r.article_id
        order by array_position(${[...period.languages]}::text[], x.language) nulls last, x.language
        limit 1) as title
    from article_ratings r
    where r.comment <> '' and r.created_at >= ${period.from}
    order by r.created_at desc limit ${period.limit}`.execute(tx);
  return rows;
}

export interface Totals {
  views: number;
  searches: number;
  unanswered: number;
  helpful: number;
  unhelpful: number;
}

export async function sumUp(tx: ConsoleTx, from: Date): Promise<Totals> {
  const day = sql`(${from}::timestamptz at time zone 'utc')::date`;
  const { rows } = await sql<Totals>`
    select
      coalesce((select sum(views) from article_views where day >= ${day}), 0)::integer as views,
      coalesce((select sum(asked) from article_searches where day >= ${day}), 0)::integer
        as searches,
      coalesce((
        select sum(asked) from article_searches where day >= ${day} and found = 0), 0)::integer
        as unanswered,
      (select count(*) from article_ratings
        where created_at >= ${from} and is_helpful)::integer as helpful,
      (select count(*) from article_ratings
        where created_at >= ${from} and not is_helpful)::integer as unhelpful`.execute(tx);
  return rows[0]!;
}
