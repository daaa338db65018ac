import type { Sharp } from 'sharp';
import { AppError, invalid } from '#platform/errors.ts';
import { PICTURE_SIZES_PX } from '#shared/pictures.ts';
import { type Crop, chooseSquare, type Square } from './picture.rules.ts';
import { kindOfPicture, type PictureKind } from './picture-kind.ts';

/** More than the largest photo of a telephone that fits into the limit of bytes. */
const MEGAPIXELS = 50;
const SECONDS = 30;
const QUALITY = 82;
const LARGEST = PICTURE_SIZES_PX[PICTURE_SIZES_PX.length - 1] ?? 512;

/**
 * Cuts the square out of a picture and makes it anew, as WebP in every size of PICTURE_SIZES_PX and
 * in their order, so that nothing of the original is left but what one sees. Of an animation it
 * takes the first frame. Throws what is wrong with the picture.
 */
export function makePicture(read: () => Promise<Buffer>, crop: Crop | null): Promise<Buffer[]> {
  return inTurn(async () => {
    const content = await read();
    const kind = await kindOfPicture(content);
    const open = await opener(content);
    try {
      const square = await findSquare(open(), kind, crop);
      return await paint(open(), square);
    } catch (error) {
      throw asProblem(error, kind);
    }
  });
}

/** Half a gigabyte of memory for one large picture is enough: they are made one by one. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}
let last: Promise<unknown> = Promise.resolve();

/** Sharp is loaded with the first picture: few processes ever see one. */
async function opener(content: Buffer): Promise<() => Sharp> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  return () =>
    sharp(content, {
      pages: 1,
      limitInputPixels: MEGAPIXELS * 1_000_000,
      // Photos with harmless faults are common; half a photo is none.
      failOn: 'error',
    }).timeout({ seconds: SECONDS });
}

async function findSquare(picture: Sharp, kind: PictureKind, crop: Crop | null): Promise<Square> {
  const { format, width, height, autoOrient } = await picture.metadata();
  if (format !== kind.format) throw new Error(`${kind.format} that opens as ${format}`);
  const square = chooseSquare({ width, height, turned: autoOrient }, crop);
  if (!square) throw invalid({ field: 'size', code: 'outsidePicture' });
  return square;
}

async function paint(picture: Sharp, { isTurned, left, top, edge }: Square): Promise<Buffer[]> {
  const { default: sharp } = await import('sharp');
  const turned = isTurned ? picture.autoOrient() : picture;
  const { data, info } = await turned
    .extract({ left, top, width: edge, height: edge })
    .resize(Math.min(edge, LARGEST))
    // Seen on light and dark pages: what is see-through gets the paper that it was drawn on.
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { channels } = info;
  const made: Buffer[] = [];
  for (const size of PICTURE_SIZES_PX) {
    const small = sharp(data, { raw: { width: info.width, height: info.height, channels } });
    made.push(await small.resize(Math.min(size, info.width)).webp({ quality: QUALITY }).toBuffer());
  }
  return made;
}

/** What libvips said, as something that helps whoever chose the picture. */
function asProblem(error: unknown, kind: PictureKind): AppError {
  if (error instanceof AppError) return error;
  const said = error instanceof Error ? error.message : '';
  if (/pixel limit|timeout/i.test(said))
    return new AppError(413, 'pictureTooManyPixels', { params: { megapixels: MEGAPIXELS } });
  if (kind.isHeic) return new AppError(415, 'pictureHeic', { cause: error });
  return new AppError(400, 'pictureBroken', { cause: error });
}
