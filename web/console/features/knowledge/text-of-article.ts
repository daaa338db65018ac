const BLOCKS = 'p,h2,h3,h4,li,tr,pre,blockquote,hr,table,ul,ol';

/**
 * The words of an article, block by block, with a mark for what a block is, so that a heading that
 * became a paragraph, or another picture, counts as a change.
 */
export function textOfArticle(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const image of body.querySelectorAll('img')) {
    image.replaceWith(`[${image.alt || image.getAttribute('src') || ''}]`);
  }
  for (const line of body.querySelectorAll('br')) line.replaceWith('\n');
  for (const cell of body.querySelectorAll('td,th')) cell.append(' | ');
  for (const link of body.querySelectorAll('a[href]')) {
    const address = link.getAttribute('href') ?? '';
    if (address !== link.textContent) link.append(` (${address})`);
  }
  for (const heading of body.querySelectorAll('h2,h3,h4')) {
    heading.prepend(`${'#'.repeat(Number(heading.tagName[1]))} `);
  }
  for (const item of body.querySelectorAll('li')) item.prepend('– ');
  for (const block of body.querySelectorAll(BLOCKS)) block.append('\n');
  return (body.textContent ?? '').replace(/\n{3,}/g, '\n\n').trim();
}
