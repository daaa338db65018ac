import {
  type Contact,
  createContact,
  ensureContactForSender,
  fullName,
  setChosenPassword,
} from '#modules/contacts/index.ts';
import { createCustomer } from '#modules/customers/index.ts';
import { getBuiltInRole } from '#modules/roles/index.ts';
import { signUpCompany } from '#modules/setup/index.ts';
import { freezeSignature, keepSignature } from '#modules/signatures/index.ts';
import { addTechnician, fullNameOf, type Technician } from '#modules/technicians/index.ts';
import { clock, DAY_MS } from '#platform/clock.ts';
import { hashPassword } from '#platform/crypto/passwords.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Platform } from '#platform/platform.ts';
import type { Language } from '#shared/languages.ts';
import { type Chance, createChance } from './chance.ts';
import { CUSTOMERS, type DemoCustomer, PEOPLE, SIGNATURE, TECHNICIANS } from './company.ts';
import { backdatePeople } from './demo.queries.ts';
import { type Cast, imagineTicket, imagineTimes } from './imagine-ticket.ts';
import { readStories } from './stories.ts';
import { writeArticles } from './write-articles.ts';
import { writeMachines } from './write-machines.ts';
import { writeTickets } from './write-tickets.ts';

export interface Demo {
  companyName: string;
  portalAddress: string;
  technicians: { email: string; isAdmin: boolean }[];
  contact: { username: string; customerName: string };
  mainContact: { username: string; customerName: string };
  counts: { customers: number; contacts: number; tickets: number; devices: number };
}

const TICKETS = 340;
const DAYS = 60;
const CUSTOMER_SINCE_DAYS = 400;

/** Mail addresses of the demo company, from its name: below .example, which nobody can own. */
export const demoDomain = (companyName: string) =>
  `${
    companyName
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'company'
  }.example`;

export const technicianAddress = (
  { firstName, lastName }: { firstName: string; lastName: string },
  domain: string,
) => `${firstName}.${lastName}@${domain}`.toLowerCase();

/**
 * Makes a company as it may look after some weeks: all of it or nothing, in one transaction. Sends
 * no mail. Everybody named in the result signs in with `password`.
 */
export async function makeDemo(
  platform: Platform,
  { companyName, password }: { companyName: string; password: string },
): Promise<Demo> {
  const domain = demoDomain(companyName);
  await platform.db.lookups.keepDevicePartitions(clock.now());
  const passwordHash = await hashPassword(password);
  const [first, ...others] = TECHNICIANS;
  const admin = { ...first, email: technicianAddress(first, domain), language: 'en' as const };
  return signUpCompany(platform, { ...admin, companyName, password }, async (tx, made) => {
    const chance = createChance(20_26);
    const { id: roleId } = await getBuiltInRole(tx, 'technician');
    const technicians = [await signed(tx, made.admin)];
    for (const person of others) {
      const email = technicianAddress(person, domain);
      const added = await addTechnician(tx, { ...person, email, roleId, passwordHash });
      technicians.push(await signed(tx, added));
    }
    const groups: CustomerGroup[] = [];
    for (const customer of CUSTOMERS) groups.push(await addCustomer(tx, customer, chance));
    await backdatePeople(tx, new Date(clock.now().getTime() - CUSTOMER_SINCE_DAYS * DAY_MS));
    const strangers = await addStrangers(tx);
    const tickets = imagineTickets([...groups, strangers], technicians, chance);
    await writeTickets(tx, tickets);
    await writeArticles(tx, made.admin);
    const devices = await writeMachines(tx, groups, made.admin.id);

    const shown = groups[0];
    const [mainContact, contact] = shown?.contacts ?? [];
    if (!shown || !mainContact || !contact) throw new Error('a customer of the demo has no people');
    for (const { id } of [mainContact, contact]) await setChosenPassword(tx, id, passwordHash);
    return {
      companyName,
      portalAddress: made.tenant.portalAddress,
      technicians: technicians.map(({ email }, index) => ({ email, isAdmin: index === 0 })),
      contact: { username: contact.portalUsername, customerName: shown.name },
      mainContact: { username: mainContact.portalUsername, customerName: shown.name },
      counts: {
        customers: groups.length,
        contacts: groups.flatMap(({ contacts }) => contacts).length + strangers.contacts.length,
        tickets: tickets.length,
        devices,
      },
    };
  });
}

/** A technician, and what stands under his replies. */
type SignedTechnician = Technician & { signatureId: number | null };

async function signed(tx: TenantTx, technician: Technician): Promise<SignedTechnician> {
  await keepSignature(tx, technician, SIGNATURE);
  return { ...technician, signatureId: (await freezeSignature(tx, technician)).id };
}

interface Group {
  name: string;
  language: Language;
  contacts: Contact[];
}

type CustomerGroup = Group & { customerId: number };

/** A customer with its people; the first of them is its main contact. */
async function addCustomer(
  tx: TenantTx,
  customer: DemoCustomer,
  chance: Chance,
): Promise<CustomerGroup> {
  const { name, domains, language, phone, notes } = customer;
  const website = `https://www.${domains[0]}`;
  const { id } = await createCustomer(tx, { name, phone, website, notes, domains });
  const { first, last, jobs } = PEOPLE[language];
  const contacts: Contact[] = [];
  for (let index = 0; index < customer.people; index++) {
    const firstName = first[index % first.length] ?? '';
    // a step that has no factor in common with the list's length meets every name once
    const lastName = last[(index * 5 + name.length) % last.length] ?? '';
    contacts.push(
      await createContact(tx, {
        email: addressOf(firstName, lastName, domains[index % domains.length] ?? ''),
        firstName,
        lastName,
        customerId: id,
        phone: `${phone.slice(0, -2)}${String(30 + index)}`,
        jobTitle: chance.pick(jobs),
        language,
        isMainContact: index === 0,
      }),
    );
  }
  return { name, customerId: id, language, contacts };
}

/** People who wrote from domains that no customer has: their tickets wait under "Unassigned". */
async function addStrangers(tx: TenantTx): Promise<Group> {
  const senders = [
    { name: 'Peter Lindqvist', email: 'peter.lindqvist@nordisk-handel.example' },
    { name: 'Office Riverside Dental', email: 'office@riverside-dental.example' },
  ];
  const contacts: Contact[] = [];
  for (const sender of senders)
    contacts.push(
      (await ensureContactForSender(tx, { ...sender, language: 'en', mayBeWelcomed: true }))
        .contact,
    );
  return { name: '', language: 'en', contacts };
}

function imagineTickets(groups: Group[], technicians: SignedTechnician[], chance: Chance) {
  const now = clock.now();
  const stories = new Map(
    (['en', 'de', 'fr', 'it', 'es'] as const).map((language) => [language, readStories(language)]),
  );
  return imagineTimes(TICKETS, DAYS, now, chance).map((createdAt, index, all) => {
    // strangers write rarely, and lately
    const isStranger = index > all.length - 30 && index % 9 === 0;
    const group = isStranger ? groups.at(-1) : groups[chance.below(groups.length - 1)];
    if (!group) throw new Error('the demo has no customers');
    const story = chance.pick(stories.get(group.language) ?? []);
    return imagineTicket(story, castOf(group, technicians, chance), createdAt, now, chance);
  });
}

function castOf(
  { contacts, language }: Group,
  technicians: SignedTechnician[],
  chance: Chance,
): Cast {
  // some write more than others
  const contact =
    contacts[Math.floor(chance.next() ** 1.5 * contacts.length)] ?? chance.pick(contacts);
  const technician = chance.pick(technicians);
  const { id, firstName, email, customerId } = contact;
  const { signatureId } = technician;
  return {
    contact: { id, firstName, email, customerId, name: fullName(contact) },
    technician: {
      id: technician.id,
      name: fullNameOf(technician),
      email: technician.email,
      signatureId,
    },
    language,
  };
}

/** "Jürgen Schäfer" writes as juergen.schaefer@…, as people do. */
function addressOf(firstName: string, lastName: string, domain: string): string {
  const local = `${firstName}.${lastName}`
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  return `${local}@${domain}`;
}
