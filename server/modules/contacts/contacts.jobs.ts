import { systemActor } from '#platform/actor.ts';
import { clock } from '#platform/clock.ts';
import type { ScheduledJob } from '#platform/jobs/job.ts';
import { forgetExpiredCopies } from './contact-credentials.queries.ts';

/** Takes the readable copy of generated passwords away once their 30 days are over. */
export const forgetExpiredPasswords: ScheduledJob = {
  name: 'contacts.forgetExpiredPasswords',
  schedule: '7 * * * *',
  async run({ platform, log }) {
    const actor = systemActor('contacts.forgetExpiredPasswords');
    for (const tenantId of await platform.db.lookups.tenantIds()) {
      const count = await platform.db.withTenant({ tenantId, actor }, (tx) =>
        forgetExpiredCopies(tx, clock.now()),
      );
      if (count > 0) log.info({ tenantId, count }, 'expired passwords are not readable any more');
    }
  },
};

export const contactsScheduledJobs = [forgetExpiredPasswords];
