/** A paragraph with the article's title as a link to it. */
export function linkToArticle({ title, address }: { title: string; address: string }): string {
  const paragraph = document.createElement('p');
  const link = document.createElement('a');
  link.href = address;
  link.textContent = title;
  paragraph.append(link);
  return paragraph.outerHTML;
}

/** An article's text for a reply; its pictures stay in the article, an answer has its own. */
export function htmlOfArticle(html: string): { html: string; hasPictures: boolean } {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const pictures = body.querySelectorAll('img');
  for (const picture of pictures) picture.remove();
  return { html: body.innerHTML, hasPictures: pictures.length > 0 };
}
