import anyAscii from 'any-ascii';
import type { z } from 'zod';
import { normaliseWebsite } from '#modules/customers/index.ts';
import { restoredCell } from '#platform/csv.ts';
import type { FieldError } from '#platform/errors.ts';
import { fieldErrorsOf } from '#platform/http/field-errors.ts';
import { Email, line, text } from '#platform/http/fields.ts';
import { splitPersonName } from '#platform/mail/person-name.ts';
import { CUSTOMER_FIELDS, type ImportField } from '#shared/imports.ts';
import { isLanguage, LANGUAGES, type Language } from '#shared/languages.ts';
import { LIMITS } from '#shared/limits.ts';

/** What a row says. What it leaves out is undefined: an empty cell changes nothing. */
export interface RowValues {
  email?: string;
  firstName?: string;
  lastName?: string;
  phone?: string;
  jobTitle?: string;
  language?: Language;
  isMainContact?: boolean;
  hasPortalAccess?: boolean;
  customer?: string;
  domains: string[];
  customerPhone?: string;
  website?: string;
  notes?: string;
}

export interface ReadRow {
  values: RowValues;
  /** Of a contact; otherwise of a customer alone. */
  isContact: boolean;
  problems: FieldError[];
}

type Mapping = readonly (ImportField | null)[];

/** The cells of a row by what their columns are. */
export function readRow(cells: readonly string[], mapping: Mapping): ReadRow {
  const problems: FieldError[] = [];
  const given = new Map<ImportField, string>();
  for (const [column, field] of mapping.entries()) {
    const cell = restoredCell(cells[column] ?? '').trim();
    if (field !== null && cell !== '') given.set(field, cell);
  }
  const take = <T>(field: ImportField, schema: z.ZodType<T>): T | undefined => {
    const cell = given.get(field);
    if (cell === undefined) return undefined;
    const read = schema.safeParse(cell);
    if (read.success) return read.data;
    problems.push(...fieldErrorsOf(read.error).map((error) => ({ ...error, field })));
    return undefined;
  };
  const decide = <T>(field: ImportField, read: (cell: string) => T | null, code: string) => {
    const cell = given.get(field);
    if (cell === undefined) return undefined;
    const value = read(cell);
    if (value !== null) return value;
    problems.push({ field, code });
    return undefined;
  };
  const name = line(LIMITS.nameChars);
  const isContact = [...given.keys()].some((field) => !CUSTOMER_FIELDS.includes(field));
  const email = take('email', Email);
  const language = decide('language', languageOf, 'languageUnknown');
  const values: RowValues = {
    email,
    firstName: take('firstName', name),
    lastName: take('lastName', name),
    phone: take('phone', line(50)),
    jobTitle: take('jobTitle', name),
    language,
    isMainContact: decide('isMainContact', yesOrNo, 'yesOrNo'),
    hasPortalAccess: decide('hasPortalAccess', yesOrNo, 'yesOrNo'),
    customer: take('customer', name),
    domains: (given.get('domains') ?? '').split(/[\s,;|]+/).filter(Boolean),
    customerPhone: take('customerPhone', line(50)),
    website: decide('website', normaliseWebsite, 'website'),
    notes: take('notes', text(LIMITS.notesChars)),
  };
  const full = take('fullName', line(2 * LIMITS.nameChars));
  if (full && values.firstName === undefined && values.lastName === undefined) {
    Object.assign(values, splitPersonName(full, email ?? '', language ?? null));
  }
  if (isContact && !given.has('email')) problems.push({ field: 'email', code: 'required' });
  if (!isContact && !given.has('customer')) problems.push({ field: 'customer', code: 'required' });
  if (values.domains.length > DOMAINS_MAX) {
    problems.push({ field: 'domains', code: 'tooBig', params: { maximum: DOMAINS_MAX } });
  }
  return { values, isContact, problems };
}

const DOMAINS_MAX = 50;

const YES = new Set('yes y true 1 x on ja j wahr oui o vrai si s vero verdadero'.split(' '));
const NO = new Set('no n false 0 off nein falsch non faux falso -'.split(' '));

const folded = (cell: string) => anyAscii(cell.normalize('NFC')).toLowerCase().trim();

function yesOrNo(cell: string): boolean | null {
  const word = folded(cell);
  return YES.has(word) ? true : NO.has(word) ? false : null;
}

/** "de", "de-CH", "German", "Deutsch", "allemand". */
function languageOf(cell: string): Language | null {
  const tag = cell.slice(0, 2).toLowerCase();
  if (isLanguage(tag) && /^[a-z]{2}(?:[-_].*)?$/i.test(cell)) return tag;
  languageNames ??= new Map(
    LANGUAGES.flatMap((reader) => {
      const names = new Intl.DisplayNames([reader], { type: 'language' });
      return LANGUAGES.map((language) => [folded(names.of(language) ?? ''), language] as const);
    }),
  );
  return languageNames.get(folded(cell)) ?? null;
}
let languageNames: Map<string, Language> | undefined;
