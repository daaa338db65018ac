import { checkDomain, findCustomerByDomain, normaliseDomain } from '#modules/customers/index.ts';
import { limitOf, reaches } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { AppError, type FieldError } from '#platform/errors.ts';
import { domainOf, withoutPlusTag } from '#platform/mail/mail-address.ts';
import type { ImportOutcome } from '#shared/imports.ts';
import type { Permission } from '#shared/permissions.ts';
import type { ImportOptions } from './imports.views.ts';
import {
  findKnownContacts,
  findNamedCustomers,
  type KnownContact,
  type KnownCustomer,
  listOwnAddresses,
  type NamedCustomers,
} from './known-people.queries.ts';
import type { ReadRow, RowValues } from './read-row.rules.ts';

/** Who is there, as far as the rows ask for it; a check adds whom earlier rows would make. */
export interface World {
  tx: TenantTx;
  options: ImportOptions;
  contacts: Map<string, KnownContact>;
  names: Map<string, NamedCustomers>;
  /** Made by rows before, by folded name. Ids below zero: would be made. */
  made: Map<string, KnownCustomer>;
  ownAddresses: Set<string>;
  domainChecks: Map<string, FieldError | null>;
  domainOwners: Map<string, { id: number } | null>;
}

export async function lookAround(
  tx: TenantTx,
  rows: readonly ReadRow[],
  options: ImportOptions,
): Promise<World> {
  const emails = rows.flatMap(({ values }) => values.email ?? []);
  const names = [...new Set(rows.flatMap(({ values }) => values.customer ?? []))];
  return {
    tx,
    options,
    contacts: await findKnownContacts(tx, emails),
    names: await findNamedCustomers(tx, names),
    made: new Map(),
    ownAddresses: await listOwnAddresses(tx),
    domainChecks: new Map(),
    domainOwners: new Map(),
  };
}

export type CustomerPlan =
  | { do: 'create'; folded: string; name: string; domains: string[] }
  | { do: 'change'; known: KnownCustomer; changes: CustomerChanges; domains: string[] }
  | { do: 'keep'; known: KnownCustomer };

export interface CustomerChanges {
  phone?: string;
  website?: string;
  notes?: string;
}

export type ContactPlan =
  | { do: 'create' }
  | { do: 'change'; known: KnownContact; changes: ContactChanges }
  | { do: 'keep'; known: KnownContact };

/** The customer is the plan's: it may have to be made first. */
export type ContactChanges = Partial<
  Pick<
    KnownContact,
    | 'firstName'
    | 'lastName'
    | 'phone'
    | 'jobTitle'
    | 'language'
    | 'isMainContact'
    | 'hasPortalAccess'
  >
> & { movesToCustomer?: true };

export interface RowPlan {
  outcome: ImportOutcome;
  problems: FieldError[];
  customer: CustomerPlan | null;
  contact: ContactPlan | null;
}

const may = ({ tx: { actor } }: World, permission: Permission) =>
  actor.kind === 'technician' && actor.permissions.has(permission);

/**
 * What becomes of a row, and why not: the same for a check and for the import itself.
 * @param firstRow the row that has the address first, if that is another one
 */
export async function planRow(
  world: World,
  row: ReadRow,
  firstRow: number | null,
): Promise<RowPlan> {
  const { values } = row;
  const problems = [...row.problems];
  const refuse = (field: string, code: string, params?: FieldError['params']) => {
    problems.push({ field, code, ...(params && { params }) });
  };
  if (row.isContact && !may(world, 'contacts.manage')) refuse('email', 'importForbidden');
  if (firstRow !== null) refuse('email', 'importTwice', { row: firstRow });
  const known = values.email ? world.contacts.get(withoutPlusTag(values.email)) : undefined;
  const customer = await planCustomer(world, row, known ?? null, refuse);
  if (problems.length === 0 && row.isContact) {
    if (known) checkKnown(world, values, known, customer, refuse);
    else await checkNewcomer(world, values, customer, refuse);
  }
  const refused = { outcome: 'refused', problems, customer: null, contact: null } as const;
  if (problems.length > 0) return refused;
  if (!row.isContact) {
    if (customer?.do === 'create') return { outcome: 'created', problems, customer, contact: null };
    if (world.options.existing === 'skip') return skipped('customer', null);
    const outcome = customer?.do === 'change' ? 'updated' : 'unchanged';
    return { outcome, problems, customer, contact: null };
  }
  if (!known) return { outcome: 'created', problems, customer, contact: { do: 'create' } };
  if (world.options.existing === 'skip') return skipped('email', { do: 'keep', known });
  const changes = contactChanges(values, known, customer);
  const isChanged = Object.keys(changes).length > 0;
  const contact: ContactPlan = isChanged ? { do: 'change', known, changes } : { do: 'keep', known };
  const isAny = isChanged || customer?.do === 'change';
  return { outcome: isAny ? 'updated' : 'unchanged', problems, customer, contact };
}

const skipped = (field: string, contact: ContactPlan | null): RowPlan => ({
  outcome: 'skipped',
  problems: [{ field, code: 'importKnown' }],
  customer: null,
  contact,
});

type Refuse = (field: string, code: string, params?: FieldError['params']) => void;

/** The customer that the row names, or that the address's domain tells; null for none. */
async function planCustomer(
  world: World,
  { values, isContact }: ReadRow,
  contact: KnownContact | null,
  refuse: Refuse,
): Promise<CustomerPlan | null> {
  const isSkipped = contact !== null && world.options.existing === 'skip';
  if (isSkipped) return null;
  if (values.customer === undefined) {
    if (values.domains.length > 0) refuse('customer', 'required');
    return null;
  }
  const refuseCustomer = (code: string) => {
    refuse('customer', code);
    return null;
  };
  const named = world.names.get(values.customer);
  const folded = named?.folded ?? values.customer;
  const active = named?.customers.filter(({ isArchived }) => !isArchived) ?? [];
  const made = world.made.get(folded);
  if (active.length > 1) return refuseCustomer('importAmbiguous');
  const known = active[0] ?? made;
  if (!known) {
    if (named?.customers.length) return refuseCustomer('archivedCustomer');
    if (limitOf(world.tx.actor) !== null) return refuseCustomer('customerInReach');
    if (!world.options.createsCustomers) return refuseCustomer('unknownCustomer');
    if (!may(world, 'customers.manage')) return refuseCustomer('importForbidden');
    const domains = await freeDomains(world, null, values.domains, refuse);
    return { do: 'create', folded, name: values.customer, domains };
  }
  if (world.options.existing === 'skip' || !may(world, 'customers.manage')) {
    if (!isContact && !may(world, 'customers.manage')) refuse('customer', 'importForbidden');
    return { do: 'keep', known };
  }
  const changes = customerChanges(values, known);
  const added = values.domains.filter((domain) => !known.domains.includes(domain.toLowerCase()));
  const domains = await freeDomains(world, known.id, added, refuse);
  return Object.keys(changes).length > 0 || domains.length > 0
    ? { do: 'change', known, changes, domains }
    : { do: 'keep', known };
}

/** Those that the customer does not have yet; says why one cannot be his. */
async function freeDomains(
  world: World,
  customerId: number | null,
  domains: readonly string[],
  refuse: Refuse,
): Promise<string[]> {
  const free: string[] = [];
  for (const domain of new Set(domains)) {
    const other = madeWith(world, normaliseDomain(domain) ?? '');
    if (other && other.id !== customerId) {
      refuse('domains', 'domainTaken', { domain, customer: other.name });
      continue;
    }
    const key = `${customerId ?? 'new'} ${domain}`;
    let problem = world.domainChecks.get(key);
    if (problem === undefined) {
      problem = await problemOf(world.tx, customerId, domain);
      world.domainChecks.set(key, problem);
    }
    if (problem === null) free.push(domain);
    else if (problem.code !== HELD) refuse('domains', problem.code, problem.params);
  }
  return free;
}

const HELD = 'held';

async function problemOf(
  tx: TenantTx,
  customerId: number | null,
  domain: string,
): Promise<FieldError | null> {
  try {
    // A customer that a check only imagines has no domains yet.
    const id = customerId !== null && customerId < 0 ? null : customerId;
    const { isHeld } = await checkDomain(tx, id, domain, 'domains');
    return isHeld ? { field: 'domains', code: HELD } : null;
  } catch (error) {
    const problem = error instanceof AppError ? error.fieldErrors[0] : undefined;
    if (!problem) throw error;
    return problem;
  }
}

function checkKnown(
  { options }: World,
  values: RowValues,
  known: KnownContact,
  customer: CustomerPlan | null,
  refuse: Refuse,
): void {
  const isNowhere = customer === null && known.customerId === null;
  if (!known.isInReach) refuse('email', 'emailTaken');
  else if (options.existing === 'skip') return;
  else if (known.isArchived) refuse('email', 'importArchived');
  else if (values.isMainContact && isNowhere) refuse('isMainContact', 'mainContactNeedsCustomer');
}

async function checkNewcomer(
  world: World,
  values: RowValues,
  customer: CustomerPlan | null,
  refuse: Refuse,
): Promise<void> {
  const email = values.email ?? '';
  const { actor, platform } = world.tx;
  if (domainOf(email) === platform.config.mailDomain || world.ownAddresses.has(email)) {
    return refuse('email', 'ownAddress');
  }
  if (customer !== null) return;
  const owner = await ownerOfDomain(world, email);
  if (actor.kind === 'technician' && !reaches(actor, owner)) {
    return refuse('customer', 'customerInReach');
  }
  if (values.isMainContact && owner === null) refuse('isMainContact', 'mainContactNeedsCustomer');
}

/** Where a new contact without a named customer belongs: to whoever has the address's domain. */
async function ownerOfDomain(world: World, email: string): Promise<number | null> {
  const domain = domainOf(email);
  const made = madeWith(world, domain);
  if (made) return made.id;
  let owner = world.domainOwners.get(domain);
  if (owner === undefined) {
    owner = await findCustomerByDomain(world.tx, domain);
    world.domainOwners.set(domain, owner);
  }
  return owner?.id ?? null;
}

const madeWith = ({ made }: World, domain: string) =>
  [...made.values()].find(({ domains }) => domains.includes(domain));

function contactChanges(
  values: RowValues,
  known: KnownContact,
  customer: CustomerPlan | null,
): ContactChanges {
  const fields = [
    'firstName',
    'lastName',
    'phone',
    'jobTitle',
    'language',
    'isMainContact',
    'hasPortalAccess',
  ] as const;
  const changed = fields.filter(
    (field) => values[field] !== undefined && values[field] !== known[field],
  );
  const changes: ContactChanges = Object.fromEntries(
    changed.map((field) => [field, values[field]]),
  );
  const isElsewhere =
    customer?.do === 'create' || (customer !== null && customer.known.id !== known.customerId);
  return isElsewhere ? { ...changes, movesToCustomer: true } : changes;
}

function customerChanges(values: RowValues, known: KnownCustomer): CustomerChanges {
  const given = { phone: values.customerPhone, website: values.website, notes: values.notes };
  return Object.fromEntries(
    Object.entries(given).filter(
      ([name, value]) => value !== undefined && value !== known[name as keyof typeof given],
    ),
  );
}
