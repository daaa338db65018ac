import { systemActor } from '#platform/actor.ts';
import { clock, DAY_MS, inMs } from '#platform/clock.ts';
import type { ScheduledJob } from '#platform/jobs/job.ts';
import { deleteEndedSessions } from './sessions.queries.ts';
import { SESSION_IDLE_MS } from './sessions.rules.ts';

/** Clears away what nobody can use any more: ended sessions and links that are long too old. */
const sweepSessions: ScheduledJob = {
  name: 'sweepSessions',
  schedule: '17 * * * *',
  async run({ platform, log }) {
    const now = clock.now();
    const limits = {
      now,
      lastSeenAt: inMs(-SESSION_IDLE_MS, now),
      linksUntil: inMs(-30 * DAY_MS, now),
    };
    await platform.db.lookups.forgetOldChallenges(now);
    for (const tenantId of await platform.db.lookups.tenantIds()) {
      const scope = { tenantId, actor: systemActor('sessions') };
      const count = await platform.db.withTenant(scope, (tx) => deleteEndedSessions(tx, limits));
      if (count > 0) log.debug({ tenantId, count }, 'ended sessions cleared away');
    }
  },
};

export const sessionsScheduledJobs: readonly ScheduledJob[] = [sweepSessions];
