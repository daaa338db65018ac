import { z } from 'zod';
import { notFound } from '#platform/errors.ts';
import { wordsFromHtml } from '#platform/html/text-html.ts';
import { cutPage, decodeCursor, type Page } from '#platform/http/page.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import type { Language } from '#shared/languages.ts';
import { findTextRow } from './article-texts.queries.ts';
import { findVersion, listVersionRows, type VersionContent } from './article-versions.queries.ts';
import { fileViews, getArticleRow } from './articles.ts';
import {
  type ArticleTextView,
  type ArticleVersionView,
  articleVersionView,
  type VersionContentView,
  versionContentView,
} from './articles.views.ts';
import { getText, noteText, textConflict, writeDraft } from './write-text.ts';

interface TextKey {
  articleId: number;
  language: Language;
}

const Cursor = z.tuple([z.number().int()]);

/** What the text said, the newest first. */
export async function listVersions(
  tx: ConsoleTx,
  key: TextKey,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<ArticleVersionView>> {
  await getArticleRow(tx, key.articleId);
  const before = decodeCursor(cursor, Cursor)?.[0] ?? null;
  const rows = await listVersionRows(tx, key, { before, limit });
  return cutPage(rows, limit, articleVersionView, (row) => [row.id]);
}

export async function getVersion(
  tx: ConsoleTx,
  key: TextKey,
  id: number,
): Promise<VersionContentView> {
  const row = await getVersionRow(tx, key, id);
  const filesOf = await fileViews(tx, row.attachment_ids);
  return versionContentView(row, filesOf(row.attachment_ids));
}

/**
 * Makes the draft say what a version said; readers get it once it is published. Throws 409 with the
 * text as it is now when `version` (0: the language was removed) is not its version any more.
 */
export async function restoreVersion(
  tx: ConsoleTx,
  key: TextKey,
  id: number,
  version: number,
): Promise<ArticleTextView> {
  const row = await getVersionRow(tx, key, id);
  const now = await findTextRow(tx, key.articleId, key.language);
  if ((now?.version ?? 0) !== version) throw await textConflict(tx, key.articleId, key.language);
  const draft = {
    title: row.title,
    html: row.html,
    words: wordsFromHtml(row.html),
    imageIds: row.image_ids,
    attachmentIds: row.attachment_ids,
  };
  await writeDraft(tx, { ...key, version }, draft, row.id);
  await noteText(tx, 'article.versionRestored', { ...key, title: row.title });
  return getText(tx, key.articleId, key.language);
}

async function getVersionRow(tx: ConsoleTx, key: TextKey, id: number): Promise<VersionContent> {
  await getArticleRow(tx, key.articleId);
  const row = await findVersion(tx, key, id);
  if (!row) throw notFound();
  return row;
}
