import { writeMarkup } from '#platform/html/write-markup.ts';
import type { Language } from '#shared/languages.ts';
import { el } from '#shared/markup.ts';

export interface SitemapEntry {
  /** Below the origin, without a language. */
  path: string;
  languages: readonly Language[];
  changedAt: Date | null;
}

/** More addresses are not allowed in one file (sitemaps.org). */
const ADDRESSES_MAX = 50_000;

/** Every public page in every language that it has, each with the others beside it. */
export function sitemapOf(origin: string, entries: readonly SitemapEntry[]): string {
  const urls = entries.flatMap(({ path, languages, changedAt }) =>
    languages.map((language) =>
      el(
        'url',
        {},
        el('loc', {}, `${origin}/${language}${path}`),
        changedAt && el('lastmod', {}, changedAt.toISOString()),
        ...languages.map((other) =>
          el('xhtml:link', {
            rel: 'alternate',
            hreflang: other,
            href: `${origin}/${other}${path}`,
          }),
        ),
        el('xhtml:link', { rel: 'alternate', hreflang: 'x-default', href: origin + path }),
      ),
    ),
  );
  const root = el(
    'urlset',
    {
      xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
      'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
    },
    urls.slice(0, ADDRESSES_MAX),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeMarkup(root)}\n`;
}

/** What search engines may read: the knowledge base, and what its pages are made of. */
export const robotsOf = (origin: string, languages: readonly Language[]) =>
  [
    'User-agent: *',
    'Disallow: /',
    'Allow: /assets/',
    'Allow: /portal/v1/article-files/',
    ...['', ...languages.map((language) => `/${language}`)].flatMap((prefix) => [
      `Allow: ${prefix}/kb$`,
      `Allow: ${prefix}/kb/`,
    ]),
    '',
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n');
