import { z } from 'zod';
import { systemActor } from '#platform/actor.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { enqueue, orderJob, type ScheduledJob } from '#platform/jobs/job.ts';
import type { Platform } from '#platform/platform.ts';

const DUE_MOST = 200;

/**
 * Look at a domain again. Also ordered by the database itself (settle_domain) for a tenant that has
 * just lost a domain to another, by this name.
 */
export const domainCheck = orderJob({
  name: 'domainProofs.check',
  payload: z.object({ domain: z.string() }),
});

/** Soon, and once, however often it is asked for until then; two looks at a domain never overlap. */
export function orderDomainCheck(tx: TenantTx, domain: string): Promise<void> {
  const name = `domain:${tx.tenantId}:${domain}`;
  return enqueue(tx, domainCheck, { domain }, { key: name, queue: name });
}

/** Looks again at every domain whose time has come. */
const checkDueDomains: ScheduledJob = {
  name: 'domainProofs.checkDue',
  schedule: '* * * * *',
  run: ({ platform }) => orderDueChecks(platform),
};

export async function orderDueChecks(platform: Platform): Promise<void> {
  const due = await platform.db.lookups.dueDomainChecks(clock.now(), DUE_MOST);
  const actor = systemActor('domainProofs.checkDue');
  for (const { tenantId, domain } of due)
    await platform.db.withTenant({ tenantId, actor }, (tx) => orderDomainCheck(tx, domain));
}

export const domainProofsScheduledJobs = [checkDueDomains];
