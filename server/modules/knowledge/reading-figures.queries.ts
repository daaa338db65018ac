import { sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Language } from '#shared/languages.ts';

const dayOf = (now: Date) => sql`(${now}::timestamptz at time zone 'utc')::date`;

/** Somebody has opened the article. */
export async function countView(tx: TenantTx, articleId: number, now: Date): Promise<void> {
  await sql`
    insert into article_views (article_id, day, views) values (${articleId}, ${dayOf(now)}, 1)
    on conflict (tenant_id, article_id, day)
    do update set views = article_views.views + 1`.execute(tx);
}

export interface Rating {
  articleId: number;
  /** `contact:<id>`, or a keyed hash for who has not signed in. */
  reader: string;
  isHelpful: boolean;
  comment: string;
  language: Language;
}

/** One answer a reader: the newest counts. */
export async function keepRating(tx: TenantTx, rating: Rating, now: Date): Promise<void> {
  const { articleId, reader, isHelpful, comment, language } = rating;
  const fields = { is_helpful: isHelpful, comment, language, created_at: now };
  await tx
    .insertInto('article_ratings')
    .values({ article_id: articleId, reader, ...fields })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'article_id', 'reader']).doUpdateSet(fields),
    )
    .execute();
}

/** Enough for any company; more in a day is somebody filling the table. */
const SEARCHES_PER_DAY_MAX = 2_000;

/** Words that somebody looked for, and how many articles had all of them. */
export async function keepSearch(
  tx: TenantTx,
  { words, found }: { words: string; found: number },
  now: Date,
): Promise<void> {
  await sql`
    insert into article_searches (day, words, asked, found)
    select ${dayOf(now)}, ${words}, 1, ${found}
    where (select count(*) from article_searches where day = ${dayOf(now)})
        < ${SEARCHES_PER_DAY_MAX}
      or exists (
        select from article_searches where day = ${dayOf(now)} and words = ${words})
    on conflict (tenant_id, day, words)
    do update set asked = article_searches.asked + 1, found = excluded.found`.execute(tx);
}

export async function deleteOldSearches(tx: TenantTx, before: Date): Promise<void> {
  await sql`delete from article_searches where day < ${dayOf(before)}`.execute(tx);
}
