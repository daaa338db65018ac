/** `{[Name]}`, as the portal document writes it. */
export const PLACEHOLDER = /\{\[([^[\]{}]{1,60})\]\}/g;

/** The name as it stands on the lists: an editor may have made its spaces otherwise. */
export const placeholderName = (written: string) => written.replace(/\s+/g, ' ').trim();

/** Something that would not be filled as its writer expects. */
export interface OddPlaceholder {
  reason: 'unknown' | 'unfinished';
  /** As it was written, brackets and all. */
  written: string;
  from: number;
  to: number;
  /** What was probably meant. */
  suggestion: string | null;
}

/** Anything in brackets of these kinds, however many of them. */
const BRACKETED = /[{[]{1,3}([^[\]{}\n]{1,60})[\]}]{1,3}/g;
/** Half of a pair: the other one was forgotten or mistyped. */
const HALF = /\{\[[^[\]{}\n]{0,40}|[^[\]{}\s]{0,40}\]\}/g;

/**
 * What looks like a placeholder and is none of the given ones: with a name that is on no list, in
 * the wrong brackets, or begun and not ended.
 */
export function findOddPlaceholders(text: string, known: readonly string[]): OddPlaceholder[] {
  const odd: OddPlaceholder[] = [];
  const blank = (written: string) => ' '.repeat(written.length);
  const note = (written: string, inner: string, from: number, isExact: boolean) => {
    const suggestion = likelyPlaceholder(placeholderName(inner), known, isExact);
    // "[optional]" is no placeholder that somebody got wrong.
    if (!isExact && suggestion === null) return written;
    odd.push({ reason: 'unknown', written, from, to: from + written.length, suggestion });
    return blank(written);
  };
  const rest = text
    .replace(PLACEHOLDER, (written, inner: string, from: number) =>
      known.includes(placeholderName(inner)) ? blank(written) : note(written, inner, from, true),
    )
    .replace(BRACKETED, (written, inner: string, from: number) =>
      note(written, inner, from, false),
    );
  for (const match of rest.matchAll(HALF)) {
    const written = match[0].trimEnd();
    const name = placeholderName(written.replace(/[{}[\]]/g, ''));
    const suggestion = likelyPlaceholder(name, known, true);
    const to = match.index + written.length;
    odd.push({ reason: 'unfinished', written, from: match.index, to, suggestion });
  }
  return odd.sort((a, b) => a.from - b.from);
}

/** The one of the given names that was probably meant; null when none is near. */
export function likelyPlaceholder(
  written: string,
  known: readonly string[],
  isGenerous = true,
): string | null {
  const wanted = plain(written);
  if (wanted === '') return null;
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const name of known) {
    const distance = editDistance(wanted, plain(name));
    if (distance < bestDistance) [best, bestDistance] = [name, distance];
  }
  const far = isGenerous ? Math.max(2, Math.floor(wanted.length / 3)) : 1;
  return bestDistance <= far ? best : null;
}

const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Letters to put in, take out, change, or swap with the next one (Damerau and Levenshtein). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (isSame ? 0 : 1));
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
}
