import { z } from 'zod';
import type { FieldError } from '#platform/errors.ts';
import { translate } from '#platform/i18n/translate.ts';
import type { Language } from '#shared/languages.ts';
import type { ImageSize } from './render-signature.rules.ts';
import type { ImageRow } from './signatures.queries.ts';

const SOURCE = /(<img\b[^>]*?\ssrc=")signature-image:(\d{1,15})(")/g;

/** Clean HTML as it is stored, with pictures where the reader can fetch them. */
export function withSignatureImageUrls(html: string, folder: string): string {
  return html.replace(
    SOURCE,
    (_, before: string, id: string, after: string) => `${before}${folder}${id}${after}`,
  );
}

const OWN_IMAGES = '/api/v1/me/signature/images/';
export const withOwnImageUrls = (html: string) => withSignatureImageUrls(html, OWN_IMAGES);

export const PreviewView = z.object({
  html: z.string(),
  text: z.string(),
  /** There is no signature: name, company and telephone stand instead. */
  isPlain: z.boolean(),
  htmlBytes: z.number(),
  imagesBytes: z.number(),
  problems: z.array(z.object({ code: z.string(), message: z.string() })),
});

export type PreviewView = z.infer<typeof PreviewView>;

/** As it would be said at the field if this were saved. */
export const problemView = ({ code, params }: FieldError, language: Language) => ({
  code,
  message: translate(language, `errors:field.${code}`, params),
});

export const SignatureView = z.object({
  html: z.string(),
  updatedAt: z.date().nullable(),
  preview: PreviewView,
});

export type SignatureView = z.infer<typeof SignatureView>;

export const ImageView = z.object({
  id: z.number(),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number(),
  widthPx: z.number(),
  heightPx: z.number(),
  url: z.string(),
});

export const imageView = (row: ImageRow): z.infer<typeof ImageView> => ({
  id: row.id,
  name: row.name,
  mediaType: row.media_type,
  sizeBytes: row.size_bytes,
  widthPx: row.width_px,
  heightPx: row.height_px,
  url: OWN_IMAGES + row.id,
});

export const imageSizes = (rows: readonly ImageRow[]): ImageSize[] =>
  rows.map((row) => ({ id: row.id, widthPx: row.width_px, heightPx: row.height_px }));
