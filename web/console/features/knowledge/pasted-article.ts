/** Pictures that are stored here, or that come along as data and are uploaded. */
const KEPT = /^(?:data:image\/|(?:https?:\/\/[^/]+)?\/(?:api|portal)\/v1\/article-files\/\d+$)/;

/**
 * Pasted HTML without pictures that are stored elsewhere: they would be fetched from there by every
 * reader, and be gone one day.
 */
export function withoutForeignPictures(html: string): { html: string; leftOut: number } {
  const page = new DOMParser().parseFromString(html, 'text/html');
  let leftOut = 0;
  for (const image of page.querySelectorAll('img')) {
    if (KEPT.test(image.getAttribute('src') ?? '')) continue;
    image.remove();
    leftOut++;
  }
  return leftOut === 0 ? { html, leftOut } : { html: page.body.innerHTML, leftOut };
}
