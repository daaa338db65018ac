import { z } from 'zod';
import { statusChanged } from '#modules/tickets/index.ts';
import { systemActor } from '#platform/actor.ts';
import { DAY_MS, inMs } from '#platform/clock.ts';
import { defineJob, type ScheduledJob } from '#platform/jobs/job.ts';
import { deleteAbandoned } from './attachments.queries.ts';
import { confirmTicketOnce } from './confirm-ticket.ts';
import { tellOfStatus } from './tell-of-status.ts';

const ACTOR = systemActor('conversations');

/**
 * Confirms a new ticket. A job of its own: the transaction that numbers a ticket holds up all other
 * new tickets of the company, so it does nothing that can wait.
 */
export const confirmTicket = defineJob({
  name: 'conversations.confirmTicket',
  payload: z.object({ ticketId: z.number().int() }),
  async run({ platform, tenantId, payload: { ticketId } }) {
    await platform.db.withTenant({ tenantId, actor: ACTOR }, (tx) =>
      confirmTicketOnce(tx, ticketId),
    );
  },
});

/** Tells a contact what became of the ticket. */
const tellContactOfStatus = defineJob({
  ...statusChanged,
  async run({ platform, tenantId, payload }) {
    await platform.db.withTenant({ tenantId, actor: ACTOR }, (tx) => tellOfStatus(tx, payload));
  },
});

/** Files that were picked and never sent go after a day. */
export const removeAbandonedUploads: ScheduledJob = {
  name: 'conversations.removeAbandonedUploads',
  schedule: '17 * * * *',
  async run({ platform, log }) {
    for (const tenantId of await platform.db.lookups.tenantIds()) {
      const keys = await platform.db.withTenant({ tenantId, actor: ACTOR }, (tx) =>
        deleteAbandoned(tx, inMs(-DAY_MS)),
      );
      // After the commit: a file without a row harms nobody, a row without its file would.
      for (const key of keys) await platform.files.remove(key);
      if (keys.length > 0) log.info({ tenantId, count: keys.length }, 'removed abandoned uploads');
    }
  },
};

export const conversationsJobs = [confirmTicket, tellContactOfStatus];
export const conversationsScheduledJobs = [removeAbandonedUploads];
