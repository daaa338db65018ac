import { escapeHtml } from '#platform/html/escape-html.ts';

const MENTION = /<span data-mention="(\d{1,15})">/g;
const SPAN = /<(\/?)span\b(?: data-mention="(\d{1,15})")?[^>]*>/g;

/** Who is mentioned in clean HTML, each once. */
export function mentionsIn(html: string): number[] {
  return [...new Set([...html.matchAll(MENTION)].map((match) => Number(match[1])))];
}

/**
 * Clean HTML in which every mention says the name of whom it means, whatever the writer (or a
 * script) put there: nobody seems to be called by a mention of somebody else. A mention of nobody
 * becomes the text that it was.
 */
export function settleMentions(html: string, names: ReadonlyMap<number, string>): string {
  let settled = '';
  let position = 0;
  /** Whether the closing tags of the spans around are kept. */
  const isKept: boolean[] = [];
  /** Spans that are open since a mention, with whose content they go; 0 outside of one. */
  let depthInMention = 0;
  for (const { 0: tag, 1: slash, 2: id, index } of html.matchAll(SPAN)) {
    const isClosing = slash === '/';
    if (depthInMention > 0) {
      depthInMention += isClosing ? -1 : 1;
    } else {
      settled += html.slice(position, index);
      const name = id === undefined ? undefined : names.get(Number(id));
      if (isClosing) {
        if (isKept.pop() ?? true) settled += tag;
      } else if (name !== undefined) {
        settled += `${tag}@${escapeHtml(name)}</span>`;
        depthInMention = 1;
      } else {
        isKept.push(id === undefined);
        if (id === undefined) settled += tag;
      }
    }
    position = index + tag.length;
  }
  return depthInMention > 0 ? settled : settled + html.slice(position);
}
