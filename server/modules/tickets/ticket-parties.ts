import { type Contact, getContact, getContactOfTicket } from '#modules/contacts/index.ts';
import { getCustomer, requireReachable } from '#modules/customers/index.ts';
import {
  fullNameOf,
  getTechnician,
  holdTechnician,
  seesTicketsOf,
} from '#modules/technicians/index.ts';
import { reaches } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { AppError, invalid } from '#platform/errors.ts';
import { customerWithContact } from './tickets.rules.ts';

export interface Parties {
  contact: Contact | null;
  customer: { id: number; name: string } | null;
}

/**
 * The contact and customer of a ticket, which have to exist and go together. A customer that is
 * left out is the contact's. Throws 400 for the field that is wrong.
 */
export async function settleParties(
  tx: TenantTx,
  wanted: { contactId: number | null; customerId?: number | null | undefined },
  /** The contact that the ticket has already, whom the actor need not see. */
  presentId: number | null = null,
): Promise<Parties> {
  const { contactId } = wanted;
  const find = contactId === presentId ? getContactOfTicket : getContact;
  const contact =
    contactId === null ? null : await named(find(tx, contactId), 'contactId', 'unknownContact');
  const settled = customerWithContact(contact, wanted.customerId);
  if (settled === null) throw invalid({ field: 'customerId', code: 'contactOfOtherCustomer' });
  const { customerId } = settled;
  if (customerId === null) requireReachable(tx, null);
  if (customerId === null) return { contact, customer: null };
  if (contact?.customer?.id === customerId) return { contact, customer: contact.customer };
  const customer = await named(getCustomer(tx, customerId), 'customerId', 'unknownCustomer');
  return { contact, customer: { id: customer.id, name: customer.name } };
}

/**
 * Only who can sign in, and whose role shows him the ticket, can be given work. Nobody disables him
 * before the transaction has ended.
 */
export async function requireAssignee(
  tx: TenantTx,
  id: number,
  customerId: number | null,
): Promise<void> {
  await holdTechnician(tx, id);
  const technician = await named(getTechnician(tx, id), 'assigneeId', 'unknownTechnician');
  if (technician.state !== 'active') {
    throw invalid({ field: 'assigneeId', code: 'inactiveTechnician' });
  }
  if (!seesTicketsOf(technician, customerId)) {
    const name = fullNameOf(technician);
    throw invalid({ field: 'assigneeId', code: 'technicianCannotSee', params: { name } });
  }
}

/** Who keeps a ticket that moves to another customer: nobody, if its assignee does not see it there. */
export async function keptAssignee(
  tx: TenantTx,
  id: number,
  customerId: number | null,
): Promise<number | null> {
  return reaches(await getTechnician(tx, id), customerId) ? id : null;
}

/** What is not found is a mistake in the input here, and no missing page. */
async function named<T>(found: Promise<T>, field: string, code: string): Promise<T> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof AppError && error.status === 404) throw invalid({ field, code });
    throw error;
  }
}
