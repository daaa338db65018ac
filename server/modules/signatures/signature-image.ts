import { fileTypeFromBuffer } from 'file-type';
import type { Sharp } from 'sharp';
import { AppError } from '#platform/errors.ts';
import { LIMITS } from '#shared/limits.ts';
import { SIGNATURE_IMAGE_TYPES } from '#shared/signatures.ts';

/** Sharp on every screen at the width that a mail has room for; more only costs the reader. */
const SIDE_MAX_PX = 1_200;
/** All frames of an animation together; what claims more is made to fill the memory. */
const PIXELS_MAX = 40_000_000;

interface ReadImage {
  content: Buffer;
  mediaType: string;
  widthPx: number;
  heightPx: number;
}

/**
 * Makes of an uploaded picture the one that is mailed: turned as the camera meant it, without what
 * the camera wrote into it (place, time, owner), no larger than a mail has room for, and in a format
 * that Outlook shows, too (so never WebP).
 */
export async function makeSignatureImage(read: () => Promise<Buffer>): Promise<Buffer[]> {
  return [(await readSignatureImage(await read())).content];
}

/** What has to be known of a picture that `makeSignatureImage` made. */
export async function imageFacts(made: Buffer) {
  const { default: sharp } = await import('sharp');
  const { width, height, pageHeight, format } = await sharp(made).metadata();
  return { mediaType: `image/${format}`, widthPx: width, heightPx: pageHeight ?? height };
}

/** @throws AppError 415 for what is no picture or not of our kinds, 413 for too large a one */
export async function readSignatureImage(bytes: Buffer): Promise<ReadImage> {
  const { default: sharp } = await import('sharp');
  // By its content: what a browser declares could lead to a reader of quite another format.
  const mediaType = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  if (!SIGNATURE_IMAGE_TYPES.some((known) => known === mediaType)) unreadable();
  const head = await sharp(bytes, { limitInputPixels: false }).metadata().catch(unreadable);
  const frames = head.pages ?? 1;
  if (head.width * (head.pageHeight ?? head.height) * frames > PIXELS_MAX) {
    const megapixels = PIXELS_MAX / 1_000_000;
    throw new AppError(413, 'signatureImagePixels', { params: { megapixels } });
  }
  const image = sharp(bytes, { limitInputPixels: PIXELS_MAX, animated: frames > 1 })
    .autoOrient()
    .resize({ width: SIDE_MAX_PX, height: SIDE_MAX_PX, fit: 'inside', withoutEnlargement: true });
  const made = await encode(image, { isAnimated: frames > 1, hasAlpha: head.hasAlpha, mediaType });
  if (made.content.length > LIMITS.signatureImagesBytes) throw tooLarge(made.content.length);
  return made;
}

async function encode(
  image: Sharp,
  source: { isAnimated: boolean; hasAlpha: boolean; mediaType: string },
): Promise<ReadImage> {
  if (source.isAnimated) return finish(image.gif(), 'image/gif');
  const asPhoto = () => finish(image.clone().jpeg({ quality: 85, mozjpeg: true }), 'image/jpeg');
  const isPhoto = source.mediaType === 'image/jpeg' || source.mediaType === 'image/webp';
  if (isPhoto && !source.hasAlpha) return asPhoto();
  const drawing = await finish(image.clone().png({ compressionLevel: 9 }), 'image/png');
  const isTooLarge = drawing.content.length > LIMITS.signatureImagesBytes;
  return isTooLarge && !source.hasAlpha ? asPhoto() : drawing;
}

async function finish(image: Sharp, mediaType: string): Promise<ReadImage> {
  const { data, info } = await image.toBuffer({ resolveWithObject: true }).catch(unreadable);
  const heightPx = info.pageHeight ?? info.height;
  return { content: data, mediaType, widthPx: info.width, heightPx };
}

function unreadable(cause?: unknown): never {
  throw new AppError(415, 'signatureImageType', { cause });
}

function tooLarge(sizeBytes: number): AppError {
  const kilobytes = Math.ceil(sizeBytes / 1_000);
  const maximum = LIMITS.signatureImagesBytes / 1_000;
  return new AppError(413, 'signatureImageTooLarge', { params: { kilobytes, maximum } });
}
