import { systemActor } from '#platform/actor.ts';
import { DAY_MS, inMs } from '#platform/clock.ts';
import { defineJob, type ScheduledJob } from '#platform/jobs/job.ts';
import { deleteResultsBefore } from './checks.queries.ts';
import { runsOrder } from './order-runs.ts';
import { runDueChecks } from './run-due-checks.ts';

const ACTOR = systemActor('checks');
const RESULTS_KEPT_DAYS = 30;

export const checksJobs = [
  defineJob({ ...runsOrder, run: ({ platform, ...context }) => runDueChecks(platform, context) }),
];

const runDue: ScheduledJob = {
  name: 'checks.runDue',
  schedule: '* * * * *',
  run: ({ platform, ...context }) => runDueChecks(platform, context),
};

const removeOldResults: ScheduledJob = {
  name: 'checks.removeOldResults',
  schedule: '41 3 * * *',
  async run({ platform }) {
    for (const tenantId of await platform.db.lookups.tenantIds())
      await platform.db.withTenant({ tenantId, actor: ACTOR }, (tx) =>
        deleteResultsBefore(tx, inMs(-RESULTS_KEPT_DAYS * DAY_MS)),
      );
  },
};

export const checksScheduledJobs = [runDue, removeOldResults];
