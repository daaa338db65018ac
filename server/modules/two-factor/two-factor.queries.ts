import type { TenantTx } from '#platform/db/tenant-tx.ts';

/** Whether there is a factor that counts: an app that was confirmed, or a passkey. */
export async function isTwoFactorOn(tx: TenantTx, technicianId: number): Promise<boolean> {
  const { app, passkey } = await tx
    .selectNoFrom((eb) => [
      eb
        .exists(
          eb
            .selectFrom('authenticator_apps')
            .select('technician_id')
            .where('technician_id', '=', technicianId)
            .where('confirmed_at', 'is not', null),
        )
        .as('app'),
      eb
        .exists(eb.selectFrom('passkeys').select('id').where('technician_id', '=', technicianId))
        .as('passkey'),
    ])
    .executeTakeFirstOrThrow();
  return Boolean(app) || Boolean(passkey);
}

export async function isTwoFactorRequired(tx: TenantTx, technicianId: number): Promise<boolean> {
  const row = await tx
    .selectFrom('technicians as t')
    .innerJoin('roles as r', 'r.id', 't.role_id')
    .where('t.id', '=', technicianId)
    .select('r.requires_two_factor')
    .executeTakeFirst();
  return row?.requires_two_factor ?? false;
}
