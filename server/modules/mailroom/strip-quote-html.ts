import { DomUtils, parseDocument } from 'htmlparser2';
import { isMadeToHurt } from '#platform/html/hostile-html.ts';
import { REPLY_MARKER_PATTERN } from '#shared/templates.ts';
import {
  FORWARDED_MESSAGE,
  isAttribution,
  isOriginalMessageLine,
  startsHeaderBlock,
} from './quote-words.ts';

export interface SplitHtml {
  fresh: string;
  /** The folded history; null when there was none, or when it cannot be told from the answer. */
  quoted: string | null;
}

type Document = ReturnType<typeof parseDocument>;
type Node = Document['children'][number];
type Element = Extract<Node, { attribs: object }>;
type Text = Extract<Node, { type: 'text' }>;

const isTag = (node: object): node is Element => 'attribs' in node;
const isText = (node: Node): node is Text => (node.type as string) === 'text';

const LENGTH_MAX = 1_500_000;
/** More quotes than this are no history but an attack on whoever takes them apart. */
const BOXES_MAX = 200;

/** Boxes that mail programs put the history into; what follows one may be an answer again. */
const HISTORY_BOXES: Partial<Record<string, RegExp>> = {
  class:
    /(?:^|\s)(?:gmail_quote|gmail_quote_container|yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|moz-cite-prefix|freebirdquote)(?:\s|$)/i,
  id: /^(?:OLK_SRC_BODY_SECTION|yahoo_quoted_\w{1,40}|zmail_quote|isReplyContent)$/i,
};
/** Elements after which there is only history. */
const HISTORY_STARTS: Partial<Record<string, RegExp>> = {
  id: /(?:^|_)(?:divRplyFwdMsg|appendonsend|stopSpelling|mail-editor-reference-message-container|ms-outlook-mobile-reference-message|reply-intro)$/i,
  class:
    /(?:^|\s)(?:OutlookMessageHeader|ms-outlook-mobile-reference-message|moz-email-headers-table)(?:\s|$)/i,
};
/** The thin line that Outlook draws above "From: … Sent: …". */
const OUTLOOK_LINE =
  /border:\s?none;\s?border-top:\s?solid\s#(?:e1e1e1|b5c4df|[0-9a-f]{6})\s1\.0pt/i;

/**
 * Parts what somebody wrote from the history below it, in the HTML as it came (before cleaning,
 * because the marks are classes and ids). When nothing would be left, or when the answers stand
 * between quotes, everything is kept as new.
 */
export function splitQuotedHtml(html: string): SplitHtml {
  const all: SplitHtml = { fresh: html, quoted: null };
  if (html.length > LENGTH_MAX || isMadeToHurt(html)) return all;
  const document = parseDocument(html);
  const order = flatten(document);
  const lastQuote = order.findLastIndex((node) => isTag(node) && node.name === 'blockquote');
  const start = order.find(
    (node, index) => isHistoryBox(node) || isHistoryStart(node, index < lastQuote),
  );
  if (!start || isForward(start, order)) return all;
  return isHistoryBox(start)
    ? splitAtBox(html, document, order, start)
    : splitAtStart(html, order, start);
}

/** Everything from the start on is history. */
function splitAtStart(html: string, order: Node[], start: Node): SplitHtml {
  const top = withIntroduction(climb(start));
  const index = order.indexOf(top);
  const kept = parseDocument(html);
  removeFrom(flatten(kept)[index]!);
  const history = parseDocument(html);
  removeBefore(flatten(history)[index]!);
  if (!hasContent(kept)) return { fresh: html, quoted: null };
  return { fresh: DomUtils.getInnerHTML(kept), quoted: DomUtils.getInnerHTML(history) };
}

/** The history is in boxes; what stands around them is new. */
function splitAtBox(html: string, document: Document, order: Node[], first: Node): SplitHtml {
  const boxes = outermostBoxes(order);
  if (boxes.length > BOXES_MAX || isInterleaved(order, boxes)) return { fresh: html, quoted: null };
  const quoted = [...new Set([withIntroduction(first), ...boxes])];
  const quotedHtml = quoted.map((node) => DomUtils.getOuterHTML(node)).join('');
  for (const node of quoted) DomUtils.removeElement(node);
  if (!hasContent(document)) return { fresh: html, quoted: null };
  return { fresh: DomUtils.getInnerHTML(document), quoted: quotedHtml };
}

function outermostBoxes(order: readonly Node[]): Node[] {
  const inside = new Set<Node>();
  return order.filter((node) => {
    const isInside = node.parent !== null && inside.has(node.parent as Node);
    const isBox = isHistoryBox(node);
    if (isInside || isBox) inside.add(node);
    return isBox && !isInside;
  });
}

/** Text of one's own between two boxes: answers written into the history. */
function isInterleaved(order: readonly Node[], boxes: readonly Node[]): boolean {
  const starts = new Set(boxes);
  const inside = new Set<Node>();
  let hasBox = false;
  let hasTextSince = false;
  for (const node of order) {
    if (starts.has(node)) {
      if (hasBox && hasTextSince) return true;
      hasBox = true;
      hasTextSince = false;
      inside.add(node);
    } else if (node.parent && inside.has(node.parent as Node)) inside.add(node);
    else if (isText(node) && node.data.trim() !== '') hasTextSince = true;
  }
  return false;
}

function isHistoryBox(node: Node): boolean {
  if (!isTag(node)) return false;
  if (node.name === 'blockquote' && /^cite$/i.test(node.attribs.type ?? '')) return true;
  return matches(node, HISTORY_BOXES);
}

function isHistoryStart(node: Node, hasQuoteBelow: boolean): boolean {
  if (isTag(node)) {
    if (matches(node, HISTORY_STARTS)) return true;
    if (!OUTLOOK_LINE.test(node.attribs.style ?? '')) return false;
    return startsHeaderBlock(visibleText(node).trim().split('\n').flatMap(splitLabels));
  }
  if (!isText(node)) return false;
  const text = node.data.trim();
  if (text === '' || text.length > 500) return false;
  if (REPLY_MARKER_PATTERN.test(text) || isOriginalMessageLine(text)) return true;
  // "On … wrote:" in several pieces (links, bold names) directly above a quote.
  return (
    text.length > 1 &&
    /^(?:on|am|le|il|in data|el)\b/i.test(text) &&
    isAttributionBlock(node, hasQuoteBelow)
  );
}

/** The text of an element with its line breaks. */
function visibleText(element: Element): string {
  return flattenNodes(element.children)
    .map((node) =>
      isText(node) ? node.data : isTag(node) && /^(?:br|p|div)$/.test(node.name) ? '\n' : '',
    )
    .join('');
}

/** Labels that stand in one block, divided by tags that `innerText` does not break at. */
function splitLabels(line: string): string[] {
  return line.split(
    /(?=\b(?:Sent|To|Subject|Gesendet|An|Betreff|Envoyé|Objet|Inviato|Oggetto|Enviado|Para|Asunto|Date|Cc)\s?:)/,
  );
}

function isAttributionBlock(node: Node, hasQuoteBelow: boolean): boolean {
  const block = blockOf(node);
  return isAttribution(beginningOf(block)) && (hasQuoteBelow || block.next !== null);
}

/** The first words of an element; never all of a long one. */
function beginningOf(node: Node): string {
  let text = '';
  const pending: Node[] = [node];
  for (let next = pending.pop(); next && text.length < 600; next = pending.pop()) {
    if (isText(next)) text += next.data.slice(0, 600);
    else if ('children' in next) pending.push(...next.children.slice(0, 50).reverse());
  }
  return text;
}

function blockOf(node: Node): Node {
  let block = node;
  while (
    block.parent &&
    isTag(block.parent) &&
    !/^(?:div|p|td|body|html|blockquote|li)$/.test((block as Element).name ?? '')
  ) {
    block = block.parent as Node;
  }
  return block;
}

function matches(element: Element, marks: Partial<Record<string, RegExp>>): boolean {
  return Object.entries(marks).some(([attribute, pattern]) =>
    pattern!.test(element.attribs[attribute] ?? ''),
  );
}

/** Somebody passes a mail on: its text is the point, not history. */
function isForward(start: Node, order: readonly Node[]): boolean {
  const index = order.indexOf(start);
  const nearby = order.slice(Math.max(0, index - 6), index + 30);
  const text = nearby
    .filter(isText)
    .map((node) => node.data)
    .join(' ');
  return FORWARDED_MESSAGE.test(text.slice(0, 600));
}

/** The outermost element that begins with this node: the wrapper of a quoted mail. */
function climb(node: Node): Node {
  let top = node;
  while (
    top.parent &&
    isTag(top.parent) &&
    !/^(?:body|html)$/.test(top.parent.name) &&
    isFirstContent(top)
  ) {
    top = top.parent as Node;
  }
  return top;
}

function isFirstContent(node: Node): boolean {
  for (let before = node.prev; before; before = before.prev) {
    if (DomUtils.textContent(before).trim() !== '' || hasPicture(before)) return false;
  }
  return true;
}

/** "On … wrote:", or the line that Outlook draws, directly above belongs to the history. */
function withIntroduction(node: Node): Node {
  let before = node.prev;
  while (before && DomUtils.textContent(before).trim() === '' && !hasPicture(before)) {
    if (isTag(before) && before.name === 'hr') return before;
    before = before.prev;
  }
  if (!before) return node;
  const text = DomUtils.textContent(before).replace(/\s+/g, ' ').trim();
  return isAttribution(text) || isOriginalMessageLine(text) ? before : node;
}

/** All nodes in reading order; the same HTML gives the same order. */
function flatten(document: Document): Node[] {
  return flattenNodes(document.children);
}

function flattenNodes(roots: Node[]): Node[] {
  const nodes: Node[] = [];
  const pending: Node[] = [...roots].reverse();
  for (let node = pending.pop(); node; node = pending.pop()) {
    nodes.push(node);
    if ('children' in node) pending.push(...[...node.children].reverse());
  }
  return nodes;
}

function removeFrom(node: Node): void {
  for (let at: Node | null = node; at?.parent; at = at.parent as Node | null) {
    const siblings: Node[] = at.parent.children as Node[];
    siblings.splice(siblings.indexOf(at) + 1);
    at.next = null;
  }
  DomUtils.removeElement(node);
}

function removeBefore(node: Node): void {
  for (let at: Node | null = node; at?.parent; at = at.parent as Node | null) {
    const siblings: Node[] = at.parent.children as Node[];
    siblings.splice(0, siblings.indexOf(at));
    at.prev = null;
  }
}

/** Text of a person, or a picture: not the styles and titles of a document. */
function hasContent(document: Document): boolean {
  return flatten(document).some((node) => {
    if (isTag(node)) return node.name === 'img';
    if (!isText(node) || /^[\s\u00a0\u200b-\u200f\ufeff]*$/.test(node.data)) return false;
    const parent = node.parent;
    return !(parent && isTag(parent) && /^(?:style|script|title)$/.test(parent.name));
  });
}

function hasPicture(node: Node): boolean {
  return (
    isTag(node) &&
    (node.name === 'img' || DomUtils.findOne((tag) => tag.name === 'img', node.children) !== null)
  );
}
