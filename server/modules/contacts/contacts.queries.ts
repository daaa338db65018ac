import { sql } from 'kysely';
import { inReach } from '#platform/db/reach.ts';
import { patternsOf } from '#platform/db/search-words.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { withoutPlusTag } from '#platform/mail/mail-address.ts';
import type { ContactMailKind } from '#shared/contact-mails.ts';
import type { Language } from '#shared/languages.ts';

export interface ContactRow {
  id: number;
  customer_id: number | null;
  customer_name: string | null;
  email: string;
  first_name: string;
  last_name: string;
  name_folded: string;
  phone: string | null;
  job_title: string | null;
  language: Language;
  is_main_contact: boolean;
  has_portal_access: boolean;
  portal_username: string;
  has_password: boolean;
  is_password_generated: boolean;
  /** Null when there is nothing left to read. */
  password_readable_until: Date | null;
  last_sign_in_at: Date | null;
  unwanted_mails: ContactMailKind[];
  awaits_welcome: boolean;
  archived_at: Date | null;
  version: number;
  created_at: Date;
  updated_at: Date;
}

export interface ContactFields {
  customer_id: number | null;
  email: string;
  first_name: string;
  last_name: string;
  phone: string | null;
  job_title: string | null;
  language: Language;
  is_main_contact: boolean;
  has_portal_access: boolean;
}

export type ContactState = 'active' | 'archived' | 'all';

export interface ContactList {
  search: string;
  state: ContactState;
  customerId?: number | 'none' | undefined;
  limit: number;
  /** Folded name and id of the last row of the page before. */
  after: [string, number] | null;
}

/** Neither the password's hash nor its encrypted copy: those have queries of their own. */
function contactRows(tx: TenantTx) {
  return tx
    .selectFrom('contacts')
    .leftJoin('customers', 'customers.id', 'contacts.customer_id')
    .select([
      'contacts.id',
      'contacts.customer_id',
      'customers.name as customer_name',
      'contacts.email',
      'contacts.first_name',
      'contacts.last_name',
      'contacts.name_folded',
      'contacts.phone',
      'contacts.job_title',
      'contacts.language',
      'contacts.is_main_contact',
      'contacts.has_portal_access',
      'contacts.portal_username',
      'contacts.is_password_generated',
      'contacts.last_sign_in_at',
      'contacts.awaits_welcome',
      'contacts.archived_at',
      'contacts.version',
      'contacts.created_at',
      'contacts.updated_at',
      sql<ContactMailKind[]>`contacts.unwanted_mails`.as('unwanted_mails'),
      sql<boolean>`contacts.password_hash is not null`.as('has_password'),
      sql<Date | null>`case when contacts.generated_password_encrypted is not null
        then contacts.generated_password_expires_at end`.as('password_readable_until'),
    ]);
}

/** The contact, if the actor may see it. */
export function findContactRow(tx: TenantTx, id: number): Promise<ContactRow | undefined> {
  return visibleContactRows(tx).where('contacts.id', '=', id).executeTakeFirst();
}

/** Whoever it is: for what has to be known of a contact although the actor may not see it. */
export function findAnyContactRow(tx: TenantTx, id: number): Promise<ContactRow | undefined> {
  return contactRows(tx).where('contacts.id', '=', id).executeTakeFirst();
}

/**
 * Of all contacts: an address belongs to one of the company, whoever asks, and so do all addresses
 * that differ from it by a +tag only. The very address comes first, for people who had two before
 * that was so.
 */
export function findContactRowByEmail(
  tx: TenantTx,
  email: string,
): Promise<ContactRow | undefined> {
  return contactRows(tx)
    .where((eb) =>
      eb.or([eb('contacts.email', '=', email), eb('contacts.mailbox', '=', withoutPlusTag(email))]),
    )
    .orderBy((eb) => eb('contacts.email', '=', email), 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** One row more than the page holds, see `cutPage`. */
export function listContactRows(tx: TenantTx, list: ContactList): Promise<ContactRow[]> {
  let query = visibleContactRows(tx)
    .orderBy('contacts.name_folded')
    .orderBy('contacts.id')
    .limit(sql.lit(list.limit + 1));
  if (list.customerId === 'none') query = query.where('contacts.customer_id', 'is', null);
  else if (list.customerId) query = query.where('contacts.customer_id', '=', list.customerId);
  if (list.state !== 'all') {
    query = query.where('contacts.archived_at', list.state === 'active' ? 'is' : 'is not', null);
  }
  for (const pattern of patternsOf(list.search)) {
    query = query.where(
      sql<boolean>`(contacts.search_folded like ${pattern} or contacts.customer_id in (
        select id from customers where name_folded like ${pattern}))`,
    );
  }
  if (list.after) {
    const [name, id] = list.after;
    query = query.where(sql<boolean>`(contacts.name_folded, contacts.id) > (${name}, ${id})`);
  }
  return query.execute();
}

const visibleContactRows = (tx: TenantTx) =>
  contactRows(tx).where(inReach(tx.actor, 'contacts.customer_id'));

/** The language of most contacts of the customer who are there; undefined when there are none. */
export async function findUsualLanguage(
  tx: TenantTx,
  customerId: number,
): Promise<Language | undefined> {
  const row = await tx
    .selectFrom('contacts')
    .where('customer_id', '=', customerId)
    .where('archived_at', 'is', null)
    .groupBy('language')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy('language')
    .select('language')
    .limit(1)
    .executeTakeFirst();
  return row?.language;
}

/** Whether a welcome mail waits for a mail whose sender is proven. */
export async function setAwaitsWelcome(
  tx: TenantTx,
  id: number,
  awaitsWelcome: boolean,
): Promise<void> {
  await tx
    .updateTable('contacts')
    .set({ awaits_welcome: awaitsWelcome })
    .where('id', '=', id)
    .where('awaits_welcome', '!=', awaitsWelcome)
    .execute();
}

/** Which of the usernames somebody has. */
export async function findTakenUsernames(
  tx: TenantTx,
  usernames: readonly string[],
): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('contacts')
    .where('portal_username', 'in', usernames)
    .select('portal_username')
    .execute();
  return new Set(rows.map((row) => row.portal_username));
}

/** The new id, or null when the address or the username belongs to somebody already. */
export async function insertContact(
  tx: TenantTx,
  contact: ContactFields & { portal_username: string; password_hash: string | null },
  now: Date,
): Promise<number | null> {
  const row = await tx
    .insertInto('contacts')
    .values({
      ...contact,
      is_password_generated: contact.password_hash !== null,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** False when the contact is not there or has another version by now. */
export async function updateContact(
  tx: TenantTx,
  { id, version }: { id: number; version: number },
  changes: Partial<ContactFields> & { archived_at?: Date | null },
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('contacts')
    .set({ ...changes, updated_at: now, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * Adds what is not wanted any more and takes out what is wanted again. No new version: what somebody
 * is changing about the contact meanwhile is not touched.
 */
export async function storeMailChoices(
  tx: TenantTx,
  id: number,
  kinds: { unwanted: ContactMailKind[]; wanted: ContactMailKind[] },
): Promise<void> {
  await tx
    .updateTable('contacts')
    .set({
      unwanted_mails: sql`array(
        select kind from unnest(unwanted_mails || ${kinds.unwanted}::text[]) as kind
        where kind <> all (${kinds.wanted}::text[]) group by kind order by kind)`,
    })
    .where('id', '=', id)
    .execute();
}

/** True when the tenant itself receives mail at the address; the table is the mailroom's. */
export async function isOwnAddress(tx: TenantTx, address: string): Promise<boolean> {
  const row = await tx
    .selectFrom('mailboxes')
    .where('address', '=', address)
    .select('id')
    .executeTakeFirst();
  return row !== undefined;
}
