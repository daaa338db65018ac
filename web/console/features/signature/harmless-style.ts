/** What a table from a mail program may look like. Nothing here moves it over the page around it. */
const KEPT =
  /^(?:background(?:-color)?|border(?:-(?:top|right|bottom|left|collapse|spacing|color|style|width|radius))?(?:-(?:color|style|width))?|padding(?:-(?:top|right|bottom|left))?|vertical-align|text-align|white-space|(?:max-|min-)?(?:width|height)|color|font(?:-(?:family|size|weight|style))?|line-height)$/;
const HARMLESS = /^[\w\s#.,%'"/+-]*(?:rgba?\([\d\s.,%/]*\)[\w\s#.,%'"/+-]*)*$/;

/**
 * The declarations of a pasted element that may show in the editor, as they were written: what a
 * browser makes of them is more than old mail programs read. The server decides once more what is
 * kept; this is for the page in which the editor stands.
 */
export function harmlessStyle(style: string): string {
  return style
    .split(';')
    .map((declaration) => declaration.trim())
    .filter((declaration) => {
      const colon = declaration.indexOf(':');
      const property = declaration.slice(0, colon).trim().toLowerCase();
      return KEPT.test(property) && HARMLESS.test(declaration.slice(colon + 1));
    })
    .join(';');
}
