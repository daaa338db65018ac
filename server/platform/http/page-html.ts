import { escapeHtml } from '../html/escape-html.ts';
import type { WrittenPage } from './written-page.ts';

/** Puts a written page into the built one, which brings the app's scripts and styles along. */
export function pageHtml(built: string, page: WrittenPage): string {
  // Functions, because "$&" in somebody's text would mean something to replace().
  return built
    .replace(/<html lang="[^"]*"/, () => `<html lang="${page.language}"`)
    .replace(
      /<title>[^<]*<\/title>/,
      () => `<title>${escapeHtml(page.title)}</title>\n${page.head}`,
    )
    .replace('<div id="root"></div>', () => `<div id="root">${page.body}</div>`)
    .replace(
      '</body>',
      () =>
        `<script type="application/json" id="first-page">${jsonInHtml(page.data)}</script>\n</body>`,
    );
}

/** JSON that cannot end the element that it stands in, nor begin a comment there. */
const jsonInHtml = (data: unknown) => JSON.stringify(data).replaceAll('<', '\\u003c');
