import { deflateSync } from 'node:zlib';
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { PICTURE_SIZES_PX } from '../../../shared/pictures.ts';
import {
  animation,
  BLUE,
  colourAt,
  flag,
  GREEN,
  pngChunk,
  pngOf,
  RED,
  RED_DOT,
} from '../../../tests/support/pictures.ts';
import { makePicture } from './make-picture.ts';
import type { Crop } from './picture.rules.ts';

const make = (content: Buffer, crop: Crop | null = null) => makePicture(async () => content, crop);
const largest = async (content: Buffer, crop: Crop | null = null) =>
  (await make(content, crop)).at(-1) ?? Buffer.alloc(0);

describe('takes', () => {
  test.each(['png', 'jpeg', 'webp', 'avif', 'gif'] as const)('%s', async (format) => {
    const made = await make(await flag().resize(1600).toFormat(format).toBuffer());
    const seen = await Promise.all(made.map((size) => sharp(size).metadata()));
    expect(seen.map(({ format, width, height }) => [format, width, height])).toEqual(
      PICTURE_SIZES_PX.map((edge) => ['webp', edge, edge]),
    );
    const picture = made.at(-1)!;
    expect(await colourAt(picture, 10, 256)).toEqual(RED);
    expect(await colourAt(picture, 256, 256)).toEqual(GREEN);
    expect(await colourAt(picture, 500, 256)).toEqual(BLUE);
  });

  test('the smallest of all, without making it larger', async () => {
    const made = await make(RED_DOT);
    const seen = await Promise.all(made.map((size) => sharp(size).metadata()));
    expect(seen.map(({ width }) => width)).toEqual([1, 1, 1, 1]);
  });

  test('what is see-through, on white', async () => {
    const clear = sharp({ create: { width: 90, height: 90, channels: 4, background: '#0000' } });
    expect(await colourAt(await largest(await clear.png().toBuffer()), 5, 5)).toEqual([
      255, 255, 255,
    ]);
  });

  test('16 bits, grey and CMYK, as the colours that they are', async () => {
    const deep = await flag().toColourspace('rgb16').png().toBuffer();
    const grey = await flag().toColourspace('b-w').jpeg().toBuffer();
    const print = await flag().toColourspace('cmyk').jpeg().toBuffer();
    expect(await colourAt(await largest(deep), 100, 100)).toEqual(GREEN);
    expect((await sharp(await largest(grey)).stats()).isOpaque).toBe(true);
    expect(await colourAt(await largest(print), 5, 100)).toEqual(RED);
  });

  test.each(['gif', 'webp'] as const)('of an animated %s the first frame', async (format) => {
    const moving = await animation(format, [GREEN, RED, BLUE]);
    expect((await sharp(moving, { animated: true }).metadata()).pages).toBe(3);
    const made = await largest(moving);
    expect((await sharp(made).metadata()).pages ?? 1).toBe(1);
    expect(await colourAt(made, 30, 30)).toEqual(GREEN);
  });
});

describe('turns', () => {
  // Where the red half of the flag lies, by EXIF orientation (TIFF 6.0, tag 274).
  test.each([
    [1, 'left'],
    [2, 'right'],
    [3, 'right'],
    [4, 'left'],
    [5, 'top'],
    [6, 'top'],
    [7, 'bottom'],
    [8, 'bottom'],
  ])('a JPEG of orientation %i: red is at the %s', async (orientation, side) => {
    const photo = await flag().withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
    const picture = await largest(photo);
    const places = { left: [10, 100], right: [190, 100], top: [100, 10], bottom: [100, 190] };
    const [x = 0, y = 0] = places[side as keyof typeof places];
    const opposite = [200 - x, 200 - y] as const;
    expect(await colourAt(picture, x, y)).toEqual(RED);
    expect(await colourAt(picture, ...opposite)).toEqual(BLUE);
    expect((await sharp(picture).metadata()).orientation).toBeUndefined();
  });

  test('and then cuts: the crop is of what one sees', async () => {
    const photo = await flag().withMetadata({ orientation: 6 }).jpeg({ quality: 95 }).toBuffer();
    const seen = { width: 200, height: 400 };
    const bottom = await largest(photo, { x: 50, y: 300, size: 100, ...seen });
    expect((await sharp(bottom).metadata()).width).toBe(100);
    for (const place of [5, 95]) expect(await colourAt(bottom, place, place)).toEqual(BLUE);
  });

  test('nothing that the browser showed lying', async () => {
    const photo = await flag().withMetadata({ orientation: 6 }).webp({ lossless: true }).toBuffer();
    const right = { x: 300, y: 50, size: 100, width: 400, height: 200 };
    expect(await colourAt(await largest(photo, right), 50, 50)).toEqual(BLUE);
  });
});

test('cuts out the square that was chosen, to the pixel', async () => {
  const picture = await largest(await flag().png().toBuffer(), { x: 160, y: 60, size: 80 });
  expect((await sharp(picture).metadata()).width).toBe(80);
  for (const place of [2, 40, 77]) expect(await colourAt(picture, place, place)).toEqual(GREEN);
  await expect(
    make(await flag().png().toBuffer(), { x: 350, y: 0, size: 100 }),
  ).rejects.toMatchObject({
    status: 400,
    fieldErrors: [{ field: 'size', code: 'outsidePicture' }],
  });
});

test('leaves nothing of what a photo tells about whoever took it', async () => {
  const photo = await flag()
    .withExif({
      IFD0: { Copyright: 'Ada Moreno', Make: 'Telephone' },
      IFD3: { GPSLatitude: '51/1' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Ada Moreno</x:xmpmeta>')
    .withIccProfile('p3')
    .jpeg()
    .toBuffer();
  expect(photo.toString('latin1')).toContain('Ada Moreno');
  for (const made of await make(photo)) {
    const { exif, icc, xmp, iptc } = await sharp(made).metadata();
    expect({ exif, icc, xmp, iptc }).toEqual({});
    expect(made.toString('latin1')).not.toMatch(/Moreno|Telephone|EXIF|XMP|ICCP/);
  }
});

describe('refuses', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  test.each([
    ['text', 'This is no picture', 'pictureKind'],
    ['nothing at all', '', 'pictureKind'],
    ['a page', '<!doctype html><img src="x.png">', 'pictureKind'],
    ['a PDF', '%PDF-1.4\n%%EOF', 'pictureKind'],
    ['SVG', svg, 'pictureSvg'],
    ['SVG after a head', `\n<?xml version="1.0"?>\n<!-- x -->\n${svg}`, 'pictureSvg'],
  ])('%s', async (_, content, code) => {
    await expect(make(Buffer.from(content))).rejects.toMatchObject({ status: 415, code });
  });

  test('TIFF, which browsers do not show', async () => {
    const tiff = await flag().tiff().toBuffer();
    await expect(make(tiff)).rejects.toMatchObject({ status: 415, code: 'pictureKind' });
  });

  test('no AVIF for the name that it goes by', async () => {
    const avif = await flag().avif().toBuffer();
    avif.write('mif1', 8, 'latin1');
    expect((await fileTypeFromBuffer(avif))?.mime).toBe('image/heif');
    expect(await colourAt(await largest(avif), 5, 100)).toEqual(RED);
  });

  test('a photo that this build cannot read, and says what to do', async () => {
    // The head of a HEIC file whose picture is HEVC, without the picture.
    const heic = Buffer.concat([
      Buffer.from('0000001866747970', 'hex'),
      Buffer.from('heic\0\0\0\0mif1heic'),
    ]);
    await expect(make(heic)).rejects.toMatchObject({ status: 415, code: 'pictureHeic' });
  });

  test.each(['png', 'jpeg', 'webp', 'avif', 'gif'] as const)('half a %s', async (format) => {
    const whole = await flag()
      .resize(900)
      .toFormat(format, { lossless: true } as object)
      .toBuffer();
    for (const length of [whole.length - 20, Math.floor(whole.length / 2)]) {
      const half = make(whole.subarray(0, length));
      await expect(half, `${length} bytes`).rejects.toMatchObject({
        status: 400,
        code: 'pictureBroken',
      });
    }
  });

  test.each([
    ['with many pixels and few bytes', pngOf(30_000, 30_000)],
    ['that is one long line', pngOf(1_000_000, 60)],
  ])('a PNG %s, at once', async (_, bomb) => {
    expect(bomb.length).toBeLessThan(2000);
    const begun = performance.now();
    await expect(make(bomb)).rejects.toMatchObject({
      status: 413,
      code: 'pictureTooManyPixels',
      params: { megapixels: 50 },
    });
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  test('bombs of the other formats', async () => {
    const gif = Buffer.from(
      'GIF89a\xff\xff\xff\xff\x00\x00\x00,\0\0\0\0\xff\xff\xff\xff\x00\x02\x02D\x01\x00;',
      'latin1',
    );
    await expect(make(gif)).rejects.toMatchObject({ code: 'pictureTooManyPixels' });
    const jpeg = await flag().jpeg().toBuffer();
    // The measures in the frame header (ITU T.81, B.2.2).
    const frame = jpeg.indexOf(Buffer.from('ffc0', 'hex'));
    jpeg.writeUInt16BE(60_000, frame + 5);
    jpeg.writeUInt16BE(60_000, frame + 7);
    await expect(make(jpeg)).rejects.toMatchObject({ code: 'pictureTooManyPixels' });
  });

  test('no animation for its length, and reads no more of it than the first frame', async () => {
    const one = await animation('gif', [GREEN, RED]);
    const start = one.lastIndexOf(Buffer.from('21f904', 'hex'));
    const frame = one.subarray(start, -1);
    const long = Buffer.concat([
      one.subarray(0, start),
      ...Array(20_000).fill(frame),
      Buffer.from(';'),
    ]);
    const begun = performance.now();
    expect(await colourAt(await largest(long), 30, 30)).toEqual(GREEN);
    expect(performance.now() - begun).toBeLessThan(3000);
  });

  test('text that unpacks to gigabytes is not unpacked', async () => {
    const bomb = deflateSync(Buffer.alloc(200_000_000), { level: 9 });
    const text = pngChunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), bomb]));
    const profile = pngChunk('iCCP', Buffer.concat([Buffer.from('p\0\0'), bomb]));
    const before = process.memoryUsage().rss;
    await make(pngOf(1, 1, text, profile)).catch(() => undefined);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });
});

test('makes one after the other, and a bad one holds up nobody', async () => {
  const good = await flag().png().toBuffer();
  const turns = await Promise.allSettled([good, Buffer.from('x'), good].map((each) => make(each)));
  expect(turns.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
