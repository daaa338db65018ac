import { createTransport } from 'nodemailer';

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
  id: number;
  name: string;
  mediaType: string;
  content: Buffer;
}

export interface DkimSigner {
  domain: string;
  selector: string;
  privateKey: string;
}

const INLINE_IMAGE = /(<img\b[^>]*?\ssrc=")attachment:(\d{1,15})(")/g;

/** Builds the bytes of a mail; nothing is ever read from a path or URL that a body names. */
const composer = createTransport({
  streamTransport: true,
  buffer: true,
  newline: 'windows',
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** The finished message: text and HTML, pictures in place by Content-ID, files, DKIM signature. */
export async function composeMail(parts: ComposedParts): Promise<Buffer> {
  const domain = parts.from.address.split('@')[1] ?? 'localhost';
  const contentIdOf = (id: number) => `a${id}@${domain}`;
  const shown = new Set<number>();
  const html = parts.html.replace(
    INLINE_IMAGE,
    (match, before: string, id: string, after: string) => {
      if (!parts.files.some((file) => file.id === Number(id)))
        return match.replace(/\ssrc="[^"]*"/, '');
      shown.add(Number(id));
      return `${before}cid:${contentIdOf(Number(id))}${after}`;
    },
  );
  const info = await composer.sendMail({
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
    attachments: parts.files.map((file) => ({
      filename: file.name,
      contentType: file.mediaType,
      content: file.content,
      ...(shown.has(file.id) && {
        cid: contentIdOf(file.id),
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
  return [...new Set([...html.matchAll(INLINE_IMAGE)].map((match) => Number(match[2])))];
}

function asDocument(html: string): string {
  if (/^\s*<(?:!doctype|html)\b/i.test(html)) return html;
  return `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body style="font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:14px;line-height:1.5">${html}</body></html>`;
}
