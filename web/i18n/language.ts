import { isLanguage, type Language } from '#shared/languages.ts';

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
