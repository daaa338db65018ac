import { type RawBuilder, sql } from 'kysely';

const WORDS_MAX = 8;

/**
 * The words of a search box as LIKE patterns for columns that are folded (`lower(fold_accents(…))`):
 * each word has to be found, anywhere in a word. As sub-queries they are folded once; a prepared statement
 * with a parameter in this place folds it for every row, which is most of the work.
 */
export function patternsOf(search: string): RawBuilder<string>[] {
  return search
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, WORDS_MAX)
    .map((word) => word.replace(/[\\%_]/g, '\\$&'))
    .map((word) => sql<string>`(select '%' || lower(fold_accents(${word})) || '%')`);
}
