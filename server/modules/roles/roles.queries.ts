import { sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { PERMISSIONS, type Permission, TECHNICIAN_PERMISSIONS } from '#shared/permissions.ts';

export interface RoleRow {
  id: number;
  name: string;
  built_in: string | null;
  permissions: string[];
  requires_two_factor: boolean;
  holder_count: number;
}

const rolesWithHolders = (tx: TenantTx) =>
  tx
    .selectFrom('roles')
    .select((eb) => [
      'id',
      'name',
      'built_in',
      'permissions',
      'requires_two_factor',
      eb
        .selectFrom('technicians')
        .whereRef('technicians.role_id', '=', 'roles.id')
        .select(eb.fn.countAll<number>().as('count'))
        .$asScalar()
        .as('holder_count'),
    ]);

/** The built-in ones first, the others by name. */
export async function listRoleRows(tx: TenantTx): Promise<RoleRow[]> {
  const rows = await rolesWithHolders(tx)
    .orderBy(sql`built_in nulls last`)
    .orderBy(sql`lower(name)`)
    .execute();
  return rows as RoleRow[];
}

export async function findRoleRow(tx: TenantTx, id: number): Promise<RoleRow | undefined> {
  return (await rolesWithHolders(tx).where('id', '=', id).executeTakeFirst()) as
    | RoleRow
    | undefined;
}

export async function findBuiltInRoleRow(
  tx: TenantTx,
  builtIn: 'admin' | 'technician',
): Promise<RoleRow | undefined> {
  return (await rolesWithHolders(tx).where('built_in', '=', builtIn).executeTakeFirst()) as
    | RoleRow
    | undefined;
}

/** The two roles that every company has. */
export async function createBuiltInRoles(
  tx: TenantTx,
): Promise<{ adminRoleId: number; technicianRoleId: number }> {
  const rows = await tx
    .insertInto('roles')
    .values([
      { name: 'Admin', built_in: 'admin', permissions: [...PERMISSIONS] },
      { name: 'Technician', built_in: 'technician', permissions: [...TECHNICIAN_PERMISSIONS] },
    ])
    .returning(['id', 'built_in'])
    .execute();
  const idOf = (builtIn: string) => rows.find((row) => row.built_in === builtIn)?.id ?? 0;
  return { adminRoleId: idOf('admin'), technicianRoleId: idOf('technician') };
}

/**
 * Everybody who might take the last Admin away waits here for the others; what is counted
 * afterwards is true until the transaction ends.
 */
export async function lockAdminRole(tx: TenantTx): Promise<void> {
  await tx
    .selectFrom('roles')
    .select('id')
    .where('built_in', '=', 'admin')
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function insertRole(
  tx: TenantTx,
  role: { name: string; permissions: Permission[]; requiresTwoFactor: boolean },
): Promise<number> {
  const { requiresTwoFactor, ...values } = role;
  const { id } = await tx
    .insertInto('roles')
    .values({ ...values, requires_two_factor: requiresTwoFactor })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateRole(
  tx: TenantTx,
  id: number,
  changes: { name?: string; permissions?: Permission[]; requiresTwoFactor?: boolean },
): Promise<void> {
  const { requiresTwoFactor, ...values } = changes;
  const set = {
    ...values,
    ...(requiresTwoFactor !== undefined && { requires_two_factor: requiresTwoFactor }),
  };
  await tx.updateTable('roles').set(set).where('id', '=', id).execute();
}

export async function deleteRoleRow(tx: TenantTx, id: number): Promise<void> {
  await tx.deleteFrom('roles').where('id', '=', id).execute();
}

/** The role stays as long as the transaction lasts: whoever wants to delete it waits. */
export async function holdRole(tx: TenantTx, id: number): Promise<void> {
  await tx.selectFrom('roles').select('id').where('id', '=', id).forKeyShare().execute();
}

/** Locks the role, so that nobody gets it while it is being changed or deleted. */
export async function lockRole(tx: TenantTx, id: number): Promise<void> {
  await tx.selectFrom('roles').select('id').where('id', '=', id).forUpdate().execute();
}

/**
 * Gives everybody and every API key that has the role another one. The two tables belong to
 * modules that stand above this one.
 */
export async function moveHolders(tx: TenantTx, fromId: number, toId: number): Promise<void> {
  await tx
    .updateTable('technicians')
    .set({ role_id: toId })
    .where('role_id', '=', fromId)
    .execute();
  await tx.updateTable('api_keys').set({ role_id: toId }).where('role_id', '=', fromId).execute();
}

/** Keys that name the role, revoked ones too: the row cannot go while one does. */
export async function isRoleOfAnyKey(tx: TenantTx, id: number): Promise<boolean> {
  const row = await tx
    .selectFrom('api_keys')
    .select('id')
    .where('role_id', '=', id)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
