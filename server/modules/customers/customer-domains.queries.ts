import type { TenantTx } from '#platform/db/tenant-tx.ts';

/** Who has the domain, archived customers included. */
export function findDomainHolder(tx: TenantTx, domain: string) {
  return tx
    .selectFrom('customer_domains')
    .innerJoin('customers', 'customers.id', 'customer_domains.customer_id')
    .where('customer_domains.domain', '=', domain)
    .select(['customers.id', 'customers.name'])
    .executeTakeFirst();
}

/**
 * The first of the domains, in the order given, that a customer who is not archived has. The first
 * of them is the address's own; any other counts only with its sub-domains.
 */
export async function findActiveHolder(
  tx: TenantTx,
  domains: readonly string[],
): Promise<{ id: number; name: string } | null> {
  if (domains.length === 0) return null;
  const rows = await tx
    .selectFrom('customer_domains')
    .innerJoin('customers', 'customers.id', 'customer_domains.customer_id')
    .where('customer_domains.domain', 'in', domains)
    .where('customers.archived_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('customer_domains.domain', '=', domains[0] ?? ''),
        eb('customer_domains.includes_subdomains', '=', true),
      ]),
    )
    .select(['customers.id', 'customers.name', 'customer_domains.domain'])
    .execute();
  const closest = domains
    .map((domain) => rows.find((row) => row.domain === domain))
    .find((row) => row !== undefined);
  return closest ? { id: closest.id, name: closest.name } : null;
}

/** What a look-alike may imitate. */
export async function listDomainsOfOthers(
  tx: TenantTx,
  customerId: number | null,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('customer_domains')
    .$if(customerId !== null, (query) => query.where('customer_id', '<>', customerId ?? 0))
    .select('domain')
    .execute();
  return rows.map(({ domain }) => domain);
}

/** Domains of the tenant's own mailboxes; the mailroom's table, but that stands on customers. */
export async function listOwnMailDomains(tx: TenantTx): Promise<string[]> {
  const rows = await tx.selectFrom('mailboxes').select('address').execute();
  return rows.map(({ address }) => address.slice(address.lastIndexOf('@') + 1));
}

/** False when somebody has the domain already. */
export async function insertDomain(
  tx: TenantTx,
  { customerId, domain }: { customerId: number; domain: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('customer_domains')
    .values({ customer_id: customerId, domain })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** False when the customer does not have the domain. */
export async function updateDomain(
  tx: TenantTx,
  { customerId, domain }: { customerId: number; domain: string },
  includesSubdomains: boolean,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('customer_domains')
    .set({ includes_subdomains: includesSubdomains })
    .where('customer_id', '=', customerId)
    .where('domain', '=', domain)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** False when the customer does not have the domain. */
export async function deleteDomain(
  tx: TenantTx,
  { customerId, domain }: { customerId: number; domain: string },
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('customer_domains')
    .where('customer_id', '=', customerId)
    .where('domain', '=', domain)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
