import { z } from 'zod';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { enqueue, orderJob } from '#platform/jobs/job.ts';

/** A window was changed or removed: what it silences may have to wake at another time, or now. */
export const maintenanceChanged = orderJob({
  name: 'maintenance.changed',
  payload: z.object({}),
});

export const orderMaintenanceChanged = (tx: TenantTx) =>
  enqueue(tx, maintenanceChanged, {}, { key: `maintenance:${tx.tenantId}` });
