import { systemActor } from '#platform/actor.ts';
import { DAY_MS, inMs } from '#platform/clock.ts';
import type { ScheduledJob } from '#platform/jobs/job.ts';
import { deleteUnusedFiles } from './article-files.queries.ts';
import { deleteOldSearches } from './reading-figures.queries.ts';

const ACTOR = systemActor('knowledge');
const SEARCHES_KEPT_DAYS = 400;

/** Files that were tried and never kept go after a day; those of versions stay with them. */
const removeUnusedFiles: ScheduledJob = {
  name: 'knowledge.removeUnusedFiles',
  schedule: '23 * * * *',
  async run({ platform, log }) {
    for (const tenantId of await platform.db.lookups.tenantIds()) {
      const keys = await platform.db.withTenant({ tenantId, actor: ACTOR }, (tx) =>
        deleteUnusedFiles(tx, inMs(-DAY_MS)),
      );
      // After the commit: a file without a row harms nobody, a row without its file would.
      for (const key of keys) await platform.files.remove(key);
      if (keys.length > 0) log.info({ tenantId, count: keys.length }, 'removed unused files');
    }
  },
};

/** What readers looked for is of no use for ever. */
const forgetOldSearches: ScheduledJob = {
  name: 'knowledge.forgetOldSearches',
  schedule: '47 3 * * *',
  async run({ platform }) {
    for (const tenantId of await platform.db.lookups.tenantIds()) {
      await platform.db.withTenant({ tenantId, actor: ACTOR }, (tx) =>
        deleteOldSearches(tx, inMs(-SEARCHES_KEPT_DAYS * DAY_MS)),
      );
    }
  },
};

export const knowledgeScheduledJobs = [removeUnusedFiles, forgetOldSearches];
