import { sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';

/** Tenants wait here for each other's creations only: numbers have no gaps and no doubles. */
export async function takeTicketNumber(tx: TenantTx): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    update ticket_counters set next_number = next_number + 1
    returning next_number - 1 as number`.execute(tx);
  if (!rows[0]) throw new Error('the tenant has no ticket counter');
  return rows[0].number;
}

/** The number that the next ticket will have unless somebody else is faster. */
export async function findNextNumber(tx: TenantTx): Promise<number> {
  const row = await tx
    .selectFrom('ticket_counters')
    .select('next_number')
    .executeTakeFirstOrThrow();
  return row.next_number;
}

/**
 * Lets numbering go on from there; false when that number is gone already. Waits for tickets that
 * are being opened, so that no number is ever given twice.
 */
export async function raiseNextNumber(tx: TenantTx, number: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('ticket_counters')
    .set({ next_number: number })
    .where('next_number', '<=', number)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
