import { REPLY_MARKER_PATTERN } from '#shared/templates.ts';
import {
  FORWARDED_MESSAGE,
  isAttribution,
  isOriginalMessageLine,
  startsHeaderBlock,
} from './quote-words.ts';

export interface SplitText {
  fresh: string;
  /** The folded history; null when there was none, or when it cannot be told from the answer. */
  quoted: string | null;
}

/** Attribution lines get wrapped by mail programs, never over more lines than this. */
const ATTRIBUTION_MAX_LINES = 4;
/** Longer texts are logs that somebody pasted, not letters. */
const LENGTH_MAX = 300_000;
const RULE = /^\s*[_-]{5,80}\s*$/;

/**
 * Parts what somebody wrote from the history below it. When nothing would be left, or when the
 * answers stand between the quoted lines, everything is kept as new: better to show a line twice
 * than to hide an answer.
 */
export function splitQuotedText(text: string): SplitText {
  if (text.length > LENGTH_MAX) return { fresh: text.trim(), quoted: null };
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const cut = findCut(lines);
  if (cut === null) return { fresh: text.trim(), quoted: null };
  const above = lines.slice(0, cut.from);
  const below = lines.slice(cut.from);
  if (cut.isMarked) return partsOrAll(text, above, below);

  const quotedLines = below.filter(isQuotedLine).length;
  if (quotedLines === 0) return partsOrAll(text, above, below);
  const lastQuoted = below.findLastIndex(isQuotedLine);
  const firstQuoted = below.findIndex(isQuotedLine);
  const isInterleaved = below
    .slice(firstQuoted, lastQuoted)
    .some((line, index, between) => isOwnLine(line) && !isWrappedQuote(between, index));
  if (isInterleaved) return { fresh: text.trim(), quoted: null };
  // Written below the quote: the answer is what follows it.
  return partsOrAll(
    text,
    [...above, ...below.slice(lastQuoted + 1)],
    below.slice(0, lastQuoted + 1),
  );
}

interface Cut {
  from: number;
  /** True when all that follows is history, whatever it looks like. */
  isMarked: boolean;
}

function findCut(lines: readonly string[]): Cut | null {
  const marker = lines.findIndex((line) => REPLY_MARKER_PATTERN.test(unquoted(line)));
  if (marker >= 0) return { from: introductionAbove(lines, marker), isMarked: true };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const isPlain = !isQuotedLine(line);
    if (isPlain && line.length < 300 && FORWARDED_MESSAGE.test(line)) return null;
    if (isPlain && isOriginalMessageLine(line)) return { from: i, isMarked: true };
    if (startsHeaderBlock(lines.slice(i, i + 7).map(unquoted))) {
      return { from: i > 0 && RULE.test(lines[i - 1]!) ? i - 1 : i, isMarked: isPlain };
    }
    if (attributionLength(lines, i) > 0) return { from: i, isMarked: false };
  }
  return trailingQuote(lines);
}

/** How many lines the attribution at this line takes; 0 when there is none. */
function attributionLength(lines: readonly string[], start: number): number {
  if (lines[start]!.trim() === '') return 0;
  let joined = '';
  for (let count = 1; count <= ATTRIBUTION_MAX_LINES; count++) {
    const line = lines[start + count - 1];
    if (line === undefined || line.trim() === '' || joined.length > 400) return 0;
    joined += ` ${unquoted(line)}`;
    if (isAttribution(joined)) return count;
  }
  return 0;
}

/** The line that introduces our mail ("On … wrote:") stands some lines above its marker. */
function introductionAbove(lines: readonly string[], marker: number): number {
  for (let i = Math.max(0, marker - 12); i < marker; i++) {
    if (attributionLength(lines, i) > 0 || isOriginalMessageLine(lines[i]!)) return i;
    if (startsHeaderBlock(lines.slice(i, i + 7).map(unquoted))) {
      return i > 0 && RULE.test(lines[i - 1]!) ? i - 1 : i;
    }
  }
  let from = marker;
  while (from > 0 && (isQuotedLine(lines[from - 1]!) || lines[from - 1]!.trim() === '')) from--;
  return from;
}

/** Quoted lines at the very end, without anything that introduces them. */
function trailingQuote(lines: readonly string[]): Cut | null {
  let from = lines.length;
  while (from > 0 && (isQuotedLine(lines[from - 1]!) || lines[from - 1]!.trim() === '')) from--;
  return lines.slice(from).some(isQuotedLine) && !lines.slice(0, from).some(isQuotedLine)
    ? { from, isMarked: true }
    : null;
}

function partsOrAll(all: string, fresh: readonly string[], quoted: readonly string[]): SplitText {
  const freshText = fresh.join('\n').trim();
  if (freshText === '') return { fresh: all.trim(), quoted: null };
  return { fresh: freshText, quoted: quoted.join('\n').trim() };
}

function isQuotedLine(line: string): boolean {
  return /^\s{0,3}>/.test(line);
}

function isOwnLine(line: string): boolean {
  return line.trim() !== '' && !isQuotedLine(line);
}

/** Some programs wrap long quoted lines and forget the sign on the rest: a short stray line. */
function isWrappedQuote(lines: readonly string[], index: number): boolean {
  const before = lines[index - 1] ?? '';
  const after = lines[index + 1] ?? '';
  return (
    isQuotedLine(before) && before.length > 60 && isQuotedLine(after) && lines[index]!.length < 30
  );
}

function unquoted(line: string): string {
  return line.replace(/^(?:\s{0,3}>){1,20}\s?/, '');
}
