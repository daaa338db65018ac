import { z } from 'zod';
import { ActorNote, systemActor } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { defineJob, type JobContext } from '#platform/jobs/job.ts';
import { findSuccessor, takeOpenTickets, takeUnseenTickets } from './assignments.queries.ts';
import { moveTickets } from './move-tickets.ts';

const ACTOR = systemActor('assignments');
/** Tickets of one transaction: short enough to hold nobody up who works on one of them. */
export const CHUNK = 200;

/** What is left of handing tickets over. A successor who was disabled meanwhile gets none. */
export const handOverRest = defineJob({
  name: 'assignments.handOverRest',
  payload: z.object({ fromId: z.number().int(), toId: z.number().int().nullable(), by: ActorNote }),
  run: ({ payload: { fromId, toId, by }, ...context }) =>
    inChunks(context, async (tx) => {
      const to = (toId !== null && (await findSuccessor(tx, toId))) || null;
      const tickets = await takeOpenTickets(tx, fromId, CHUNK);
      await moveTickets(tx, tickets, { by, to });
      return tickets.length;
    }),
});

export const releaseUnseenTickets = defineJob({
  name: 'assignments.releaseUnseenTickets',
  payload: z.object({
    technicianId: z.number().int().optional(),
    roleId: z.number().int().optional(),
    by: ActorNote,
  }),
  run: ({ payload: { by, ...whose }, ...context }) =>
    inChunks(context, async (tx) => {
      const tickets = await takeUnseenTickets(tx, whose, CHUNK);
      await moveTickets(tx, tickets, { by, to: null });
      return tickets.length;
    }),
});

async function inChunks(
  { platform, tenantId }: Pick<JobContext<unknown>, 'platform' | 'tenantId'>,
  work: (tx: TenantTx) => Promise<number>,
): Promise<void> {
  let moved = CHUNK;
  while (moved === CHUNK) {
    moved = await platform.db.withTenant({ tenantId, actor: ACTOR }, work);
  }
}

export const assignmentsJobs = [handOverRest, releaseUnseenTickets];
