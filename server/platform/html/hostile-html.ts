/** Nobody's letter nests deeper or has more tags: parsers take their (quadratic) time on those. */
const DEPTH_MAX = 400;
const TAGS_MAX = 100_000;

/** Elements that end by themselves, or before the next one of their kind: no depth comes of them. */
const SHALLOW = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dd dt td th tr option optgroup thead tbody tfoot colgroup'.split(
    ' ',
  ),
);

/** True for HTML that must not be parsed at all. Looks at each `<` once, so it is always quick. */
export function isMadeToHurt(html: string): boolean {
  let depth = 0;
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const isEnd = html.charCodeAt(at + 1) === 0x2f;
    const name = /^[a-z][a-z0-9]{0,15}/i.exec(html.slice(at + (isEnd ? 2 : 1), at + 18))?.[0];
    if (name && ++tags > TAGS_MAX) return true;
    if (!name || SHALLOW.has(name.toLowerCase())) continue;
    if (isEnd) depth = Math.max(0, depth - 1);
    else if (++depth > DEPTH_MAX) return true;
  }
  return false;
}

/** The words of such HTML, found without a parser. */
export function crudeText(html: string): string {
  return html
    .replace(/<(?:script|style|title)\b[^<]{0,100000}/gi, ' ')
    .replace(/<[^<>]{0,2000}>?/g, ' ')
    .replace(/&nbsp;/gi, ' ')
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/&quot;/gi, '"')
    .replace(/&amp;/gi, '&')
    .replace(/[ \t\u00a0]+/g, ' ')
    .trim();
}
