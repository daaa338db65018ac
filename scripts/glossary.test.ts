import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { flatten } from './catalogue-rules.ts';
import { findBannedWords, findOtherWords, readGlossary } from './glossary.ts';

const PAGE = `# Words
## Glossary

Some words first.

| English | German | French | Italian | Spanish |
|---|---|---|---|---|
| customer / customers | Kunde* / Kunden* | client* | client* | cliente* |
| e-mail | *E-Mail* | e-mail* | e-mail | correo* |

| Not part of it | a | b | c | d |
|---|---|---|---|---|
| ticket | Vorgang | x | y | z |

## Words we do not use

| Language | Not | But | Except in |
|---|---|---|---|
| German | du / dein* | Sie | |
| English | login* / log in | sign in | mail:welcome.* |
`;
const glossary = readGlossary(PAGE);

test('a word that is translated otherwise is named; other forms of it are fine', () => {
  const english = flatten({
    one: 'Our customers wait',
    two: 'The customer',
    three: 'Customize it',
  });
  const german = flatten({ one: 'Unsere Kundinnen warten', two: 'Des Kunden', three: 'Anpassen' });
  expect(findOtherWords(glossary, 'de', english, german)).toEqual([
    'one does not say “customer / customers” as the glossary does: Unsere Kundinnen warten',
  ]);
});

test('words joined by a hyphen count as one, placeholders and addresses do not count', () => {
  const english = flatten({
    welcome: 'The welcome e-mail',
    name: 'To {{customer}} at e-mail@example.com, {[Customer E-mail]}',
  });
  const german = flatten({ welcome: 'Die Willkommens-E-Mail', name: 'An {{customer}}' });
  expect(findOtherWords(glossary, 'de', english, german)).toEqual([]);
});

test('banned words are found in their own language, whole, and not where they are excepted', () => {
  const german = flatten({ a: 'Hast du deine Nachricht?', b: 'Dudelsack und login' });
  expect(findBannedWords(glossary, 'de', 'console', german)).toEqual([
    'a says “du” instead of “Sie”',
  ]);
  const english = flatten({ welcome: { body: 'Please login' } });
  expect(findBannedWords(glossary, 'en', 'mail', english)).toEqual([]);
  expect(findBannedWords(glossary, 'en', 'console', english)).toHaveLength(1);
});

test('a page without its tables, or with a broken row, does not pass in silence', () => {
  expect(() => readGlossary('# Nothing here')).toThrow();
  expect(() => readGlossary(PAGE.replace(' | cliente* |', ' |'))).toThrow('Not five words');
  expect(() => readGlossary(PAGE.replace('| German | du', '| Deutsch | du'))).toThrow();
});

test('the glossary of the house can be read', () => {
  const { terms, banned } = readGlossary(readFileSync('locales/README.md', 'utf8'));
  expect(terms.length).toBeGreaterThan(30);
  for (const language of ['en', 'de', 'fr', 'it', 'es'] as const)
    expect(banned.some((rule) => rule.language === language)).toBe(true);
});
