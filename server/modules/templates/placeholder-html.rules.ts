import { escapeHtml } from '#platform/html/escape-html.ts';
import {
  elementsOf,
  type HtmlDocument,
  type HtmlElement,
  type HtmlLine,
  type HtmlText,
  htmlOf,
  isBlank,
  isElement,
  isText,
  linesOf,
  parseClean,
  wordsOf,
} from '#platform/html/html-lines.ts';
import { PLACEHOLDER, placeholderName } from '#shared/placeholders.ts';

/** Attributes in which somebody may write one; all of them are text or an address. */
const ATTRIBUTES = ['href', 'alt', 'title'];
/** "Phone:" says nothing once the number behind it is missing. */
const LABEL = /^[^:]{0,40}:$/;

/** Parts a value from its neighbours, and means nothing without it. */
const SEPARATOR_AT_END = /[ \u00a0]{0,9}[,·•|/–—-]?[ \u00a0]{0,9}$/;
const SEPARATOR_AT_START = /^[ \u00a0]{0,9}[,·•|/–—-]?[ \u00a0]{0,9}/;

/**
 * Clean HTML with every placeholder in one piece and spelt as on the lists: an editor puts bold or a
 * colour between its words where it was half selected.
 * @returns `lines` are the texts that it has: one for each line that a reader sees, and the attributes
 */
export function tidyPlaceholders(html: string): { html: string; lines: string[] } {
  const document = parseClean(html);
  for (const line of linesOf(document)) joinPieces(line);
  const lines = linesOf(document).map(wordsOf);
  for (const element of elementsOf(document)) {
    for (const attribute of ATTRIBUTES) {
      const value = element.attribs[attribute];
      if (!value?.includes('{[')) continue;
      element.attribs[attribute] = tidyNames(value);
      lines.push(tidyNames(value));
    }
  }
  return { html: htmlOf(document), lines };
}

/** The names with single plain spaces. */
export const tidyNames = (text: string) =>
  text.replace(PLACEHOLDER, (_, written: string) => `{[${placeholderName(written)}]}`);

/** The whole placeholder goes where its first character stands. */
function joinPieces(line: HtmlLine): void {
  const words = wordsOf(line);
  if (!words.includes('{[')) return;
  const texts = line.leaves.filter(isText);
  for (const match of [...words.matchAll(PLACEHOLDER)].reverse()) {
    const end = match.index + match[0].length;
    let offset = 0;
    let isPlaced = false;
    for (const text of texts) {
      const from = Math.max(match.index - offset, 0);
      const to = Math.min(end - offset, text.data.length);
      offset += text.data.length;
      if (from >= to) continue;
      const piece = isPlaced ? '' : match[0];
      isPlaced = true;
      text.data = text.data.slice(0, from) + piece + text.data.slice(to);
    }
  }
  for (const text of texts) text.data = tidyNames(text.data);
}

export interface Filling {
  /** What the placeholder becomes, on one line; '' when there is nothing to put there. */
  textFor(name: string): string;
  /** Those that are addresses of ours: they can be clicked wherever they stand. */
  linkNames: readonly string[];
  /** Takes a link's words away with an address that is missing. */
  dropsDeadLinks?: boolean;
}

/**
 * Fills the placeholders of tidy HTML, each once: what a value contains is never read as a
 * placeholder again, nor as markup. Values that are missing become nothing, and a line of nothing
 * but them, or with only a label before them, goes too.
 */
export function fillPlaceholders(html: string, filling: Filling): HtmlDocument {
  const document = parseClean(html);
  for (const text of linesOf(document).flatMap(({ leaves }) => leaves.filter(isText)))
    linkAddresses(text, filling.linkNames);
  for (const element of elementsOf(document)) fillAttributes(element, filling);
  const lines = linesOf(document);
  for (const [index, line] of lines.entries()) {
    if (!wordsOf(line).includes('{[')) continue;
    const hasGap = fillLine(line, filling);
    const isDropped = hasGap && dropIfEmpty(line);
    const before = lines[index - 1];
    // What announced it, on the line above in the same paragraph, announces nothing any more.
    if (isDropped && before?.lineBreak && wordsOf(before).trim().endsWith(':')) dropLine(before);
  }
  dropBlankRows(document);
  return document;
}

/** Returns whether a value was missing. */
function fillLine(line: HtmlLine, { textFor }: Filling): boolean {
  let hasGap = false;
  for (const text of line.leaves.filter(isText)) {
    let filled = '';
    let position = 0;
    for (const match of text.data.matchAll(PLACEHOLDER)) {
      const value = textFor(placeholderName(match[1] ?? ''));
      const before = text.data.slice(position, match.index);
      filled += value === '' ? before.replace(SEPARATOR_AT_END, '') : before + value;
      position = match.index + match[0].length;
      if (value !== '') continue;
      hasGap = true;
      // What parted it from the next stands at the beginning of the line now.
      if (filled === '' && text === line.leaves[0])
        position += SEPARATOR_AT_START.exec(text.data.slice(position))?.[0].length ?? 0;
    }
    text.data = filled + text.data.slice(position);
  }
  return hasGap;
}

/** An address of ours can be clicked wherever it stands. */
function linkAddresses(text: HtmlText, names: readonly string[]): void {
  const { parent } = text;
  const written = names.map((name) => `{[${name}]}`);
  if (!parent || !written.some((place) => text.data.includes(place))) return;
  for (let at: typeof parent | null = parent; at; at = at.parent as typeof parent | null)
    if (isElement(at) && at.name === 'a') return;
  const markup = text.data
    .split(PLACEHOLDER)
    .map((piece, index) => {
      if (index % 2 === 0) return escapeHtml(piece);
      const place = `{[${piece}]}`;
      return written.includes(place) ? `<a href="${place}">${place}</a>` : place;
    })
    .join('');
  const pieces = parseClean(markup).children;
  for (const piece of pieces) piece.parent = parent;
  parent.children.splice(parent.children.indexOf(text as never), 1, ...(pieces as never[]));
}

/** Returns whether there was nothing left to keep. */
function dropIfEmpty(line: HtmlLine): boolean {
  const words = wordsOf(line).trim();
  const hasPicture = line.leaves.some((leaf) => !isText(leaf));
  if (hasPicture || (words !== '' && !LABEL.test(words))) return false;
  dropLine(line);
  return true;
}

function dropLine(line: HtmlLine): void {
  for (const text of line.leaves.filter(isText)) text.data = '';
  const [first] = line.leaves;
  if (line.lineBreak) remove(line.lineBreak);
  let block = first?.parent ?? null;
  while (block && isElement(block) && !/^(?:p|div|li|h\d|td|th)$/.test(block.name))
    block = block.parent;
  if (block && isElement(block) && /^(?:p|div|li|h\d)$/.test(block.name) && isBlank(block))
    remove(block);
  else if (block && isElement(block)) block.attribs['data-gap'] = '';
}

/** A row of a table in which a value is missing and nothing but its label is left. */
function dropBlankRows(document: HtmlDocument): void {
  const cells = elementsOf(document).filter((element) => 'data-gap' in element.attribs);
  for (const cell of cells) {
    delete cell.attribs['data-gap'];
    const row = cell.parent;
    if (!row || !isElement(row) || row.name !== 'tr' || !isBlank(cell)) continue;
    const others = row.children.filter((other) => (other as object) !== cell && !isBlank(other));
    const words = others.map((other) => wordsOf({ leaves: leavesOf(other), lineBreak: null }));
    if (others.length === 0 || LABEL.test(words.join('').trim())) remove(row);
  }
}

const leavesOf = (node: Parameters<typeof isBlank>[0]) =>
  linesOf({ children: [node] } as never).flatMap(({ leaves }) => leaves);

function remove(node: HtmlElement): void {
  const siblings = node.parent?.children as unknown[] | undefined;
  siblings?.splice(siblings.indexOf(node), 1);
}

function fillAttributes(element: HtmlElement, filling: Filling): void {
  for (const attribute of ATTRIBUTES) {
    const value = element.attribs[attribute];
    if (!value?.includes('{[')) continue;
    if (attribute === 'href') fillAddress(element, value, filling);
    else
      element.attribs[attribute] = value.replace(PLACEHOLDER, (_, name: string) =>
        filling.textFor(name),
      );
  }
}

/** A link that leads nowhere without its value is no link any more. */
function fillAddress(
  element: HtmlElement,
  href: string,
  { textFor, dropsDeadLinks }: Filling,
): void {
  let missing = '';
  const filled = href.replace(PLACEHOLDER, (place: string, name: string, at: number) => {
    const value = textFor(name);
    if (value === '') missing = place;
    if (at === 0) return value;
    const scheme = href.slice(0, at).toLowerCase();
    if (scheme === 'tel:') return value.replace(/[^+\d]/g, '');
    return scheme === 'mailto:' ? value : encodeURIComponent(value);
  });
  if (missing === '') {
    // Only what cannot run when it is clicked.
    if (/^(?:https?:\/\/|mailto:|tel:)/i.test(filled)) element.attribs.href = filled;
    else delete element.attribs.href;
    return;
  }
  delete element.attribs.href;
  // Its words become the placeholder, whose gap takes the line along.
  if (dropsDeadLinks) {
    const [place] = parseClean(missing).children;
    if (place) place.parent = element;
    element.children = place ? [place as never] : [];
  }
}
