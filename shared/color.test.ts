import { describe, expect, it, test } from 'vitest';
import {
  CONTROL_CONTRAST,
  contrast,
  isColor,
  isSeenOnWhite,
  portalColors,
  seenOnWhite,
  TEXT_CONTRAST,
} from './color.ts';

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2);
});

test.each(['#2f6db5', '#000000', '#ffffff'])('%s is a colour', (color) => {
  expect(isColor(color)).toBe(true);
});
test.each(['', 'red', '#fff', '#2F6DB5', '#2f6db5 ', 'url(//x)'])('%j is none', (color) => {
  expect(isColor(color)).toBe(false);
});

test('a colour that buttons cannot have on a white page has a near one that they can', () => {
  expect(isSeenOnWhite('#2f6db5')).toBe(true);
  expect(seenOnWhite('#2f6db5')).toBe('#2f6db5');
  expect(isSeenOnWhite('#ffd500')).toBe(false);
  const near = seenOnWhite('#ffd500');
  expect(isSeenOnWhite(near)).toBe(true);
  expect(contrast(near, '#ffffff')).toBeLessThan(3.2);
});

/** A grid over all colours, the ends included. */
const STEPS = ['00', '33', '66', '80', '99', 'cc', 'ff'];
const ALL = STEPS.flatMap((r) => STEPS.flatMap((g) => STEPS.map((b) => `#${r}${g}${b}`)));

describe('the shades of whatever colour', () => {
  it.each([
    ['light', '#ffffff', ['#ffffff', '#f7f8f9', '#eff1f3']],
    ['dark', '#1b1e23', ['#1b1e23', '#15171b', '#262a31', '#30353d']],
  ] as const)('are read and seen in the %s appearance', (scheme, page, papers) => {
    for (const color of ALL) {
      const { filled, ink, hover, text, tint } = portalColors(color)[scheme];
      expect(contrast(filled, page), `${color}: button`).toBeGreaterThanOrEqual(CONTROL_CONTRAST);
      for (const under of [filled, hover])
        expect(contrast(ink, under), `${color}: ink`).toBeGreaterThanOrEqual(TEXT_CONTRAST);
      for (const under of [...papers, tint])
        expect(contrast(text, under), `${color}: text on ${under}`).toBeGreaterThanOrEqual(
          TEXT_CONTRAST,
        );
    }
  });

  it('is the colour itself where it is fit', () => {
    expect(portalColors('#2f6db5').light.filled).toBe('#2f6db5');
  });
});
