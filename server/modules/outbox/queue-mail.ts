import { randomUUID } from 'node:crypto';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { enqueue } from '#platform/jobs/job.ts';
import { domainOf, normaliseAddress } from '#platform/mail/mail-address.ts';
import { sendMail } from './outbox.jobs.ts';
import {
  findFromAddress,
  findThread,
  insertOutboundMessage,
  letRecipientsTakePart,
} from './outbox.queries.ts';
import type { OutgoingKind } from './outgoing-kinds.ts';
import { createThreadTokens, subjectToken, ticketNumberInSubject } from './thread-tokens.ts';

export interface OutgoingMail {
  kind: OutgoingKind;
  to: string[];
  cc?: string[];
  subject: string;
  html: string;
  text: string;
  contactId?: number;
  technicianId?: number;
  /** Makes it part of the ticket's thread: reply address, Message-ID, references, subject token. */
  ticketId?: number;
  /** The conversation's message that this mail carries. */
  messageId?: number;
  attachmentIds?: number[];
  /** What was frozen of the signature in it: its pictures come along. */
  signatureId?: number | null;
  inReplyTo?: string;
  references?: string[];
  replyTo?: string;
  /** Whose name stands in From; the company's when left out. */
  fromName?: string;
  /** Written by a program, not a person: marked so that no other program answers. */
  isAutomatic?: boolean;
  /** Holds a password or link: masked in every view and scrubbed once sent. */
  hasSecret?: boolean;
}

const REFERENCES_MAX = 20;

/**
 * Puts a mail into the outbox in the caller's transaction: it goes out if, and only if, that
 * commits. Everything is fixed here, the Message-ID too, so that a retry is the same mail.
 * Recipients that are no addresses are left out; without any, nothing is queued and it throws.
 */
export async function queueMail(
  tx: TenantTx,
  mail: OutgoingMail,
): Promise<{ id: number; headerMessageId: string }> {
  const to = addressesOf(mail.to);
  const cc = addressesOf(mail.cc ?? []).filter((address) => !to.includes(address));
  if (to.length === 0) throw new Error('a mail needs a recipient');
  const from = await findFromAddress(tx);
  const addressed: OutgoingMail = {
    ...mail,
    to,
    cc,
    subject: oneLine(mail.subject),
    fromName: oneLine(mail.fromName ?? ''),
  };
  const { mail: threaded, headerMessageId } =
    mail.ticketId === undefined
      ? { mail: addressed, headerMessageId: unthreadedId(tx, mail, domainOf(from.address)) }
      : await withThread(tx, addressed, mail.ticketId, from);
  const id = await insertOutboundMessage(tx, { mail: threaded, from, headerMessageId });
  await enqueue(tx, sendMail, { outboundMessageId: id }, { key: `mail:${id}` });
  return { id, headerMessageId };
}

/** An answer to a notice is told by the name of the notice; other mails are not known again. */
function unthreadedId(tx: TenantTx, { kind }: OutgoingMail, domain: string): string {
  if (kind !== 'notice') return `<${randomUUID()}@${domain}>`;
  return createThreadTokens(tx.platform.secrets).noticeId(tx.tenantId, domain);
}

/** The signed names by which an answer finds back to the ticket. */
async function withThread(
  tx: TenantTx,
  mail: OutgoingMail,
  ticketId: number,
  from: { address: string; slug: string },
): Promise<{ mail: OutgoingMail; headerMessageId: string }> {
  const { secrets, config } = tx.platform;
  const tokens = createThreadTokens(secrets);
  const thread = await findThread(tx, ticketId, REFERENCES_MAX);
  const ticket = { tenantId: tx.tenantId, number: thread.number };
  if (mail.kind === 'reply')
    await letRecipientsTakePart(tx, ticketId, [...mail.to, ...(mail.cc ?? [])]);
  const hasToken = ticketNumberInSubject(mail.subject) === thread.number;
  return {
    headerMessageId: tokens.messageId(ticket, domainOf(from.address)),
    mail: {
      ...mail,
      subject: hasToken ? mail.subject : `${subjectToken(thread.number)} ${mail.subject}`,
      replyTo: mail.replyTo ?? tokens.replyAddress(ticket, from.slug, config.mailDomain),
      inReplyTo: mail.inReplyTo ?? thread.lastReceived ?? thread.messageIds.at(-1),
      references: mail.references ?? thread.messageIds,
    },
  };
}

function addressesOf(given: readonly string[]): string[] {
  return [...new Set(given.map(normaliseAddress))].filter((address) => address !== null);
}

/** What goes into a header field must not be able to start another one. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 400);
}
