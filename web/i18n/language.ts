import { isLanguage, LANGUAGE_COOKIE, type Language } from '#shared/languages.ts';

const STORAGE_KEY = 'portico.language';

/** The language this browser was last used in, else the first of the reader's that we speak. */
export function rememberedLanguage(): Language {
  const stored = readStored();
  if (isLanguage(stored)) return stored;
  return firstSpoken(navigator.languages) ?? 'en';
}

/** True when somebody chose a language in this browser; false when it was only guessed. */
export function hasRememberedLanguage(): boolean {
  return isLanguage(readStored());
}

/** False when we speak none of the reader's languages and he has chosen none of ours yet. */
export function speaksToReader(): boolean {
  return hasRememberedLanguage() || firstSpoken(navigator.languages) !== undefined;
}

export function rememberLanguage(language: Language): void {
  // For the pages that the server writes; it has nothing to tell anybody else.
  const secure = location.protocol === 'https:' ? '; secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
  document.cookie = `${LANGUAGE_COOKIE}=${language}; path=/; max-age=31536000; samesite=lax${secure}`;
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // Storage may be forbidden (private windows); the choice then lasts for this page only.
  }
}

export function firstSpoken(tags: readonly string[]): Language | undefined {
  return tags.map((tag) => tag.toLowerCase().split('-')[0]).find(isLanguage);
}

function readStored(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}
