import type { MailAddress } from '#platform/mail/mail-address.ts';

export interface InboundAttachment {
  /** Harmless: no path, no control characters, never empty. */
  name: string;
  mediaType: string;
  content: Uint8Array;
  /** Without the angle brackets. */
  contentId: string | null;
  /** True when the HTML shows it in place. */
  isInline: boolean;
  /** True when the mail calls it a part of its text, whether the HTML shows it or not. */
  isEmbedded: boolean;
}

/** What was wrong with a message that could be read all the same. */
export type MailProblem = 'unreadable' | 'tooManyParts' | 'invalidAddresses';

/** One message as the steps of the mailroom see it: decoded, bounded, free of NUL. */
export interface InboundMail {
  /** Every mailbox of every From field; RFC 5322 allows several, honest mail has one. */
  from: MailAddress[];
  fromFieldCount: number;
  sender: MailAddress | null;
  replyTo: MailAddress[];
  to: MailAddress[];
  cc: MailAddress[];
  /** '' when there was none. */
  subject: string;
  /** With angle brackets, as all message ids here. */
  messageId: string | null;
  inReplyTo: string[];
  references: string[];
  sentAt: Date | null;
  text: string | null;
  html: string | null;
  attachments: InboundAttachment[];
  /** All header fields, names in lower case, in order, unfolded, not decoded. */
  headers: ReadonlyMap<string, readonly string[]>;
  problems: MailProblem[];
}

/** The first value of a header field, or null. */
export function headerOf(mail: Pick<InboundMail, 'headers'>, name: string): string | null {
  return mail.headers.get(name)?.[0]?.trim() ?? null;
}
