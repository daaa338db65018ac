import { z } from 'zod';
import { ActorNote, describeActor } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { enqueue, orderJob } from '#platform/jobs/job.ts';
import type { Ticket } from './tickets.ts';

/** A ticket was given to a technician, who is to hear of it; the notifications see to that. */
export const ticketAssigned = orderJob({
  name: 'tickets.ticketAssigned',
  payload: z.object({
    ticketId: z.number().int(),
    assigneeId: z.number().int(),
    /** The ticket's from then on: tells this assignment from an earlier one. */
    version: z.number().int(),
    actor: ActorNote,
  }),
});

/** Whoever takes a ticket himself knows it. */
export async function orderAssignmentNews(
  tx: TenantTx,
  { id: ticketId, assigneeId, version }: Pick<Ticket, 'id' | 'assigneeId' | 'version'>,
): Promise<void> {
  const actor = describeActor(tx.actor);
  const isOwn = actor.kind === 'technician' && actor.id === assigneeId;
  if (assigneeId === null || isOwn) return;
  await enqueue(tx, ticketAssigned, { ticketId, assigneeId, version, actor });
}
