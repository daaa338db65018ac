import { compile, type FormatCallback, type HtmlToTextOptions } from 'html-to-text';

type Node = Parameters<FormatCallback>[0];

/** What a reader would type to get there: without what every address begins with. */
const bare = (address: string) =>
  address
    .replace(/^(?:https?:\/\/|mailto:|tel:)?(?:www\.)?/i, '')
    .replace(/\/$/, '')
    .toLowerCase();

/** "Our site (https://acme.test)", but an address that is its own text only once. */
const link: FormatCallback = (element, walk, builder) => {
  let words = '';
  builder.pushWordTransform((word) => {
    words += word;
    return word;
  });
  walk(element.children ?? [], builder);
  builder.popWordTransform();
  const href = String(element.attribs?.href ?? '').replace(/^mailto:/i, '');
  const isSaid = /^tel:/i.test(href) || bare(words) === bare(href).replace(/\s/g, '');
  if (href === '' || isSaid) return;
  const isSilent = words === '' && !hasAlt(element.children ?? []);
  builder.addInline(isSilent ? href : ` (${href})`, { noWordTransform: true });
};

const hasAlt = (nodes: Node[]): boolean =>
  nodes.some((node) => node.attribs?.alt?.trim() || hasAlt(node.children ?? []));

const picture: FormatCallback = (element, _walk, builder) => {
  const alt = String(element.attribs?.alt ?? '').trim();
  if (alt !== '') builder.addInline(`[${alt}]`, { noWordTransform: true });
};

/** Cells of a row stand on its line, unless one of them holds lines of its own. */
const cell: FormatCallback = (element, walk, builder) => {
  const content = onlyParagraphOf(element);
  if (hasLines(content)) {
    builder.openBlock({ leadingLineBreaks: 1 });
    walk(content, builder);
    builder.closeBlock({ trailingLineBreaks: 1 });
  } else {
    walk(content, builder);
    builder.addInline(' ');
  }
};

function onlyParagraphOf(element: Node): Node[] {
  const children: Node[] = (element.children ?? []).filter(
    (child: Node) => child.type === 'tag' || child.data?.trim(),
  );
  const [only] = children;
  return children.length === 1 && only?.name === 'p' ? (only.children ?? []) : children;
}

const LINED = /^(?:p|div|ul|ol|li|table|br|h\d|hr|blockquote|pre)$/;
const hasLines = (nodes: Node[]): boolean =>
  nodes.some((node) => LINED.test(node.name ?? '') || hasLines(node.children ?? []));

const oneBreak = { leadingLineBreaks: 1, trailingLineBreaks: 1 };
const OPTIONS: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxInputLength: 500_000, maxDepth: 200 },
  formatters: { link, picture, cell },
  selectors: [
    { selector: 'a', format: 'link' },
    { selector: 'img', format: 'picture' },
    { selector: 'p', options: oneBreak },
    { selector: 'table', format: 'block', options: oneBreak },
    { selector: 'tr', format: 'block', options: oneBreak },
    { selector: 'td', format: 'cell' },
    { selector: 'th', format: 'cell' },
    { selector: 'ul', options: { itemPrefix: '- ', ...oneBreak } },
    { selector: 'ol', options: oneBreak },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
      selector,
      options: { uppercase: false, ...oneBreak },
    })),
  ],
};
const convert = compile(OPTIONS);

/** A signature for who reads plain text: line for line, addresses of links, words for pictures. */
export function signatureText(html: string): string {
  return convert(html)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
