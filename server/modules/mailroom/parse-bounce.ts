import { normaliseAddress } from '#platform/mail/mail-address.ts';
import { headerOf, type InboundMail } from './inbound-mail.ts';
import { messageIdsIn } from './parse-mail.ts';

export interface Bounce {
  recipients: BouncedRecipient[];
  /** Message ids that the report names or carries; one of them may be ours. */
  messageIds: string[];
}

export interface BouncedRecipient {
  address: string;
  /** `delayed` is no failure yet: the other server goes on trying. */
  action: 'failed' | 'delayed' | 'other';
  /** Enhanced status code (RFC 3463) such as 5.1.1, or null. */
  status: string | null;
  /** What the other server said, one line. */
  diagnostic: string | null;
}

const SCAN_MAX_CHARS = 100_000;
const RECIPIENTS_MAX = 50;

/** Reads a delivery report: RFC 3464, and the free texts of qmail, Exim and old Exchange. */
export function parseBounce(mail: InboundMail): Bounce {
  const parts = mail.attachments.map(({ mediaType, content }) => ({
    mediaType,
    text: Buffer.from(content.buffer, content.byteOffset, content.byteLength)
      .subarray(0, SCAN_MAX_CHARS)
      .toString('utf8'),
  }));
  const reports = parts.filter(({ mediaType }) => mediaType === 'message/delivery-status');
  const body = (mail.text ?? mail.html ?? '').slice(0, SCAN_MAX_CHARS);
  const structured = reports.flatMap(({ text }) => recipientsOfReport(text));
  const recipients = structured.length > 0 ? structured : recipientsOfText(mail, body);
  const originals = parts
    .filter(({ mediaType }) =>
      /^(?:message\/rfc822|text\/rfc822-headers|message\/global)/.test(mediaType),
    )
    .map(({ text }) => text);
  return {
    recipients: recipients.slice(0, RECIPIENTS_MAX),
    messageIds: [
      ...new Set([
        ...originals.flatMap((text) => messageIdsIn(headerLines(text, 'message-id'))),
        ...messageIdsIn(headerLines(body, 'message-id')),
        ...mail.inReplyTo,
        ...mail.references,
        ...reports.flatMap(({ text }) => messageIdsIn(headerLines(text, 'x-original-message-id'))),
      ]),
    ],
  };
}

/** The recipient groups of a message/delivery-status part; the first group is about the report. */
function recipientsOfReport(report: string): BouncedRecipient[] {
  const groups = report.replace(/\r\n?/g, '\n').split(/\n\s*\n/);
  return groups.flatMap((group) => {
    const fields = readFields(group);
    const address =
      addressIn(fields.get('original-recipient')) ?? addressIn(fields.get('final-recipient'));
    if (!address) return [];
    const action = (fields.get('action') ?? 'failed').trim().toLowerCase();
    return [
      {
        address,
        action: action === 'failed' || action === 'delayed' ? action : ('other' as const),
        status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0] ?? null,
        diagnostic: oneLine((fields.get('diagnostic-code') ?? '').replace(/^[^;]{0,20};/, '')),
      },
    ];
  });
}

function recipientsOfText(mail: InboundMail, body: string): BouncedRecipient[] {
  const failed = headerOf(mail, 'x-failed-recipients')?.split(',') ?? [];
  const named = [
    ...body.matchAll(/^[ \t]{0,8}<?([^\s<>:;,"']{1,64}@[^\s<>:;,"']{3,200}?)>?:?[ \t]*$/gm),
  ].map((match) => match[1]!);
  const diagnostic =
    /\b[45]\d\d[ -](?:[45]\.\d{1,3}\.\d{1,3})?.{0,300}/.exec(body)?.[0] ??
    /^(?:remote host said|sorry|user unknown|this user|.{0,60}(?:unknown|not found|mailbox full|quota)).{0,300}/im.exec(
      body,
    )?.[0] ??
    null;
  const status = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(body)?.[0] ?? null;
  const addresses = [...new Set([...failed, ...named].map(normaliseAddress))].filter(
    (found) => found !== null,
  );
  return addresses.map((address) => ({
    address,
    action: /\b(?:delayed|will (?:be retried|keep trying)|warning)\b/i.test(mail.subject)
      ? 'delayed'
      : 'failed',
    status,
    diagnostic: diagnostic === null ? null : oneLine(diagnostic),
  }));
}

function readFields(group: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of group.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    if (colon > 0)
      fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return fields;
}

/** "rfc822; <jane@globex.test>" */
function addressIn(field: string | undefined): string | null {
  if (!field) return null;
  return normaliseAddress(field.replace(/^[^;]{0,20};/, '').replace(/[<>]/g, ''));
}

/** Lines like "Message-ID: <x>" in a header block or in the text of a report. */
function headerLines(text: string, name: string): string[] {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split('\n');
  const prefix = `${name}:`;
  return lines
    .map((line) => line.trim())
    .filter((line) => line.slice(0, prefix.length).toLowerCase() === prefix);
}

function oneLine(text: string): string | null {
  return (
    text
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim()
      .slice(0, 500) || null
  );
}
