/**
 * The part of CSS that mail may bring along: text, colour, box and table looks. Nothing that
 * positions (could cover our own buttons), loads (url()), or computes (calc, var, expression).
 */
const SAFE_PROPERTIES = new Set(
  `background background-color border border-bottom border-bottom-color border-bottom-style
  border-bottom-width border-collapse border-color border-left border-left-color border-left-style
  border-left-width border-radius border-right border-right-color border-right-style
  border-right-width border-spacing border-style border-top border-top-color border-top-style
  border-top-width border-width caption-side color direction display empty-cells font font-family
  font-size font-style font-variant font-weight height letter-spacing line-height list-style
  list-style-position list-style-type margin margin-bottom margin-left margin-right margin-top
  max-height max-width min-height min-width padding padding-bottom padding-left padding-right
  padding-top table-layout text-align text-decoration text-indent text-transform vertical-align
  white-space width word-break word-spacing word-wrap overflow-wrap`.split(/\s+/),
);

const DISPLAY_VALUES = new Set(
  'none block inline inline-block table inline-table table-row table-cell list-item'.split(' '),
);

/** Words, numbers, colours and quoted font names; parentheses only as part of a colour. */
const SAFE_VALUE = /^(?:[\p{L}\p{N}#.,%\s'"/+-]|(?:rgb|hsl)a?\([\d\s.,%/]*\))+$/iu;
const STYLE_MAX_CHARS = 4000;
const LARGEST_LENGTH = 3000;

/** The safe declarations of a style attribute, rewritten; '' when nothing is left. */
export function safeInlineStyle(style: string): string {
  if (style.length > STYLE_MAX_CHARS) return '';
  const kept: string[] = [];
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const property = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration
      .slice(colon + 1)
      .replace(/!\s*important/i, '')
      .trim();
    if (SAFE_PROPERTIES.has(property) && isSafeValue(property, value)) {
      kept.push(`${property}:${value}`);
    }
  }
  return kept.join(';');
}

function isSafeValue(property: string, value: string): boolean {
  if (value === '' || value.length > 300 || !SAFE_VALUE.test(value)) return false;
  if (property === 'display' && !DISPLAY_VALUES.has(value.toLowerCase())) return false;
  // Negative lengths move text over its neighbours; huge ones push them out of sight.
  if (/(?:^|[\s,])-\s*\.?\d/.test(value) && property !== 'letter-spacing') return false;
  return (value.match(/\d+/g) ?? []).every(
    (number) =>
      property.includes('color') || value.includes('#') || Number(number) <= LARGEST_LENGTH,
  );
}
