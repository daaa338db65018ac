import { recordAudit } from '#modules/audit/index.ts';
import { cancelLinks } from '#modules/credentials/index.ts';
import { requireReachable } from '#modules/customers/index.ts';
import { queueSearchRefresh } from '#modules/search/index.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { conflict, invalid, isUniqueViolation } from '#platform/errors.ts';
import { present, publish } from '#platform/events/event-hub.ts';
import type { Language } from '#shared/languages.ts';
import { requireActiveCustomer, requireFreeAddress } from './contact-checks.ts';
import { endAccess, givePassword } from './contact-credentials.ts';
import { moveTicketsToCustomer } from './contact-tickets.ts';
import { type ContactFields, updateContact } from './contacts.queries.ts';
import { fullName } from './contacts.rules.ts';
import { getContact } from './contacts.ts';
import type { Contact } from './contacts.views.ts';
import { welcomeNewContact } from './welcome-mail.ts';

export interface ContactChanges {
  customerId?: number | null | undefined;
  email?: string | undefined;
  firstName?: string | undefined;
  lastName?: string | undefined;
  phone?: string | null | undefined;
  jobTitle?: string | null | undefined;
  language?: Language | undefined;
  isMainContact?: boolean | undefined;
  hasPortalAccess?: boolean | undefined;
}

/** What the search for tickets knows of a contact. */
const FOUND_BY = ['firstName', 'lastName', 'email'] as const;

/**
 * Changes a contact. Given to a customer for the first time, it takes its tickets along; a stranger
 * who gets a customer, or access to the portal, gets a password and a welcome too. Throws 409 with
 * the contact as it is now when `version` is not its version any more.
 * `isWelcomed` false: no welcome mail in any case.
 */
export async function changeContact(
  tx: TenantTx,
  id: number,
  version: number,
  { isWelcomed = true, ...wanted }: ContactChanges & { isWelcomed?: boolean },
): Promise<Contact> {
  const before = await getContact(tx, id);
  if (before.version !== version) throw conflict(before);
  const changes = changesOf(before, wanted);
  const fields = Object.keys(changes) as (keyof ContactChanges)[];
  if (fields.length === 0) return before;
  await check(tx, before, changes);
  const isEntering = changes.hasPortalAccess === true && before.passwordState === 'none';
  if (isEntering) await givePassword(tx, id);
  await store(tx, isEntering ? await getContact(tx, id) : before, changes);
  await followUp(tx, before, changes);
  const after = await getContact(tx, id);
  await recordAudit(tx, {
    action: 'contact.changed',
    subjectKind: 'contact',
    subjectId: id,
    subjectName: fullName(after),
    details: { fields, ...auditedValues(before, changes) },
  });
  await publish(tx, {
    kind: 'contact',
    ids: { id },
    contactIds: [id],
    ofCustomers: present([before.customerId, after.customerId]),
  });
  if (isEntering && isWelcomed) await welcomeNewContact(tx, after);
  return after;
}

/** What has to happen elsewhere because of the change. */
async function followUp(tx: TenantTx, before: Contact, changes: ContactChanges): Promise<void> {
  const { id } = before;
  const isAdoption = isAdopting(before, changes);
  if (isAdoption) await moveTicketsToCustomer(tx, id);
  if (isAdoption || FOUND_BY.some((name) => name in changes)) {
    await queueSearchRefresh(tx, { contactId: id });
  }
  // A link on its way to the former address may be in the wrong hands.
  if (changes.email !== undefined) await cancelLinks(tx, { contactId: id });
  if (changes.hasPortalAccess === false) await endAccess(tx, id);
}

/** Out of lists and choices, and no portal any more; nothing is deleted. */
export async function setContactArchived(
  tx: TenantTx,
  id: number,
  isArchived: boolean,
): Promise<Contact> {
  const before = await getContact(tx, id);
  if (before.isArchived === isArchived) return before;
  const now = clock.now();
  if (!(await updateContact(tx, before, { archived_at: isArchived ? now : null }, now))) {
    throw conflict(await getContact(tx, id));
  }
  if (isArchived) await endAccess(tx, id);
  await recordAudit(tx, {
    action: isArchived ? 'contact.archived' : 'contact.restored',
    subjectKind: 'contact',
    subjectId: id,
    subjectName: fullName(before),
  });
  await publish(tx, {
    kind: 'contact',
    ids: { id },
    contactIds: [id],
    ofCustomers: present([before.customerId]),
  });
  return getContact(tx, id);
}

/**
 * What really changes. Who moves to another customer is not its main contact unless said so; a
 * stranger who gets a customer gets into the portal unless said otherwise.
 */
function changesOf(before: Contact, wanted: ContactChanges): ContactChanges {
  const names = Object.keys(wanted) as (keyof ContactChanges)[];
  const changed = names.filter(
    (name) => wanted[name] !== undefined && wanted[name] !== before[name],
  );
  const changes: ContactChanges = Object.fromEntries(changed.map((name) => [name, wanted[name]]));
  if (before.isMainContact && changes.customerId !== undefined && !wanted.isMainContact) {
    changes.isMainContact = false;
  }
  const isStranger = before.passwordState === 'none' && !before.hasPortalAccess;
  if (isStranger && isAdopting(before, changes) && wanted.hasPortalAccess !== false) {
    changes.hasPortalAccess = true;
  }
  return changes;
}

const isAdopting = (before: Contact, changes: ContactChanges) =>
  before.customerId === null && typeof changes.customerId === 'number';

async function check(tx: TenantTx, before: Contact, changes: ContactChanges): Promise<void> {
  if (changes.customerId) await requireActiveCustomer(tx, changes.customerId);
  if (changes.customerId === null) requireReachable(tx, null);
  if (changes.email !== undefined) await requireFreeAddress(tx, changes.email, before.id);
  const after = { ...before, ...changes };
  if (after.isMainContact && after.customerId === null) {
    throw invalid({ field: 'isMainContact', code: 'mainContactNeedsCustomer' });
  }
}

async function store(tx: TenantTx, contact: Contact, changes: ContactChanges): Promise<void> {
  try {
    if (await updateContact(tx, contact, columnsOf(changes), clock.now())) return;
  } catch (error) {
    // Somebody took the address since it was looked up.
    if (!isUniqueViolation(error)) throw error;
    throw invalid({ field: 'email', code: 'emailTaken' });
  }
  throw conflict(await getContact(tx, contact.id));
}

const COLUMNS = {
  customerId: 'customer_id',
  email: 'email',
  firstName: 'first_name',
  lastName: 'last_name',
  phone: 'phone',
  jobTitle: 'job_title',
  language: 'language',
  isMainContact: 'is_main_contact',
  hasPortalAccess: 'has_portal_access',
} as const satisfies Record<keyof ContactChanges, keyof ContactFields>;

const columnsOf = (changes: ContactChanges): Partial<ContactFields> =>
  Object.fromEntries(
    Object.entries(changes).map(([name, value]) => [COLUMNS[name as keyof ContactChanges], value]),
  );

/** What decides who may see what is kept with its old and new value. */
function auditedValues(before: Contact, changes: ContactChanges) {
  const watched = ['email', 'customerId', 'isMainContact', 'hasPortalAccess'] as const;
  const changed = watched.filter((name) => changes[name] !== undefined);
  if (changed.length === 0) return {};
  return {
    old: Object.fromEntries(changed.map((name) => [name, before[name]])),
    new: Object.fromEntries(changed.map((name) => [name, changes[name]])),
  };
}
