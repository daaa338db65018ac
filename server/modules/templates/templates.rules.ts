import { escapeHtml } from '#platform/html/escape-html.ts';
import type { Language } from '#shared/languages.ts';
import { PLACEHOLDER } from '#shared/placeholders.ts';
import { PLACEHOLDERS, type Placeholder } from '#shared/templates.ts';
import { mailDocument, markerBlock } from './mail-document.rules.ts';
import type { PlaceholderValues } from './template-values.ts';

interface PlainTemplate {
  subject: string;
  /** Plain text; a blank line parts paragraphs. */
  body: string;
}

export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

/** A piece of a line: text of the template, or what a placeholder became. */
export interface Piece {
  kind: 'literal' | 'text' | 'link' | 'rich';
  text: string;
  html: string;
}

/**
 * Fills a template. Each placeholder of the template is replaced once; what a value contains is
 * never read as a placeholder again. Names that are not on the fixed list, and values that are
 * missing, become nothing, so that no recipient ever sees a raw placeholder.
 */
export function expandTemplate(
  template: PlainTemplate,
  values: PlaceholderValues,
  language: Language,
): RenderedMail {
  const subject = expandLine(template.subject, values);
  const paragraphs = template.body.split(/\n{2,}/).map((paragraph) => linesOf(paragraph, values));
  return {
    subject,
    html: mailDocument({ subject, language, blocks: blocksOf(paragraphs) }),
    text: plainText(template.body, values),
  };
}

/** The names between `{[` and `]}`, on the fixed list or not. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
}

/**
 * A value on one line: no line breaks that could forge a header or another line of the mail, no
 * control characters, no marks that turn the reading direction round.
 */
export function oneLine(value: string): string {
  return value
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
}

/** Keeps the template's own blank lines, however many; a paragraph without lines takes its along. */
function plainText(body: string, values: PlaceholderValues): string {
  const parts = body.split(/(\n{2,})/);
  let text = '';
  for (let i = 0; i < parts.length; i += 2) {
    const lines = linesOf(parts[i] ?? '', values);
    if (lines.length > 0) text += lines.map(textOf).join('\n') + (parts[i + 1] ?? '');
  }
  return text.trim();
}

/**
 * The filled lines of a paragraph. One whose placeholders are all empty is left out, and with it
 * the line that announced it: "Your request in the portal:" needs a link to follow.
 */
function linesOf(paragraph: string, values: PlaceholderValues): Piece[][] {
  const lines: Piece[][] = [];
  for (const line of paragraph.split('\n')) {
    const pieces = piecesOf(line, values);
    const isLeftOut = pieces.length > 0 && pieces.every(isEmpty);
    if (!isLeftOut) lines.push(pieces);
    else if (textOf(lines.at(-1) ?? []).endsWith(':')) lines.pop();
  }
  return lines;
}

/** A subject: filled, and on one line. */
export const expandLine = (line: string, values: PlaceholderValues): string =>
  oneLine(textOf(piecesOf(line, values)));

const textOf = (pieces: Piece[]) => pieces.map((piece) => piece.text).join('');

function piecesOf(line: string, values: PlaceholderValues): Piece[] {
  const pieces: Piece[] = [];
  let position = 0;
  for (const match of line.matchAll(PLACEHOLDER)) {
    const filled = fill(match[1] ?? '', values);
    const before = line.slice(position, match.index);
    // "Hi ," and "Hola, :" are no greetings: what leads to an empty value goes with it.
    const literal = isEmpty(filled) ? before.replace(/,?[ \u00a0]+$/, '') : before;
    pieces.push(literalPiece(literal), filled);
    position = match.index + match[0].length;
  }
  pieces.push(literalPiece(line.slice(position)));
  return pieces.filter((piece) => piece.kind !== 'literal' || !isEmpty(piece));
}

const literalPiece = (text: string): Piece => ({ kind: 'literal', text, html: escapeHtml(text) });

/** An answer that is one picture has HTML and no text. */
const isEmpty = (piece: Piece) => piece.text === '' && piece.html === '';

/** What a placeholder becomes: nothing when it is on no list, or has no value. */
export function fill(name: string, values: PlaceholderValues): Piece {
  if (!Object.hasOwn(PLACEHOLDERS, name)) return { kind: 'text', text: '', html: '' };
  const placeholder = name as Placeholder;
  const value = values[placeholder] ?? '';
  if (typeof value !== 'string') return { kind: 'rich', ...value };
  const text = oneLine(value);
  const kind = PLACEHOLDERS[placeholder] === 'link' ? 'link' : 'text';
  return { kind, text, html: kind === 'link' ? linkHtml(text) : escapeHtml(text) };
}

/** Only web addresses become links: nothing else may run when it is clicked. */
function linkHtml(address: string): string {
  const shown = escapeHtml(address);
  return /^https?:\/\//i.test(address) ? `<a href="${shown}">${shown}</a>` : shown;
}

const blocksOf = (paragraphs: Piece[][][]) =>
  paragraphs.filter((lines) => lines.length > 0).map(blockHtml);

function blockHtml(lines: Piece[][]): string {
  const [first] = lines[0] ?? [];
  // Rich text brings its own paragraphs.
  if (lines.length === 1 && lines[0]?.length === 1 && first?.kind === 'rich') {
    return `<div>${first.html}</div>`;
  }
  const html = lines.map((pieces) => pieces.map((piece) => piece.html).join('')).join('<br>');
  const isMarker = first?.kind === 'literal' && first.text.startsWith('##-');
  return isMarker ? markerBlock(html) : `<p>${html}</p>`;
}
