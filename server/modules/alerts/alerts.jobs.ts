import { maintenanceChanged } from '#modules/maintenance/index.ts';
import { ticketSettled } from '#modules/tickets/index.ts';
import { systemActor } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { defineJob, type Job, type JobContext, type JobOrder } from '#platform/jobs/job.ts';
import { followUp } from './follow-up.ts';
import { followUpOrder } from './follow-up-order.ts';
import { resolveWithTicket } from './resolve-with-ticket.ts';
import { wakeAlerts } from './wake-alerts.ts';

const ACTOR = systemActor('alerts');

/** All of the order's work is one transaction, so that a second try changes nothing. */
function inOneGo<Payload>(
  order: JobOrder<Payload>,
  work: (tx: TenantTx, payload: Payload) => Promise<void>,
): Job<Payload> {
  const run = async ({ platform, tenantId, payload }: JobContext<Payload>) => {
    await platform.db.withTenant({ tenantId, actor: ACTOR }, (tx) => work(tx, payload));
  };
  return defineJob({ ...order, run });
}

export const alertsJobs = [
  inOneGo(followUpOrder, followUp),
  inOneGo(ticketSettled, resolveWithTicket),
  inOneGo(maintenanceChanged, (tx) => wakeAlerts(tx, 'silenced')),
];
