import { z } from 'zod';
import type { Ticket } from '#modules/tickets/index.ts';
import { describeActor } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { enqueue, orderJob } from '#platform/jobs/job.ts';

// What technicians are to hear of. The notifications, which know who wants to hear what, see to it;
// here is only said that something happened, and only when it can concern somebody.

/** A ticket was opened, for a technician or for nobody yet. */
export const ticketOpened = orderJob({
  name: 'conversations.ticketOpened',
  payload: z.object({
    ticketId: z.number().int(),
    /** Whose it was when it was opened. */
    assigneeId: z.number().int().nullable(),
  }),
});

/** Something was said on a ticket that somebody works on, or that mentions somebody. */
export const messageAdded = orderJob({
  name: 'conversations.messageAdded',
  payload: z.object({
    messageId: z.number().int(),
    mentionedIds: z.array(z.number().int()),
  }),
});

export async function orderNews(
  tx: TenantTx,
  ticket: Pick<Ticket, 'id' | 'assigneeId'>,
  message: { id: number; isOpening?: boolean; mentionedIds?: number[] },
): Promise<void> {
  const { assigneeId } = ticket;
  if (message.isOpening && assigneeId === null) {
    await enqueue(tx, ticketOpened, { ticketId: ticket.id, assigneeId });
    return;
  }
  const actor = describeActor(tx.actor);
  const isOthers = (id: number) => actor.kind !== 'technician' || actor.id !== id;
  const mentionedIds = (message.mentionedIds ?? []).filter(isOthers);
  const concernsAssignee = assigneeId !== null && isOthers(assigneeId);
  if (!concernsAssignee && mentionedIds.length === 0) return;
  if (message.isOpening) await enqueue(tx, ticketOpened, { ticketId: ticket.id, assigneeId });
  else await enqueue(tx, messageAdded, { messageId: message.id, mentionedIds });
}
