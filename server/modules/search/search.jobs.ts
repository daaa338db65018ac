import { z } from 'zod';
import { systemActor } from '#platform/actor.ts';
import { defineJob } from '#platform/jobs/job.ts';
import { findTicketsNaming, writeHeads } from './search.queries.ts';

const ACTOR = systemActor('search');
const CHUNK = 500;

/** Writes the heads of many documents anew, in short transactions that hold nobody up. */
export const refreshSearch = defineJob({
  name: 'search.refresh',
  payload: z.object({
    contactId: z.number().int().optional(),
    customerId: z.number().int().optional(),
  }),
  async run({ platform, tenantId, payload: { contactId, customerId } }) {
    if (contactId === undefined && customerId === undefined) return;
    for (let after: number | undefined = 0; after !== undefined; ) {
      const from: number = after;
      after = await platform.db.withTenant({ tenantId, actor: ACTOR }, async (tx) => {
        const ids = await findTicketsNaming(tx, { contactId, customerId, after: from }, CHUNK);
        await writeHeads(tx, ids);
        return ids.length < CHUNK ? undefined : ids.at(-1);
      });
    }
  },
});

export const searchJobs = [refreshSearch];
