/**
 * The colour that a company chooses for its portal, and the shades made of it. WCAG 2.2: text has
 * 4.5:1 or more to what it stands on (1.4.3), buttons have 3:1 to the page around them (1.4.11).
 */
export const TEXT_CONTRAST = 4.5;
export const CONTROL_CONTRAST = 3;

/** The papers of the portal in light and dark (web/ui/theme.ts), the tinted ones included. */
const LIGHT_PAPER = '#ffffff';
const DARK_PAPER = '#1b1e23';
const DARK_INK = '#1f2329';

type Channels = readonly [red: number, green: number, blue: number];

export const isColor = (value: string) => /^#[0-9a-f]{6}$/.test(value);

/** How well two colours can be told apart: 1 (not at all) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Whether buttons of the colour are seen on a white page. */
export const isSeenOnWhite = (color: string) => contrast(color, LIGHT_PAPER) >= CONTROL_CONTRAST;

/** The nearest shade of the colour that is seen on a white page; the colour itself if it is. */
export const seenOnWhite = (color: string) => darkened(color, LIGHT_PAPER, CONTROL_CONTRAST);

/** White or nearly black: what is read best on the colour. */
export const inkOn = (color: string) =>
  contrast(color, LIGHT_PAPER) >= TEXT_CONTRAST ? LIGHT_PAPER : DARK_INK;

/** What the portal paints with. Every pair of these that meets has the contrast it needs. */
export interface PortalColors {
  light: ColorUses;
  dark: ColorUses;
}
interface ColorUses {
  /** Buttons and marks, what is written on them, and they under the pointer. */
  filled: string;
  ink: string;
  hover: string;
  /** Links and other text in the colour. */
  text: string;
  /** A tint behind text in the colour. */
  tint: string;
}

/** Shades of the colour for both appearances, as near to it as the contrast allows. */
export function portalColors(color: string): PortalColors {
  const filled = withInk(seenOnWhite(color));
  const filledOnDark = withInk(lightened(color, DARK_PAPER, CONTROL_CONTRAST));
  const tint = mixed(color, LIGHT_PAPER, 0.92);
  const tintOnDark = mixed(color, DARK_PAPER, 0.82);
  return {
    light: {
      filled,
      ink: inkOn(filled),
      hover: underPointer(filled),
      // On the tint, and on the light grey that pages and cards have under the pointer.
      text: darkened(darkened(color, tint, TEXT_CONTRAST), '#eff1f3', TEXT_CONTRAST),
      tint,
    },
    dark: {
      filled: filledOnDark,
      ink: inkOn(filledOnDark),
      hover: underPointer(filledOnDark),
      // The tint and the dark greys that cards and fields have.
      text: lightened(lightened(color, tintOnDark, TEXT_CONTRAST), '#30353d', TEXT_CONTRAST),
      tint: tintOnDark,
    },
  };
}

/** Between the two inks there are colours on which neither is read well: those give way a little. */
function withInk(color: string): string {
  return contrast(color, inkOn(color)) >= TEXT_CONTRAST
    ? color
    : darkened(color, LIGHT_PAPER, TEXT_CONTRAST);
}

/** A little further away from its ink, so that it is read as well as before. */
const underPointer = (color: string) =>
  mixed(color, inkOn(color) === LIGHT_PAPER ? '#000000' : '#ffffff', 0.12);

const darkened = (color: string, paper: string, wanted: number) =>
  towards('#000000', color, paper, wanted);
const lightened = (color: string, paper: string, wanted: number) =>
  towards('#ffffff', color, paper, wanted);

/** Mixed with the end in the smallest step that gives the contrast to the paper. */
function towards(end: string, color: string, paper: string, wanted: number): string {
  for (let share = 0; share < 1; share += 0.01) {
    const shade = mixed(color, end, share);
    if (contrast(shade, paper) >= wanted) return shade;
  }
  return end;
}

function mixed(color: string, other: string, share: number): string {
  const others = channelsOf(other);
  const parts = channelsOf(color).map((part, index) =>
    Math.round(part + ((others[index] ?? 0) - part) * share),
  );
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Relative luminance (WCAG 2.2), 0 to 1. */
function luminance(color: string): number {
  const [red, green, blue] = channelsOf(color).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channelsOf(color: string): Channels {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(color.slice(at, at + 2), 16),
  );
  return [red, green, blue];
}
