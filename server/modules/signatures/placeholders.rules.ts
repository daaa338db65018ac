import { oneLine, PLACEHOLDER } from '#modules/templates/index.ts';
import { escapeHtml } from '#platform/html/escape-html.ts';
import { SIGNATURE_PLACEHOLDERS, type SignaturePlaceholder } from '#shared/signatures.ts';
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
} from './html-lines.rules.ts';

export type SignatureValues = Record<SignaturePlaceholder, string>;

const KNOWN: ReadonlySet<string> = new Set(SIGNATURE_PLACEHOLDERS);
/** Attributes in which somebody may write one; all of them are text or an address. */
const ATTRIBUTES = ['href', 'alt', 'title'];
const FRAGMENT_MAX_CHARS = 40;
const PORTAL = '{[Portal Address]}';
/** "Phone:" says nothing once the number behind it is missing. */
const LABEL = /^[^:]{0,40}:$/;

/** Parts a value from its neighbours, and means nothing without it. */
const SEPARATOR_AT_END = /[ \u00a0]{0,9}[,·•|/–—-]?[ \u00a0]{0,9}$/;
const SEPARATOR_AT_START = /^[ \u00a0]{0,9}[,·•|/–—-]?[ \u00a0]{0,9}/;

const nameOf = (written: string) => written.replace(/\s+/g, ' ').trim();

/**
 * Clean HTML with every placeholder in one piece and spelt as on the list: an editor puts bold or
 * a colour between its words where it was half selected. Names what is on no list, and what begins
 * like a placeholder and does not end: neither may reach a customer.
 */
export function tidyPlaceholders(html: string): { html: string; unknown: string[] } {
  const document = parseClean(html);
  const unknown = new Set<string>();
  for (const line of linesOf(document)) joinPieces(line, unknown);
  for (const element of elementsOf(document)) {
    for (const attribute of ATTRIBUTES) {
      const value = element.attribs[attribute];
      if (value?.includes('{[')) element.attribs[attribute] = tidyText(value, unknown);
    }
  }
  return { html: htmlOf(document), unknown: [...unknown] };
}

function tidyText(text: string, unknown: Set<string>): string {
  const tidy = text.replace(PLACEHOLDER, (_, written: string) => {
    const name = nameOf(written);
    if (!KNOWN.has(name)) unknown.add(name);
    return `{[${name}]}`;
  });
  const rest = tidy.replace(PLACEHOLDER, '');
  const start = rest.indexOf('{[');
  if (start >= 0) unknown.add(rest.slice(start, start + FRAGMENT_MAX_CHARS).trim());
  return tidy;
}

/** The whole placeholder goes where its first character stands. */
function joinPieces(line: HtmlLine, unknown: Set<string>): void {
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
  tidyText(wordsOf(line), unknown);
  for (const text of texts) text.data = tidyText(text.data, new Set());
}

/**
 * Fills the placeholders of tidy HTML, each once: what a value contains is never read as a
 * placeholder again, nor as markup. Values that are missing become nothing, and a line of nothing
 * but them, or with only a label before them, goes too.
 */
export function fillPlaceholders(html: string, values: SignatureValues): string {
  const document = parseClean(html);
  for (const text of linesOf(document).flatMap(({ leaves }) => leaves.filter(isText)))
    linkAddresses(text);
  for (const element of elementsOf(document)) fillAttributes(element, values);
  for (const line of linesOf(document)) {
    if (!wordsOf(line).includes('{[')) continue;
    const hasGap = fillLine(line, values);
    if (hasGap) dropIfEmpty(line);
  }
  dropBlankRows(document);
  return htmlOf(document);
}

function fillOne(written: string, values: SignatureValues): string {
  const name = nameOf(written);
  return KNOWN.has(name) ? oneLine(values[name as SignaturePlaceholder]) : '';
}

/** Returns whether a value was missing. */
function fillLine(line: HtmlLine, values: SignatureValues): boolean {
  let hasGap = false;
  for (const text of line.leaves.filter(isText)) {
    let filled = '';
    let position = 0;
    for (const match of text.data.matchAll(PLACEHOLDER)) {
      const value = fillOne(match[1] ?? '', values);
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
function linkAddresses(text: HtmlText): void {
  const { parent } = text;
  if (!parent || !text.data.includes(PORTAL)) return;
  for (let at: typeof parent | null = parent; at; at = at.parent as typeof parent | null)
    if (isElement(at) && at.name === 'a') return;
  const markup = text.data.split(PORTAL).map(escapeHtml).join(`<a href="${PORTAL}">${PORTAL}</a>`);
  const pieces = parseClean(markup).children;
  for (const piece of pieces) piece.parent = parent;
  parent.children.splice(parent.children.indexOf(text as never), 1, ...(pieces as never[]));
}

function dropIfEmpty(line: HtmlLine): void {
  const words = wordsOf(line).trim();
  const hasPicture = line.leaves.some((leaf) => !isText(leaf));
  if (hasPicture || (words !== '' && !LABEL.test(words))) return;
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

function fillAttributes(element: HtmlElement, values: SignatureValues): void {
  for (const attribute of ATTRIBUTES) {
    const value = element.attribs[attribute];
    if (!value?.includes('{[')) continue;
    if (attribute === 'href') fillAddress(element, value, values);
    else
      element.attribs[attribute] = value.replace(PLACEHOLDER, (_, name) => fillOne(name, values));
  }
}

/** A link that leads nowhere without its value is no link any more. */
function fillAddress(element: HtmlElement, href: string, values: SignatureValues): void {
  let hasGap = false;
  const filled = href.replace(PLACEHOLDER, (_, name: string, at: number) => {
    const value = fillOne(name, values);
    hasGap ||= value === '';
    if (at === 0) return value;
    const scheme = href.slice(0, at).toLowerCase();
    if (scheme === 'tel:') return value.replace(/[^+\d]/g, '');
    return scheme === 'mailto:' ? value : encodeURIComponent(value);
  });
  if (hasGap) delete element.attribs.href;
  else element.attribs.href = filled;
}
