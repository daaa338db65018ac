/** What a table from a mail program may look like. Nothing here moves it over the page around it. */
const KEPT =
  /^(?:background(?:-color)?|border(?:-(?:top|right|bottom|left|collapse|spacing|color|style|width|radius))?(?:-(?:color|style|width))?|padding(?:-(?:top|right|bottom|left))?|vertical-align|text-align|white-space|(?:max-|min-)?(?:width|height)|color|font(?:-(?:family|size|weight|style))?|line-height)$/;

/**
 * The declarations of a pasted element that show in the editor. The server decides once more what
 * is kept; this is for the page in which the editor stands.
 */
export function harmlessStyle(style: CSSStyleDeclaration): string {
  return style.cssText
    .split(';')
    .map((declaration) => declaration.trim())
    .filter((declaration) => {
      const [property = '', ...value] = declaration.split(':');
      return (
        KEPT.test(property.trim().toLowerCase()) && !/url\(|expression|var\(/i.test(value.join())
      );
    })
    .join('; ');
}
