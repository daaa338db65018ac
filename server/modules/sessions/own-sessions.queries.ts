import type { TenantTx } from '#platform/db/tenant-tx.ts';

/** The technician's sessions that are open at `now`, the one used last first. */
export async function listSessionRows(
  tx: TenantTx,
  technicianId: number,
  limits: { now: Date; lastSeenAt: Date },
) {
  return tx
    .selectFrom('sessions')
    .where('technician_id', '=', technicianId)
    .where('expires_at', '>', limits.now)
    .where('last_seen_at', '>=', limits.lastSeenAt)
    .select(['id', 'user_agent', 'ip', 'created_at', 'last_seen_at'])
    .orderBy('last_seen_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}
export type SessionRow = Awaited<ReturnType<typeof listSessionRows>>[number];

/** True when it was there and the technician's own. */
export async function deleteOwnSession(
  tx: TenantTx,
  technicianId: number,
  id: number,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('sessions')
    .where('id', '=', id)
    .where('technician_id', '=', technicianId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
