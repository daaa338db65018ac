import { domainToASCII } from 'node:url';

export interface MailAddress {
  /** Display name as written, '' when there was none. */
  name: string;
  /** Lower case, domain in ASCII: two spellings of one mailbox compare equal. */
  address: string;
}

/** RFC 5321 says 64; a signed reply address below a long slug may have some more. */
const LOCAL_PART = /^[^\s\p{Cc}\p{Cf}<>()[\]\\,;:"@]{1,100}$/u;
const DOMAIN =
  /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * An address as we store and compare it, or null when it cannot be one. Local parts are case
 * sensitive on paper (RFC 5321, 2.4) and nowhere in practice, so they are lowered. Quoted local
 * parts and address literals are refused: no customer has one, but tricks do.
 */
export function normaliseAddress(input: string): string | null {
  const trimmed = input.trim();
  const at = trimmed.lastIndexOf('@');
  // The URL parser behind domainToASCII would quietly drop line breaks.
  if (at < 1 || trimmed.length > 320 || /[\s\p{Cc}]/u.test(trimmed)) return null;
  const local = trimmed.slice(0, at).normalize('NFC').toLowerCase();
  const domain = domainToASCII(trimmed.slice(at + 1).replace(/\.$/, '')).toLowerCase();
  if (!LOCAL_PART.test(local) || /^\.|\.\.|\.$/.test(local)) return null;
  if (!DOMAIN.test(domain)) return null;
  return `${local}@${domain}`;
}

/** The part after the @ of a normalised address. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** The part before the @ of a normalised address. */
export function localPartOf(address: string): string {
  return address.slice(0, address.lastIndexOf('@'));
}

/** `support+anything@x.test` is delivered to `support@x.test` (RFC 5233 subaddressing). */
export function withoutPlusTag(address: string): string {
  const local = localPartOf(address);
  const plus = local.indexOf('+');
  return plus < 1 ? address : `${local.slice(0, plus)}@${domainOf(address)}`;
}
