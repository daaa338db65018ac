import {
  changeContact,
  createContact,
  getContact,
  welcomeNewContact,
} from '#modules/contacts/index.ts';
import {
  addDomain,
  changeCustomer,
  createCustomer,
  getCustomer,
  normaliseDomain,
} from '#modules/customers/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { CustomerPlan, RowPlan, World } from './plan-row.ts';
import type { RowValues } from './read-row.rules.ts';

export interface Done {
  contactId: number | null;
  customerId: number | null;
}

/** Does what was planned for a row, through the same operations as by hand, rules and audit included. */
export async function carryOutRow(
  world: World,
  { customer, contact }: RowPlan,
  values: RowValues,
): Promise<Done> {
  const { tx, options } = world;
  const customerId = customer && (await carryOutCustomer(world, customer, values));
  if (contact === null) return { contactId: null, customerId };
  if (contact.do === 'create') {
    const made = await createContact(
      tx,
      {
        email: values.email ?? '',
        firstName: values.firstName ?? '',
        lastName: values.lastName ?? '',
        // Left out: the customer who has the address's domain.
        customerId: customerId ?? undefined,
        phone: values.phone,
        jobTitle: values.jobTitle,
        language: values.language,
        isMainContact: values.isMainContact,
        hasPortalAccess: values.hasPortalAccess,
      },
      { isWelcomed: options.sendsWelcome },
    );
    return { contactId: made.id, customerId: made.customerId };
  }
  if (contact.do === 'keep') return { contactId: contact.known.id, customerId };
  const { movesToCustomer, ...changes } = contact.changes;
  const before = await getContact(tx, contact.known.id);
  const after = await changeContact(tx, before.id, before.version, {
    ...changes,
    ...(movesToCustomer && { customerId }),
    isWelcomed: false,
  });
  // Who had no way into the portal until now is new there.
  if (options.sendsWelcome && before.passwordState === 'none' && after.hasPortalAccess) {
    await welcomeNewContact(tx, after, { isAsked: true });
  }
  return { contactId: after.id, customerId: after.customerId };
}

async function carryOutCustomer(
  { tx, made }: World,
  plan: CustomerPlan,
  values: RowValues,
): Promise<number> {
  if (plan.do === 'keep') return plan.known.id;
  if (plan.do === 'create') {
    const customer = await createCustomer(tx, {
      name: plan.name,
      phone: values.customerPhone ?? null,
      website: values.website ?? null,
      notes: values.notes ?? '',
      domains: plan.domains,
    });
    made.set(plan.folded, customer);
    return customer.id;
  }
  const { id } = plan.known;
  if (Object.keys(plan.changes).length > 0) {
    await changeCustomer(tx, id, (await getCustomer(tx, id)).version, plan.changes);
  }
  for (const domain of plan.domains) await addDomain(tx, id, domain);
  await keepInMind(tx, plan);
  return id;
}

/** What later rows compare themselves with. */
async function keepInMind(tx: TenantTx, plan: Extract<CustomerPlan, { do: 'change' }>) {
  Object.assign(plan.known, await getCustomer(tx, plan.known.id));
}

/** What a check remembers of a row that would be carried out, for the rows after it. */
export function imagineRow({ made }: World, { customer }: RowPlan, values: RowValues): void {
  if (customer?.do === 'create') {
    made.set(customer.folded, {
      id: -1 - made.size,
      version: 1,
      name: customer.name,
      phone: values.customerPhone ?? null,
      website: values.website ?? null,
      notes: values.notes ?? '',
      domains: customer.domains.map((domain) => normaliseDomain(domain) ?? domain),
      isArchived: false,
    });
  }
  if (customer?.do === 'change') {
    Object.assign(customer.known, customer.changes);
    customer.known.domains.push(
      ...customer.domains.map((domain) => normaliseDomain(domain) ?? domain),
    );
  }
}
