import anyAscii from 'any-ascii';
import { wordsFromHtml } from '#platform/html/text-html.ts';

/** A heading that the reader can jump to. */
export interface ContentsEntry {
  id: string;
  text: string;
  /** 2 for what stands right below the title, up to 4. */
  level: number;
}

export interface PictureSize {
  id: number;
  width_px: number | null;
  height_px: number | null;
}

const HEADING = /<h([1-6])((?:\s[^>]*)?)>([\s\S]*?)<\/h\1>/g;
const PICTURE = /<img\b([^>]*?)\ssrc="article-file:(\d{1,15})"([^>]*)>/g;
const HIGHEST = 2;
const DEEPEST_IN_CONTENTS = 4;
const ID_MAX_CHARS = 60;
const CONTENTS_MAX = 100;

/** Names that the page around the article has already. */
const TAKEN = ['root', 'content', 'first-page', 'kb-search', 'kb-contents', 'kb-rating'];

/**
 * Clean HTML as the body of a page whose title is its only first heading: headings begin at the
 * second level and have names to jump to, wide tables can be pushed, and pictures come when they are
 * scrolled to, in a space that is kept for them.
 */
export function articlePage(
  html: string,
  pictures: readonly PictureSize[],
): { html: string; contents: ContentsEntry[] } {
  const { html: withIds, contents } = withContents(html);
  return { html: withPushableTables(withPictureSizes(withIds, pictures)), contents };
}

function withContents(html: string): { html: string; contents: ContentsEntry[] } {
  const levels = [...html.matchAll(HEADING)].map(([, level]) => Number(level));
  const shift = levels.length > 0 ? HIGHEST - Math.min(...levels) : 0;
  const contents: ContentsEntry[] = [];
  const ids = new Set(TAKEN);
  const out = html.replace(HEADING, (_, given: string, attributes: string, inner: string) => {
    const level = Math.min(Number(given) + shift, 6);
    const text = wordsFromHtml(inner).replace(/\s+/g, ' ').trim();
    if (text === '') return `<h${level}${attributes}>${inner}</h${level}>`;
    const id = freeId(text, ids);
    if (level <= DEEPEST_IN_CONTENTS && contents.length < CONTENTS_MAX)
      contents.push({ id, text, level });
    return `<h${level} id="${id}"${attributes}>${inner}</h${level}>`;
  });
  return { html: out, contents };
}

function freeId(text: string, ids: Set<string>): string {
  const words = anyAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, ID_MAX_CHARS)
    .replace(/^-+|-+$/g, '');
  const base = /^[a-z]/.test(words) ? words : `part-${words}`.replace(/-$/, '');
  let id = base;
  for (let number = 2; ids.has(id); number++) id = `${base}-${number}`;
  ids.add(id);
  return id;
}

function withPictureSizes(html: string, pictures: readonly PictureSize[]): string {
  return html.replace(PICTURE, (_, before: string, id: string, after: string) => {
    const size = pictures.find((picture) => picture.id === Number(id));
    const hasSize = /\s(?:width|height)=/.test(before + after);
    const sizes =
      !hasSize && size?.width_px && size.height_px
        ? ` width="${size.width_px}" height="${size.height_px}"`
        : '';
    const alt = /\salt=/.test(before + after) ? '' : ' alt=""';
    return `<img${before} src="article-file:${id}"${sizes}${alt} loading="lazy" decoding="async"${after}>`;
  });
}

const withPushableTables = (html: string) =>
  html
    .replace(/<table\b/g, '<div class="kb-table" tabindex="0"><table')
    .replace(/<\/table>/g, '</table></div>');

/** The beginning of a text as one sentence or two, for search engines and lists. */
export function summaryOf(words: string, maxChars: number): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= maxChars) return line;
  const cut = line.slice(0, maxChars);
  const lastSpace = cut.lastIndexOf(' ');
  return `${cut.slice(0, lastSpace > maxChars / 2 ? lastSpace : maxChars).replace(/[\ud800-\udbff]$/, '')}…`;
}
