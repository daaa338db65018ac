import { recordAudit } from '#modules/audit/index.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { publish } from '#platform/events/event-hub.ts';
import { claimDomain } from './customer-domains.ts';
import { type CustomerFields, insertCustomer } from './customers.queries.ts';
import { getCustomer } from './customers.ts';
import type { CustomerView } from './customers.views.ts';
import { requireUnlimited } from './reachable-customer.ts';

/**
 * Adds a customer with its domains; one that may not be theirs refuses the whole. Throws 403 for a
 * role that is limited to chosen customers.
 */
export async function createCustomer(
  tx: TenantTx,
  { domains, ...fields }: CustomerFields & { domains: readonly string[] },
): Promise<CustomerView> {
  requireUnlimited(tx);
  const id = await insertCustomer(tx, fields, clock.now());
  for (const [index, domain] of domains.entries()) {
    await claimDomain(tx, id, domain, `domains.${index}`);
  }
  const customer = await getCustomer(tx, id);
  await recordAudit(tx, {
    action: 'customer.created',
    subjectKind: 'customer',
    subjectId: id,
    subjectName: customer.name,
    details: { domains: customer.domains },
  });
  await publish(tx, { kind: 'customer', ids: { id }, ofCustomers: [id] });
  return customer;
}
