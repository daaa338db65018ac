/** How a portal's own domain stands, in the order in which it gets there. */
export const PORTAL_DOMAIN_STATES = ['waiting', 'proven', 'serving', 'broken'] as const;
export type PortalDomainState = (typeof PORTAL_DOMAIN_STATES)[number];

/** What keeps a domain from serving, each with words of its own. */
export const PORTAL_DOMAIN_PROBLEMS = [
  'proofMissing',
  'heldByAnother',
  'leadsNowhere',
  'leadsElsewhere',
  'answersBadly',
  'noAnswer',
] as const;
export type PortalDomainProblem = (typeof PORTAL_DOMAIN_PROBLEMS)[number];

/** For so long a former slug leads to the new one, and nobody else can have it. */
export const FORMER_SLUG_DAYS = 90;
/** More than so many names at a time no company keeps from the others. */
export const FORMER_SLUGS_MAX = 3;
export const SLUG_MIN_CHARS = 3;
/** Shorter than a host label may be, so that a number still fits behind it. */
export const SLUG_MAX_CHARS = 40;

/** A proof that is gone is waited for so long before the portal stops answering on the domain. */
export const PROOF_GRACE_DAYS = 3;
