import { expect, test } from 'vitest';
import type { Language } from '#shared/languages.ts';
import { findWrongMarks, setMarks } from './typography.ts';

const isFine = (language: Language, text: string) =>
  findWrongMarks(language, 'console', new Map([['key', text]])).length === 0;

test.each<[Language, string]>([
  ['en', 'It’s “done”: at most {{size}}\u00a0MB…'],
  ['en', '##- Please reply above this line -##'],
  ['de', 'Antwort schreiben … in „Tickets“'],
  ['fr', 'Où\u202f? «\u202fIci\u202f»\u202f: https://example.com\u202f; fini\u202f!'],
  ['fr', 'Re: [#12] Sujet'],
  ['it', 'Nessun risultato per «{{search}}»: l’ha spento?'],
  ['es', 'Listo. ¿Seguir? ¡Gracias!'],
])('%s: %s', (language, text) => {
  expect(isFine(language, text)).toBe(true);
});

test.each<[Language, string]>([
  ['en', "It's done"],
  ['en', 'Say "yes"'],
  ['en', 'Wait...'],
  ['en', 'Is it ?'],
  ['en', ' by {{name}}'],
  ['en', 'at most 10 MB'],
  ['de', 'In “Tickets”'],
  ['fr', 'Où ?'],
  ['fr', 'Où\u00a0?'],
  ['fr', 'Où?'],
  ['fr', 'Nom: {{name}}'],
  ['fr', '« Ici »'],
  ['it', 'In “Ticket”'],
  ['es', 'Seguir?'],
])('not %s: %s', (language, text) => {
  expect(isFine(language, text)).toBe(false);
});

test('the mail whose wording is given keeps its marks', () => {
  const sentences = new Map([['SendUsernameAndPassword.body', "You're registered"]]);
  expect(findWrongMarks('en', 'mail', sentences)).toEqual([]);
  expect(findWrongMarks('de', 'mail', sentences)).toHaveLength(1);
});

test('marks are set as the check wants them', () => {
  expect(setMarks('en', "It's 10 MB...")).toBe('It’s 10\u00a0MB…');
  const french = setMarks('fr', "« L'heure » : {{size}} Mo ; où ?");
  expect(isFine('fr', french)).toBe(true);
  expect(setMarks('fr', french)).toBe(french);
});
