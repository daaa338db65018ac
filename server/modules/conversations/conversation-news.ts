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

/** Who opens a ticket for himself need not hear of it. */
export async function orderOpeningNews(
  tx: TenantTx,
  { id, assigneeId }: { id: number; assigneeId: number | null },
): Promise<void> {
  if (assigneeId === null || isOthers(tx, assigneeId))
    await enqueue(tx, ticketOpened, { ticketId: id, assigneeId });
}

export async function orderNews(
  tx: TenantTx,
  { assigneeId }: Pick<Ticket, 'assigneeId'>,
  message: { id: number; mentionedIds?: number[] },
): Promise<void> {
  const mentionedIds = (message.mentionedIds ?? []).filter((id) => isOthers(tx, id));
  const concernsAssignee = assigneeId !== null && isOthers(tx, assigneeId);
  if (!concernsAssignee && mentionedIds.length === 0) return;
  await enqueue(tx, messageAdded, { messageId: message.id, mentionedIds });
}

function isOthers(tx: TenantTx, technicianId: number): boolean {
  const actor = describeActor(tx.actor);
  return actor.kind !== 'technician' || actor.id !== technicianId;
}
