import { isLanguage, type Language } from '#shared/languages.ts';

/** What an address of the knowledge base names. */
export type PageAddress = {
  /** The language that the address names; null: the reader's. */
  language: Language | null;
} & (
  | { kind: 'home' }
  | { kind: 'category'; category: string }
  | { kind: 'article'; category: string; article: string }
);

const ADDRESS = /^(?:\/([a-z]{2}))?\/kb(?:\/([a-z0-9-]{1,200}))?(?:\/([a-z0-9-]{1,200}))?\/?$/;

/** Null for every other address of the portal. */
export function pageAddress(path: string): PageAddress | null {
  const match = ADDRESS.exec(path);
  if (!match) return null;
  const [, prefix, category, article] = match;
  if (prefix !== undefined && !isLanguage(prefix)) return null;
  const language = prefix ?? null;
  if (category === undefined) return { kind: 'home', language };
  if (article === undefined) return { kind: 'category', language, category };
  return { kind: 'article', language, category, article };
}
