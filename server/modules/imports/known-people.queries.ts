import { sql } from 'kysely';
import { inReach } from '#platform/db/reach.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { withoutPlusTag } from '#platform/mail/mail-address.ts';
import type { Language } from '#shared/languages.ts';

/*
 * Who is there already, asked for many rows at once: one by one, a file of 20,000 rows would take
 * minutes to check. The tables are those of contacts and customers.
 */

export interface KnownContact {
  id: number;
  version: number;
  customerId: number | null;
  email: string;
  firstName: string;
  lastName: string;
  phone: string | null;
  jobTitle: string | null;
  language: Language;
  isMainContact: boolean;
  hasPortalAccess: boolean;
  isArchived: boolean;
  /** False: the actor's role does not show it. */
  isInReach: boolean;
}

/** By the address without its +tag. */
export async function findKnownContacts(
  tx: TenantTx,
  emails: readonly string[],
): Promise<Map<string, KnownContact>> {
  const { rows } = await sql<KnownContact & { mailbox: string }>`
    select mailbox, id, version, customer_id as "customerId", email, first_name as "firstName",
      last_name as "lastName", phone, job_title as "jobTitle", language,
      is_main_contact as "isMainContact", has_portal_access as "hasPortalAccess",
      archived_at is not null as "isArchived", ${inReach(tx.actor, 'customer_id')} as "isInReach"
    from contacts where mailbox = any(${emails.map(withoutPlusTag)}::text[])`.execute(tx);
  return new Map(rows.map(({ mailbox, ...contact }) => [mailbox, contact]));
}

export interface KnownCustomer {
  id: number;
  version: number;
  name: string;
  phone: string | null;
  website: string | null;
  notes: string;
  domains: string[];
  isArchived: boolean;
}

export interface NamedCustomers {
  /** What a name is compared by: without accents and case. */
  folded: string;
  /** Those of this name whom the actor sees; archived ones last. */
  customers: KnownCustomer[];
}

/** By the name as it was given. */
export async function findNamedCustomers(
  tx: TenantTx,
  names: readonly string[],
): Promise<Map<string, NamedCustomers>> {
  const { rows } = await sql<{ asked: string; folded: string } & Partial<KnownCustomer>>`
    select n.asked, n.folded, c.id, c.version, c.name, c.phone, c.website, c.notes,
      c.archived_at is not null as "isArchived",
      array(select domain from customer_domains d where d.customer_id = c.id) as domains
    from (select asked, lower(fold_accents(asked)) as folded from unnest(${names}::text[]) asked) n
    left join customers c on c.name_folded = n.folded and ${inReach(tx.actor, 'c.id')}
    order by c.archived_at nulls first, c.id`.execute(tx);
  const found = new Map<string, NamedCustomers>();
  for (const { asked, folded, ...customer } of rows) {
    const named = found.get(asked) ?? { folded, customers: [] };
    if (typeof customer.id === 'number') named.customers.push(customer as KnownCustomer);
    found.set(asked, named);
  }
  return found;
}

/** The addresses at which the company itself receives mail. */
export async function listOwnAddresses(tx: TenantTx): Promise<Set<string>> {
  const rows = await tx.selectFrom('mailboxes').select('address').execute();
  return new Set(rows.map(({ address }) => address.toLowerCase()));
}
