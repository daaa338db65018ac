import { expect, test } from 'vitest';
import { compare, flatten, inspect, keysInCode } from './catalogue-rules.ts';
import { findUses } from './catalogue-uses.ts';

const english = flatten({
  save: 'Save',
  tickets: { found_one: 'One ticket', found_other: '{{count}} tickets' },
  greeting: 'Hello {{name}}, <link>look here</link>',
  welcome: 'Your password: {[Contact Password]}',
});

test('code uses a plural key without its forms', () => {
  expect([...keysInCode(english)]).toEqual(['save', 'tickets.found', 'greeting', 'welcome']);
});

test('a complete translation has no problems, even with a plural form of its own', () => {
  const french = flatten({
    save: 'Enregistrer',
    tickets: {
      found_one: '{{count}} ticket',
      found_many: '{{count}} de tickets',
      found_other: '{{count}} tickets',
    },
    greeting: '<link>Voir ici</link>, {{ name }}',
    welcome: 'Mot de passe : {[Contact Password]}',
  });
  expect(compare(english, french)).toEqual([]);
  expect(inspect(french)).toEqual([]);
});

test('what is missing, left over, empty or misses a placeholder is named', () => {
  const german = flatten({
    tickets: { found_other: '{{count}} Tickets' },
    greeting: 'Hallo {{nmae}}',
    welcome: ' ',
    extra: 'Zu viel',
  });
  expect(compare(english, german)).toEqual([
    'save is missing',
    'greeting has other placeholders: {{nmae}} instead of <link> {{name}}',
    'welcome has other placeholders: none instead of {[Contact Password]}',
    'extra does not exist in English',
  ]);
  expect(inspect(german)).toEqual(['welcome is empty', 'tickets.found lacks the plural form one']);
});

test('each plural form says all that every form of the original says', () => {
  const original = flatten({ by_one: 'One by {{name}}', by_other: '{{count}} by {{name}}' });
  const german = flatten({ by_one: 'Eines', by_other: '{{count}} von {{name}}' });
  expect(compare(original, german)).toEqual(['by_one lacks {{name}}']);
});

test('keys are found in calls, components, errors, templates and comments', () => {
  const uses = findUses(
    'web/console/page.tsx',
    `const { t } = useTranslation('portal');
     t('save'); t(isNew ? 'new' : 'old'); t(\`status.\${status}\`); translate(language, 'mail:subject');
     // i18n-keys: console:priority.* console:impact.*
     const labels = { mine: 'views.mine' };
     throw new AppError(404, 'notFound');
     const page = <Trans i18nKey="greeting" />;`,
  );
  expect(uses.keys.map(({ key }) => key)).toEqual([
    'save',
    'new',
    'old',
    'status.*',
    'mail:subject',
    'errors:notFound',
    'greeting',
    'console:priority.*',
    'console:impact.*',
  ]);
  expect(uses.strings).toContain('views.mine');
  expect(uses.namespaces).toEqual(['portal']);
});
