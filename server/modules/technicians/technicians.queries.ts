import { sql } from 'kysely';
import { limitOfRole } from '#modules/roles/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Language } from '#shared/languages.ts';
import type { DefaultPage, Density, Theme } from '#shared/preferences.ts';

const techniciansWithRole = (tx: TenantTx) =>
  tx
    .selectFrom('technicians as t')
    .innerJoin('roles as r', 'r.id', 't.role_id')
    .select([
      't.id',
      't.email',
      't.first_name',
      't.last_name',
      't.phone',
      't.picture_key',
      't.language',
      't.time_zone',
      't.default_page',
      't.theme',
      't.density',
      't.disabled_at',
      't.last_sign_in_at',
      't.role_id',
      'r.name as role_name',
      'r.built_in as role_built_in',
      'r.permissions as role_permissions',
      limitOfRole('r').as('role_customer_ids'),
    ])
    .select([
      sql<boolean>`t.password_hash is not null`.as('has_password'),
      hasSecondFactor.as('has_two_factor'),
    ]);

/** The tables are of a module that stands above: a list cannot ask it for each of its rows. */
const hasSecondFactor = sql<boolean>`(
  exists (select from authenticator_apps a where a.tenant_id = t.tenant_id
    and a.technician_id = t.id and a.confirmed_at is not null)
  or exists (select from passkeys p where p.tenant_id = t.tenant_id and p.technician_id = t.id))`;

export async function listTechnicianRows(tx: TenantTx) {
  return techniciansWithRole(tx)
    .orderBy(sql`lower(t.last_name)`)
    .orderBy(sql`lower(t.first_name)`)
    .orderBy('t.id')
    .execute();
}
export type TechnicianRow = Awaited<ReturnType<typeof listTechnicianRows>>[number];

export async function findTechnicianRow(
  tx: TenantTx,
  id: number,
): Promise<TechnicianRow | undefined> {
  return techniciansWithRole(tx).where('t.id', '=', id).executeTakeFirst();
}

export async function insertTechnician(
  tx: TenantTx,
  technician: {
    email: string;
    firstName: string;
    lastName: string;
    roleId: number;
    language: Language;
    passwordHash: string | null;
  },
): Promise<number> {
  const { id } = await tx
    .insertInto('technicians')
    .values({
      email: technician.email,
      first_name: technician.firstName,
      last_name: technician.lastName,
      role_id: technician.roleId,
      language: technician.language,
      password_hash: technician.passwordHash,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateTechnician(
  tx: TenantTx,
  id: number,
  changes: {
    first_name?: string;
    last_name?: string;
    phone?: string | null;
    picture_key?: string | null;
    role_id?: number;
    email?: string;
    disabled_at?: Date | null;
    language?: Language;
    time_zone?: string | null;
    default_page?: DefaultPage;
    theme?: Theme;
    density?: Density;
    password_hash?: string;
    last_sign_in_at?: Date;
  },
): Promise<void> {
  await tx.updateTable('technicians').set(changes).where('id', '=', id).execute();
}

/** False when he has joined: people who have ever signed in are never deleted. */
export async function deleteInvitedTechnician(tx: TenantTx, id: number): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('technicians')
    .where('id', '=', id)
    .where('password_hash', 'is', null)
    .where('last_sign_in_at', 'is', null)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Whoever wants to change or disable the technician waits until the transaction ends. */
export async function holdTechnician(tx: TenantTx, id: number): Promise<void> {
  await tx.selectFrom('technicians').select('id').where('id', '=', id).forKeyShare().execute();
}

/** Locks the row, so that two changes of one person come one after the other. */
export async function lockTechnician(tx: TenantTx, id: number): Promise<void> {
  await tx.selectFrom('technicians').select('id').where('id', '=', id).forUpdate().execute();
}

/** Admins who can sign in, besides this one. An invitation that nobody accepted does not count. */
export async function countOtherAdmins(tx: TenantTx, technicianId: number): Promise<number> {
  const { count } = await tx
    .selectFrom('technicians as t')
    .innerJoin('roles as r', 'r.id', 't.role_id')
    .where('r.built_in', '=', 'admin')
    .where('t.id', '!=', technicianId)
    .where('t.disabled_at', 'is', null)
    .where('t.password_hash', 'is not', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function findPasswordRow(tx: TenantTx, id: number) {
  return tx
    .selectFrom('technicians')
    .select(['password_hash', 'disabled_at'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Locks the row against changes; rows that refer to it may still be added. */
export async function holdPasswordRow(tx: TenantTx, id: number) {
  return tx
    .selectFrom('technicians')
    .select(['password_hash', 'disabled_at'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}
