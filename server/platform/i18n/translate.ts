import { readdirSync, readFileSync } from 'node:fs';
import { createInstance, type i18n } from 'i18next';
import { LANGUAGES, type Language } from '#shared/languages.ts';

/** The catalogues that the server speaks from; the web loads its own. */
const NAMESPACES = [
  'alerting',
  'articles',
  'common',
  'errors',
  'imports',
  'mail',
  'portal',
  'server',
] as const;
const LOCALES = new URL('../../../locales/', import.meta.url);

let catalogues: i18n | undefined;

function loadCatalogues(): i18n {
  const resources = Object.fromEntries(
    LANGUAGES.map((language) => {
      const folder = new URL(`${language}/`, LOCALES);
      const present = new Set(readdirSync(folder));
      const read = (namespace: string) =>
        JSON.parse(readFileSync(new URL(`${namespace}.json`, folder), 'utf8')) as object;
      return [
        language,
        Object.fromEntries(
          NAMESPACES.filter((name) => present.has(`${name}.json`)).map((name) => [
            name,
            read(name),
          ]),
        ),
      ];
    }),
  );
  const instance = createInstance();
  instance.init({
    resources,
    fallbackLng: 'en',
    ns: NAMESPACES,
    defaultNS: 'server',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return instance;
}

/**
 * The sentence `namespace:key` in the language, placeholders filled, never escaped: whoever puts
 * it into HTML escapes it there.
 */
export function translate(
  language: Language,
  key: string,
  params: Record<string, string | number> = {},
): string {
  catalogues ??= loadCatalogues();
  return catalogues.t(key, { ...params, lng: language });
}

/** True when the catalogue has the sentence in English, and so (they are checked) in all five. */
export function isTranslated(key: string, params: Record<string, string | number> = {}): boolean {
  catalogues ??= loadCatalogues();
  // The number decides which plural form the sentence has.
  return catalogues.exists(key, { ...params, lng: 'en' });
}
