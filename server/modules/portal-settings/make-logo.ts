import type { Derived } from '#platform/http/route.ts';
import { readPicture } from '#platform/pictures/read-picture.ts';
import { type Tone, toneOf } from './logo-tone.rules.ts';

/** Twice what the portal's head has room for: screens with fine pixels show it sharply. */
const LOGO_PX = { width: 640, height: 160 };
const ICON_PX = 64;
const QUALITY = 90;
/** For the tone a look from afar is enough. */
const SAMPLE_PX = 64;

export interface LogoFacts {
  widthPx: number;
  heightPx: number;
  tone: Tone;
}

/**
 * Makes a logo and the square of it for the browser's tab anew, so that nothing of the original is
 * left but what one sees. Throws what is wrong with the picture; drawings (SVG) are refused.
 */
export function makeLogo(read: () => Promise<Buffer>): Promise<Derived> {
  return readPicture(read, async (open, sharp) => {
    const { data: logo, info } = await open()
      .autoOrient()
      .resize({ ...LOGO_PX, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .webp({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true });
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const icon = await sharp(logo)
      .resize(ICON_PX, ICON_PX, { fit: 'contain', background: clear })
      .png()
      .toBuffer();
    const sample = await sharp(logo)
      .resize(SAMPLE_PX, SAMPLE_PX, { fit: 'inside' })
      .ensureAlpha()
      .raw()
      .toBuffer();
    const facts: LogoFacts = { widthPx: info.width, heightPx: info.height, tone: toneOf(sample) };
    return { contents: [logo, icon], facts };
  });
}
