import { type PortalColors, portalColors } from './color.ts';

/**
 * The style sheet that gives the portal its company's colour: values for the names that Mantine's
 * and our own styles read. Made alike by the server (for pages that are there before any script)
 * and in the browser; the threefold `:root` outweighs the theme's own values wherever those stand.
 */
export function portalStyle(color: string): string {
  const { light, dark } = portalColors(color);
  const root = ':root:root:root';
  return [
    `${root}{${variables(light)}}`,
    `${root}[data-mantine-color-scheme=dark]{${variables(dark)}}`,
    `@media(prefers-color-scheme:dark){${root}:not([data-mantine-color-scheme]){${variables(dark)}}}`,
  ].join('');
}

function variables({ filled, ink, hover, text, tint }: PortalColors['light']): string {
  const accent = '--mantine-color-accent';
  const values: Record<string, string> = {
    [`${accent}-filled`]: filled,
    [`${accent}-filled-hover`]: hover,
    '--mantine-primary-color-contrast': ink,
    [`${accent}-light`]: tint,
    [`${accent}-light-hover`]: tint,
    [`${accent}-light-color`]: text,
    [`${accent}-text`]: text,
    [`${accent}-outline`]: text,
    [`${accent}-outline-hover`]: tint,
    '--mantine-color-anchor': text,
  };
  // What names a shade by its number means a text or a line in the colour.
  for (const shade of [3, 4, 5, 6, 7]) values[`${accent}-${shade}`] = text;
  return Object.entries(values)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
}
