const WORDS_MAX = 8;
/** Shorter ones are taken as whole words: nearly every word begins with "a". */
const PREFIX_MIN_CHARS = 3;
/** Among others, three letters are rather a word ("the", "der") than the beginning of one. */
const PREFIX_MIN_CHARS_AMONG_OTHERS = 4;
/** An index of three letters each finds nothing by fewer. */
const PART_MIN_CHARS = 3;

export type SearchAudience = 'technician' | 'contact';

export interface Search {
  /** For to_tsquery: every word has to be there, as a word's beginning; null = look for parts only. */
  words: string | null;
  /** The same, word by word. */
  terms: string[];
  /** All of them have to be in the subject, inside of words too, the longest first; may be empty. */
  parts: string[];
  /** Contacts have short lists, and must not learn from how we search what others' tickets say. */
  audience: SearchAudience;
}

/**
 * What was typed, as a search; null when there is no word in it. Marks between words are no part
 * of them, in the documents neither (see `search_text` in the migrations), so nothing that
 * to_tsquery or LIKE would take for an operator comes through. Internal notes have weight D, which
 * contacts do not ask for.
 */
export function parseSearch(typed: string, audience: SearchAudience): Search | null {
  const words = typed
    .normalize('NFC')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
    .slice(0, WORDS_MAX);
  if (words.length === 0) return null;
  const weights = audience === 'contact' ? 'ABC' : '';
  const prefixFrom = words.length > 1 ? PREFIX_MIN_CHARS_AMONG_OTHERS : PREFIX_MIN_CHARS;
  // The last of several is being written, however short it still is: the list must not go empty
  // between "alpenblick" and "alpenblick hotel". The others keep what is looked up small.
  const isLastBegun = words.length > 1 && /[\p{L}\p{N}\p{M}]$/u.test(typed);
  const terms = words.map((word, place) => {
    const isBegun = isLastBegun && place === words.length - 1;
    const star = isBegun || word.length >= prefixFrom ? '*' : '';
    return star || weights ? `'${word}':${star}${weights}` : `'${word}'`;
  });
  const parts = words.some((word) => word.length >= PART_MIN_CHARS)
    ? words.toSorted((a, b) => b.length - a.length)
    : [];
  return { words: terms.join(' & '), terms, parts, audience };
}
