import { sql } from 'kysely';
import { inReach } from '#platform/db/reach.ts';
import { patternsOf } from '#platform/db/search-words.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';

export interface CustomerRow {
  id: number;
  name: string;
  name_folded: string;
  phone: string | null;
  website: string | null;
  notes: string;
  archived_at: Date | null;
  version: number;
  created_at: Date;
  updated_at: Date;
  domains: string[];
  domains_with_subdomains: string[];
  contact_count: number;
  open_ticket_count: number;
}

export interface CustomerFields {
  name: string;
  phone: string | null;
  website: string | null;
  notes: string;
}

export type CustomerState = 'active' | 'archived' | 'all';

export interface CustomerList {
  search: string;
  state: CustomerState;
  limit: number;
  /** Where the page before ended, by the sort that is asked for. */
  after:
    | { sort: 'name'; last: [string, number] | null }
    | { sort: '-updatedAt'; last: [string, number] | null };
}

/**
 * Those that the actor may see: all, or the ones that his role is limited to. Contacts and tickets
 * belong to modules that stand on this one, so they are counted here.
 */
function customerRows(tx: TenantTx) {
  return tx
    .selectFrom('customers')
    .where(inReach(tx.actor, 'customers.id'))
    .select([
      'id',
      'name',
      'name_folded',
      'phone',
      'website',
      'notes',
      'archived_at',
      'version',
      'created_at',
      'updated_at',
    ])
    .select((eb) => [
      sql<string[]>`array(select domain from customer_domains
        where customer_id = customers.id order by domain)`.as('domains'),
      sql<string[]>`array(select domain from customer_domains
        where customer_id = customers.id and includes_subdomains
        order by domain)`.as('domains_with_subdomains'),
      eb
        .selectFrom('contacts')
        .whereRef('contacts.customer_id', '=', 'customers.id')
        .where('contacts.archived_at', 'is', null)
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('contact_count'),
      eb
        .selectFrom('tickets')
        .whereRef('tickets.customer_id', '=', 'customers.id')
        .where('tickets.is_active', '=', true)
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('open_ticket_count'),
    ]);
}

export function findCustomerRow(tx: TenantTx, id: number): Promise<CustomerRow | undefined> {
  return customerRows(tx).where('id', '=', id).executeTakeFirst();
}

/** One row more than the page holds, see `cutPage`. */
export function listCustomerRows(tx: TenantTx, list: CustomerList): Promise<CustomerRow[]> {
  let query = customerRows(tx).limit(sql.lit(list.limit + 1));
  if (list.state !== 'all') {
    query = query.where('archived_at', list.state === 'active' ? 'is' : 'is not', null);
  }
  for (const pattern of patternsOf(list.search)) {
    query = query.where(
      sql<boolean>`(name_folded like ${pattern} or exists (select from customer_domains
        where customer_id = customers.id and domain like ${pattern}))`,
    );
  }
  const { sort, last } = list.after;
  if (sort === 'name') {
    if (last) query = query.where(sql<boolean>`(name_folded, id) > (${last[0]}, ${last[1]})`);
    return query.orderBy('name_folded').orderBy('id').execute();
  }
  if (last) {
    query = query.where(sql<boolean>`(updated_at, id) < (${last[0]}::timestamptz, ${last[1]})`);
  }
  return query.orderBy('updated_at', 'desc').orderBy('id', 'desc').execute();
}

export async function insertCustomer(tx: TenantTx, fields: CustomerFields, now: Date) {
  const { id } = await tx
    .insertInto('customers')
    .values({ ...fields, created_at: now, updated_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** False when the customer is not there or has another version by now. */
export async function updateCustomer(
  tx: TenantTx,
  { id, version }: { id: number; version: number },
  changes: Partial<CustomerFields> & { archived_at?: Date | null },
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('customers')
    .set({ ...changes, updated_at: now, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
