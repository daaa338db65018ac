// What the addresses of lists have in common. They keep what is understood: a mistyped address
// shows a list, not an error.

/** Reads one part of an address each. */
export function addressReader(search: Record<string, unknown>) {
  const text = (name: string) => {
    const value = search[name];
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
  };
  const oneOf = <Word extends string>(name: string, words: readonly Word[]) =>
    words.find((word) => word === search[name]);
  return {
    text,
    oneOf,
    /** An id as text, or one of the words. */
    id(name: string, words: readonly string[] = []) {
      const value = search[name] === undefined ? undefined : String(search[name]);
      const isId = value !== undefined && /^[1-9]\d{0,14}$/.test(value);
      return isId ? value : oneOf(name, words);
    },
    /** A comma list of words. */
    list: (name: string, words: readonly string[]) => joined(wordsOf(text(name), words)),
    flag: (name: string): 'true' | undefined =>
      String(search[name]) === 'true' ? 'true' : undefined,
  };
}

export function wordsOf<Word extends string>(
  text: string | undefined,
  words: readonly Word[],
): Word[] {
  const named = new Set(text?.split(','));
  return words.filter((word) => named.has(word));
}

export function joined(words: readonly string[]): string | undefined {
  return words.length > 0 ? words.join() : undefined;
}

/** The address part for several chosen words, of which the usual ones need no mention. */
export function wordsSearch<Word extends string>(
  chosen: readonly string[],
  words: readonly Word[],
  usual: readonly Word[],
): string | undefined {
  const known = words.filter((word) => chosen.includes(word));
  if (known.length === 0 || known.length === words.length) return 'any';
  return known.join() === usual.join() ? undefined : known.join();
}

/** The chosen words of such a part; none: all. */
export function usualOr<Word extends string>(
  text: string | undefined,
  words: readonly Word[],
  usual: readonly Word[],
): readonly Word[] {
  if (text === 'any') return [];
  return text ? wordsOf(text, words) : usual;
}

export const numberOf = (text: string | undefined) =>
  text === undefined ? undefined : Number(text);

/** True when something beyond the usual view is asked for, so that it can be put back. */
export function isFiltered(search: { sort?: unknown }): boolean {
  const { sort: _order, ...filters } = search;
  return Object.values(filters).some((value) => value !== undefined);
}
