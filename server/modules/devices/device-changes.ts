import { z } from 'zod';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { cutPage, decodeCursor } from '#platform/http/page.ts';
import { listChangeRows } from './device-changes.queries.ts';
import { getDevice } from './devices.ts';

const Cursor = z.tuple([z.number().int()]);

/** The history of a device, the newest first. Throws 404 when the actor may not see it. */
export async function listDeviceChanges(
  tx: TenantTx,
  deviceId: number,
  list: { cursor?: string | undefined; limit: number },
) {
  await getDevice(tx, deviceId);
  const [before = null] = decodeCursor(list.cursor, Cursor) ?? [];
  const rows = await listChangeRows(tx, deviceId, { before, limit: list.limit });
  return cutPage(
    rows,
    list.limit,
    (row) => ({
      id: row.id,
      field: row.field,
      old: row.old,
      new: row.new,
      createdAt: row.created_at,
    }),
    (row) => [row.id],
  );
}
