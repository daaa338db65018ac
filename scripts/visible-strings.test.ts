import { expect, test } from 'vitest';
import { findVisibleStrings } from './visible-strings.ts';

const isKey = (text: string) => text === 'tickets.title';
const inPage = (source: string) =>
  findVisibleStrings('web/console/page.tsx', source, isKey).map(({ text }) => text);
const inServer = (source: string, path = 'server/modules/tickets/tickets.ts') =>
  findVisibleStrings(path, source, isKey).map(({ text }) => text);

test.each([
  ['text between tags', '<p>Hello {name}</p>', 'Hello'],
  ['text on lines of its own', '<p>\n  Hello\n  there\n</p>', 'Hello there'],
  ['a string as a child', "<p>{'Hello'}</p>", 'Hello'],
  ['one of two', "<p>{isNew ? t('new') : 'Old one'}</p>", 'Old one'],
  ['what stands in', "<p>{name || 'Nobody'}</p>", 'Nobody'],
  ['what is shown on condition', "<p>{isNew && 'New'}</p>", 'New'],
  ['words around a value', `<p>{\`of \${name} only\`}</p>`, 'of … only'],
  ['a label', '<TextInput label="Name" />', 'Name'],
  ['a label for screen readers', `<button aria-label={\`Remove \${name}\`} />`, 'Remove …'],
  ['a placeholder', "<input placeholder={isNew ? 'Name' : ''} />", 'Name'],
  ['a description of a picture', '<img alt="A cat" />', 'A cat'],
  ['a toast', "notifyDone('Saved')", 'Saved'],
  ['a call of a library', "notifications.show({ message: 'Saved' })", 'Saved'],
  ['an option', "const options = [{ value: 'a', label: 'First' }]", 'First'],
  ['the title of the window', "document.title = 'Console'", 'Console'],
  ['languages beside the catalogues', "const a = { en: 'Yes', fr: 'Oui', de: 'Ja' }", 'Ja'],
])('%s is found', (_, source, text) => {
  expect(inPage(source)).toEqual([text]);
});

test.each([
  ['keys', "<p>{t('tickets.title')}</p>"],
  ['tables of keys', "const tabs = [{ label: 'tickets.title' }]"],
  ['names', '<title>Portico</title>'],
  ['keys of the keyboard', '<Kbd>Ctrl</Kbd>'],
  ['marks, numbers and entities', '<p>… · 12 &nbsp; {a}/{b} #{number}</p>'],
  ['placeholders that are addresses', '<input placeholder="https://example.com" />'],
  ['what nobody sees', '<a className="wide" href="/x" data-kind="one two">{t("x.y")}</a>'],
  ['conditions', "<p>{state === 'open' && name}</p>"],
  ['what is excepted with a reason', '{/* not-translated: a header */}\n<b>Bearer</b>'],
])('%s are no texts', (_, source) => {
  expect(inPage(source)).toEqual([]);
});

test('an exception needs a reason', () => {
  expect(inPage('// not-translated:\nnotifyDone("Saved")')).toEqual(['Saved']);
});

test('the server says nothing of its own either', () => {
  expect(inServer("queueMail(tx, { subject: 'Your new password' })")).toEqual([
    'Your new password',
  ]);
  expect(inServer(`const step = { detail: \`could not: \${why} so far\` }`)).toHaveLength(1);
  expect(inServer("reply.code(404).send('Not found')")).toEqual(['Not found']);
  expect(inServer("const list = z.object({ subject: 'subject' })")).toEqual([]);
  expect(inServer("const row = { text: 'tickets.subject' }")).toEqual([]);
});

test('the command line speaks with the operator', () => {
  expect(inServer("const help = { text: 'Makes a company' }", 'server/cli/help.ts')).toEqual([]);
});
