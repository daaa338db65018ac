import { endSessionsAtHost } from '#modules/credentials/index.ts';
import {
  checkProof,
  type DomainProof,
  nextCheckAt,
  setNextCheck,
} from '#modules/domain-proofs/index.ts';
import { setServingDomain } from '#modules/tenants/index.ts';
import { systemActor } from '#platform/actor.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { publish } from '#platform/events/event-hub.ts';
import type { Platform } from '#platform/platform.ts';
import { type DomainSight, lookAtDomain } from './look-at-domain.ts';
import { followServing, isServing, problemsOf } from './portal-domain.rules.ts';
import {
  findPortalDomain,
  lockPortalDomain,
  updatePortalDomain,
} from './portal-domains.queries.ts';
import { hostOfDomain } from './portal-domains.ts';
import { factsOf } from './portal-domains.views.ts';
import { tellOfBrokenDomain } from './tell-of-broken-domain.ts';

/**
 * Looks at a domain: whose it is, and when it is the tenant's portal, where it leads. DNS and the
 * portal are asked between transactions; links follow at once when the domain stops or begins
 * to serve.
 */
export async function checkDomain(
  platform: Platform,
  tenantId: number,
  domain: string,
): Promise<void> {
  // What is asked for while this look is under way is answered by the next one.
  const lookedAt = clock.now();
  const proof = await checkProof(platform, tenantId, domain);
  const inside = <T>(work: (tx: TenantTx) => Promise<T>) =>
    platform.db.withTenant({ tenantId, actor: systemActor('domainProofs.check') }, work);
  if (!proof) return;
  if ((await inside(findPortalDomain))?.domain !== domain) return;
  // A proof that is gone is told before anything slow: links must not lead to a stranger.
  if (!proof.proven_at || proof.missing_since)
    await inside(async (tx) => {
      await setServingDomain(tx, null);
      // Should the domain ever come back, nobody is signed in there from before.
      if (!proof.proven_at) await endSessionsAtHost(tx, hostOfDomain(tx, domain));
    });
  const sight = await lookAtDomain(platform, domain, proof.proven_at !== null);
  await inside((tx) => noteSight(tx, proof, sight, lookedAt));
}

async function noteSight(
  tx: TenantTx,
  proof: DomainProof,
  sight: DomainSight,
  lookedAt: Date,
): Promise<void> {
  const row = await lockPortalDomain(tx);
  if (row?.domain !== proof.domain) return;
  // Of two looks that overlap all the same the newer one holds.
  if (row.checked_at && row.checked_at > lookedAt) return;
  const now = clock.now();
  const before = factsOf(row, proof);
  // Name servers have bad days: what they said last holds until they say something else.
  const leads = sight.leads === 'noAnswer' ? before.leads : sight.leads;
  const isSilent = sight.answers === 'noAnswer' && before.answers !== 'unchecked';
  const answers = sight.answers === 'unchecked' || isSilent ? before.answers : sight.answers;
  const serves = isServing({ ...before, leads, answers });
  await updatePortalDomain(tx, {
    ...sight,
    leads: before.leads === 'unchecked' ? sight.leads : leads,
    leadsTo: sight.leads === 'noAnswer' ? row.leads_to : sight.leadsTo,
    ourAddresses: sight.ourAddresses.length > 0 ? sight.ourAddresses : row.our_addresses,
    answers,
    checkedAt: lookedAt,
    ...followServing(before, serves, now),
  });
  await setServingDomain(tx, serves ? row.domain : null);
  if (before.servingSince && !serves)
    await tellOfBrokenDomain(tx, row.domain, problemsOf({ ...before, leads, answers }));
  if (!serves) {
    const waitsSince = row.check_asked_at ?? row.added_at;
    const { isProven } = before;
    await setNextCheck(tx, row.domain, nextCheckAt({ isWell: false, isProven, waitsSince }, now));
  }
  await publish(tx, { kind: 'settings', ids: {} });
}
