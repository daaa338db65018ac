import { describeActor } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { enqueue } from '#platform/jobs/job.ts';
import { CHUNK, handOverRest, releaseUnseenTickets } from './assignments.jobs.ts';
import { takeOpenTickets } from './assignments.queries.ts';
import { moveTickets } from './move-tickets.ts';

/**
 * Gives a technician's open tickets to another one, or to nobody: the first of them at once, so that
 * a page that is asked for next shows it, and many more by a job.
 */
export async function handOver(
  tx: TenantTx,
  fromId: number,
  to: { id: number; name: string } | null,
): Promise<void> {
  const by = describeActor(tx.actor);
  const tickets = await takeOpenTickets(tx, fromId, CHUNK);
  await moveTickets(tx, tickets, { by, to });
  if (tickets.length < CHUNK) return;
  await enqueue(tx, handOverRest, { fromId, toId: to?.id ?? null, by });
}

/**
 * The rights of a technician, or of all who have a role, are others now: open tickets that an
 * assignee does not see any more become nobody's, so that somebody else finds them.
 */
export async function releaseUnseen(
  tx: TenantTx,
  whose: { technicianId: number } | { roleId: number },
): Promise<void> {
  await enqueue(tx, releaseUnseenTickets, { ...whose, by: describeActor(tx.actor) });
}
