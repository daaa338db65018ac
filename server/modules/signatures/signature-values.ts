import { fullNameOf, internationalPhone, type Technician } from '#modules/technicians/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { SignatureValues } from './placeholders.rules.ts';

/** What the placeholders of a technician's signature stand for. */
export async function signatureValues(
  tx: TenantTx,
  technician: Technician,
): Promise<SignatureValues> {
  const { companyName, portalAddress } = await getTenant(tx);
  return {
    'Technician First Name': technician.firstName,
    'Technician Last Name': technician.lastName,
    'Technician Full Name': fullNameOf(technician),
    'Technician Email': technician.email,
    'Technician Phone': technician.phone === null ? '' : await internationalPhone(technician.phone),
    'Company Name': companyName,
    'Portal Address': portalAddress,
  };
}
