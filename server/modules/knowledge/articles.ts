import { z } from 'zod';
import { getTenant } from '#modules/tenants/index.ts';
import { notFound } from '#platform/errors.ts';
import { cutPage, decodeCursor, type Page } from '#platform/http/page.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import type { Language } from '#shared/languages.ts';
import { articleAddress } from './article-address.ts';
import { findArticleFiles } from './article-files.queries.ts';
import { listTextRows } from './article-texts.queries.ts';
import {
  type ArticleList,
  type ArticleRow,
  findArticleRow,
  listArticleRows,
} from './articles.queries.ts';
import {
  type ArticleFileView,
  type ArticleMatchView,
  type ArticleTextView,
  type ArticleView,
  articleFileView,
  articleTextView,
  articleView,
  type ListedArticleView,
  listedArticleView,
} from './articles.views.ts';
import { searchReadableArticles } from './read-articles.queries.ts';
import { piecesOf } from './read-articles.ts';

export const isWriter = ({ actor }: ConsoleTx): boolean =>
  actor.permissions.has('knowledge.manage');

/** The technician's language first, then the company's. */
export async function languagesOf(tx: ConsoleTx): Promise<Language[]> {
  return [tx.actor.language, (await getTenant(tx)).language];
}

const CURSORS = {
  '-updatedAt': z.tuple([z.string(), z.number().int()]),
  title: z.tuple([z.string(), z.number().int()]),
  '-views': z.tuple([z.number().int(), z.number().int()]),
};

/** Articles that the technician may see: for who does not write, those that are published. */
export async function listArticles(
  tx: ConsoleTx,
  list: Omit<ArticleList, 'languages' | 'after'> & { cursor?: string | undefined },
): Promise<Page<ListedArticleView>> {
  const { cursor, ...asked } = list;
  const after = decodeCursor<[string | number, number]>(cursor, CURSORS[list.sort]);
  const rows = await listArticleRows(tx, { ...asked, after, languages: await languagesOf(tx) });
  return cutPage(rows, list.limit, listedArticleView, (row) => {
    if (list.sort === 'title') return [row.title_folded, row.id];
    return [list.sort === '-views' ? row.views : row.updated_at.toISOString(), row.id];
  });
}

/** Throws 404 when there is none that the technician may see. */
export async function getArticle(tx: ConsoleTx, id: number): Promise<ArticleView> {
  const row = await getArticleRow(tx, id);
  return articleView(row, {
    address: await articleAddress(tx, row),
    texts: await getTexts(tx, id),
  });
}

export async function getArticleRow(tx: ConsoleTx, id: number): Promise<ArticleRow> {
  const row = await findArticleRow(tx, id);
  if (!row) throw notFound();
  return row;
}

/** The article in one language; null when it is not written in it. */
export async function findText(
  tx: ConsoleTx,
  articleId: number,
  language: Language,
): Promise<ArticleTextView | null> {
  return (await getTexts(tx, articleId)).find((text) => text.language === language) ?? null;
}

async function getTexts(tx: ConsoleTx, articleId: number): Promise<ArticleTextView[]> {
  const rows = (await listTextRows(tx, articleId)).filter(
    ({ published_at }) => isWriter(tx) || published_at !== null,
  );
  const ids = rows.flatMap((row) => [
    ...row.attachment_ids,
    ...(isWriter(tx) ? row.draft_attachment_ids : []),
  ]);
  const filesOf = await fileViews(tx, ids);
  return rows.map((row) => articleTextView(row, { isWriter: isWriter(tx), filesOf }));
}

/** Looks the files up once; gives those that are asked for, in their order. */
export async function fileViews(
  tx: ConsoleTx,
  ids: readonly number[],
): Promise<(wanted: readonly number[]) => ArticleFileView[]> {
  const files = new Map(
    (await findArticleFiles(tx, ids)).map((row) => [row.id, articleFileView(row)]),
  );
  return (wanted) => wanted.flatMap((id) => files.get(id) ?? []);
}

/**
 * Published articles for some words, the best first, e.g. to be put into a reply. Archived ones are
 * not among them, whoever asks.
 */
export async function searchArticles(
  tx: ConsoleTx,
  asked: { search: string; limit: number },
): Promise<ArticleMatchView[]> {
  const rows = await searchReadableArticles(tx, tx.actor, {
    ...asked,
    languages: await languagesOf(tx),
  });
  const { portalAddress } = await getTenant(tx);
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    language: row.language,
    visibility: row.visibility,
    categoryId: row.category_id,
    address: `${portalAddress}/kb/${row.category_slug}/${row.slug}`,
    markedTitle: piecesOf(row.marked_title),
    excerpt: piecesOf(row.marked_text),
  }));
}
