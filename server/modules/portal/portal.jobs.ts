import { systemActor } from '#platform/actor.ts';
import { DAY_MS, inMs } from '#platform/clock.ts';
import type { ScheduledJob } from '#platform/jobs/job.ts';
import { deleteSendings } from './sendings.queries.ts';

/** Nobody sends the same form again after a week. */
const KEPT_MS = 7 * DAY_MS;

const forgetSendings: ScheduledJob = {
  name: 'portal.forgetSendings',
  schedule: '41 3 * * *',
  async run({ platform, log }) {
    for (const tenantId of await platform.db.lookups.tenantIds()) {
      const scope = { tenantId, actor: systemActor('portal') };
      const count = await platform.db.withTenant(scope, (tx) => deleteSendings(tx, inMs(-KEPT_MS)));
      if (count > 0) log.debug({ tenantId, count }, 'forgot what was sent in the portal');
    }
  },
};

export const portalScheduledJobs: readonly ScheduledJob[] = [forgetSendings];
