import { fileTypeFromBuffer } from 'file-type';
import { AppError } from '../errors.ts';

/** What the content is, whatever its name says, and what sharp calls it. */
const FORMATS = {
  'image/png': 'png',
  'image/apng': 'png',
  'image/jpeg': 'jpeg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'heif',
  // Two pictures in one container: AVIF under another name, or photos of telephones.
  'image/heif': 'heif',
  'image/heif-sequence': 'heif',
  'image/heic': 'heif',
  'image/heic-sequence': 'heif',
} as const;

export interface PictureKind {
  format: (typeof FORMATS)[keyof typeof FORMATS];
  /** Whether it can be read depends on how sharp was built. */
  isHeic: boolean;
}

/** Throws 415 for everything that is no picture of a kind that is taken. */
export async function kindOfPicture(content: Buffer): Promise<PictureKind> {
  const detected = (await fileTypeFromBuffer(content))?.mime ?? '';
  if (isTaken(detected)) {
    return { format: FORMATS[detected], isHeic: /^image\/hei[cf]/.test(detected) };
  }
  // Drawings may hold programs and name other files; nothing of that is ever read here.
  const isDrawing = /<svg[\s>]/i.test(content.toString('latin1', 0, 4096));
  throw new AppError(415, isDrawing ? 'pictureSvg' : 'pictureKind');
}

const isTaken = (mediaType: string): mediaType is keyof typeof FORMATS =>
  Object.hasOwn(FORMATS, mediaType);
