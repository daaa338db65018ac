import { getCustomer } from '#modules/customers/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { AppError, invalid } from '#platform/errors.ts';
import { domainOf } from '#platform/mail/mail-address.ts';
import { isOwnAddress } from './contacts.queries.ts';
import { findContactByEmail } from './contacts.ts';

/** Throws 400 unless the customer is there and not archived. */
export async function requireActiveCustomer(tx: TenantTx, customerId: number): Promise<void> {
  const customer = await getCustomer(tx, customerId).catch((error) => {
    if (error instanceof AppError && error.status === 404) return null;
    throw error;
  });
  if (!customer) throw invalid({ field: 'customerId', code: 'unknownCustomer' });
  if (customer.isArchived) throw invalid({ field: 'customerId', code: 'archivedCustomer' });
}

/**
 * Throws 400 when another contact has the address, be it with another +tag, or mail to it would
 * come back to ourselves.
 * @param ownId the contact who is to have it, if there is one already
 */
export async function requireFreeAddress(
  tx: TenantTx,
  email: string,
  ownId: number | null = null,
): Promise<void> {
  const isOurs =
    domainOf(email) === tx.platform.config.mailDomain || (await isOwnAddress(tx, email));
  if (isOurs) throw invalid({ field: 'email', code: 'ownAddress' });
  const holder = await findContactByEmail(tx, email);
  if (holder && holder.id !== ownId) throw invalid({ field: 'email', code: 'emailTaken' });
}
