import { z } from 'zod';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { enqueue, orderJob } from '#platform/jobs/job.ts';

/** The checks that are due are looked for, of whichever tenant. */
export const runsOrder = orderJob({ name: 'checks.run', payload: z.object({}) });

/** What the transaction made due is run as soon as it has committed. */
export async function orderRuns(tx: TenantTx): Promise<void> {
  await enqueue(tx, runsOrder, {}, { key: `checks:${tx.tenantId}` });
}
