import type { Selectable } from 'kysely';
import type { Tenants } from '#db/types.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';

export async function findTenantRow(tx: TenantTx): Promise<Selectable<Tenants>> {
  return tx.selectFrom('tenants').selectAll().executeTakeFirstOrThrow();
}

export async function setTimeZone(tx: TenantTx, timeZone: string): Promise<void> {
  await tx.updateTable('tenants').set({ time_zone: timeZone }).execute();
}

/** The support address that every tenant has from its first minute; mail goes out from it. */
export async function insertGeneratedMailbox(tx: TenantTx, address: string): Promise<void> {
  await tx.insertInto('mailboxes').values({ address, is_generated: true, is_from: true }).execute();
}
