import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { flatten } from './catalogue-rules.ts';

const english = (namespace: string) =>
  JSON.parse(readFileSync(`locales/en/${namespace}.json`, 'utf8'));

/** Links of the catalogue are bold words in the document. */
const asMarkdown = (text: string) => text.replace(/<\/?page>/g, '**');

test('the guide page on roles says in docs/ what it says in the console', () => {
  const page = readFileSync('docs/guide/roles-and-permissions.md', 'utf8');
  const { permission } = english('admin');
  const sentences = [...flatten(english('guide').roles).values(), ...flatten(permission).values()];
  expect(sentences.map(asMarkdown).filter((sentence) => !page.includes(sentence))).toEqual([]);
});

test('the guide page on templates has every e-mail and every placeholder, as the console says it', () => {
  const page = readFileSync('docs/guide/templates.md', 'utf8');
  const { mails, placeholders } = english('templates');
  for (const [name, meaning] of Object.entries(placeholders))
    expect(page).toContain(`| \`{[${name}]}\` | ${meaning} |`);
  expect([...flatten(mails).values()].filter((sentence) => !page.includes(sentence))).toEqual([]);
});
