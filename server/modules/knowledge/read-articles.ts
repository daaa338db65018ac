import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { notFound } from '#platform/errors.ts';
import { fileAnswer } from '#platform/http/file-answer.ts';
import type { RawAnswer } from '#platform/http/route.ts';
import type { Language } from '#shared/languages.ts';
import { findReadableFile } from './article-files.queries.ts';
import { HIT_END, HIT_START, type TextsByLanguage } from './read-articles.queries.ts';
import { countView, keepRating, keepSearch, type Rating } from './reading-figures.queries.ts';
import type { ArticleReader } from './visible-articles.queries.ts';

/** A piece of a text: what was looked for, or what stands around it. */
export interface MarkedPiece {
  text: string;
  isHit: boolean;
}

/** A text with marks around what was found, in pieces, so that nobody has to make HTML of it. */
export function piecesOf(marked: string): MarkedPiece[] {
  return marked
    .split(new RegExp(`(${HIT_START}[^${HIT_END}]*${HIT_END})`))
    .map((piece) => ({
      text: piece.replaceAll(HIT_START, '').replaceAll(HIT_END, ''),
      isHit: piece.startsWith(HIT_START),
    }))
    .filter(({ text }) => text !== '');
}

/** What stands there in the first of the languages that it has, or in any; '' for nothing. */
export function inLanguage(texts: TextsByLanguage, languages: readonly Language[]): string {
  const known = languages.find((language) => texts[language]);
  return (known ? texts[known] : Object.values(texts).find(Boolean)) ?? '';
}

/** A picture or attachment of an article. Throws 404 for one that the reader may not have. */
export async function openArticleFile(
  tx: TenantTx,
  reader: ArticleReader,
  id: number,
): Promise<RawAnswer> {
  const row = await findReadableFile(tx, reader, id);
  if (!row) throw notFound();
  return fileAnswer(tx.platform.files, {
    key: row.file_key,
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
  });
}

/** Somebody who is no technician has opened the article. */
export const countArticleView = (tx: TenantTx, articleId: number) =>
  countView(tx, articleId, clock.now());

/** "Was this article helpful?" The caller has made sure that the reader may read it. */
export const rateArticle = (tx: TenantTx, rating: Rating) => keepRating(tx, rating, clock.now());

const SEARCH_MAX_CHARS = 100;

/**
 * Keeps what a reader looked for (once he is done typing), for the list of questions without an
 * answer. Never who asked.
 * @param found how many articles had all the words
 */
export async function noteArticleSearch(
  tx: TenantTx,
  { search, found }: { search: string; found: number },
): Promise<void> {
  const words = search.toLowerCase().replace(/\s+/g, ' ').trim().slice(0, SEARCH_MAX_CHARS).trim();
  if (words !== '') await keepSearch(tx, { words, found }, clock.now());
}
