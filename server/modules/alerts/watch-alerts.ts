import { mayJudgeSilence } from '#modules/devices/index.ts';
import { findMaintenance } from '#modules/maintenance/index.ts';
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
  updateAlerts,
} from './alerts.queries.ts';
import { listSilentDevices } from './conditions.queries.ts';
import { evaluateSilence } from './evaluate-device.ts';
import { orderFollowUp } from './follow-up-order.ts';
import { announceAlerts, noteAlerts } from './note-alert.ts';
import { settleResolved } from './settle-resolved.ts';

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
        await wake(tx);
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

/** Snoozed ones come back; what a maintenance window still covers sleeps on. */
async function wake(tx: TenantTx): Promise<void> {
  const now = clock.now();
  const due = await lockDue(tx, 'waking', now);
  const awake = [];
  for (const alert of due) {
    const silence = await findMaintenance(tx, {
      deviceId: alert.device_id,
      customerId: alert.customer_id,
    });
    if (silence && alert.is_silenced)
      await updateAlerts(tx, [alert.id], { snoozed_until: silence.until });
    else awake.push(alert);
  }
  if (awake.length === 0) return;
  await updateAlerts(
    tx,
    awake.map(({ id }) => id),
    {
      state: 'open',
      snoozed_until: null,
      is_silenced: false,
      follow_up_at: now,
      updated_at: now,
    },
  );
  await noteAlerts(tx, awake, 'woken');
  await announceAlerts(tx, awake);
  await orderFollowUp(tx);
}

async function endFlapping(tx: TenantTx): Promise<void> {
  await settleResolved(tx, await lockDue(tx, 'calm', clock.now()), 'source');
}

export const alertsScheduledJobs = [watchAlerts, removeOldAlerts];
