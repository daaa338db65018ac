import { ticketsAssigned } from '#modules/assignments/index.ts';
import { messageAdded, ticketOpened } from '#modules/conversations/index.ts';
import { systemActor } from '#platform/actor.ts';
import { clock, DAY_MS, inMs } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import {
  defineJob,
  type Job,
  type JobContext,
  type JobOrder,
  type ScheduledJob,
} from '#platform/jobs/job.ts';
import { mailWaitingAlerts } from './mail-alerts.ts';
import { mailWaitingNotices } from './mail-notices.ts';
import { deleteNotificationsBefore } from './notifications.queries.ts';
import { mailAlerts, mailNotices } from './order-notice-mail.ts';
import { tellOfAssignment, tellOfMessage, tellOfNewTicket } from './tell-technicians.ts';

const ACTOR = systemActor('notifications');
const KEPT_DAYS = 90;

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

export const notificationsJobs = [
  inOneGo(ticketsAssigned, tellOfAssignment),
  inOneGo(ticketOpened, tellOfNewTicket),
  inOneGo(messageAdded, tellOfMessage),
  inOneGo(mailNotices, mailWaitingNotices),
  inOneGo(mailAlerts, mailWaitingAlerts),
];

/** Nobody looks for news that are three months old. */
const removeOldNotifications: ScheduledJob = {
  name: 'notifications.removeOld',
  schedule: '43 3 * * *',
  async run({ platform, log }) {
    const before = inMs(-KEPT_DAYS * DAY_MS, clock.now());
    for (const tenantId of await platform.db.lookups.tenantIds()) {
      const count = await platform.db.withTenant({ tenantId, actor: ACTOR }, (tx) =>
        deleteNotificationsBefore(tx, before),
      );
      if (count > 0) log.info({ tenantId, count }, 'removed old notifications');
    }
  },
};

export const notificationsScheduledJobs = [removeOldNotifications];
