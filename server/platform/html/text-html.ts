import { compile } from 'html-to-text';
import { escapeHtml } from './escape-html.ts';
import { crudeText, isMadeToHurt } from './hostile-html.ts';

const INPUT_MAX_CHARS = 1_000_000;
const LIMITS = { maxInputLength: INPUT_MAX_CHARS, limits: { maxDepth: 200, maxBaseElements: 10 } };
const KEEP_HEADING_CASE = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
  selector,
  options: { uppercase: false },
}));

const withLinks = compile({
  ...LIMITS,
  wordwrap: false,
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
    { selector: 'img', format: 'skip' },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    ...KEEP_HEADING_CASE,
  ],
});

const wordsOnly = compile({
  ...LIMITS,
  wordwrap: false,
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'hr', format: 'skip' },
    { selector: 'blockquote', format: 'block' },
    { selector: 'ul', options: { itemPrefix: ' ' } },
    ...KEEP_HEADING_CASE,
  ],
});

/** Plain text with the addresses of links, for the text alternative of a mail. */
export function textFromHtml(html: string): string {
  return isMadeToHurt(html) ? crudeText(html) : withLinks(html).trim();
}

/** Only the words, on one line per block: for the search index. */
export function wordsFromHtml(html: string): string {
  return isMadeToHurt(html) ? crudeText(html) : wordsOnly(html).trim();
}

/** The first words of a text on one line, cut at a word with an ellipsis. */
export function previewFromHtml(html: string, maxChars = 200): string {
  const line = wordsFromHtml(html.slice(0, 20_000)).replace(/\s+/g, ' ').trim();
  if (line.length <= maxChars) return line;
  const cut = line.slice(0, maxChars - 1);
  const lastSpace = cut.lastIndexOf(' ');
  const end = lastSpace > maxChars / 2 ? lastSpace : maxChars - 1;
  // Do not leave half of a surrogate pair.
  return `${cut.slice(0, end).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Web and mail addresses; every quantifier is bounded, so no text makes this slow. */
const LINK =
  /\b(?:https?:\/\/[^\s<>"']{1,2000}|www\.[^\s<>"']{1,500}|[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8})/gi;

/** Plain text as HTML: escaped, paragraphs and line breaks kept, addresses clickable. */
export function htmlFromText(text: string): string {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u2028\u2029]/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map((paragraph) => paragraph.trimEnd().replace(/^\n+/, ''))
    .filter((paragraph) => paragraph !== '');
  return paragraphs
    .map((paragraph) => `<p>${paragraph.split('\n').map(lineAsHtml).join('<br />')}</p>`)
    .join('');
}

function lineAsHtml(line: string): string {
  const indent = /^[ \t]*/.exec(line)![0];
  const spaces = '\u00a0'.repeat(Math.min(indent.replaceAll('\t', '    ').length, 80));
  return spaces + linkify(line.slice(indent.length));
}

function linkify(text: string): string {
  let html = '';
  let position = 0;
  for (const match of text.matchAll(LINK)) {
    const address = withoutTrailingPunctuation(match[0]);
    if (address === '') continue;
    html += escapeHtml(text.slice(position, match.index));
    const href = /^https?:/i.test(address)
      ? address
      : /^www\./i.test(address)
        ? `https://${address}`
        : `mailto:${address}`;
    html += `<a href="${escapeHtml(href)}" rel="noopener noreferrer nofollow" target="_blank">${escapeHtml(address)}</a>`;
    position = match.index + address.length;
  }
  return html + escapeHtml(text.slice(position));
}

/** "see https://a.b/c)." means https://a.b/c, but "https://a.b/c_(d)" keeps its bracket. */
function withoutTrailingPunctuation(address: string): string {
  let end = address.length;
  while (end > 0) {
    const last = address[end - 1]!;
    const isUnopened = last === ')' && !address.slice(0, end - 1).includes('(');
    if (!'.,;:!?*_\u2019\u201d'.includes(last) && !isUnopened) break;
    end--;
  }
  return address.slice(0, end);
}
