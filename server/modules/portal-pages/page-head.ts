import { writeMarkup } from '#platform/html/write-markup.ts';
import type { Language } from '#shared/languages.ts';
import { el } from '#shared/markup.ts';

export interface HeadFacts {
  /** Origin under which the portal is known, whichever host was asked. */
  origin: string;
  siteName: string;
  title: string;
  description: string;
  /** Below the origin, without a language. */
  path: string;
  /** Of the content. */
  language: Language;
  /** All that the content can be read in. */
  languages: readonly Language[];
  pictureUrl: string | null;
  isArticle: boolean;
  publishedAt?: Date;
  /** Found by whoever asked, but no page of its own: lists of what was looked for. */
  isUnlisted?: boolean;
  /** The company's colour as a style sheet. */
  style: string | null;
}

/** As Open Graph names them: with a country. */
const LOCALES: Record<Language, string> = {
  en: 'en_US',
  fr: 'fr_FR',
  // not-translated: for machines
  de: 'de_DE',
  it: 'it_IT',
  es: 'es_ES',
};

/**
 * What search engines and other sites show of a page. Each language has an address of its own, which
 * is the canonical one; the address without a language is for everybody else (x-default).
 */
export function pageHead(facts: HeadFacts): string {
  const { origin, path, language, languages, description } = facts;
  const style = facts.style ? writeMarkup(el('style', {}, facts.style)) : '';
  if (facts.isUnlisted)
    return writeMarkup(el('meta', { name: 'robots', content: 'noindex' })) + style;
  const addressIn = (one: Language) => `${origin}/${one}${path}`;
  const property = (name: string, content: string | null | undefined) =>
    content ? el('meta', { property: name, content }) : null;
  const tags = [
    el('meta', { name: 'description', content: description }),
    el('link', { rel: 'canonical', href: addressIn(language) }),
    ...languages.map((one) =>
      el('link', { rel: 'alternate', hreflang: one, href: addressIn(one) }),
    ),
    el('link', { rel: 'alternate', hreflang: 'x-default', href: origin + path }),
    property('og:type', facts.isArticle ? 'article' : 'website'),
    property('og:site_name', facts.siteName),
    property('og:title', facts.title),
    property('og:description', description),
    property('og:url', addressIn(language)),
    property('og:locale', LOCALES[language]),
    ...languages
      .filter((one) => one !== language)
      .map((one) => property('og:locale:alternate', LOCALES[one])),
    property('og:image', facts.pictureUrl && origin + facts.pictureUrl),
    property('article:modified_time', facts.publishedAt?.toISOString()),
    el('meta', { name: 'twitter:card', content: 'summary' }),
  ];
  return tags
    .map((tag) => writeMarkup(tag))
    .concat(style)
    .filter(Boolean)
    .join('\n');
}
