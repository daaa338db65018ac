import { systemActor } from '#platform/actor.ts';
import { clock, DAY_MS, inMs } from '#platform/clock.ts';
import { defineJob, type ScheduledJob } from '#platform/jobs/job.ts';
import type { Platform } from '#platform/platform.ts';
import { deleteResultsBefore, findCheckRow, postponeArchived, takeDue } from './checks.queries.ts';
import { orderRuns, runsOrder } from './order-runs.ts';
import { listOf } from './outside-address.rules.ts';
import { runCheck } from './run-check.ts';
import { takeFinding } from './take-finding.ts';

const ACTOR = systemActor('checks');
/** Of one tenant in one minute. */
const DUE_MOST = 2_000;
const CHECKS_PER_JOB = 50;
/** At the same time, in one job. */
const CONCURRENCY = 10;
const RESULTS_KEPT_DAYS = 30;

/** The transaction is closed while the network is waited for. */
async function runOne(platform: Platform, tenantId: number, checkId: number): Promise<void> {
  const scope = { tenantId, actor: ACTOR };
  const check = await platform.db.withTenant(scope, (tx) => findCheckRow(tx, checkId));
  if (!check?.is_enabled || check.archived_at) return;
  const finding = await runCheck(check, listOf(platform.config.checkAllowNets));
  await platform.db.withTenant(scope, (tx) => takeFinding(tx, check, finding));
}

export const checksJobs = [
  defineJob({
    ...runsOrder,
    async run({ platform, tenantId, payload, log }) {
      const waiting = [...payload.checkIds];
      const work = async () => {
        for (let id = waiting.shift(); id !== undefined; id = waiting.shift())
          // One that cannot be kept holds up none of the others; it is due again in its time.
          await runOne(platform, tenantId, id).catch((err) =>
            log.error({ err, checkId: id }, 'a check could not be run'),
          );
      };
      await Promise.all(Array.from({ length: CONCURRENCY }, work));
    },
  }),
];

/** Each check that is due is taken once, by whichever process comes first. */
export async function orderDueChecks(platform: Platform): Promise<void> {
  const now = clock.now();
  for (const tenantId of await platform.db.lookups.tenantsWithDueChecks(now))
    await platform.db.withTenant({ tenantId, actor: ACTOR }, async (tx) => {
      const due = await takeDue(tx, now, DUE_MOST);
      for (let first = 0; first < due.length; first += CHECKS_PER_JOB)
        await orderRuns(tx, due.slice(first, first + CHECKS_PER_JOB));
      await postponeArchived(tx, now);
    });
}

const orderDue: ScheduledJob = {
  name: 'checks.orderDue',
  schedule: '* * * * *',
  run: ({ platform }) => orderDueChecks(platform),
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

export const checksScheduledJobs = [orderDue, removeOldResults];
