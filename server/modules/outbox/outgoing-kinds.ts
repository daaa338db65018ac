/**
 * What a mail is, for the log. A `notice` tells technicians something; an answer to one is never filed
 * as somebody's word. A `statusNews` tells a contact what became of the ticket.
 */
export const OUTGOING_KINDS = [
  'reply',
  'confirmation',
  'statusNews',
  'welcome',
  'signInLink',
  'passwordReset',
  'invitation',
  'notice',
] as const;
export type OutgoingKind = (typeof OUTGOING_KINDS)[number];
