import anyAscii from 'any-ascii';
import { DAY_MS } from '#platform/clock.ts';
import { localPartOf, withoutPlusTag } from '#platform/mail/mail-address.ts';

/** How long a generated password can be read by those who may, unless it is used before. */
export const PASSWORD_READABLE_MS = 30 * DAY_MS;
/** A welcome mail holds a password: nobody gets more of them by clicking faster. */
export const WELCOME_MAILS_PER_HOUR = 3;

const USERNAME_MAX_CHARS = 60;
const NUMBERED_CANDIDATES = 20;

/** The ASCII name in front of the @ ("jürgen.groß+x@globex.test": "jurgen.gross"), before numbering. */
export function usernameFromAddress(address: string): string {
  const ascii = anyAscii(localPartOf(withoutPlusTag(address)))
    .toLowerCase()
    .replace(/[^a-z0-9._-]/g, '')
    .slice(0, USERNAME_MAX_CHARS)
    .replace(/^[._-]+|[._-]+$/g, '');
  return ascii || 'user';
}

/** "jane", "jane2", "jane3" …: the first that is free becomes the username. */
export function usernameCandidates(base: string): string[] {
  return Array.from({ length: NUMBERED_CANDIDATES }, (_, index) =>
    index === 0 ? base : `${base}${index + 1}`,
  );
}

export type PasswordState = 'generated' | 'chosen' | 'expired' | 'none';

/**
 * `generated`: made by us and still readable; `expired`: made by us and not readable any more (used,
 * or too old), though it still signs in; `chosen`: the contact's own.
 */
export function passwordState(
  contact: {
    hasPassword: boolean;
    isGenerated: boolean;
    readableUntil: Date | null;
  },
  now: Date,
): PasswordState {
  if (!contact.hasPassword) return 'none';
  if (!contact.isGenerated) return 'chosen';
  return contact.readableUntil !== null && contact.readableUntil > now ? 'generated' : 'expired';
}

/** What a mail calls the contact by: never nothing. */
export function greetingName(contact: {
  firstName: string;
  lastName: string;
  email: string;
}): string {
  return contact.firstName || contact.lastName || contact.email;
}

export function fullName(contact: { firstName: string; lastName: string; email: string }): string {
  return [contact.firstName, contact.lastName].filter(Boolean).join(' ') || contact.email;
}

/** What the placeholders of a mail to the contact stand for. */
export const contactValues = (contact: {
  firstName: string;
  lastName: string;
  email: string;
  customer: { name: string } | null;
}) => ({
  'Contact First Name': greetingName(contact),
  'Contact Last Name': contact.lastName,
  'Contact Full Name': fullName(contact),
  'Contact Email': contact.email,
  'Customer Name': contact.customer?.name ?? '',
});
