import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Secrets } from '#platform/crypto/secrets.ts';
import { domainOf, localPartOf } from '#platform/mail/mail-address.ts';

/**
 * Signed names of a ticket that travel with our mail and come back with the answers. They are
 * bound to the tenant, so that nobody can use one company's with another, and nobody can make
 * one who has not got our SECRET_KEY.
 */
export interface ThreadTokens {
  /** `<slug>+t<number>.<signature>@<mailDomain>` for Reply-To. */
  replyAddress(
    ticket: { tenantId: number; number: number },
    slug: string,
    mailDomain: string,
  ): string;
  /** The ticket's number when the address is one of this tenant's reply addresses. */
  readReplyAddress(address: string, tenantId: number): number | null;
  /** A new Message-ID `<t<number>.<random>.<signature>@<domain>>`. */
  messageId(ticket: { tenantId: number; number: number }, domain: string): string;
  /** What a Message-ID says about our tickets. */
  readMessageId(messageId: string, tenantId: number): ReadMessageId;
  /** A new Message-ID `<n.<random>.<signature>@<domain>>` of a notice, which nobody is to answer. */
  noticeId(tenantId: number, domain: string): string;
  isNoticeId(messageId: string, tenantId: number): boolean;
  /** The Content-ID of a picture in a signature, without angle brackets. */
  signatureImageId(image: { tenantId: number; id: number }, domain: string): string;
  /** The picture's id when the Content-ID is one of this tenant's. */
  readSignatureImageId(contentId: string, tenantId: number): number | null;
}

/** `forged`: has the form of ours, but nobody here signed it for this tenant. */
export type ReadMessageId =
  | { kind: 'ours'; number: number }
  | { kind: 'forged' }
  | { kind: 'foreign' };

/** 65 bits in 13 letters that survive every mail program: case does not matter. */
const SIGNATURE_LETTERS = 13;
const RANDOM_BYTES = 8;
const REPLY_LOCAL = /^(.{1,63})\+t(\d{1,15})\.([a-z2-7]{13})$/;
const NOTICE_ID = /^<n\.([a-z2-7]{13})\.([a-z2-7]{13})@[^<>@\s]{1,253}>$/;
const SIGNATURE_IMAGE_ID = /^s(\d{1,15})\.([a-z2-7]{13})@[^<>@\s]{1,253}$/;
const MESSAGE_ID = /^<t(\d{1,15})\.([a-z2-7]{13})\.([a-z2-7]{13})@[^<>@\s]{1,253}>$/;

export function createThreadTokens(secrets: Pick<Secrets, 'sign'>): ThreadTokens {
  const signature = (...parts: (string | number)[]) =>
    base32(secrets.sign('mailToken', parts.join('\n'))).slice(0, SIGNATURE_LETTERS);
  return {
    replyAddress: ({ tenantId, number }, slug, mailDomain) =>
      `${slug}+t${number}.${signature('reply', tenantId, number)}@${mailDomain}`,
    readReplyAddress(address, tenantId) {
      const match = REPLY_LOCAL.exec(localPartOf(address.toLowerCase()));
      if (!match) return null;
      const number = Number(match[2]);
      return isSame(match[3]!, signature('reply', tenantId, number)) ? number : null;
    },
    messageId({ tenantId, number }, domain) {
      const random = randomLetters();
      return `<t${number}.${random}.${signature('message', tenantId, number, random)}@${domain}>`;
    },
    readMessageId(messageId, tenantId) {
      const match = MESSAGE_ID.exec(messageId.toLowerCase());
      if (!match) return { kind: 'foreign' };
      const number = Number(match[1]);
      return isSame(match[3]!, signature('message', tenantId, number, match[2]!))
        ? { kind: 'ours', number }
        : { kind: 'forged' };
    },
    noticeId(tenantId, domain) {
      const random = randomLetters();
      return `<n.${random}.${signature('notice', tenantId, random)}@${domain}>`;
    },
    isNoticeId(messageId, tenantId) {
      const match = NOTICE_ID.exec(messageId.toLowerCase());
      return match !== null && isSame(match[2]!, signature('notice', tenantId, match[1]!));
    },
    signatureImageId: ({ tenantId, id }, domain) =>
      `s${id}.${signature('signatureImage', tenantId, id)}@${domain}`,
    readSignatureImageId(contentId, tenantId) {
      const match = SIGNATURE_IMAGE_ID.exec(contentId.toLowerCase());
      if (!match) return null;
      const id = Number(match[1]);
      return isSame(match[2]!, signature('signatureImage', tenantId, id)) ? id : null;
    },
  };
}

/** The mailbox that a reply address belongs to (`<slug>@<mailDomain>`), whoever signed it. */
export function mailboxOfReplyAddress(address: string): string | null {
  const match = REPLY_LOCAL.exec(localPartOf(address));
  return match ? `${match[1]}@${domainOf(address)}` : null;
}

/** `[#123]` anywhere in a subject: readable, guessable, and so believed last. */
export function ticketNumberInSubject(subject: string): number | null {
  const match = /\[#(\d{1,15})\]/.exec(subject);
  return match ? Number(match[1]) : null;
}

export function subjectToken(number: number): string {
  return `[#${number}]`;
}

/** Value of X-Portico-Loop on every mail that the tenant sends. */
export function loopMark(secrets: Pick<Secrets, 'sign'>, tenantId: number): string {
  return base32(secrets.sign('mailToken', `loop\n${tenantId}`)).slice(0, 20);
}

const randomLetters = () => base32(randomBytes(RANDOM_BYTES)).slice(0, SIGNATURE_LETTERS);

function base32(bytes: Buffer): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz234567';
  let bits = 0;
  let value = 0;
  let text = '';
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      text += letters[(value >> (bits - 5)) & 31];
      bits -= 5;
    }
  }
  return bits > 0 ? text + letters[(value << (5 - bits)) & 31] : text;
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
