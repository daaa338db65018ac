import { z } from 'zod';
import { LANGUAGES, type Language } from '#shared/languages.ts';
import {
  NEW_CONTACT_TEMPLATES,
  OPTIONAL_TEMPLATES,
  TEMPLATE_NAMES,
  TEMPLATES,
  type TemplateName,
} from '#shared/templates.ts';
import { markerOf, originalText } from './original-texts.ts';
import { richFormOf } from './read-template.rules.ts';
import type { TemplateText } from './template-values.ts';
import type { OwnTextRow } from './templates.queries.ts';

const TemplateRow = z.object({
  name: z.enum(TEMPLATE_NAMES),
  audience: z.enum(['contacts', 'technicians']),
  /** Admin > Settings offers it for the mail to new contacts. */
  isForNewContacts: z.boolean(),
  /** The languages in which the company has a text of its own. */
  ownLanguages: z.array(z.enum(LANGUAGES)),
  /** It may be switched off. */
  isOptional: z.boolean(),
  isSwitchedOff: z.boolean(),
});
export const TemplateListView = z.object({ items: z.array(TemplateRow) });
export type TemplateListView = z.infer<typeof TemplateListView>;

/** Both forms of a text, whichever it was written in. */
export const TextForms = z.object({ subject: z.string(), html: z.string(), text: z.string() });

const TemplateTextView = TextForms.extend({
  language: z.enum(LANGUAGES),
  /** False: the original stands. */
  isOwn: z.boolean(),
  /** Written as rich text; false: as plain text. */
  isRich: z.boolean(),
  /** 0 until the company writes one. */
  version: z.number(),
  updatedAt: z.date().nullable(),
  updatedBy: z.string().nullable(),
  original: TextForms,
  /** Stands on top of the mail whatever its text; null where nothing does. */
  marker: z.string().nullable(),
});
export const TemplateView = TemplateRow.extend({ texts: z.array(TemplateTextView) });
export type TemplateView = z.infer<typeof TemplateView>;

export function templateRow(
  name: TemplateName,
  rows: readonly OwnTextRow[],
  switchedOff: ReadonlySet<string>,
): z.infer<typeof TemplateRow> {
  const own = rows.filter((row) => row.name === name && row.subject !== null);
  return {
    name,
    audience: TEMPLATES[name].audience,
    isForNewContacts: NEW_CONTACT_TEMPLATES.some((other) => other === name),
    ownLanguages: LANGUAGES.filter((language) => own.some((row) => row.language === language)),
    isOptional: OPTIONAL_TEMPLATES.some((other) => other === name),
    isSwitchedOff: switchedOff.has(name),
  };
}

export const formsOf = (text: TemplateText): z.infer<typeof TextForms> => ({
  subject: text.subject,
  html: richFormOf(text),
  text: text.text,
});

export function textView(
  { name, language }: { name: TemplateName; language: Language },
  row: OwnTextRow | undefined,
): z.infer<typeof TemplateTextView> {
  const original = originalText(name, language);
  const own =
    row && row.subject !== null && row.text !== null
      ? { subject: row.subject, html: row.html, text: row.text }
      : null;
  return {
    ...formsOf(own ?? original),
    language,
    isOwn: own !== null,
    isRich: own !== null && own.html !== null,
    version: row?.version ?? 0,
    updatedAt: row?.updated_at ?? null,
    updatedBy: row?.updated_by_name ?? null,
    original: formsOf(original),
    marker: markerOf(name, language),
  };
}
