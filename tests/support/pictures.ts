import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** One red pixel. */
export const RED_DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

export const RED = [255, 0, 0];
export const GREEN = [0, 255, 0];
export const BLUE = [0, 0, 255];

/** 400 x 200 pixels: red at the left, blue at the right, and a green square in the middle. */
export function flag(): Sharp {
  const width = 400;
  const height = 200;
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const isMiddle = Math.abs(x - 200) < 40 && Math.abs(y - 100) < 40;
      pixels.set(isMiddle ? GREEN : x < 200 ? RED : BLUE, (y * width + x) * 3);
    }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** The colour at a place of a picture, each part rounded to nothing or all. */
export async function colourAt(picture: Buffer, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
  const at = (y * info.width + x) * info.channels;
  return [...data.subarray(at, at + 3)].map((part) => Math.round(part / 255) * 255);
}

/** A GIF with a frame for each of the colours, which last a tenth of a second. */
export async function animation(
  format: 'gif' | 'webp',
  colours: readonly (readonly number[])[],
): Promise<Buffer> {
  const [width, height] = [60, 60];
  const frames = colours.map((colour) =>
    Buffer.concat(Array(width * height).fill(Buffer.from(colour))),
  );
  return sharp(Buffer.concat(frames), {
    raw: { width, height: height * frames.length, channels: 3, pageHeight: height },
  })
    .toFormat(format, { delay: colours.map(() => 100), lossless: true } as object)
    .toBuffer();
}

/** A PNG whose head promises so many pixels and which holds next to nothing. */
export function pngOf(width: number, height: number, ...more: Buffer[]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', head),
    ...more,
    pngChunk('IDAT', deflateSync(Buffer.alloc(1000))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

export function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
