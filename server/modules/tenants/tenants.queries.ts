import { type Selectable, sql } from 'kysely';
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

/** The company as it is now; nobody else changes it until the transaction ends. */
export async function lockTenantRow(tx: TenantTx): Promise<Selectable<Tenants>> {
  return tx.selectFrom('tenants').selectAll().forUpdate().executeTakeFirstOrThrow();
}

export async function updateSlug(tx: TenantTx, slug: string): Promise<void> {
  await tx.updateTable('tenants').set({ slug }).execute();
}

/** The own domain that links name from now on; null: those of the slug again. */
export async function setServingDomain(tx: TenantTx, domain: string | null): Promise<void> {
  await tx.updateTable('tenants').set({ serving_domain: domain }).execute();
}

export interface FormerSlug {
  slug: string;
  redirectsUntil: Date;
}

/** The slugs that were given up and still redirect, the newest first. */
export async function listFormerSlugs(tx: TenantTx): Promise<FormerSlug[]> {
  const { rows } = await sql<FormerSlug>`
    select slug, redirects_until as "redirectsUntil" from list_former_slugs()`.execute(tx);
  return rows;
}

/** The address of a slug that was given up takes mail until then; replies leave from the new one. */
export async function replaceGeneratedMailbox(
  tx: TenantTx,
  change: { from: string; to: string; retiresAt: Date },
): Promise<void> {
  const back = await tx
    .updateTable('mailboxes')
    .set({ retires_at: null })
    .where('address', '=', change.to)
    .where('is_generated', '=', true)
    .executeTakeFirst();
  if (back.numUpdatedRows === 0n)
    await tx.insertInto('mailboxes').values({ address: change.to, is_generated: true }).execute();
  const retired = await tx
    .updateTable('mailboxes')
    .set({ retires_at: change.retiresAt })
    .where('address', '=', change.from)
    .where('is_generated', '=', true)
    .returning('is_from')
    .executeTakeFirst();
  if (!retired?.is_from) return;
  await tx.updateTable('mailboxes').set({ is_from: false }).where('is_from', '=', true).execute();
  await tx
    .updateTable('mailboxes')
    .set({ is_from: true })
    .where('address', '=', change.to)
    .execute();
}

export async function deleteRetiredMailboxes(tx: TenantTx, now: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('mailboxes')
    .where('retires_at', '<=', now)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
