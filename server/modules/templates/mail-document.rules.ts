import { escapeHtml } from '#platform/html/escape-html.ts';
import type { Language } from '#shared/languages.ts';

const STYLES = {
  // not-translated: CSS
  body: 'margin:0;padding:24px;font-family:system-ui,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;font-size:15px;line-height:1.5',
  page: 'max-width:640px;margin:0 auto',
  marker: 'color:#616973;font-size:12px',
} as const;

/** The line above which people are asked to answer. */
export const markerBlock = (html: string) => `<p style="${STYLES.marker}">${html}</p>`;

/** A whole HTML document around the blocks of a mail. */
export function mailDocument({
  subject,
  language,
  blocks,
}: {
  subject: string;
  language: Language;
  blocks: string[];
}): string {
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>`,
    `<body style="${STYLES.body}"><div style="${STYLES.page}">`,
    ...blocks,
    '</div></body>',
    '</html>',
  ].join('\n');
}
