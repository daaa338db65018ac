import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { AppError } from '#platform/errors.ts';
import { changeDevice, getDevice, setDeviceArchived } from './devices.ts';

export interface BulkResult {
  changed: number[];
  /** Not there any more, or not to be seen. */
  missing: number[];
}

/** The same change for many devices; those that are gone meanwhile hold up none of the others. */
export async function changeDevices(
  tx: TenantTx,
  ids: readonly number[],
  change: { customerId?: number | undefined; isArchived?: boolean | undefined },
): Promise<BulkResult> {
  const result: BulkResult = { changed: [], missing: [] };
  for (const id of [...new Set(ids)].sort((a, b) => a - b)) {
    try {
      if (change.customerId !== undefined) {
        const { version } = await getDevice(tx, id);
        await changeDevice(tx, id, version, { customerId: change.customerId });
      }
      if (change.isArchived !== undefined) await setDeviceArchived(tx, id, change.isArchived);
      result.changed.push(id);
    } catch (error) {
      if (!(error instanceof AppError) || error.status !== 404) throw error;
      result.missing.push(id);
    }
  }
  return result;
}
