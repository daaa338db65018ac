import {
  countArticleView,
  findReadableArticleById,
  noteArticleSearch,
  rateArticle,
  searchReadableArticles,
} from '#modules/knowledge/index.ts';
import { notFound } from '#platform/errors.ts';
import type { ReaderTx } from '#platform/http/route.ts';
import type { Reading } from './reading.ts';

/** A search finds the best; nobody reads the hundredth. */
export const FOUND_MAX = 50;

/** Keeps the words that a reader looked for, once he is done typing. */
export async function noteSearch(tx: ReaderTx, search: string, reading: Reading): Promise<void> {
  const found = await searchReadableArticles(tx, reading.reader, {
    search,
    languages: reading.languages,
    limit: FOUND_MAX,
  });
  await noteArticleSearch(tx, { search, found: found.filter((row) => row.has_all_words).length });
}

/** Somebody has opened the article. Throws 404 for one that he may not read. */
export async function noteView(tx: ReaderTx, id: number, { reader }: Reading): Promise<void> {
  const article = await findReadableArticleById(tx, reader, id);
  if (!article) throw notFound();
  await countArticleView(tx, article.id);
}

/** "Was this article helpful?" Throws 404 for one that the reader may not read. */
export async function rate(
  tx: ReaderTx,
  id: number,
  answer: { isHelpful: boolean; comment: string; userAgent: string },
  { reader, languages }: Reading,
): Promise<void> {
  const article = await findReadableArticleById(tx, reader, id);
  if (!article) throw notFound();
  await rateArticle(tx, {
    articleId: article.id,
    reader: whoIs(tx, answer.userAgent),
    isHelpful: answer.isHelpful,
    comment: answer.comment,
    language: languages[0] ?? tx.actor.language,
  });
}

/** Tells readers apart without keeping who they are. */
function whoIs(tx: ReaderTx, userAgent: string): string {
  if (tx.actor.kind === 'contact') return `contact:${tx.actor.contactId}`;
  const traits = `${tx.tenantId} ${tx.origin?.ip} ${userAgent}`;
  return tx.platform.secrets.sign('articleReader', traits).toString('base64url');
}
