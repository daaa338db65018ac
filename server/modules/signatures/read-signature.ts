import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { FieldError } from '#platform/errors.ts';
import { cleanSignatureHtml } from '#platform/html/clean-html.ts';
import { isBlank, parseClean } from '#platform/html/html-lines.ts';
import { LIMITS } from '#shared/limits.ts';
import { tidyPlaceholders } from './placeholders.rules.ts';
import { findOwnImages, type ImageRow } from './signatures.queries.ts';

export interface ReadSignature {
  /** As it is stored; '' when nothing can be seen of it. */
  html: string;
  images: ImageRow[];
  htmlBytes: number;
  imagesBytes: number;
  /** Why it may not be kept as it is. */
  problems: FieldError[];
}

const NAMES_MAX = 5;

/** What a technician wrote (or pasted) as his signature: cleaned, and what is wrong with it. */
export async function readSignature(
  tx: TenantTx,
  technicianId: number,
  written: string,
): Promise<ReadSignature> {
  const clean = cleanSignatureHtml(written);
  const { html: tidy, unknown } = tidyPlaceholders(clean.html);
  const { html } = cleanSignatureHtml(tidy);
  const images = await findOwnImages(tx, technicianId, clean.imageIds);
  const htmlBytes = Buffer.byteLength(html);
  const imagesBytes = images.reduce((sum, image) => sum + image.size_bytes, 0);
  const problems: FieldError[] = [];
  const complain = (code: string, params: Record<string, string | number> = {}) =>
    problems.push({ field: 'html', code, params });
  if (clean.foreignImages > 0) complain('signatureForeignImage');
  if (images.length < clean.imageIds.length) complain('signatureImageGone');
  if (unknown.length > 0) {
    const names = unknown.slice(0, NAMES_MAX).map((name) => name.replace(/^\{\[/, ''));
    complain('signaturePlaceholder', { names: names.join(', ') });
  }
  if (htmlBytes > LIMITS.signatureHtmlBytes)
    complain('signatureTooLong', sizes(htmlBytes, LIMITS.signatureHtmlBytes));
  if (imagesBytes > LIMITS.signatureImagesBytes)
    complain('signatureImagesTooLarge', sizes(imagesBytes, LIMITS.signatureImagesBytes));
  const isEmpty = parseClean(html).children.every(isBlank);
  return { html: isEmpty ? '' : html, images, htmlBytes, imagesBytes, problems };
}

/** Rounded up, so that what is too much never looks like the limit. */
const sizes = (bytes: number, maximum: number) => ({
  kilobytes: Math.ceil(bytes / 1_000),
  maximum: maximum / 1_000,
});
