/** Time in which the second key of "g t" has to follow. */
const PAUSE_MAX_MS = 1_500;

/**
 * Recognises single keys and sequences of two ("g t").
 * @returns a function that is told each key and answers with the shortcut that it completes
 */
export function keySequence(): (
  key: string,
  now: number,
  known: Iterable<string>,
) => string | null {
  let previous: { key: string; at: number } | null = null;
  return (key, now, known) => {
    const names = new Set(known);
    const pair = previous && now - previous.at <= PAUSE_MAX_MS ? `${previous.key} ${key}` : null;
    previous = null;
    if (pair && names.has(pair)) return pair;
    if ([...names].some((name) => name.startsWith(`${key} `))) {
      previous = { key, at: now };
      return null;
    }
    return names.has(key) ? key : null;
  };
}
