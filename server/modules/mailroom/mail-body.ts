import { cleanMailHtml } from '#platform/html/clean-html.ts';
import { htmlFromText, wordsFromHtml } from '#platform/html/text-html.ts';
import type { InboundMail } from './inbound-mail.ts';
import { splitQuotedHtml } from './strip-quote-html.ts';
import { splitQuotedText } from './strip-quote-text.ts';

export interface MailBody {
  /** Sanitised; '' when the mail had no words. Pictures in place: see `withAttachmentIds`. */
  html: string;
  quotedHtml: string | null;
  /** The words of `html`, for search and preview. */
  text: string;
  hasRemoteImages: boolean;
}

const TEXT_MAX_CHARS = 200_000;

/**
 * What is shown of a mail: HTML before text (unless the HTML is blank), the history apart, all of
 * it harmless. Pictures in place are `attachment:<index of the attachment>` until the attachments
 * have ids.
 */
export function mailBody(mail: Pick<InboundMail, 'html' | 'text' | 'attachments'>): MailBody {
  const attachmentOfCid = (contentId: string) => {
    const index = mail.attachments.findIndex((attachment) => attachment.contentId === contentId);
    return index < 0 ? null : index;
  };
  if (mail.html !== null) {
    const { fresh, quoted } = splitQuotedHtml(mail.html);
    const clean = cleanMailHtml(fresh, attachmentOfCid);
    const text = wordsFromHtml(clean.html).slice(0, TEXT_MAX_CHARS);
    if (text !== '' || /<img\b/.test(clean.html) || mail.text === null) {
      const cleanQuoted = quoted === null ? null : cleanMailHtml(quoted, attachmentOfCid);
      return {
        html: clean.html.trim(),
        quotedHtml: cleanQuoted?.html.trim() || null,
        text,
        hasRemoteImages: clean.hasRemoteImages || (cleanQuoted?.hasRemoteImages ?? false),
      };
    }
  }
  const { fresh, quoted } = splitQuotedText(mail.text ?? '');
  return {
    html: htmlFromText(fresh),
    quotedHtml: quoted === null ? null : htmlFromText(quoted),
    text: fresh.slice(0, TEXT_MAX_CHARS),
    hasRemoteImages: false,
  };
}

/**
 * Names the pictures by the ids that their attachments got; one that was left out has none and
 * is not shown. Safe on clean HTML only: there, no
 * other attribute can look like this, because quotes are escaped.
 */
export function withAttachmentIds(body: MailBody, ids: readonly (number | undefined)[]): MailBody {
  const rename = (html: string) =>
    html.replace(/ src="attachment:(\d{1,6})"/g, (_, index) => {
      const id = ids[Number(index)];
      return id === undefined ? '' : ` src="attachment:${id}"`;
    });
  return {
    ...body,
    html: rename(body.html),
    quotedHtml: body.quotedHtml === null ? null : rename(body.quotedHtml),
  };
}
