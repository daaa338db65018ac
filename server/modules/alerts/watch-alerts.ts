import { mayJudgeSilence } from '#modules/devices/index.ts';
import { systemActor } from '#platform/actor.ts';
import { clock, DAY_MS, inMs } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { ScheduledJob } from '#platform/jobs/job.ts';
import type { Severity } from '#shared/alerts.ts';
import {
  deleteResolvedBefore,
  listOfArchivedDevices,
  lockAlerts,
  lockDue,
} from './alerts.queries.ts';
import { listSilentDevices } from './conditions.queries.ts';
import { evaluateSilence } from './evaluate-device.ts';
import { settleResolved } from './settle-resolved.ts';
import { wakeAlerts } from './wake-alerts.ts';

const ACTOR = systemActor('alerts');
const KEPT_DAYS = 400;

/** What time alone brings about: silence, the end of a snooze, the calm after flapping. */
export const watchAlerts: ScheduledJob = {
  name: 'alerts.watch',
  schedule: '* * * * *',
  async run({ platform }) {
    const mayJudge = await mayJudgeSilence(platform, clock.now());
    for (const tenantId of await platform.db.lookups.tenantIds())
      await platform.db.withTenant({ tenantId, actor: ACTOR }, async (tx) => {
        if (mayJudge) await noteSilence(tx);
        await wakeAlerts(tx, 'waking');
        await endFlapping(tx);
        await settleResolved(tx, await lockAlerts(tx, await listOfArchivedDevices(tx)), 'system');
      });
  },
};

/** Long-resolved alerts go with their histories. */
export const removeOldAlerts: ScheduledJob = {
  name: 'alerts.removeOld',
  schedule: '29 3 * * *',
  async run({ platform, log }) {
    for (const tenantId of await platform.db.lookups.tenantIds()) {
      const count = await platform.db.withTenant({ tenantId, actor: ACTOR }, (tx) =>
        deleteResolvedBefore(tx, inMs(-KEPT_DAYS * DAY_MS)),
      );
      if (count > 0) log.info({ tenantId, count }, 'removed old alerts');
    }
  },
};

async function noteSilence(tx: TenantTx): Promise<void> {
  for (const device of await listSilentDevices(tx)) {
    await evaluateSilence(tx, {
      id: device.id,
      customerId: device.customer_id,
      type: device.type,
      silentSince: device.silent_since,
      told: device.told as Severity | null,
      covered: device.covered as Severity | null,
    });
  }
}

async function endFlapping(tx: TenantTx): Promise<void> {
  await settleResolved(tx, await lockDue(tx, 'calm', clock.now()), 'source');
}

export const alertsScheduledJobs = [watchAlerts, removeOldAlerts];
