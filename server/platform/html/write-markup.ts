import { isMany, type Markup, type MarkupElement } from '#shared/markup.ts';
import { escapeHtml } from './escape-html.ts';

/** Elements that have no content and no end tag (HTML standard, 13.1.2). */
const VOID = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'path', 'circle']);

/** The tree as HTML, every text and attribute escaped. */
export function writeMarkup(markup: Markup): string {
  if (markup === null || markup === false) return '';
  if (typeof markup === 'string') return escapeHtml(markup);
  if (isMany(markup)) return markup.map(writeMarkup).join('');
  if ('slot' in markup) return writeMarkup(markup.children);
  const { tag, html } = markup;
  const start = `<${tag}${attributesOf(markup)}>`;
  return VOID.has(tag) ? start : `${start}${html ?? writeMarkup(markup.children)}</${tag}>`;
}

function attributesOf({ attributes }: MarkupElement): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== false)
    .map(([name, value]) =>
      value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`,
    )
    .join('');
}
