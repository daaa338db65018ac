import type { Client } from 'pg';

/** As many as a provider has after years of writing; most companies stay far below. */
const ARTICLES_MAX = 2_000;
const TICKETS_PER_ARTICLE = 100;
const CATEGORIES = 20;

const CATEGORY_ROWS = `
  insert into article_categories (slug, names, position)
  select 'category-' || n, jsonb_build_object('en', 'Category ' || n), n
  from generate_series(1, $1::int) n`;

/** Public, for contacts, for technicians, in turns of ten. */
const ARTICLE_ROWS = `
  insert into articles (category_id, slug, visibility, author_id)
  select first.category + n % $2::int, 'article-' || n,
    case when n % 10 < 6 then 'public' when n % 10 < 9 then 'contacts' else 'technicians' end,
    first.technician
  from generate_series(1, $1::int) n
  cross join (select
      (select min(id) from article_categories where tenant_id = current_tenant_id()) as category,
      (select min(id) from technicians where tenant_id = current_tenant_id()) as technician) first`;

/** English ones, every third in German as well: twenty paragraphs, some 4,000 characters. */
const TEXT_ROWS = `
  insert into article_texts (article_id, language, draft_title, draft_html, draft_words, title, html,
    words, published_at, first_published_at, has_changes)
  select a.id, l.language, t.title, '', '', t.title, t.html, t.words, now(), now(), false
  from articles a
  cross join lateral (select unnest(
      case when a.id % 3 = 0 then array['en', 'de'] else array['en'] end) as language) l
  cross join lateral (select
      left(split_part(min(p.text), '.', 1), 80) || ' ' || a.id as title,
      string_agg('<p>' || p.text || '</p>', '' order by p.id) as html,
      string_agg(p.text, ' ' order by p.id) as words
    from generate_series(1, 20) part
    join bench_paragraphs p on p.id = (a.id * 37 + part * 101) % 4000 + 1) t
  where a.tenant_id = current_tenant_id()`;

/** A knowledge base, for the tenant that is set in the session. */
export async function fillArticles(client: Client, tickets: number): Promise<void> {
  const articles = Math.min(Math.round(tickets / TICKETS_PER_ARTICLE) + 5, ARTICLES_MAX);
  await client.query(CATEGORY_ROWS, [CATEGORIES]);
  await client.query(ARTICLE_ROWS, [articles, CATEGORIES]);
  await client.query(TEXT_ROWS);
}
