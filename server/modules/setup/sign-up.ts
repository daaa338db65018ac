import { recordAudit } from '#modules/audit/index.ts';
import { assertGoodPassword } from '#modules/credentials/index.ts';
import { createBuiltInRoles } from '#modules/roles/index.ts';
import { addTechnician, type Technician } from '#modules/technicians/index.ts';
import { createTenant, getTenant, type Tenant } from '#modules/tenants/index.ts';
import { systemActor } from '#platform/actor.ts';
import { hashPassword } from '#platform/crypto/passwords.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Platform } from '#platform/platform.ts';
import type { Language } from '#shared/languages.ts';

export interface SignUp {
  companyName: string;
  firstName: string;
  lastName: string;
  email: string;
  password: string;
  language: Language;
}

/**
 * Signs a company up with its built-in roles, its support address and its first Admin, and runs
 * `work` in the same transaction. Throws 400 when the password is a bad one or the e-mail address
 * is a technician's already.
 */
export async function signUpCompany<T>(
  platform: Platform,
  input: SignUp,
  work: (tx: TenantTx, made: { tenant: Tenant; admin: Technician }) => Promise<T>,
): Promise<T> {
  assertGoodPassword('password', input.password, input);
  const passwordHash = await hashPassword(input.password);
  return createTenant(platform, input, systemActor('setup'), async (tx) => {
    const { adminRoleId } = await createBuiltInRoles(tx);
    const tenant = await getTenant(tx);
    await recordAudit(tx, {
      action: 'company.created',
      subjectKind: 'company',
      subjectId: tenant.id,
      subjectName: tenant.companyName,
    });
    const admin = await addTechnician(tx, { ...input, roleId: adminRoleId, passwordHash });
    return work(tx, { tenant, admin });
  });
}
