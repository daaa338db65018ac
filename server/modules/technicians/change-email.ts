import { assertMayGrant } from '#modules/roles/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { invalid, isUniqueViolation } from '#platform/errors.ts';
import { normaliseAddress } from '#platform/mail/mail-address.ts';
import { lockTechnician, updateTechnician } from './technicians.queries.ts';
import { getTechnician, type Technician } from './technicians.ts';

/**
 * Gives a technician another e-mail address, which is his username. Throws 400 for one that is not
 * free in the installation; that it is taken is all that is told. Returns him as he was before.
 */
export async function changeEmail(
  tx: TenantTx,
  id: number,
  typed: string,
): Promise<{ before: Technician; email: string }> {
  const email = normaliseAddress(typed);
  if (!email) throw invalid({ field: 'email', code: 'email' });
  await lockTechnician(tx, id);
  const before = await getTechnician(tx, id);
  // Who can sign in as somebody has his rights.
  assertMayGrant(tx.actor, before);
  if (before.email === email) throw invalid({ field: 'email', code: 'emailSame' });
  try {
    await updateTechnician(tx, id, { email });
  } catch (error) {
    if (isUniqueViolation(error, 'technician_emails_pkey'))
      throw invalid({ field: 'email', code: 'emailTaken' });
    throw error;
  }
  return { before, email };
}
