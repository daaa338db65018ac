import { domainToUnicode } from 'node:url';
import { z } from 'zod';
import { type DomainProof, isApex, proofRecord } from '#modules/domain-proofs/index.ts';
import type { FormerSlug, Tenant } from '#modules/tenants/index.ts';
import { clock, MINUTE_MS } from '#platform/clock.ts';
import type { Config } from '#platform/config.ts';
import { PORTAL_DOMAIN_PROBLEMS, PORTAL_DOMAIN_STATES } from '#shared/portal-domains.ts';
import {
  type Answers,
  type DomainFacts,
  type Leads,
  problemsOf,
  stateOf,
} from './portal-domain.rules.ts';
import type { PortalDomain } from './portal-domains.queries.ts';

const RecordView = z.object({
  type: z.enum(['TXT', 'CNAME', 'A', 'AAAA']),
  host: z.string(),
  value: z.string(),
});

const PortalDomainView = z.object({
  /** In ASCII, as DNS has it. */
  domain: z.string(),
  /** As people write it. */
  displayName: z.string(),
  state: z.enum(PORTAL_DOMAIN_STATES),
  problems: z.array(z.enum(PORTAL_DOMAIN_PROBLEMS)),
  /** Of the state; null while waiting. */
  since: z.date().nullable(),
  isProven: z.boolean(),
  leadsHere: z.boolean(),
  leadsTo: z.array(z.string()),
  proof: RecordView,
  /** Any one of these groups makes the domain lead here. */
  ways: z.array(z.object({ records: z.array(RecordView) })),
  isApex: z.boolean(),
  checkedAt: z.date().nullable(),
  isChecking: z.boolean(),
});

export const PortalAddressView = z.object({
  slug: z.string(),
  /** What links in mails begin with. */
  portalAddress: z.string(),
  generatedPortalAddress: z.string(),
  /** What stands before and behind the slug in the generated address. */
  addressStart: z.string(),
  addressEnd: z.string(),
  supportAddress: z.string(),
  formerSlugs: z.array(
    z.object({ slug: z.string(), address: z.string(), redirectsUntil: z.date() }),
  ),
  domain: PortalDomainView.nullable(),
});
export type PortalAddressView = z.infer<typeof PortalAddressView>;

export function portalAddressView(
  tenant: Tenant,
  formerSlugs: readonly FormerSlug[],
  own: { portalDomain: PortalDomain; proof: DomainProof } | null,
  config: Config,
): PortalAddressView {
  const [addressStart = '', addressEnd = ''] = config.portalOrigin('\n').split('\n');
  return {
    slug: tenant.slug,
    portalAddress: tenant.portalAddress,
    generatedPortalAddress: tenant.generatedPortalAddress,
    addressStart,
    addressEnd,
    supportAddress: tenant.supportAddress,
    formerSlugs: formerSlugs.map(({ slug, redirectsUntil }) => ({
      slug,
      address: config.portalOrigin(slug),
      redirectsUntil,
    })),
    domain: own && domainView(own.portalDomain, own.proof, config),
  };
}

/** A check that has not answered by then is not coming any more. */
const CHECK_ENDS_WITHIN_MS = MINUTE_MS;

function domainView(row: PortalDomain, proof: DomainProof, config: Config) {
  const facts = factsOf(row, proof);
  const state = stateOf(facts);
  const since = {
    waiting: null,
    proven: proof.proven_at,
    serving: row.serving_since,
    broken: row.broken_since,
  };
  const askedAt = row.check_asked_at?.getTime() ?? 0;
  const isAnswered = (row.checked_at?.getTime() ?? 0) >= askedAt;
  return {
    domain: row.domain,
    displayName: domainToUnicode(row.domain),
    state,
    problems: problemsOf(facts),
    since: since[state],
    isProven: facts.isProven,
    leadsHere: facts.leads === 'here',
    leadsTo: row.leads_to,
    proof: { type: 'TXT' as const, ...proofRecord(proof) },
    ways: waysHere(row, config),
    isApex: isApex(row.domain),
    checkedAt: row.checked_at,
    isChecking: !isAnswered && clock.now().getTime() - askedAt < CHECK_ENDS_WITHIN_MS,
  };
}

export const factsOf = (row: PortalDomain, proof: DomainProof): DomainFacts => ({
  finding: proof.finding as DomainFacts['finding'],
  isProven: proof.proven_at !== null,
  isProofMissing: proof.missing_since !== null,
  leads: row.leads as Leads,
  answers: row.answers as Answers,
  servingSince: row.serving_since,
  brokenSince: row.broken_since,
});

/** An alias where DNS allows one, else (or instead) our addresses if we know them. */
function waysHere({ domain, our_addresses }: PortalDomain, { portalSuffix }: Config) {
  const alias = { type: 'CNAME' as const, host: domain, value: portalSuffix };
  const addresses = our_addresses.map((value) => ({
    type: value.includes(':') ? ('AAAA' as const) : ('A' as const),
    host: domain,
    value,
  }));
  return [
    ...(isApex(domain) ? [] : [{ records: [alias] }]),
    ...(addresses.length > 0 ? [{ records: addresses }] : []),
  ];
}
