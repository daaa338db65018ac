import { recordAudit } from '#modules/audit/index.ts';
import { clock, inMs, MINUTE_MS } from '#platform/clock.ts';
import { conflict, invalid, notFound, refused } from '#platform/errors.ts';
import { publish } from '#platform/events/event-hub.ts';
import { cleanArticleHtml } from '#platform/html/clean-html.ts';
import { wordsFromHtml } from '#platform/html/text-html.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import type { Language } from '#shared/languages.ts';
import { findArticleFiles, touchArticleFiles } from './article-files.queries.ts';
import { keepImages } from './article-html.rules.ts';
import {
  type DraftFields,
  deleteText,
  dropDraftChanges,
  findTextRow,
  insertText,
  type TextRow,
  updateDraft,
} from './article-texts.queries.ts';
import { keepVersion } from './article-versions.queries.ts';
import { touchArticle } from './articles.queries.ts';
import { findText, getArticleRow } from './articles.ts';
import type { ArticleTextView } from './articles.views.ts';

export interface WrittenArticle {
  title: string;
  html: string;
  attachmentIds?: readonly number[] | undefined;
}

const MERGE_MS = 10 * MINUTE_MS;

/**
 * What somebody wrote, cleaned. Pictures that are not stored here are left out; throws 400 for
 * attachments that are not there.
 */
export async function readWritten(tx: ConsoleTx, written: WrittenArticle): Promise<DraftFields> {
  const attachmentIds = written.attachmentIds ?? [];
  const clean = cleanArticleHtml(written.html);
  const files = await findArticleFiles(tx, [...attachmentIds, ...clean.imageIds]);
  const known = new Set(files.map(({ id }) => id));
  if (!attachmentIds.every((id) => known.has(id))) {
    throw invalid({ field: 'attachmentIds', code: 'unknownAttachment' });
  }
  const html = keepImages(clean.html, known);
  const imageIds = clean.imageIds.filter((id) => known.has(id));
  await touchArticleFiles(tx, [...known], clock.now());
  return { title: written.title, html, words: wordsFromHtml(html), imageIds, attachmentIds };
}

/**
 * Keeps the draft of a language; readers get it once it is published. Throws 409 with the text as it
 * is now when `version` (0 for a language that is new) is not its version any more.
 */
export async function saveDraft(
  tx: ConsoleTx,
  articleId: number,
  language: Language,
  { version, ...written }: WrittenArticle & { version: number },
): Promise<ArticleTextView> {
  await getArticleRow(tx, articleId);
  const before = await findTextRow(tx, articleId, language);
  if ((before?.version ?? 0) !== version) throw await textConflict(tx, articleId, language);
  const draft = await readWritten(tx, written);
  if (!before || !isSame(before, draft)) {
    await writeDraft(tx, { articleId, language, version }, draft, null);
  }
  return getText(tx, articleId, language);
}

/** @param restoredFrom the version that the draft is taken from */
export async function writeDraft(
  tx: ConsoleTx,
  key: { articleId: number; language: Language; version: number },
  draft: DraftFields,
  restoredFrom: number | null,
): Promise<void> {
  const now = clock.now();
  const { technicianId, name: technicianName } = tx.actor;
  const by = { technicianId, now };
  const isKept =
    key.version === 0
      ? await insertText(tx, key, draft, by)
      : await updateDraft(tx, key, draft, by);
  if (!isKept) throw await textConflict(tx, key.articleId, key.language);
  const mergeAfter = inMs(-MERGE_MS, now);
  await keepVersion(tx, {
    ...key,
    draft,
    technicianId,
    technicianName,
    restoredFrom,
    now,
    mergeAfter,
  });
  await touchArticle(tx, key.articleId, now);
  await publish(tx, { kind: 'articleDraft', ids: { id: key.articleId } });
}

/** The draft says again what readers get. Throws 409 when they get nothing. */
export async function dropDraft(
  tx: ConsoleTx,
  articleId: number,
  language: Language,
  version: number,
): Promise<ArticleTextView> {
  const row = await getTextRow(tx, articleId, language);
  if (row.published_at === null) throw refused('articleNotPublished');
  if (!(await dropDraftChanges(tx, { articleId, language, version }, clock.now()))) {
    throw await textConflict(tx, articleId, language);
  }
  await noteText(tx, 'article.draftDropped', { articleId, language, title: row.title ?? '' });
  await publish(tx, { kind: 'articleDraft', ids: { id: articleId } });
  return getText(tx, articleId, language);
}

/**
 * Takes a language away that readers do not get; its versions stay, and come back with it. Throws
 * 409 while it is published, and for the last language of an article.
 */
export async function removeText(
  tx: ConsoleTx,
  articleId: number,
  language: Language,
): Promise<void> {
  const row = await getTextRow(tx, articleId, language);
  const article = await getArticleRow(tx, articleId);
  if (row.published_at !== null) throw refused('articleIsPublished');
  if (article.languages.length === 1) throw refused('articleLastLanguage');
  await deleteText(tx, articleId, language);
  await touchArticle(tx, articleId, clock.now());
  const { draft_title: title } = row;
  await noteText(tx, 'article.translationRemoved', { articleId, language, title });
  await publish(tx, { kind: 'articleDraft', ids: { id: articleId } });
}

/** Throws 404 when there is none, or the article is not the technician's to see. */
export async function getTextRow(
  tx: ConsoleTx,
  articleId: number,
  language: Language,
): Promise<TextRow> {
  await getArticleRow(tx, articleId);
  const row = await findTextRow(tx, articleId, language);
  if (!row) throw notFound();
  return row;
}

export async function getText(
  tx: ConsoleTx,
  articleId: number,
  language: Language,
): Promise<ArticleTextView> {
  const text = await findText(tx, articleId, language);
  if (!text) throw notFound();
  return text;
}

export const textConflict = async (tx: ConsoleTx, articleId: number, language: Language) =>
  conflict(await findText(tx, articleId, language));

export async function noteText(
  tx: ConsoleTx,
  action: `article.${'draftDropped' | 'translationRemoved' | 'published' | 'unpublished' | 'versionRestored'}`,
  { articleId, language, title }: { articleId: number; language: Language; title: string },
): Promise<void> {
  await recordAudit(tx, {
    action,
    subjectKind: 'article',
    subjectId: articleId,
    subjectName: title,
    details: { language },
  });
}

function isSame(row: TextRow, draft: DraftFields): boolean {
  return (
    row.draft_title === draft.title &&
    row.draft_html === draft.html &&
    row.draft_attachment_ids.join() === draft.attachmentIds.join()
  );
}
