import { useLayoutEffect, useRef } from 'react';
import mailStyles from './mail-content.css?inline';
import classes from './message-body.module.css';
import { prepareMailHtml } from './prepare-mail-html.ts';

export interface ShownAttachment {
  id: number;
  url: string;
}

/** Clean HTML in a shadow root, so that its styles cannot reach the page. */
export function MailHtml(props: {
  html: string;
  attachments?: ShownAttachment[];
  showImages?: boolean;
}) {
  const host = useRef<HTMLDivElement>(null);
  const { html, isPaper } = prepareMailHtml(
    props.html,
    props.attachments ?? [],
    props.showImages ?? false,
  );
  useLayoutEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [mailSheet()];
    root.innerHTML = html;
  }, [html]);
  return <div ref={host} className={classes.mail} data-paper={isPaper || undefined} />;
}

let sheet: CSSStyleSheet | undefined;

/** One style sheet for all messages on the page. */
function mailSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(mailStyles);
  }
  return sheet;
}
