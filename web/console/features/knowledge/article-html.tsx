import { useLayoutEffect, useRef } from 'react';
import articleStyles from './article-content.css?inline';

/** An article as readers get it: clean HTML in a shadow root, so that its looks stay its own. */
export function ArticleHtml({ html }: { html: string }) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [articleSheet()];
    root.innerHTML = html;
  }, [html]);
  return <div ref={host} />;
}

let sheet: CSSStyleSheet | undefined;

/** One style sheet for all articles on the page. */
function articleSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(articleStyles);
  }
  return sheet;
}
