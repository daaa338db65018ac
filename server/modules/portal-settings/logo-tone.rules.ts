/** What a see-through logo is painted with: hard to read on paper of the same tone. */
export type Tone = 'dark' | 'light' | null;

/** Less than that is the soft edge of letters, or a speck. */
const SHARE_THAT_COUNTS = 0.15;
const SHARE_OF_CLEAR = 0.03;

/**
 * The tone of a picture's visible pixels; null for one that brings its own paper, and where neither
 * paper would swallow much of it.
 * @param pixels red, green, blue, alpha (0 to 255) of one pixel after the other
 */
export function toneOf(pixels: Uint8Array): Tone {
  let [visible, clear, dark, light] = [0, 0, 0, 0];
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4);
    if (alpha < 128) {
      clear += 1;
      continue;
    }
    visible += 1;
    const lightness = (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
    if (lightness < 0.3) dark += 1;
    if (lightness > 0.85) light += 1;
  }
  const isPaper = clear < SHARE_OF_CLEAR * (clear + visible);
  if (visible === 0 || isPaper || Math.max(dark, light) < SHARE_THAT_COUNTS * visible) return null;
  return dark >= light ? 'dark' : 'light';
}
