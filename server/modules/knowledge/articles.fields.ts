import { z } from 'zod';
import { line, requiredLine, text } from '#platform/http/fields.ts';
import { LANGUAGES } from '#shared/languages.ts';
import { LIMITS } from '#shared/limits.ts';
import { isReserved, SLUG, SLUG_MAX_CHARS } from './article-slug.rules.ts';

export const Language = z.enum(LANGUAGES);
export const Id = z.number().int().positive();
export const Title = requiredLine(LIMITS.articleTitleChars);
export const Html = text(LIMITS.articleHtmlChars);
export const AttachmentIds = z
  .array(Id)
  .max(LIMITS.attachmentsPerArticle)
  .transform((ids) => [...new Set(ids)]);

/** The last part of an address in the portal. */
export const Slug = z
  .string()
  .trim()
  .min(1)
  .max(SLUG_MAX_CHARS)
  .refine((slug) => SLUG.test(slug), 'slug')
  .refine((slug) => !isReserved(slug), 'addressTaken');

/** The same in several languages; what is empty is not there. */
const texts = (maxChars: number) =>
  z
    .partialRecord(Language, line(maxChars))
    .transform((given) => Object.fromEntries(Object.entries(given).filter(([, text]) => text)));

const DESCRIPTION_MAX_CHARS = 300;
export const Names = texts(LIMITS.nameChars).refine(
  (names) => Object.keys(names).length > 0,
  'required',
);
export const Descriptions = texts(DESCRIPTION_MAX_CHARS);
