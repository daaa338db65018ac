const WORDS_MAX = 8;
/** Shorter ones are taken as whole words: nearly every word begins with "a". */
const PREFIX_MIN_CHARS = 3;
/** Half of them and more are everywhere: such letters find no part of a word in an index. */
const PART_MIN_CHARS = 3;

/** Who asks decides what may be searched: internal notes have weight D. */
export type SearchAudience = 'technician' | 'contact';

export interface Search {
  /** For to_tsquery: every word has to be there, as a word's beginning. */
  query: string;
  /** Words that may stand anywhere inside the subject's, the longest first; empty = do not look. */
  parts: string[];
}

/**
 * What was typed, as a search; null when there is no word in it. Marks between words are no part
 * of them, in the documents neither (see `search_text` in the migrations), so nothing that
 * to_tsquery or LIKE would take for an operator comes through.
 */
export function parseSearch(typed: string, audience: SearchAudience): Search | null {
  const words = typed
    .normalize('NFC')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
    .slice(0, WORDS_MAX);
  if (words.length === 0) return null;
  const weights = audience === 'contact' ? 'ABC' : '';
  const terms = words.map((word) => {
    const star = word.length >= PREFIX_MIN_CHARS ? '*' : '';
    return star || weights ? `'${word}':${star}${weights}` : `'${word}'`;
  });
  const parts = words.some((word) => word.length >= PART_MIN_CHARS)
    ? words.toSorted((a, b) => b.length - a.length)
    : [];
  return { query: terms.join(' & '), parts };
}
