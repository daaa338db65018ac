import { fileTypeFromBuffer } from 'file-type';
import { AppError } from '#platform/errors.ts';

/** Sharp on every screen at the width that an article has. */
const SIDE_MAX_PX = 1_800;
/** All frames of an animation together; what claims more is made to fill the memory. */
const MEGAPIXELS = 60;
const SECONDS = 30;
const TAKEN = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'];

/**
 * Makes of an uploaded picture the one that readers get: turned as the camera meant it, without what
 * the camera wrote into it (place, time, owner), and no larger than a page has room for. Drawings and
 * screenshots stay PNG, so that small letters stay sharp.
 * @throws AppError 415 for what is no picture of ours, 413 for too large a one, 400 for a broken one
 */
export async function makeArticlePicture(read: () => Promise<Buffer>): Promise<Buffer[]> {
  const content = await read();
  const mediaType = (await fileTypeFromBuffer(content))?.mime ?? '';
  if (!TAKEN.includes(mediaType)) {
    const isDrawing = /<svg[\s>]/i.test(content.toString('latin1', 0, 4096));
    throw new AppError(415, isDrawing ? 'pictureSvg' : 'pictureKind');
  }
  const { default: sharp } = await import('sharp');
  try {
    const isAnimated = mediaType === 'image/gif' || mediaType === 'image/webp';
    const picture = sharp(content, {
      animated: isAnimated,
      limitInputPixels: MEGAPIXELS * 1_000_000,
      failOn: 'error',
    })
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .resize({ width: SIDE_MAX_PX, height: SIDE_MAX_PX, fit: 'inside', withoutEnlargement: true });
    if (mediaType === 'image/png') return [await picture.png({ compressionLevel: 9 }).toBuffer()];
    if (mediaType === 'image/jpeg') return [await picture.jpeg({ quality: 85 }).toBuffer()];
    if (mediaType === 'image/gif') return [await picture.gif().toBuffer()];
    return [await picture.webp({ quality: 85 }).toBuffer()];
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    if (/pixel limit|timeout/i.test(said)) {
      throw new AppError(413, 'pictureTooManyPixels', { params: { megapixels: MEGAPIXELS } });
    }
    throw new AppError(400, 'pictureBroken', { cause: error });
  }
}

/** What has to be known of a picture that `makeArticlePicture` made. */
export async function pictureFacts(made: Buffer) {
  const { default: sharp } = await import('sharp');
  const { width, height, pageHeight, format } = await sharp(made).metadata();
  return { mediaType: `image/${format}`, widthPx: width, heightPx: pageHeight ?? height };
}
