import { domainCheck } from '#modules/domain-proofs/index.ts';
import { deleteRetiredMailboxes } from '#modules/tenants/index.ts';
import { systemActor } from '#platform/actor.ts';
import { clock } from '#platform/clock.ts';
import { defineJob, type ScheduledJob } from '#platform/jobs/job.ts';
import { checkDomain } from './check-domain.ts';

export const portalDomainsJobs = [
  defineJob({
    ...domainCheck,
    run: ({ platform, tenantId, payload }) => checkDomain(platform, tenantId, payload.domain),
  }),
];

/** Takes no more mail at the addresses of slugs whose time is over, so that they are free. */
const retireFormerAddresses: ScheduledJob = {
  name: 'portalDomains.retireFormerAddresses',
  schedule: '19 4 * * *',
  async run({ platform, log }) {
    const actor = systemActor('portalDomains.retireFormerAddresses');
    for (const tenantId of await platform.db.lookups.tenantIds()) {
      const count = await platform.db.withTenant({ tenantId, actor }, (tx) =>
        deleteRetiredMailboxes(tx, clock.now()),
      );
      if (count > 0) log.info({ tenantId, count }, 'addresses of former slugs are free again');
    }
  },
};

export const portalDomainsScheduledJobs = [retireFormerAddresses];
