import { domainToUnicode } from 'node:url';
import { recordAudit } from '#modules/audit/index.ts';
import { endSessionsAtHost } from '#modules/credentials/index.ts';
import {
  askForProof,
  deleteUnusedProof,
  findProof,
  orderDomainCheck,
  readDomainName,
} from '#modules/domain-proofs/index.ts';
import { getTenant, listFormerSlugs, setServingDomain } from '#modules/tenants/index.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { invalid, notFound } from '#platform/errors.ts';
import { publish } from '#platform/events/event-hub.ts';
import type { AuditAction } from '#shared/audit.ts';
import {
  deletePortalDomain,
  findPortalDomain,
  insertPortalDomain,
  lockPortalDomain,
  noteCheckAsked,
  type PortalDomain,
} from './portal-domains.queries.ts';
import { type PortalAddressView, portalAddressView } from './portal-domains.views.ts';

/** Where the tenant's portal is, by which names, and how its own domain stands. */
export async function getPortalAddress(tx: TenantTx): Promise<PortalAddressView> {
  const tenant = await getTenant(tx);
  const formerSlugs = await listFormerSlugs(tx);
  const portalDomain = await findPortalDomain(tx);
  const proof = portalDomain && (await findProof(tx, portalDomain.domain));
  const own = portalDomain && proof ? { portalDomain, proof } : null;
  return portalAddressView(tenant, formerSlugs, own, tx.platform.config);
}

/**
 * The Portal Domain Name: replaces another one at once, claims nothing before it is proven, and is
 * looked at right away. Throws 400 with the field `domain` and the reason when it cannot be one.
 */
export async function setPortalDomain(tx: TenantTx, input: string): Promise<PortalAddressView> {
  const { config } = tx.platform;
  const ourHosts = [config.baseHost, config.portalSuffix, config.mailDomain];
  const read = readDomainName(input, ourHosts);
  if ('refusal' in read) {
    const params = { domain: input.trim().slice(0, 100) };
    throw invalid({ field: 'domain', code: read.refusal, params });
  }
  const { domain } = read;
  const before = await lockPortalDomain(tx);
  if (before?.domain === domain) return checkPortalDomain(tx);
  if (before) await takeAway(tx, before);
  await askForProof(tx, domain);
  // Two windows at once: the first one's domain stands, and both are shown it.
  if (!(await insertPortalDomain(tx, domain, clock.now()))) {
    await deleteUnusedProof(tx, domain);
    return getPortalAddress(tx);
  }
  await orderDomainCheck(tx, domain);
  await tell(tx, 'portal.domainAdded', domain);
  return getPortalAddress(tx);
}

/** Looks at the domain again now. Throws 404 when there is none. */
export async function checkPortalDomain(tx: TenantTx): Promise<PortalAddressView> {
  const portalDomain = await findPortalDomain(tx);
  if (!portalDomain) throw notFound();
  await noteCheckAsked(tx, clock.now());
  await orderDomainCheck(tx, portalDomain.domain);
  return getPortalAddress(tx);
}

/** Gives the domain up: from now on it is free for anybody who can prove it. */
export async function removePortalDomain(tx: TenantTx): Promise<PortalAddressView> {
  const portalDomain = await lockPortalDomain(tx);
  if (!portalDomain) throw notFound();
  await takeAway(tx, portalDomain);
  return getPortalAddress(tx);
}

async function takeAway(tx: TenantTx, { domain }: PortalDomain): Promise<void> {
  await deletePortalDomain(tx);
  await setServingDomain(tx, null);
  await deleteUnusedProof(tx, domain);
  await endSessionsAtHost(tx, hostOfDomain(tx, domain));
  await tell(tx, 'portal.domainRemoved', domain);
}

/** The Host header of a domain's visitors. */
export const hostOfDomain = (tx: TenantTx, domain: string): string =>
  new URL(tx.platform.config.domainOrigin(domain)).host;

async function tell(tx: TenantTx, action: AuditAction, domain: string): Promise<void> {
  await recordAudit(tx, { action, details: { domain: domainToUnicode(domain) } });
  await publish(tx, { kind: 'settings', ids: {} });
}
