import { DomUtils, parseDocument } from 'htmlparser2';

export type HtmlDocument = ReturnType<typeof parseDocument>;
export type HtmlNode = HtmlDocument['children'][number];
export type HtmlElement = Extract<HtmlNode, { attribs: object }>;
export type HtmlText = Extract<HtmlNode, { data: string; type: string }> & { data: string };

export const isElement = (node: object): node is HtmlElement => 'attribs' in node;
export const isText = (node: HtmlNode): node is HtmlText => (node.type as string) === 'text';

/** Elements that stand within a line; every other one begins a new line. */
const INLINE = new Set(
  'a abbr b bdo big cite code del dfn em font i img ins kbd mark q s samp small span strike strong sub sup tt u var'.split(
    ' ',
  ),
);

/** Texts and pictures that stand on one line, and the line break behind them. */
export interface HtmlLine {
  leaves: HtmlNode[];
  lineBreak: HtmlElement | null;
}

export const parseClean = (html: string): HtmlDocument => parseDocument(html);

export const htmlOf = (document: HtmlDocument): string =>
  DomUtils.getInnerHTML(document, { encodeEntities: 'utf8' });

/** All elements in reading order. */
export function elementsOf(document: HtmlDocument): HtmlElement[] {
  return DomUtils.findAll(isElement as never, document.children) as unknown as HtmlElement[];
}

/** The lines of clean HTML as a reader sees them, however they are marked up. */
export function linesOf(document: HtmlDocument): HtmlLine[] {
  const lines: HtmlLine[] = [];
  let leaves: HtmlNode[] = [];
  const end = (lineBreak: HtmlElement | null) => {
    if (leaves.length > 0) lines.push({ leaves, lineBreak });
    leaves = [];
  };
  const visit = (node: HtmlNode) => {
    if (isText(node)) leaves.push(node);
    else if (!isElement(node)) return;
    else if (node.name === 'br') end(node);
    else if (node.name === 'img') leaves.push(node);
    else if (INLINE.has(node.name)) for (const child of [...node.children]) visit(child);
    else {
      end(null);
      for (const child of [...node.children]) visit(child);
      end(null);
    }
  };
  for (const node of document.children) visit(node);
  end(null);
  return lines;
}

export const wordsOf = (line: HtmlLine): string =>
  line.leaves.map((leaf) => (isText(leaf) ? leaf.data : '')).join('');

/** True when nothing of it can be seen; a line break alone is nothing to see. */
export function isBlank(node: HtmlNode): boolean {
  if (isText(node)) return node.data.trim() === '';
  if (!isElement(node)) return true;
  return node.name !== 'img' && node.name !== 'hr' && node.children.every(isBlank);
}
