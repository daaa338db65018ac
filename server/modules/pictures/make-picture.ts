import type { Sharp, SharpConstructor } from 'sharp';
import { invalid } from '#platform/errors.ts';
import { readPicture } from '#platform/pictures/read-picture.ts';
import { PICTURE_SIZES_PX } from '#shared/pictures.ts';
import { type Crop, chooseSquare, type Square } from './picture.rules.ts';

const QUALITY = 82;
const LARGEST = PICTURE_SIZES_PX[PICTURE_SIZES_PX.length - 1] ?? 512;

/**
 * Cuts the square out of a picture and makes it anew, as WebP in every size of PICTURE_SIZES_PX and
 * in their order, so that nothing of the original is left but what one sees. Throws what is wrong
 * with the picture.
 */
export function makePicture(read: () => Promise<Buffer>, crop: Crop | null): Promise<Buffer[]> {
  return readPicture(read, async (open, sharp) =>
    paint(open(), await findSquare(open(), crop), sharp),
  );
}

async function findSquare(picture: Sharp, crop: Crop | null): Promise<Square> {
  const { width, height, autoOrient } = await picture.metadata();
  const square = chooseSquare({ width, height, turned: autoOrient }, crop);
  if (!square) throw invalid({ field: 'size', code: 'outsidePicture' });
  return square;
}

async function paint(
  picture: Sharp,
  { isTurned, left, top, edge }: Square,
  sharp: SharpConstructor,
): Promise<Buffer[]> {
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
