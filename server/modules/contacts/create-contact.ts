import { randomInt } from 'node:crypto';
import { recordAudit } from '#modules/audit/index.ts';
import { findCustomerByDomain, requireReachable } from '#modules/customers/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { invalid } from '#platform/errors.ts';
import { present, publish } from '#platform/events/event-hub.ts';
import { domainOf } from '#platform/mail/mail-address.ts';
import { splitPersonName } from '#platform/mail/person-name.ts';
import type { Language } from '#shared/languages.ts';
import { changeContact } from './change-contact.ts';
import { requireActiveCustomer, requireFreeAddress } from './contact-checks.ts';
import { keepReadable, makePassword } from './contact-credentials.ts';
import {
  type ContactFields,
  findTakenUsernames,
  findUsualLanguage,
  insertContact,
  setAwaitsWelcome,
} from './contacts.queries.ts';
import { fullName, usernameCandidates, usernameFromAddress } from './contacts.rules.ts';
import { findContactByEmail, getContact } from './contacts.ts';
import type { Contact } from './contacts.views.ts';
import { welcomeNewContact } from './welcome-mail.ts';

export interface NewContact {
  /** As `normaliseAddress` gives it. */
  email: string;
  firstName: string;
  lastName: string;
  /** Left out: the customer that has the address's domain, if any. */
  customerId?: number | null | undefined;
  phone?: string | null | undefined;
  jobTitle?: string | null | undefined;
  /** Left out: the company's. */
  language?: Language | undefined;
  isMainContact?: boolean | undefined;
  hasPortalAccess?: boolean | undefined;
}

export interface Welcoming {
  /** Left out: as the settings say. */
  isWelcomed?: boolean | undefined;
}

/** Adds a contact with portal username and password, and welcomes it if the settings say so. */
export async function createContact(
  tx: TenantTx,
  wanted: NewContact,
  { isWelcomed }: Welcoming = {},
): Promise<Contact> {
  await requireFreeAddress(tx, wanted.email);
  if (wanted.customerId) await requireActiveCustomer(tx, wanted.customerId);
  const customerId =
    wanted.customerId === undefined
      ? ((await findCustomerByDomain(tx, domainOf(wanted.email)))?.id ?? null)
      : wanted.customerId;
  requireReachable(tx, customerId);
  if (wanted.isMainContact && customerId === null) {
    throw invalid({ field: 'isMainContact', code: 'mainContactNeedsCustomer' });
  }
  const contact = await insertWithCredentials(tx, {
    customer_id: customerId,
    email: wanted.email,
    first_name: wanted.firstName,
    last_name: wanted.lastName,
    phone: wanted.phone ?? null,
    job_title: wanted.jobTitle ?? null,
    language: wanted.language ?? (await getTenant(tx)).language,
    is_main_contact: wanted.isMainContact ?? false,
    has_portal_access: wanted.hasPortalAccess ?? true,
  });
  if (!contact) throw invalid({ field: 'email', code: 'emailTaken' });
  if (isWelcomed !== false) await welcomeNewContact(tx, contact, { isAsked: isWelcomed === true });
  return contact;
}

/** Who wrote to us, as far as the mail tells. */
export interface MailSender {
  /** As `normaliseAddress` gives it. */
  email: string;
  /** The display name, as written. */
  name: string;
  /** What the mail is written in; null when it does not say. */
  language: Language | null;
  /** False when the From's domain says that such a mail is not its own. */
  mayBeWelcomed: boolean;
}

/**
 * The contact behind an address that wrote to us, added when it is new. Its domain tells the
 * customer; from a domain that nobody has it waits under "Unassigned", without a password, so
 * that strangers cause neither work nor mail. Two mails at the same moment make one contact, and
 * so do two addresses that differ by a +tag. Where the mail does not say its language, the one of
 * most people at the customer is taken, or else the company's.
 */
export async function ensureContactForSender(
  tx: TenantTx,
  sender: MailSender,
): Promise<{ contact: Contact; isNew: boolean }> {
  const known = await findContactByEmail(tx, sender.email);
  if (known && (known.customerId !== null || known.isArchived)) {
    return { contact: await catchUpWelcome(tx, known, sender), isNew: false };
  }
  const tenant = await getTenant(tx);
  const customer = tenant.automaticContactsEnabled
    ? await findCustomerByDomain(tx, domainOf(sender.email))
    : null;
  if (known) {
    // A customer got the domain since this person last wrote.
    const contact = customer ? await adopt(tx, known, customer.id, sender) : known;
    return { contact, isNew: false };
  }
  const language =
    sender.language ?? (customer && (await findUsualLanguage(tx, customer.id))) ?? tenant.language;
  const { firstName, lastName } = splitPersonName(sender.name, sender.email, language);
  const added = await insertWithCredentials(tx, {
    customer_id: customer?.id ?? null,
    email: sender.email,
    first_name: firstName,
    last_name: lastName,
    phone: null,
    job_title: null,
    language,
    is_main_contact: false,
    has_portal_access: customer !== null,
  });
  if (added) {
    const contact = customer ? await welcomeSender(tx, added, sender) : added;
    return { contact, isNew: true };
  }
  const faster = await findContactByEmail(tx, sender.email);
  if (!faster) throw new Error('a contact that was there a moment ago is gone');
  return { contact: faster, isNew: false };
}

/** Whether an address has a contact, or a domain that belongs to a customer. */
export async function isKnownSender(tx: TenantTx, email: string): Promise<boolean> {
  if (await findContactByEmail(tx, email)) return true;
  return (await findCustomerByDomain(tx, domainOf(email))) !== null;
}

/** A password goes to nobody in whose name somebody else may have written: it waits for a mail. */
async function welcomeSender(
  tx: TenantTx,
  contact: Contact,
  { mayBeWelcomed }: MailSender,
): Promise<Contact> {
  if (mayBeWelcomed) {
    await welcomeNewContact(tx, contact);
    return contact;
  }
  if (!(await getTenant(tx)).newContactMailEnabled) return contact;
  await setAwaitsWelcome(tx, contact.id, true);
  return getContact(tx, contact.id);
}

async function adopt(
  tx: TenantTx,
  stranger: Contact,
  customerId: number,
  sender: MailSender,
): Promise<Contact> {
  const changes = { customerId, isWelcomed: sender.mayBeWelcomed };
  const contact = await changeContact(tx, stranger.id, stranger.version, changes);
  return sender.mayBeWelcomed ? contact : welcomeSender(tx, contact, sender);
}

/** The first mail that is surely theirs brings the welcome that an earlier one could not. */
async function catchUpWelcome(
  tx: TenantTx,
  contact: Contact,
  { mayBeWelcomed }: MailSender,
): Promise<Contact> {
  if (!contact.awaitsWelcome || !mayBeWelcomed || contact.isArchived) return contact;
  await setAwaitsWelcome(tx, contact.id, false);
  if (contact.passwordState === 'generated') await welcomeNewContact(tx, contact);
  return getContact(tx, contact.id);
}

/** Null when the address has a contact. */
async function insertWithCredentials(tx: TenantTx, fields: ContactFields): Promise<Contact | null> {
  const password = fields.has_portal_access ? await makePassword() : null;
  const id = await insertWithFreeUsername(tx, fields, password?.hash ?? null);
  if (id === null) return null;
  if (password) await keepReadable(tx, id, password.plain);
  const contact = await getContact(tx, id);
  await recordAudit(tx, {
    action: 'contact.created',
    subjectKind: 'contact',
    subjectId: id,
    subjectName: fullName(contact),
    details: { email: contact.email, customerId: contact.customerId },
  });
  await publish(tx, { kind: 'contact', ids: { id }, ofCustomers: present([contact.customerId]) });
  return contact;
}

const ATTEMPTS = 5;
const RANDOM_NUMBER_MAX = 1_000_000;

async function insertWithFreeUsername(
  tx: TenantTx,
  fields: ContactFields,
  passwordHash: string | null,
): Promise<number | null> {
  const base = usernameFromAddress(fields.email);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    // Who lost the race for the next number does not race for the one after it.
    const plain = attempt === 0 ? await findFreeUsername(tx, base) : null;
    const username = plain ?? `${base}${randomInt(RANDOM_NUMBER_MAX)}`;
    const contact = { ...fields, portal_username: username, password_hash: passwordHash };
    const id = await insertContact(tx, contact, clock.now());
    if (id !== null) return id;
    // Somebody was faster with the address, which ends this, or with the username.
    if (await findContactByEmail(tx, fields.email)) return null;
  }
  throw new Error('no free username was found');
}

async function findFreeUsername(tx: TenantTx, base: string): Promise<string | null> {
  const candidates = usernameCandidates(base);
  const taken = await findTakenUsernames(tx, candidates);
  return candidates.find((candidate) => !taken.has(candidate)) ?? null;
}
