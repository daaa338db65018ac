import type { PortalDomainProblem, PortalDomainState } from '#shared/portal-domains.ts';

export type Leads = 'unchecked' | 'here' | 'elsewhere' | 'nowhere' | 'noAnswer';
export type Answers = 'unchecked' | 'well' | 'badly' | 'noAnswer';

/** What is known of a domain, of its proof and of where it leads. */
export interface DomainFacts {
  finding: 'unchecked' | 'found' | 'missing' | 'heldByAnother' | 'noAnswer';
  isProven: boolean;
  isProofMissing: boolean;
  leads: Leads;
  answers: Answers;
  servingSince: Date | null;
  brokenSince: Date | null;
}

/**
 * Proven, leads here, and nothing speaks against it: links in mails may name it. That our own host
 * cannot be reached from inside (many routers allow no such detour) says nothing of the domain.
 */
export const isServing = (facts: Omit<DomainFacts, 'servingSince' | 'brokenSince'>): boolean =>
  facts.isProven && !facts.isProofMissing && facts.leads === 'here' && facts.answers !== 'badly';

export function stateOf(facts: DomainFacts): PortalDomainState {
  if (facts.servingSince) return 'serving';
  if (facts.brokenSince) return 'broken';
  return facts.isProven ? 'proven' : 'waiting';
}

/** Since when it serves, or has not been serving any more; one of the two at most. */
export function followServing(
  before: { servingSince: Date | null; brokenSince: Date | null },
  serves: boolean,
  now: Date,
): { servingSince: Date | null; brokenSince: Date | null } {
  if (serves) return { servingSince: before.servingSince ?? now, brokenSince: null };
  return {
    servingSince: null,
    brokenSince: before.servingSince ? now : before.brokenSince,
  };
}

/** What there is still to do, in the order in which it is done. */
export function problemsOf(facts: DomainFacts): PortalDomainProblem[] {
  const problems: PortalDomainProblem[] = [];
  if (facts.finding === 'heldByAnother') problems.push('heldByAnother');
  else if (facts.finding === 'missing') problems.push('proofMissing');
  if (facts.leads === 'nowhere') problems.push('leadsNowhere');
  if (facts.leads === 'elsewhere') problems.push('leadsElsewhere');
  if (facts.isProven && facts.leads === 'here' && facts.answers === 'badly')
    problems.push('answersBadly');
  if (facts.finding === 'noAnswer' || facts.leads === 'noAnswer') problems.push('noAnswer');
  return problems;
}

/** What DNS says of the domain and of our own names; `null`: no answer. */
export interface AddressSight {
  alias: string[] | null;
  addresses: string[] | null;
  ours: string[] | null;
}

/**
 * Where a domain leads: here by an alias to our name, or when all its addresses are ours. One
 * that leads half elsewhere is somebody else's for half of those who open it.
 */
export function whereItLeads(target: string, { alias, addresses, ours }: AddressSight): Leads {
  if (alias?.some((name) => name.toLowerCase().replace(/\.$/, '') === target)) return 'here';
  if (addresses === null) return 'noAnswer';
  if (addresses.length === 0) return alias?.length ? 'elsewhere' : 'nowhere';
  if (ours === null) return 'noAnswer';
  return addresses.every((address) => ours.includes(address)) ? 'here' : 'elsewhere';
}
