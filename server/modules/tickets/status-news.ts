import { z } from 'zod';
import { describeActor } from '#platform/actor.ts';
import { inMs, MINUTE_MS } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { enqueue, orderJob } from '#platform/jobs/job.ts';
import type { TicketStatus } from '#shared/tickets.ts';
import type { Ticket } from './tickets.ts';

/** A slip of the hand is put right within it, and nobody hears of it. */
export const SETTLE_MS = MINUTE_MS;

/** A ticket counts as done, or does not any more: its contact is to hear of it. */
export const statusChanged = orderJob({
  name: 'tickets.statusChanged',
  payload: z.object({ ticketId: z.number().int() }),
});

const isDone = (status: TicketStatus) => status === 'resolved' || status === 'closed';

/** Orders the news once the status has settled. Who changed it himself knows it. */
export async function orderStatusNews(
  tx: TenantTx,
  before: Pick<Ticket, 'status'>,
  after: Pick<Ticket, 'id' | 'status' | 'contactId'>,
): Promise<void> {
  if (isDone(before.status) === isDone(after.status) || after.contactId === null) return;
  const actor = describeActor(tx.actor);
  if (actor.kind === 'contact' && actor.id === after.contactId) return;
  await enqueue(
    tx,
    statusChanged,
    { ticketId: after.id },
    { key: `status:${after.id}`, runAt: inMs(SETTLE_MS, new Date()) },
  );
}
