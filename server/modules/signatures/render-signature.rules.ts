import { cleanSignatureHtml } from '#platform/html/clean-html.ts';
import { escapeHtml } from '#platform/html/escape-html.ts';
import {
  elementsOf,
  type HtmlElement,
  htmlOf,
  isBlank,
  parseClean,
} from '#platform/html/html-lines.ts';
import { fillPlaceholders, type SignatureValues } from './placeholders.rules.ts';
import { signatureText } from './signature-text.rules.ts';

export interface RenderedSignature {
  /** Pictures as `signature-image:<id>`. */
  html: string;
  text: string;
  imageIds: number[];
}

export interface ImageSize {
  id: number;
  widthPx: number;
  heightPx: number;
}

/** Without a word about it, a picture is no wider than this: Outlook obeys no max-width. */
const WIDTH_DEFAULT_PX = 600;

/**
 * What is mailed and shown for a signature that was saved: placeholders filled, paragraphs and
 * pictures told in the ways that all mail programs understand. Everything that shows a signature
 * comes through here, so that the preview and what is sent cannot differ.
 */
export function renderSignature(
  html: string,
  values: SignatureValues,
  images: readonly ImageSize[],
): RenderedSignature {
  const document = parseClean(fillPlaceholders(html, values));
  // Editors leave an empty line at the end to write on.
  while (document.children.length > 0 && isBlank(document.children.at(-1)!))
    document.children.pop();
  const sizes = new Map(images.map((image) => [image.id, image]));
  for (const element of elementsOf(document)) {
    const { style } = element.attribs;
    if (style) element.attribs.style = style.replace(RGB, asHex);
    if (element.name === 'p') setLine(element);
    else if (/^(?:ul|ol)$/.test(element.name)) addStyle(element, 'margin-top:0;margin-bottom:0');
    else if (element.name === 'img') setPicture(element, sizes);
  }
  const clean = cleanSignatureHtml(htmlOf(document));
  const text = signatureText(clean.html);
  return {
    html: clean.html,
    text: text === '' ? plainLines(values).join('\n') : text,
    imageIds: clean.imageIds,
  };
}

/** What stands under the text of who has no signature: name, company, telephone. */
export function plainSignature(values: SignatureValues): { html: string; text: string } {
  const lines = plainLines(values);
  return { html: `<p>${lines.map(escapeHtml).join('<br>')}</p>`, text: lines.join('\n') };
}

const plainLines = (values: SignatureValues) =>
  [values['Technician Full Name'], values['Company Name'], values['Technician Phone']].filter(
    (line) => line.trim() !== '',
  );

/** Enter begins a new line, not a new paragraph; an empty one is as high as a line. */
function setLine(paragraph: HtmlElement): void {
  addStyle(paragraph, 'margin:0');
  if (isBlank(paragraph)) paragraph.children = parseClean('<br>').children as never;
}

/** As our editor writes colours, and old Outlooks do not read them. */
const RGB = /\brgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)/gi;

const asHex = (_: string, ...parts: string[]) =>
  `#${parts
    .slice(0, 3)
    .map((part) => Math.min(Number(part), 255).toString(16).padStart(2, '0'))
    .join('')}`;

/** What the writer has set himself stands. */
function addStyle(element: HtmlElement, style: string): void {
  const own = element.attribs.style ?? '';
  if (!/(?:^|;)\s*margin/i.test(own))
    element.attribs.style = own === '' ? style : `${style};${own}`;
}

/** Both measures as attributes, in proportion: some programs read nothing else. */
function setPicture(image: HtmlElement, sizes: ReadonlyMap<number, ImageSize>): void {
  const id = Number(image.attribs.src?.split(':')[1]);
  const size = sizes.get(id);
  if (!size) return;
  const wanted = Number.parseInt(image.attribs.width ?? '', 10);
  const width = wanted > 0 ? wanted : Math.min(size.widthPx, WIDTH_DEFAULT_PX);
  image.attribs.width = String(width);
  image.attribs.height = String(Math.max(1, Math.round((width * size.heightPx) / size.widthPx)));
  image.attribs.alt ??= '';
  image.attribs.style ??= 'border:0;max-width:100%;height:auto';
}
