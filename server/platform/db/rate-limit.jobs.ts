import type { ScheduledJob } from '../jobs/job.ts';

/** Every address that was ever counted would stay for good otherwise. */
export const forgetOldUses: ScheduledJob = {
  name: 'rateLimits.forgetOldUses',
  schedule: '*/10 * * * *',
  async run({ platform, log }) {
    const count = await platform.db.lookups.forgetOldUses();
    if (count > 0) log.debug({ count }, 'old uses forgotten');
  },
};
