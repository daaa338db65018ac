import { systemActor } from '#platform/actor.ts';
import { DAY_MS, inMs } from '#platform/clock.ts';
import type { ScheduledJob } from '#platform/jobs/job.ts';
import { deleteUnusedImages } from './signatures.queries.ts';

const ACTOR = systemActor('signatures');

/** Pictures that were tried and never sent go after a day; what was sent stays with its messages. */
export const removeUnusedImages: ScheduledJob = {
  name: 'signatures.removeUnusedImages',
  schedule: '41 * * * *',
  async run({ platform, log }) {
    for (const tenantId of await platform.db.lookups.tenantIds()) {
      const keys = await platform.db.withTenant({ tenantId, actor: ACTOR }, (tx) =>
        deleteUnusedImages(tx, inMs(-DAY_MS)),
      );
      // After the commit: a file without a row harms nobody, a row without its file would.
      for (const key of keys) await platform.files.remove(key);
      if (keys.length > 0) log.info({ tenantId, count: keys.length }, 'removed unused pictures');
    }
  },
};

export const signaturesScheduledJobs = [removeUnusedImages];
