import type { Sharp, SharpConstructor } from 'sharp';
import { AppError } from '../errors.ts';
import { kindOfPicture, type PictureKind } from './picture-kind.ts';

/** More than the largest photo of a telephone that fits into the limit of bytes. */
const MEGAPIXELS = 50;
const SECONDS = 30;

/**
 * Reads a picture from outside with `work`, which gets it anew with every call of `open`: of an
 * animation the first frame. Throws what is wrong with the picture, in words for who chose it.
 */
export function readPicture<T>(
  read: () => Promise<Buffer>,
  work: (open: () => Sharp, sharp: SharpConstructor) => Promise<T>,
): Promise<T> {
  return inTurn(async () => {
    const content = await read();
    const kind = await kindOfPicture(content);
    // Sharp is loaded with the first picture: few processes ever see one.
    const { default: sharp } = await import('sharp');
    sharp.cache(false);
    const open = () =>
      sharp(content, {
        pages: 1,
        limitInputPixels: MEGAPIXELS * 1_000_000,
        // Photos with harmless faults are common; half a photo is none.
        failOn: 'error',
      }).timeout({ seconds: SECONDS });
    try {
      const { format } = await open().metadata();
      if (format !== kind.format) throw new Error(`${kind.format} that opens as ${format}`);
      return await work(open, sharp);
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

/** What libvips said, as something that helps whoever chose the picture. */
function asProblem(error: unknown, kind: PictureKind): AppError {
  if (error instanceof AppError) return error;
  const said = error instanceof Error ? error.message : '';
  if (/pixel limit|timeout/i.test(said))
    return new AppError(413, 'pictureTooManyPixels', { params: { megapixels: MEGAPIXELS } });
  if (kind.isHeic) return new AppError(415, 'pictureHeic', { cause: error });
  return new AppError(400, 'pictureBroken', { cause: error });
}
