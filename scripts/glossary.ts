import type { Language } from '#shared/languages.ts';
import type { Sentences } from './catalogue-rules.ts';

/** What the tables of locales/README.md say. */
export interface Glossary {
  /** The forms of one word in each language, as expressions. */
  terms: { english: string; forms: Record<Language, RegExp> }[];
  banned: { language: Language; word: RegExp; instead: string; except: RegExp | null }[];
}

const COLUMNS: readonly Language[] = ['en', 'de', 'fr', 'it', 'es'];
const NAMES: Record<string, Language> = {
  English: 'en',
  German: 'de',
  French: 'fr',
  Italian: 'it',
  Spanish: 'es',
};

/** @throws when the page has not both tables */
export function readGlossary(page: string): Glossary {
  const terms = rowsUnder(page, '## Glossary').map((cells) => {
    if (cells.length !== COLUMNS.length) throw new Error(`Not five words: ${cells.join(' | ')}`);
    const forms = cells.map(anyOf);
    return {
      english: cells[0]!,
      forms: Object.fromEntries(
        COLUMNS.map((language, column) => [language, forms[column]!]),
      ) as Record<Language, RegExp>,
    };
  });
  const banned = rowsUnder(page, '## Words we do not use').map(([name, words, instead, except]) => {
    const language = NAMES[name ?? ''];
    if (!language || !words || !instead) throw new Error(`Not readable: ${name} | ${words}`);
    return { language, word: anyOf(words), instead, except: except ? keyPattern(except) : null };
  });
  if (terms.length === 0 || banned.length === 0) throw new Error('The tables were not found');
  return { terms, banned };
}

/** The rows of the first table under a heading, without its head. */
function rowsUnder(page: string, heading: string): string[][] {
  const [, section = ''] = page.split(`${heading}\n`);
  const table = /^\|.*\|\n\|[-|]+\|\n((?:\|.*\|\n)*)/m.exec(section)?.[1] ?? '';
  return table
    .split('\n')
    .filter(Boolean)
    .map((row) =>
      row
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

/** `Kunde / Kunden*` as an expression for whole words. */
function anyOf(cell: string): RegExp {
  const forms = cell.split(' / ').map((form) =>
    form
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '[\\p{L}\\p{M}-]*')
      .replace(/ /g, '\\s'),
  );
  return new RegExp(`(?<![\\p{L}-])(?:${forms.join('|')})(?![\\p{L}-])`, 'iu');
}

const keyPattern = (pattern: string) =>
  new RegExp(`^${pattern.replace(/\./g, '\\.').replace(/\*/g, '.*')}$`);

/** What is said in the sentence itself, without placeholders, tags and addresses. */
function wordsOf(text: string): string {
  return text.replace(/\{\{.*?\}\}|\{\[.*?\]\}|<[^>]*>|\S+@\S+|https?:\S+/g, ' ');
}

/** Sentences of a translation that say a word of the glossary in another way. */
export function findOtherWords(
  { terms }: Glossary,
  language: Language,
  english: Sentences,
  translation: Sentences,
): string[] {
  return [...translation].flatMap(([key, text]) => {
    const original = wordsOf(english.get(key) ?? '');
    return terms
      .filter(({ forms }) => forms.en.test(original) && !forms[language].test(wordsOf(text)))
      .map(({ english: word }) => `${key} does not say “${word}” as the glossary does: ${text}`);
  });
}

/** Sentences with a word that locales/README.md bans. */
export function findBannedWords(
  { banned }: Glossary,
  language: Language,
  namespace: string,
  sentences: Sentences,
): string[] {
  const rules = banned.filter((rule) => rule.language === language);
  return [...sentences].flatMap(([key, text]) =>
    rules.flatMap(({ word, instead, except }) => {
      const found = word.exec(wordsOf(text))?.[0];
      if (!found || except?.test(`${namespace}:${key}`)) return [];
      return [`${key} says “${found}” instead of “${instead}”`];
    }),
  );
}
