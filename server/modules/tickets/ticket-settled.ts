import { z } from 'zod';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { enqueue, orderJob } from '#platform/jobs/job.ts';
import type { TicketStatus } from '#shared/tickets.ts';

/** A ticket was solved or closed. The alerts that stand above see to what follows for them. */
export const ticketSettled = orderJob({
  name: 'tickets.ticketSettled',
  payload: z.object({ ticketId: z.number().int() }),
});

const isSettled = (status: TicketStatus) => status === 'resolved' || status === 'closed';

/** Only for the step from being worked on to being done. */
export async function orderSettledNews(
  tx: TenantTx,
  ticketId: number,
  before: TicketStatus,
  after: TicketStatus,
): Promise<void> {
  if (!isSettled(before) && isSettled(after)) await enqueue(tx, ticketSettled, { ticketId });
}
