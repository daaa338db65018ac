/** The languages of console, portal and e-mail, in the order in which they are offered. */
export const LANGUAGES = ['en', 'fr', 'de', 'it', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language in its own name, as shown in language switches. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  en: 'English',
  fr: 'Français',
  // not-translated: a name is the same in every language
  de: 'Deutsch',
  it: 'Italiano',
  es: 'Español',
};

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && (LANGUAGES as readonly string[]).includes(value);
}

/** Where a browser keeps the language that was chosen in it, for pages that the server writes. */
export const LANGUAGE_COOKIE = 'portico_language';

/**
 * The first of our languages that an Accept-Language header (RFC 9110, 12.5.4) asks for.
 * Unknown languages and a missing header give English.
 */
export function negotiateLanguage(acceptLanguage: string | undefined): Language {
  return firstWantedLanguage(acceptLanguage) ?? 'en';
}

/** The same; null when it asks for none of ours. */
export function firstWantedLanguage(acceptLanguage: string | undefined): Language | null {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().split(';');
      const q = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find(Boolean);
      return { primary: tag.toLowerCase().split('-')[0], quality: q === undefined ? 1 : Number(q) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { primary } of wanted) if (isLanguage(primary)) return primary;
  return null;
}
