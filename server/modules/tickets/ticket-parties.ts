import { type Contact, getContact } from '#modules/contacts/index.ts';
import { getCustomer } from '#modules/customers/index.ts';
import { fullNameOf, getTechnician } from '#modules/technicians/index.ts';
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
): Promise<Parties> {
  const contact =
    wanted.contactId === null
      ? null
      : await named(getContact(tx, wanted.contactId), 'contactId', 'unknownContact');
  const settled = customerWithContact(contact, wanted.customerId);
  if (settled === null) throw invalid({ field: 'customerId', code: 'contactOfOtherCustomer' });
  const { customerId } = settled;
  if (customerId === null) return { contact, customer: null };
  if (contact?.customer?.id === customerId) return { contact, customer: contact.customer };
  const customer = await named(getCustomer(tx, customerId), 'customerId', 'unknownCustomer');
  return { contact, customer: { id: customer.id, name: customer.name } };
}

/** Only who can sign in, now or after accepting the invitation, can be given work. */
export async function requireAssignee(
  tx: TenantTx,
  id: number,
): Promise<{ id: number; name: string }> {
  const technician = await named(getTechnician(tx, id), 'assigneeId', 'unknownTechnician');
  if (technician.state !== 'active') {
    throw invalid({ field: 'assigneeId', code: 'inactiveTechnician' });
  }
  return { id, name: fullNameOf(technician) };
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
