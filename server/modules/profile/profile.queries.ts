import type { TenantTx } from '#platform/db/tenant-tx.ts';

export async function insertUsernameChange(
  tx: TenantTx,
  change: {
    technicianId: number;
    oldEmail: string;
    newEmail: string;
    tokenHash: Buffer;
    undoUntil: Date;
  },
): Promise<void> {
  await tx
    .insertInto('username_changes')
    .values({
      technician_id: change.technicianId,
      old_email: change.oldEmail,
      new_email: change.newEmail,
      token_hash: change.tokenHash,
      undo_until: change.undoUntil,
    })
    .execute();
}

/** A change that can still be undone. */
export async function findUndoableChange(tx: TenantTx, id: number, now: Date) {
  return tx
    .selectFrom('username_changes')
    .select(['id', 'technician_id', 'old_email', 'new_email'])
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .where('undo_until', '>', now)
    .executeTakeFirst();
}

/**
 * Uses up this change and every later one of the technician: their links went to addresses that only
 * the change made his. How many there were; none means that somebody else was quicker.
 */
export async function markUndone(
  tx: TenantTx,
  change: { id: number; technicianId: number },
  now: Date,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('username_changes')
    .set({ undone_at: now })
    .where('technician_id', '=', change.technicianId)
    .where('id', '>=', change.id)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
