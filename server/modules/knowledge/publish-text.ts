import { clock } from '#platform/clock.ts';
import { conflict, invalid, refused } from '#platform/errors.ts';
import { publish } from '#platform/events/event-hub.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import type { Language } from '#shared/languages.ts';
import { publishDraft, unpublishText } from './article-texts.queries.ts';
import { markPublished } from './article-versions.queries.ts';
import { touchArticle } from './articles.queries.ts';
import { getArticleRow } from './articles.ts';
import type { ArticleTextView } from './articles.views.ts';
import { getText, getTextRow, noteText, textConflict } from './write-text.ts';

/**
 * Readers get the draft of this language from now on. Throws 400 for a text without content, 409 for
 * an archived article and when `version` is not the text's version any more.
 */
export async function publishText(
  tx: ConsoleTx,
  articleId: number,
  language: Language,
  version: number,
): Promise<ArticleTextView> {
  const row = await getTextRow(tx, articleId, language);
  const article = await getArticleRow(tx, articleId);
  if (article.archived_at !== null) throw refused('articleArchived');
  if (row.version !== version) throw await textConflict(tx, articleId, language);
  if (row.draft_words === '' && row.draft_image_ids.length === 0) {
    throw invalid({ field: 'html', code: 'required' });
  }
  const isNews = row.published_at === null || row.has_changes;
  if (!isNews) return getText(tx, articleId, language);
  const now = clock.now();
  if (!(await publishDraft(tx, { articleId, language, version }, now))) {
    throw await textConflict(tx, articleId, language);
  }
  await markPublished(tx, { articleId, language }, now);
  await touchArticle(tx, articleId, now);
  await noteText(tx, 'article.published', { articleId, language, title: row.draft_title });
  await announce(tx, articleId);
  return getText(tx, articleId, language);
}

/** Readers do not get this language any more; the draft stays. */
export async function unpublishArticleText(
  tx: ConsoleTx,
  articleId: number,
  language: Language,
): Promise<ArticleTextView> {
  const row = await getTextRow(tx, articleId, language);
  if (row.published_at === null) return getText(tx, articleId, language);
  const now = clock.now();
  if (!(await unpublishText(tx, { articleId, language, version: row.version }, now))) {
    throw conflict(await getText(tx, articleId, language));
  }
  await touchArticle(tx, articleId, now);
  await noteText(tx, 'article.unpublished', { articleId, language, title: row.title ?? '' });
  await announce(tx, articleId);
  return getText(tx, articleId, language);
}

/** Tells those who may have read it, and those who may read it now. */
export async function announce(
  tx: ConsoleTx,
  articleId: number,
  before?: { visibility: string; customers: readonly { id: number }[] },
): Promise<void> {
  const article = await getArticleRow(tx, articleId);
  const states = before ? [before, article] : [article];
  const isForChosen = states.every(({ visibility }) => visibility === 'customers');
  const ids = states.flatMap(({ customers }) => customers.map(({ id }) => id));
  await publish(tx, {
    kind: 'article',
    ids: { id: articleId },
    ...(isForChosen && { ofCustomers: [...new Set(ids)] }),
  });
}
