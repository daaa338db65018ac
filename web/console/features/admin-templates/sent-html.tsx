import { useLayoutEffect, useRef } from 'react';
import classes from './templates.module.css';

/** In a shadow root, so that nothing of our page reaches it: a mail program knows none of that. */
export function SentHtml({ html, title }: { html: string; title: string }) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    root.innerHTML = html;
  }, [html]);
  return <div ref={host} className={classes.sent} role="document" aria-label={title} />;
}
