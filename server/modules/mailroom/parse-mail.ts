import { type Attachment, addressParser, decodeWords, type Email } from 'postal-mime';
import { harmlessFileName, harmlessMediaType } from '#platform/mail/attachment-name.ts';
import { type MailAddress, normaliseAddress } from '#platform/mail/mail-address.ts';
import type { InboundAttachment, InboundMail, MailProblem } from './inbound-mail.ts';
import { isUtf8, repairEncodedWords, TolerantPostalMime } from './repair-charset.ts';

const SUBJECT_MAX_CHARS = 250;
const BODY_MAX_CHARS = 4_000_000;
const PARTS_MAX = 200;
const ADDRESSES_MAX = 3000;
const MESSAGE_IDS_MAX = 100;
const HEADERS_MAX_BYTES = 1024 * 1024;
/** Mail that nests deeper is made to hurt; its header fields are read and the rest is left. */
const NESTING_MAX = 50;
const LINES_MAX = 1_000_000;
/** Lines of mail have 76 characters; some more of short ones are fine. */
const SHORT_LINES_MAX = 100_000;
const USUAL_LINE_BYTES = 40;
const BELIEVABLE_YEARS = { from: 1990, to: 2200 };

/**
 * Reads a raw message (RFC 5322, MIME). Never throws: what cannot be read at all comes back with
 * its header fields, no body, and the problem `unreadable`.
 */
export async function parseMail(raw: Uint8Array): Promise<InboundMail> {
  const problems: MailProblem[] = [];
  const email = await parseTolerantly(raw, problems);
  const headers = collectHeaders(email);
  const fields = (name: string) => headers.get(name) ?? [];
  const addresses = (name: string) => parseAddresses(fields(name), problems);
  const body = takeDataImages(clean(email.html));
  const attachments = [
    ...collectAttachments(email.attachments, body.html, problems),
    ...body.images,
  ];
  return {
    from: addresses('from'),
    fromFieldCount: fields('from').length,
    sender: addresses('sender')[0] ?? null,
    replyTo: addresses('reply-to'),
    to: addresses('to'),
    cc: addresses('cc'),
    subject: decodeSubject(fields('subject')[0] ?? ''),
    messageId: messageIdsIn(fields('message-id').slice(0, 1))[0] ?? null,
    inReplyTo: messageIdsIn(fields('in-reply-to')),
    references: messageIdsIn(fields('references')),
    sentAt: parseDate(fields('date')[0]),
    text: clean(email.text),
    html: body.html,
    attachments,
    headers,
    problems: [...new Set(problems)],
  };
}

async function parseTolerantly(raw: Uint8Array, problems: MailProblem[]): Promise<Email> {
  const options = {
    // A forwarded message stays a file of its own; melted into the body it would read as ours.
    forceRfc822Attachments: true,
    maxNestingDepth: NESTING_MAX,
    maxHeadersSize: HEADERS_MAX_BYTES,
  };
  try {
    if (hasTooManyLines(raw)) throw new Error('made of too many lines');
    return await new TolerantPostalMime(options).parse(withUtf8Head(raw));
  } catch {
    problems.push('unreadable');
    return new TolerantPostalMime({ ...options, maxNestingDepth: 1 }).parse(headOf(raw));
  }
}

/**
 * The parser's work grows with the lines, not the bytes: the largest message that we take has half
 * a million of them, forty megabytes of line breaks would keep it busy for minutes.
 */
function hasTooManyLines(raw: Uint8Array): boolean {
  const mayBeShort = raw.byteLength / USUAL_LINE_BYTES;
  let lines = 0;
  for (let at = raw.indexOf(0x0a); at >= 0; at = raw.indexOf(0x0a, at + 1)) {
    if (++lines > LINES_MAX || (lines > SHORT_LINES_MAX && lines > mayBeShort)) return true;
  }
  return false;
}

/** Header fields in raw 8-bit characters are UTF-8 (RFC 6532) or, from old programs, Latin-1. */
function withUtf8Head(raw: Uint8Array): Uint8Array {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const ends = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')].filter((end) => end >= 0);
  const end = Math.min(...ends, bytes.length);
  const head = bytes.subarray(0, end);
  if (isUtf8(head)) return raw;
  const repaired = Buffer.from(new TextDecoder('windows-1252').decode(head));
  return Buffer.concat([repaired, bytes.subarray(end)]);
}

/** The header fields of a message without its body, bounded and without MIME structure. */
function headOf(raw: Uint8Array): Buffer {
  const start = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, 256 * 1024));
  const text = start.toString('latin1').split(/\r?\n\r?\n/, 1)[0]!;
  const lines = text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const kept = lines.filter((line) => line.length < 20_000 && !/^content-|^mime-/i.test(line));
  return Buffer.from(`${kept.join('\r\n')}\r\n\r\n`, 'latin1');
}

function collectHeaders(email: Email): Map<string, string[]> {
  const headers = new Map<string, string[]>();
  for (const { key, value } of email.headers) {
    const name = key.toLowerCase();
    const known = headers.get(name);
    const text = withoutControls(value);
    if (known) known.push(text);
    else headers.set(name, [text]);
  }
  return headers;
}

function parseAddresses(fields: readonly string[], problems: MailProblem[]): MailAddress[] {
  const found = new Map<string, MailAddress>();
  for (const field of fields) {
    for (const mailbox of addressParser(repairEncodedWords(field), { flatten: true })) {
      if (mailbox.address === undefined || mailbox.address === '') continue;
      const address = normaliseAddress(mailbox.address);
      if (address === null || found.size >= ADDRESSES_MAX) problems.push('invalidAddresses');
      else if (!found.has(address)) {
        found.set(address, { name: oneLine(mailbox.name ?? '').slice(0, 200), address });
      }
    }
  }
  return [...found.values()];
}

function decodeSubject(field: string): string {
  return oneLine(decodeWords(repairEncodedWords(field)))
    .slice(0, SUBJECT_MAX_CHARS)
    .replace(/[\ud800-\udbff]$/, '');
}

/** Every `<id>` of the fields; the last ones when there are very many. */
export function messageIdsIn(fields: readonly string[]): string[] {
  const ids = fields.flatMap((field) => field.match(/<[^<>\s]{1,500}>/g) ?? []);
  return [...new Set(ids)].slice(-MESSAGE_IDS_MAX);
}

function parseDate(field: string | undefined): Date | null {
  if (!field) return null;
  const date = new Date(
    field
      .slice(0, 200)
      .replace(/\([^)]{0,100}\)/g, '')
      .trim(),
  );
  const year = date.getFullYear();
  return year >= BELIEVABLE_YEARS.from && year <= BELIEVABLE_YEARS.to ? date : null;
}

function collectAttachments(
  parts: Attachment[],
  html: string | null,
  problems: MailProblem[],
): InboundAttachment[] {
  if (parts.length > PARTS_MAX) problems.push('tooManyParts');
  const lowerHtml = html?.toLowerCase() ?? '';
  return parts.slice(0, PARTS_MAX).map((part, index) => {
    const mediaType = harmlessMediaType(part.mimeType);
    const contentId = part.contentId?.replace(/^\s*<|>\s*$/g, '').slice(0, 500) || null;
    return {
      name: harmlessFileName(
        part.filename ?? nameOfMessage(part),
        mediaType,
        `attachment-${index + 1}`,
      ),
      mediaType,
      content: bytesOf(part.content),
      contentId,
      isInline: contentId !== null && mentionsCid(lowerHtml, contentId),
      isEmbedded: part.disposition === 'inline' || part.related === true,
    };
  });
}

/** A forwarded message is named after its subject. */
function nameOfMessage(part: Attachment): string | null {
  if (part.mimeType !== 'message/rfc822') return null;
  const head = Buffer.from(bytesOf(part.content)).subarray(0, 20_000).toString('utf8');
  const subject = /^subject:[ \t]*(.{1,500}(?:\r?\n[ \t].{1,500}){0,5})/im.exec(
    head.split(/\r?\n\r?\n/, 1)[0]!,
  );
  const name = subject ? decodeSubject(subject[1]!.replace(/\r?\n/g, '')) : '';
  return name === '' ? null : `${name.replace(/[\\/]/g, '_').slice(0, 100)}.eml`;
}

function mentionsCid(lowerHtml: string, contentId: string): boolean {
  return [contentId, encodeURIComponent(contentId), encodeURI(contentId)].some((id) =>
    lowerHtml.includes(`cid:${id.toLowerCase()}`),
  );
}

const DATA_IMAGE = /(["'])data:image\/(png|jpeg|jpg|gif|webp);base64,([a-z0-9+/=\s]+)\1/gi;
const DATA_IMAGES_MAX = 50;

/** Pictures written into the HTML itself become inline attachments like all others. */
function takeDataImages(html: string | null): { html: string | null; images: InboundAttachment[] } {
  const images: InboundAttachment[] = [];
  if (html === null || !html.includes('data:image/')) return { html, images };
  const rewritten = html.replace(DATA_IMAGE, (_, quote: string, type: string, data: string) => {
    const contentId = `data-${images.length + 1}@portico`;
    if (images.length >= DATA_IMAGES_MAX) return `${quote}${quote}`;
    const subtype = type.toLowerCase() === 'jpg' ? 'jpeg' : type.toLowerCase();
    images.push({
      name: `image-${images.length + 1}.${subtype === 'jpeg' ? 'jpg' : subtype}`,
      mediaType: `image/${subtype}`,
      content: Buffer.from(data, 'base64'),
      contentId,
      isInline: true,
      isEmbedded: true,
    });
    return `${quote}cid:${contentId}${quote}`;
  });
  return { html: rewritten, images };
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

/** PostgreSQL takes no NUL, and nobody reads the other control characters. */
function clean(text: string | undefined): string | null {
  if (text === undefined) return null;
  const cleaned = withoutControls(text.slice(0, BODY_MAX_CHARS)).replace(/\r\n?/g, '\n');
  return cleaned.trim() === '' ? null : cleaned;
}

function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').toWellFormed();
}

function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toWellFormed();
}
