import { cleanMailHtml } from '#platform/html/clean-html.ts';
import { htmlFromText, wordsFromHtml } from '#platform/html/text-html.ts';
import type { InboundMail } from './inbound-mail.ts';
import { splitQuotedHtml } from './strip-quote-html.ts';
import { splitQuotedText } from './strip-quote-text.ts';

export interface MailBody {
  /** Sanitised; '' when the mail had no words. */
  html: string;
  quotedHtml: string | null;
  /** The words of `html`, for search and preview. */
  text: string;
  hasRemoteImages: boolean;
}

const TEXT_MAX_CHARS = 200_000;

/**
 * What is shown of a mail: HTML before text (unless the HTML is blank), the history apart, all of
 * it harmless.
 * @param attachmentOfCid id of the attachment that a picture in place refers to
 */
export function mailBody(
  mail: Pick<InboundMail, 'html' | 'text'>,
  attachmentOfCid: (contentId: string) => number | null,
): MailBody {
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
