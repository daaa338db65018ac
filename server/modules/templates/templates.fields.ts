import { z } from 'zod';
import { invalid } from '#platform/errors.ts';
import { line, text } from '#platform/http/fields.ts';
import { LANGUAGES } from '#shared/languages.ts';
import { LIMITS } from '#shared/limits.ts';
import { TEMPLATE_NAMES } from '#shared/templates.ts';
import type { WrittenTemplate } from './read-template.rules.ts';

export const NameParams = z.object({ name: z.enum(TEMPLATE_NAMES) });
export const TextParams = NameParams.extend({ language: z.enum(LANGUAGES) });

/** As it comes from the clipboard; the limit is for what is left of it. */
const WRITTEN_MAX_CHARS = 1_000_000;

/** A text as it is edited: `html`, or `text` for one that is plain. */
export const WrittenFields = {
  subject: line(LIMITS.subjectChars),
  html: text(WRITTEN_MAX_CHARS).optional(),
  text: text(WRITTEN_MAX_CHARS).optional(),
};

/** Throws 400 unless it is one of the two. */
export function asWritten(fields: {
  subject: string;
  html?: string | undefined;
  text?: string | undefined;
}): WrittenTemplate {
  const { subject, html, text: plain } = fields;
  if (html !== undefined && plain === undefined) return { subject, html };
  if (plain !== undefined && html === undefined) return { subject, text: plain };
  throw invalid({ field: 'html', code: 'templateOneForm' });
}
