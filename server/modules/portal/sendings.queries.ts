import { sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';

interface Sending {
  contactId: number;
  keyHash: Buffer;
}

/**
 * True for the first who sends this. Another one at the same moment waits until the first has
 * committed, and then is not the first.
 */
export async function claimSending(
  tx: TenantTx,
  { contactId, keyHash }: Sending,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('portal_sendings')
    .values({ contact_id: contactId, key_hash: keyHash })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function storeResult(
  tx: TenantTx,
  { contactId, keyHash }: Sending,
  result: number,
): Promise<void> {
  await tx
    .updateTable('portal_sendings')
    .set({ result })
    .where('contact_id', '=', contactId)
    .where('key_hash', '=', keyHash)
    .execute();
}

export async function findResult(
  tx: TenantTx,
  { contactId, keyHash }: Sending,
): Promise<number | null> {
  const row = await tx
    .selectFrom('portal_sendings')
    .select('result')
    .where('contact_id', '=', contactId)
    .where('key_hash', '=', keyHash)
    .executeTakeFirst();
  return row?.result ?? null;
}

/** How many there were from before. */
export async function deleteSendings(tx: TenantTx, before: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with gone as (delete from portal_sendings where created_at < ${before} returning 1)
    select count(*)::int as count from gone`.execute(tx);
  return rows[0]?.count ?? 0;
}
