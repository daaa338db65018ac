/**
 * The mails that a contact may do without, by the names of their templates and in the order in
 * which they are offered. Answers to his tickets and what he needs to sign in always come.
 */
export const CONTACT_MAIL_KINDS = [
  'ticketConfirmation',
  'ticketOpenedForContact',
  'ticketResolved',
  'ticketClosed',
  'ticketReopened',
] as const;
export type ContactMailKind = (typeof CONTACT_MAIL_KINDS)[number];

export type ContactMailChoices = Record<ContactMailKind, boolean>;
