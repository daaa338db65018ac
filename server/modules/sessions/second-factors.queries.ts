import { sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { SecondFactor } from './sessions.rules.ts';

/*
 * What signing in has to know of second factors, which belong to a module that stands above this
 * one: whether there are any.
 */

/** For a query over technicians as `t` and their roles as `r`. */
export const lacksRequiredTwoFactor = sql<boolean>`(
  r.requires_two_factor
  and not exists (select from authenticator_apps a where a.tenant_id = t.tenant_id
    and a.technician_id = t.id and a.confirmed_at is not null)
  and not exists (select from passkeys p where p.tenant_id = t.tenant_id
    and p.technician_id = t.id))`;

export async function mustSetUpTwoFactor(tx: TenantTx, technicianId: number): Promise<boolean> {
  const { rows } = await sql<{ must: boolean }>`
    select ${lacksRequiredTwoFactor} as must
    from technicians t join roles r on r.tenant_id = t.tenant_id and r.id = t.role_id
    where t.id = ${technicianId}`.execute(tx);
  return rows[0]?.must ?? false;
}

/** How the technician's sign-in has to be finished after the password; none: it is finished. */
export async function listSecondFactors(
  tx: TenantTx,
  technicianId: number,
): Promise<SecondFactor[]> {
  const { rows } = await sql<Record<SecondFactor, boolean>>`
    select
      exists (select from authenticator_apps
        where technician_id = ${technicianId} and confirmed_at is not null) as totp,
      exists (select from passkeys where technician_id = ${technicianId}) as passkey,
      exists (select from recovery_codes
        where technician_id = ${technicianId} and used_at is null) as "recoveryCode"`.execute(tx);
  const has = rows[0];
  if (!has?.totp && !has?.passkey) return [];
  return (['totp', 'passkey', 'recoveryCode'] as const).filter((factor) => has[factor]);
}
