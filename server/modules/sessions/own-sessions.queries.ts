import type { TenantTx } from '#platform/db/tenant-tx.ts';

/** Where somebody is signed in: the console, or the portal of his company. */
export type SessionHolder = { technicianId: number } | { contactId: number };

/** The holder's sessions that are open at `now`, the one used last first. */
export async function listSessionRows(
  tx: TenantTx,
  holder: SessionHolder,
  limits: { now: Date; lastSeenAt: Date },
) {
  return tx
    .selectFrom('sessions')
    .where(columnOf(holder), '=', idOf(holder))
    .where('expires_at', '>', limits.now)
    .where('last_seen_at', '>=', limits.lastSeenAt)
    .select(['id', 'user_agent', 'ip', 'created_at', 'last_seen_at'])
    .orderBy('last_seen_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}
export type SessionRow = Awaited<ReturnType<typeof listSessionRows>>[number];

/** True when it was there and the holder's own. */
export async function deleteOwnSession(
  tx: TenantTx,
  holder: SessionHolder,
  id: number,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('sessions')
    .where('id', '=', id)
    .where(columnOf(holder), '=', idOf(holder))
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

const columnOf = (holder: SessionHolder) =>
  'technicianId' in holder ? 'technician_id' : 'contact_id';
const idOf = (holder: SessionHolder) =>
  'technicianId' in holder ? holder.technicianId : holder.contactId;
