import { createHash } from 'node:crypto';

export interface ComposedParts {
  from: { name: string; address: string };
  to: string[];
  cc: string[];
  replyTo: string | null;
  subject: string;
  html: string;
  text: string;
  messageId: string;
  inReplyTo: string | null;
  references: string[];
  date: Date;
  /** How RFC 3834 calls it; null for what a person wrote. */
  automatic: 'auto-generated' | 'auto-replied' | null;
  loopMark: string;
  files: MailFile[];
  dkim: DkimSigner | null;
}

export interface MailFile {
  /** As a body names it in `src`: `attachment:7`, `signature-image:3`. */
  source: string;
  /** Under which the body shows it, without angle brackets. */
  contentId: string;
  /** Sent along also when the body does not show it. */
  isAttached: boolean;
  name: string;
  mediaType: string;
  content: Buffer;
}

export interface DkimSigner {
  domain: string;
  selector: string;
  privateKey: string;
}

const INLINE_IMAGE = /(<img\b[^>]*?\ssrc=")((?:attachment|signature-image):\d{1,15})(")/g;
const ATTACHMENT_SOURCE = /^attachment:/;

/** Builds the bytes of a mail; nothing is ever read from a path or URL that a body names. */
const composer = () =>
  import('nodemailer').then(({ createTransport }) =>
    createTransport({
      streamTransport: true,
      buffer: true,
      newline: 'windows',
      disableFileAccess: true,
      disableUrlAccess: true,
    }),
  );

/** The finished message: text and HTML, pictures in place by Content-ID, files, DKIM signature. */
export async function composeMail(parts: ComposedParts): Promise<Buffer> {
  const shown = new Set<MailFile>();
  const html = parts.html.replace(
    INLINE_IMAGE,
    (match, before: string, source: string, after: string) => {
      const file = parts.files.find((candidate) => candidate.source === source);
      if (!file) return match.replace(/\ssrc="[^"]*"/, '');
      shown.add(file);
      return `${before}cid:${file.contentId}${after}`;
    },
  );
  const files = parts.files.filter((file) => file.isAttached || shown.has(file));
  const info = await (await composer()).sendMail({
    from: parts.from,
    to: parts.to,
    cc: parts.cc,
    replyTo: parts.replyTo ?? undefined,
    subject: parts.subject,
    text: parts.text,
    html: asDocument(html),
    messageId: parts.messageId,
    inReplyTo: parts.inReplyTo ?? undefined,
    references: parts.references.length > 0 ? parts.references : undefined,
    date: parts.date,
    xMailer: false,
    headers: {
      'X-Portico-Loop': parts.loopMark,
      ...(parts.automatic && {
        'Auto-Submitted': parts.automatic,
        'X-Auto-Response-Suppress': 'All',
      }),
    },
    baseBoundary: boundaryOf(parts.messageId),
    attachments: files.map((file) => ({
      filename: file.name,
      contentType: file.mediaType,
      content: file.content,
      ...(shown.has(file) && {
        cid: file.contentId,
        contentDisposition: 'inline' as const,
      }),
    })),
    ...(parts.dkim && {
      dkim: {
        domainName: parts.dkim.domain,
        keySelector: parts.dkim.selector,
        privateKey: parts.dkim.privateKey,
      },
    }),
  });
  return info.message as Buffer;
}

/** Ids of the attachments that a body shows in place. */
export function inlineAttachmentIds(html: string): number[] {
  const sources = [...html.matchAll(INLINE_IMAGE)].map((match) => match[2] ?? '');
  const attachments = sources.filter((source) => ATTACHMENT_SOURCE.test(source));
  return [...new Set(attachments.map((source) => Number(source.split(':')[1])))];
}

/** One mail has the same bytes at every try: nothing of it is made up while composing. */
const boundaryOf = (messageId: string) =>
  createHash('sha256').update(messageId).digest('hex').slice(0, 24);

function asDocument(html: string): string {
  if (/^\s*<(?:!doctype|html)\b/i.test(html)) return html;
  return `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body style="font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:14px;line-height:1.5">${html}</body></html>`;
}
