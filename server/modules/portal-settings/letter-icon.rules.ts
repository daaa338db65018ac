import { escapeHtml } from '#platform/html/escape-html.ts';

/** A small square in the colour with the name's first letter, as SVG. */
export function letterIcon(name: string, color: string, ink: string): string {
  const [letter = ''] = new Intl.Segmenter()
    .segment(name.trim().toUpperCase())
    [Symbol.iterator]()
    .map(({ segment }) => segment);
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">',
    `<rect width="32" height="32" rx="7" fill="${color}"/>`,
    `<text x="16" y="17" fill="${ink}" font-family="system-ui,sans-serif" font-size="19" `,
    'font-weight="600" text-anchor="middle" dominant-baseline="central">',
    `${escapeHtml(letter)}</text></svg>`,
  ].join('');
}
