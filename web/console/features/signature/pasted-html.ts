const OWN = /^\/api\/v1\/me\/signature\/images\/\d+$/;
/** Pictures that this browser may read: they are uploaded once more, as one's own. */
const HERE = /^\/api\/v1\/(?:tickets\/\d+\/signature-images|attachments)\/\d+$/;
const DATA = /^data:image\/(?:png|jpeg|jpg|gif|webp);/i;
const NO_CONTENT = 'style, script, title, meta, link, xml, noscript, template';

export interface PastedHtml {
  html: string;
  /** Pictures that were left out: they are stored elsewhere, and stay there. */
  leftOut: number;
}

/** What a picture's address says about where it is. */
export function placeOf(src: string): 'own' | 'here' | 'data' | 'elsewhere' {
  if (DATA.test(src)) return 'data';
  const url = URL.parse(src, window.location.href);
  if (url?.origin !== window.location.origin) return 'elsewhere';
  if (OWN.test(url.pathname)) return 'own';
  return HERE.test(url.pathname) ? 'here' : 'elsewhere';
}

/** HTML from the clipboard, as mail and word programs write it, in words that the editor knows. */
export function tidyPasted(html: string): PastedHtml {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of page.querySelectorAll(NO_CONTENT)) element.remove();
  let leftOut = 0;
  for (const image of page.querySelectorAll('img')) {
    const src = image.getAttribute('src') ?? '';
    if (placeOf(src) !== 'elsewhere') continue;
    // A dot that counts readers is nothing that anybody misses.
    const isDot = image.width <= 1 && image.getAttribute('width') !== null;
    if (!isDot) leftOut++;
    image.remove();
  }
  for (const font of page.querySelectorAll('font')) font.replaceWith(asSpan(font));
  return { html: page.body.innerHTML, leftOut };
}

const FONT_SIZES = ['', '10px', '13px', '16px', '18px', '24px', '32px', '48px'];

function asSpan(font: Element): HTMLSpanElement {
  const span = font.ownerDocument.createElement('span');
  span.style.cssText = font.getAttribute('style') ?? '';
  const look = {
    color: font.getAttribute('color'),
    'font-family': font.getAttribute('face'),
    'font-size': FONT_SIZES[Number(font.getAttribute('size'))],
  };
  for (const [property, value] of Object.entries(look))
    if (value && !span.style.getPropertyValue(property)) span.style.setProperty(property, value);
  span.append(...font.childNodes);
  return span;
}
