import { expect, it } from 'vitest';
import { translate } from '#platform/i18n/translate.ts';
import { CUSTOMER_FIELDS, IMPORT_FIELDS } from '#shared/imports.ts';
import { LANGUAGES } from '#shared/languages.ts';
import { guessColumns } from './guess-columns.rules.ts';

it.each([
  [
    'E-mail Address|First Name|Last Name|Company|Job Title|Business Phone',
    'email firstName lastName customer jobTitle phone',
  ],
  [
    'Name|Given Name|Family Name|E-mail 1 - Value|Organization 1 - Name',
    'fullName firstName lastName email customer',
  ],
  [
    'Vorname|Name|E-Mail-Adresse|Firma|Telefon (geschäftlich)|Sprache',
    'firstName lastName email customer phone language',
  ],
  [
    'Nachname|Vorname|E-Mail|Kunde|Hauptansprechpartner',
    'lastName firstName email customer isMainContact',
  ],
  ['Nom|Prénom|Courriel|Société|Fonction', 'lastName firstName email customer jobTitle'],
  ['Nom|Adresse e-mail', 'fullName email'],
  ['Nome|Cognome|Posta elettronica|Azienda|Ruolo', 'firstName lastName email customer jobTitle'],
  [
    'Nombre|Apellidos|Correo electrónico|Empresa|Cargo',
    'firstName lastName email customer jobTitle',
  ],
  ['Nombre|Correo', 'fullName email'],
  ['Name|Domain|Website|Notes', 'customer domains website notes'],
  ['Customer|E-Mail|Shoe size|Email address', 'customer email null null'],
  ['foo|bar', 'null null'],
])('%s', (headings, fields) => {
  expect(guessColumns(headings.split('|'), []).map(String).join(' ')).toBe(fields);
});

it('knows addresses without a heading', () => {
  expect(
    guessColumns(
      ['', ''],
      [
        ['Jane', 'jane@x.test'],
        ['Joe', ''],
        ['Ann', 'ann@x.test'],
      ],
    ),
  ).toEqual([null, 'email']);
});

it.each(LANGUAGES)('knows the headings of our own files: %s', (language) => {
  const name = (field: string) => translate(language, `imports:fields.${field}`);
  const contacts = IMPORT_FIELDS.filter(
    (field) => field !== 'fullName' && (field === 'customer' || !CUSTOMER_FIELDS.includes(field)),
  );
  const others = ['portalUsername', 'lastSignIn', 'isArchived'];
  expect(guessColumns([...contacts, ...others].map(name), [])).toEqual([
    ...contacts,
    ...others.map(() => null),
  ]);
  expect(guessColumns(CUSTOMER_FIELDS.map(name), [])).toEqual(CUSTOMER_FIELDS);
  expect(guessColumns([name('email'), name('fullName')], [])).toEqual(['email', 'fullName']);
});
