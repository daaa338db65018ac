import type { Language } from '#shared/languages.ts';
import type { Sentences } from './catalogue-rules.ts';

/**
 * How each language sets its marks; the rules in words are in locales/README.md. Spaces are written as escapes here,
 * because nobody sees a narrow one.
 */
interface Rule {
  languages: readonly Language[] | 'all';
  wrong: RegExp;
  says: string;
}

const NARROW = '\u202f';

const RULES: readonly Rule[] = [
  { languages: 'all', wrong: /(?<=\p{L})'(?=\p{L})/u, says: 'has a straight apostrophe' },
  { languages: 'all', wrong: /"/, says: 'has straight quotation marks' },
  { languages: 'all', wrong: /\.\.\./, says: 'has three dots for an ellipsis' },
  { languages: 'all', wrong: /^\s|\s$| {2}/, says: 'has a space at its edge, or two in a row' },
  { languages: 'all', wrong: /(\d|\}\}) (MB|KB|GB|Mo|Ko|Go)\b/, says: 'lets its unit wrap' },
  { languages: ['en'], wrong: /[„«»]/, says: 'has the quotation marks of another language' },
  { languages: ['de'], wrong: /[”«»]/, says: 'has the quotation marks of another language' },
  { languages: ['fr', 'it', 'es'], wrong: /[“”„]/, says: 'has the marks of another language' },
  {
    languages: ['de', 'it', 'es', 'en'],
    wrong: / [;:!?](\s|$)/,
    says: 'has a space before a mark',
  },
  {
    languages: ['fr'],
    wrong: new RegExp(
      `[^${NARROW}\\s;:!?][;!?»](?!\\S)|[^${NARROW}];|[ \\u00a0][;:!?»]|«(?!${NARROW})`,
    ),
    says: 'needs a narrow no-break space at its marks',
  },
  {
    languages: ['fr'],
    wrong: /(?<!^Re)(?<=\p{L}):(\s|$)/u,
    says: 'needs a narrow no-break space at its colon',
  },
  {
    languages: ['es'],
    wrong: /^[^¿]*\?|^[^¡]*!/,
    says: 'does not open its question or exclamation',
  },
];

/** The document that orders this mail gives its wording, marks included. */
const GIVEN = new Set(['en mail:SendUsernameAndPassword.body']);

export const isGiven = (language: Language, key: string) => GIVEN.has(`${language} ${key}`);

export function findWrongMarks(
  language: Language,
  namespace: string,
  sentences: Sentences,
): string[] {
  const rules = RULES.filter(
    ({ languages }) => languages === 'all' || languages.includes(language),
  );
  return [...sentences]
    .filter(([key]) => !isGiven(language, `${namespace}:${key}`))
    .flatMap(([key, text]) =>
      rules.filter(({ wrong }) => wrong.test(text)).map(({ says }) => `${key} ${says}: ${text}`),
    );
}

/** Sets what can be set without understanding the sentence: apostrophes, ellipses and the spaces nobody can type. */
export function setMarks(language: Language, text: string): string {
  const set = text
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
    .replace(/\.\.\./g, '…')
    .replace(/(\d|\}\}) (?=(?:MB|KB|GB|Mo|Ko|Go)\b)/g, '$1\u00a0');
  if (language !== 'fr') return set;
  return set
    .replace(/[ \u00a0](?=[;:!?»])/g, NARROW)
    .replace(/«[ \u00a0]?(?!\u202f)/g, `«${NARROW}`);
}
