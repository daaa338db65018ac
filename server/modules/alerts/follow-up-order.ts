import { z } from 'zod';
import { inMs } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { enqueue, orderJob } from '#platform/jobs/job.ts';

/** What comes up within it is told of together. */
const GATHER_MS = 2_000;

/** Sees to what follows from alerts: who is told, and which tickets are opened. */
export const followUpOrder = orderJob({ name: 'alerts.followUp', payload: z.object({}) });

/** Once, however often it is asked for until then; one at a time in a company, so that 500 alerts make one ticket. */
export async function orderFollowUp(tx: TenantTx): Promise<void> {
  await enqueue(
    tx,
    followUpOrder,
    {},
    {
      key: `alerts:${tx.tenantId}`,
      queue: `alerts:${tx.tenantId}`,
      runAt: inMs(GATHER_MS, new Date()),
      keepsTime: true,
    },
  );
}
