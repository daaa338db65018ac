import { z } from 'zod';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { enqueue, orderJob } from '#platform/jobs/job.ts';

/** Runs of one queue follow each other: waiting for dead hosts keeps no more than these workers busy. */
const QUEUES = 2;

export const runsOrder = orderJob({
  name: 'checks.run',
  payload: z.object({ checkIds: z.array(z.number()) }),
});

/** Queues the checks of the tenant to be run now. */
export async function orderRuns(tx: TenantTx, checkIds: readonly number[]): Promise<void> {
  if (checkIds.length === 0) return;
  const [first, ...others] = checkIds;
  await enqueue(
    tx,
    runsOrder,
    { checkIds: [...checkIds] },
    {
      queue: `checks:${tx.tenantId % QUEUES}`,
      // Asked for again and again by somebody who is impatient, one runs once.
      ...(others.length === 0 && { key: `check:${tx.tenantId}:${first}` }),
    },
  );
}
