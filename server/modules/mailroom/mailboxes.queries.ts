import type { Selectable } from 'kysely';
import type { Mailboxes } from '#db/types.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';

export type Mailbox = Selectable<Mailboxes>;

export async function listMailboxes(tx: TenantTx): Promise<Mailbox[]> {
  return tx
    .selectFrom('mailboxes')
    .selectAll()
    .orderBy('is_generated', 'desc')
    .orderBy('retires_at', (order) => order.asc().nullsFirst())
    .orderBy('address')
    .execute();
}

export async function findMailbox(tx: TenantTx, id: number): Promise<Mailbox | undefined> {
  return tx.selectFrom('mailboxes').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function insertMailbox(
  tx: TenantTx,
  mailbox: { address: string; waitsForProof: boolean },
): Promise<Mailbox> {
  return tx
    .insertInto('mailboxes')
    .values({ address: mailbox.address, waits_for_proof: mailbox.waitsForProof })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Has the tenant the address already? Nobody adds one at the same time until the transaction ends. */
export async function isOwnMailbox(tx: TenantTx, address: string): Promise<boolean> {
  await tx.selectFrom('tenants').select('id').forUpdate().execute();
  const found = await tx
    .selectFrom('mailboxes')
    .select('id')
    .where('address', '=', address)
    .executeTakeFirst();
  return found !== undefined;
}

/** Exactly one mailbox is the From: the other one stops being it first. */
export async function makeFrom(tx: TenantTx, id: number): Promise<void> {
  await tx.updateTable('mailboxes').set({ is_from: false }).where('is_from', '=', true).execute();
  await tx.updateTable('mailboxes').set({ is_from: true }).where('id', '=', id).execute();
}

export async function deleteMailbox(tx: TenantTx, id: number): Promise<void> {
  await tx.deleteFrom('mailboxes').where('id', '=', id).execute();
}
