import { domainToUnicode } from 'node:url';
import { recordAudit } from '#modules/audit/index.ts';
import { reaches } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { type FieldError, invalid, notFound } from '#platform/errors.ts';
import { publish } from '#platform/events/event-hub.ts';
import {
  customerDomainCandidates,
  normaliseDomain,
  refusalOfDomain,
} from './customer-domain.rules.ts';
import {
  deleteDomain,
  findActiveHolder,
  findDomainHolder,
  insertDomain,
  listDomainsOfOthers,
  listOwnMailDomains,
  updateDomain,
} from './customer-domains.queries.ts';
import { getCustomer } from './customers.ts';
import type { CustomerView } from './customers.views.ts';

/**
 * The customer that mail from the domain belongs to. Archived ones do not match, and a sub-domain
 * only where the customer says so.
 */
export function findCustomerByDomain(
  tx: TenantTx,
  domain: string,
): Promise<{ id: number; name: string } | null> {
  return findActiveHolder(tx, customerDomainCandidates(domain));
}

/** Gives a customer a domain. Throws 400 with the reason when it may not stand for a customer. */
export async function addDomain(
  tx: TenantTx,
  customerId: number,
  domain: string,
): Promise<CustomerView> {
  const customer = await getCustomer(tx, customerId);
  const normalised = await claimDomain(tx, customerId, domain, 'domain');
  await recordAudit(tx, {
    action: 'customer.domainAdded',
    subjectKind: 'customer',
    subjectId: customerId,
    subjectName: customer.name,
    details: { domain: normalised },
  });
  await publish(tx, {
    kind: 'customer',
    ids: { id: customerId },
    ofCustomers: [customerId],
  });
  return getCustomer(tx, customerId);
}

/** Whether mail from below the domain is the customer's as well. Throws 404 for one it has not. */
export async function setIncludesSubdomains(
  tx: TenantTx,
  customerId: number,
  input: string,
  includesSubdomains: boolean,
): Promise<CustomerView> {
  const customer = await getCustomer(tx, customerId);
  const domain = normaliseDomain(input);
  if (!domain || !(await updateDomain(tx, { customerId, domain }, includesSubdomains)))
    throw notFound();
  if (customer.domainsWithSubdomains.includes(domain) === includesSubdomains) return customer;
  await recordAudit(tx, {
    action: 'customer.domainChanged',
    subjectKind: 'customer',
    subjectId: customerId,
    subjectName: customer.name,
    details: { domain, includesSubdomains },
  });
  await publish(tx, {
    kind: 'customer',
    ids: { id: customerId },
    ofCustomers: [customerId],
  });
  return getCustomer(tx, customerId);
}

/** Takes a domain away from a customer; contacts stay where they are. */
export async function removeDomain(
  tx: TenantTx,
  customerId: number,
  domain: string,
): Promise<void> {
  const customer = await getCustomer(tx, customerId);
  const normalised = normaliseDomain(domain);
  if (!normalised || !(await deleteDomain(tx, { customerId, domain: normalised })))
    throw notFound();
  await recordAudit(tx, {
    action: 'customer.domainRemoved',
    subjectKind: 'customer',
    subjectId: customerId,
    subjectName: customer.name,
    details: { domain: normalised },
  });
  await publish(tx, {
    kind: 'customer',
    ids: { id: customerId },
    ofCustomers: [customerId],
  });
}

/**
 * Whether the customer (null: one that is to be made) may have the domain; gives it back as it would
 * be stored. Throws 400 with the reason; one that the customer has already is no mistake.
 * @param field the name of the input field that an error is about
 */
export async function checkDomain(
  tx: TenantTx,
  customerId: number | null,
  input: string,
  field: string,
): Promise<{ domain: string; isHeld: boolean }> {
  const domain = normaliseDomain(input);
  const refuse = refusalOf(field, domain, input);
  if (!domain) throw refuse('invalidDomain');
  const holder = await findDomainHolder(tx, domain);
  if (holder && holder.id === customerId) return { domain, isHeld: true };
  if (holder) throw refuse(...takenBy(tx, holder));
  const { mailDomain, portalSuffix } = tx.platform.config;
  const ownDomains = [...new Set([...(await listOwnMailDomains(tx)), mailDomain, portalSuffix])];
  const others = await listDomainsOfOthers(tx, customerId);
  const refusal = refusalOfDomain(domain, ownDomains, others);
  if (refusal) throw refuse(refusal);
  return { domain, isHeld: false };
}

/** Checks and stores the domain; gives it back as stored. */
export async function claimDomain(
  tx: TenantTx,
  customerId: number,
  input: string,
  field: string,
): Promise<string> {
  const { domain, isHeld } = await checkDomain(tx, customerId, input, field);
  if (!isHeld && !(await insertDomain(tx, { customerId, domain }))) {
    // Somebody was faster; by now it can be seen who.
    const faster = await findDomainHolder(tx, domain);
    if (faster?.id !== customerId) throw refusalOf(field, domain, input)(...takenBy(tx, faster));
  }
  return domain;
}

/** Named, because the field may hold several; as people read it, or as it was typed if it is none. */
const refusalOf =
  (field: string, domain: string | null, input: string) =>
  (code: string, params: FieldError['params'] = {}) => {
    const name = domain ? domainToUnicode(domain) : input.trim();
    return invalid({ field, code, params: { domain: name, ...params } });
  };

/** Who may not see a customer is not told its name either. */
function takenBy(
  { actor }: TenantTx,
  holder: { id: number; name: string } | undefined,
): [code: string, params?: FieldError['params']] {
  const isSeen = holder && (actor.kind !== 'technician' || reaches(actor, holder.id));
  return isSeen ? ['domainTaken', { customer: holder.name }] : ['domainTakenElsewhere'];
}
