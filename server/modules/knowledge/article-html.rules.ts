const SOURCE = /(<img\b[^>]*?\ssrc=")article-file:(\d{1,15})(")/g;

/** Where each audience fetches the files of articles. */
export const ARTICLE_FILE_URLS = {
  console: '/api/v1/article-files/',
  portal: '/portal/v1/article-files/',
} as const;
export type ArticleAudience = keyof typeof ARTICLE_FILE_URLS;

/** Clean HTML as it is stored, with pictures where the audience can fetch them. */
export function withFileUrls(html: string, audience: ArticleAudience): string {
  return html.replace(
    SOURCE,
    (_, before: string, id: string, after: string) =>
      before + ARTICLE_FILE_URLS[audience] + id + after,
  );
}

const IMAGE = /<img\b[^>]*?\ssrc="article-file:(\d{1,15})"[^>]*>/g;

/** Clean HTML without the pictures that are not on the list. */
export function keepImages(html: string, ids: ReadonlySet<number>): string {
  return html.replace(IMAGE, (image, id: string) => (ids.has(Number(id)) ? image : ''));
}
