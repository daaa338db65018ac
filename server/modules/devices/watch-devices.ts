import { systemActor } from '#platform/actor.ts';
import { clock, DAY_MS, inMs } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { ScheduledJob } from '#platform/jobs/job.ts';
import type { Platform } from '#platform/platform.ts';
import { announceDevice } from './announce-device.ts';
import { markSilent } from './device-reports.queries.ts';
import {
  mayJudge,
  nextWatch,
  offlineAfterSeconds,
  STALE_AFTER_DAYS,
  type WatchFact,
} from './devices.rules.ts';

const ACTOR = systemActor('devices');
const FACT = 'deviceWatch';

/** Which machines have fallen silent. While the server was down it heard nobody, and judges nobody. */
export const watchDevices: ScheduledJob = {
  name: 'devices.watch',
  schedule: '* * * * *',
  async run({ platform }) {
    const now = clock.now();
    const watch = nextWatch((await platform.db.facts.read(FACT)) as WatchFact | null, now);
    await platform.db.facts.write(FACT, watch);
    if (!mayJudge(watch, now)) return;
    for (const tenantId of await platform.db.lookups.tenantIds())
      await platform.db.withTenant({ tenantId, actor: ACTOR }, (tx) => noteSilence(tx, now));
  },
};

/** Whether the watch has gone on for long enough to say that a silent machine is off. */
export async function mayJudgeSilence(platform: Platform, now: Date): Promise<boolean> {
  const watch = (await platform.db.facts.read(FACT)) as WatchFact | null;
  return watch !== null && mayJudge(watch, now);
}

async function noteSilence(tx: TenantTx, now: Date): Promise<void> {
  const seconds = offlineAfterSeconds(tx.platform.config.agentReportSeconds);
  const offline = await markSilent(tx, 'online', 'offline', inMs(-seconds * 1000, now), now);
  const stale = await markSilent(
    tx,
    'offline',
    'stale',
    inMs(-STALE_AFTER_DAYS * DAY_MS, now),
    now,
  );
  for (const device of [...offline, ...stale])
    await announceDevice(tx, [device], { isPublic: true });
}

export const keepPartitions: ScheduledJob = {
  name: 'devices.keepPartitions',
  schedule: '7 * * * *',
  run: ({ platform }) => platform.db.lookups.keepDevicePartitions(clock.now()),
};

export const devicesScheduledJobs = [watchDevices, keepPartitions];
