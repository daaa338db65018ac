import { isLanguage, type Language } from '#shared/languages.ts';

const PREFIXED = /^\/([a-z]{2})(?=\/kb(?:\/|$))/;

/** The language that a public page's address names; null where it names none. */
export function languageInPath(path: string): Language | null {
  const prefix = PREFIXED.exec(path)?.[1];
  return isLanguage(prefix) ? prefix : null;
}

/** The same page in another language, if its address names one. */
export function pathInLanguage(path: string, language: Language): string {
  return languageInPath(path) === null ? path : path.replace(PREFIXED, `/${language}`);
}
