import { z } from 'zod';
import { ActorNote } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { enqueue, orderJob } from '#platform/jobs/job.ts';

/** Tickets were given to a technician, who is to hear of it; the notifications see to that. */
export const ticketsAssigned = orderJob({
  name: 'assignments.ticketsAssigned',
  payload: z.object({
    assigneeId: z.number().int(),
    tickets: z.array(
      z.object({
        id: z.number().int(),
        /** From then on: tells this assignment from an earlier one. */
        version: z.number().int(),
      }),
    ),
    actor: ActorNote,
  }),
});

/** Whoever takes a ticket himself knows it. */
export async function orderAssignmentNews(
  tx: TenantTx,
  assigneeId: number | null,
  tickets: { id: number; version: number }[],
  actor: ActorNote,
): Promise<void> {
  const isOwn = actor.kind === 'technician' && actor.id === assigneeId;
  if (assigneeId === null || isOwn || tickets.length === 0) return;
  await enqueue(tx, ticketsAssigned, { assigneeId, tickets, actor });
}
