import type { Selectable } from 'kysely';
import type { PortalDomains } from '#db/types.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Answers, Leads } from './portal-domain.rules.ts';

export type PortalDomain = Selectable<PortalDomains>;

export async function findPortalDomain(tx: TenantTx): Promise<PortalDomain | undefined> {
  return tx.selectFrom('portal_domains').selectAll().executeTakeFirst();
}

export async function lockPortalDomain(tx: TenantTx): Promise<PortalDomain | undefined> {
  return tx.selectFrom('portal_domains').selectAll().forUpdate().executeTakeFirst();
}

/** False when there is one already. */
export async function insertPortalDomain(
  tx: TenantTx,
  domain: string,
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('portal_domains')
    .values({ domain, added_at: now, check_asked_at: now })
    .onConflict((conflict) => conflict.column('tenant_id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function noteCheckAsked(tx: TenantTx, now: Date): Promise<void> {
  await tx.updateTable('portal_domains').set({ check_asked_at: now }).execute();
}

export async function updatePortalDomain(
  tx: TenantTx,
  seen: {
    leads: Leads;
    leadsTo: string[];
    ourAddresses: string[];
    answers: Answers;
    checkedAt: Date;
    servingSince: Date | null;
    brokenSince: Date | null;
  },
): Promise<void> {
  await tx
    .updateTable('portal_domains')
    .set({
      leads: seen.leads,
      leads_to: seen.leadsTo,
      our_addresses: seen.ourAddresses,
      answers: seen.answers,
      checked_at: seen.checkedAt,
      serving_since: seen.servingSince,
      broken_since: seen.brokenSince,
    })
    .execute();
}

export async function deletePortalDomain(tx: TenantTx): Promise<void> {
  await tx.deleteFrom('portal_domains').execute();
}
