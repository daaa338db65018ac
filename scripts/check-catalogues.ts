import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { LANGUAGES } from '#shared/languages.ts';
import { compare, flatten, inspect, keysInCode, type Sentences } from './catalogue-rules.ts';
import { findUses, type Uses } from './catalogue-uses.ts';
import { findBannedWords, findOtherWords, readGlossary } from './glossary.ts';
import { mendMarks } from './mend-marks.ts';
import { findWrongMarks } from './typography.ts';
import { findVisibleStrings } from './visible-strings.ts';

/**
 * `npm run check:catalogues`: every sentence exists in five languages with the same placeholders, the words of the
 * glossary (locales/README.md) and the marks of its language; every key that code uses exists, and none is left over;
 * no text that people see stands in the code. Keys that are put together at run time are declared where that happens:
 * `// i18n-keys: console:status.*`. With `--mend`, marks and spaces are set first.
 */
const problems: string[] = [];

function readSentences(path: string): Sentences | null {
  try {
    return flatten(JSON.parse(readFileSync(path, 'utf8')) as object);
  } catch (error) {
    problems.push(`${path}: ${(error as Error).message}`);
    return null;
  }
}

const glossary = readGlossary(readFileSync('locales/README.md', 'utf8'));
const namespaces = new Set(globSync('locales/*/*.json').map((path) => basename(path, '.json')));
/** The keys of each namespace as code writes them. */
const known = new Map<string, Set<string>>();

for (const namespace of process.argv.includes('--mend') ? namespaces : []) {
  for (const language of LANGUAGES)
    mendMarks(`locales/${language}/${namespace}.json`, language, namespace);
}

for (const namespace of namespaces) {
  const english = readSentences(`locales/en/${namespace}.json`) ?? new Map();
  known.set(namespace, keysInCode(english));
  for (const language of LANGUAGES) {
    const path = `locales/${language}/${namespace}.json`;
    const sentences = language === 'en' ? english : readSentences(path);
    if (!sentences) continue;
    const found = [
      ...inspect(sentences),
      ...findBannedWords(glossary, language, namespace, sentences),
      ...findWrongMarks(language, namespace, sentences),
      ...(language === 'en'
        ? []
        : [
            ...compare(english, sentences),
            ...findOtherWords(glossary, language, english, sentences),
          ]),
    ];
    problems.push(...found.map((problem) => `${path}: ${problem}`));
  }
}

/** Where a key without a namespace is looked for, by the part of the house that asks. */
function defaultNamespaces(path: string): string[] {
  if (path.startsWith('web/console/')) return ['console', 'common'];
  if (path.startsWith('web/portal/')) return ['portal', 'common'];
  if (path.startsWith('web/')) return ['common'];
  return ['server'];
}

/** `namespace:key` for every place where the key or pattern may live. */
function candidates(key: string, path: string, uses: Uses): string[] {
  if (key.includes(':')) return [key];
  return [...uses.namespaces, ...defaultNamespaces(path)].map((namespace) => `${namespace}:${key}`);
}

const used = new Set<string>();
const all = [...known].flatMap(([namespace, keys]) =>
  [...keys].map((key) => `${namespace}:${key}`),
);
const exists = new Set(all);
/** `console:list` and `console:list.filter` for `console:list.filter.all`. */
const groups = new Set(
  all.flatMap((key) => [...key.matchAll(/\./g)].map(({ index }) => key.slice(0, index))),
);

/** The keys that a key or pattern stands for; a group's name stands for all of the group. */
function matching(pattern: string): string[] {
  if (exists.has(pattern)) return [pattern];
  if (!pattern.includes('*') && !groups.has(pattern)) return [];
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`^${parts.join('.+')}(\\..+)?$`);
  return all.filter((key) => expression.test(key));
}

const isKey = (text: string) =>
  [...namespaces].some((namespace) => matching(`${namespace}:${text}`).length > 0) ||
  (text.includes(':') && matching(text).length > 0);

for (const path of globSync('{server,web,shared}/**/*.{ts,tsx}')) {
  if (/\.(test|fixture|d)\.tsx?$/.test(path)) continue;
  const text = readFileSync(path, 'utf8');
  const uses = findUses(path, text);
  for (const { key, line } of uses.keys) {
    const hits = candidates(key, path, uses).flatMap(matching);
    if (hits.length === 0) problems.push(`${path}:${line}: ${key} is in no catalogue`);
    for (const hit of hits) used.add(hit);
  }
  for (const { line, text: found } of findVisibleStrings(path, text, isKey))
    problems.push(`${path}:${line}: “${found}” is seen by people and in no catalogue`);
  for (const text of uses.strings) {
    // What could be any word, such as `${name}`, proves nothing.
    if (!/^[\w:-]+\./.test(text) && text.includes('*')) continue;
    // A table of keys may be read where another namespace is the default one.
    const places = text.includes('.') && !text.includes(':') ? [...namespaces] : [];
    const keys = [...candidates(text, path, uses), ...places.map((place) => `${place}:${text}`)];
    for (const hit of keys.flatMap(matching)) used.add(hit);
  }
}

for (const key of all) {
  if (!used.has(key)) problems.push(`${key} is used nowhere`);
}

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
console.log(`${all.length} sentences in ${LANGUAGES.length} languages`);
