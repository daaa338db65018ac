import { expect, it } from 'vitest';
import { toneOf } from './logo-tone.rules.ts';

const CLEAR = [0, 0, 0, 0];
const BLACK = [20, 20, 20, 255];
const WHITE = [255, 255, 255, 255];
const BLUE = [47, 109, 181, 255];
const picture = (...pixels: number[][]) => Uint8Array.from(pixels.flat());

it.each([
  ['black letters on nothing', picture(CLEAR, CLEAR, BLACK, BLACK), 'dark'],
  ['white letters on nothing', picture(CLEAR, CLEAR, WHITE, WHITE), 'light'],
  ['a blue mark on nothing', picture(CLEAR, BLUE, BLUE, BLUE), null],
  ['a blue mark with black letters', picture(CLEAR, BLUE, BLUE, BLACK), 'dark'],
  ['letters on their own paper', picture(WHITE, WHITE, BLACK, BLACK), null],
  ['nothing at all', picture(CLEAR, CLEAR), null],
  ['no pixel', picture(), null],
])('%s', (_, pixels, tone) => {
  expect(toneOf(pixels)).toBe(tone);
});
