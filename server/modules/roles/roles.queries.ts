import { type RawBuilder, sql } from 'kysely';
import { inReach } from '#platform/db/reach.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { PERMISSIONS, type Permission, TECHNICIAN_PERMISSIONS } from '#shared/permissions.ts';

export interface RoleRow {
  id: number;
  name: string;
  built_in: string | null;
  permissions: string[];
  requires_two_factor: boolean;
  /** null: all customers. */
  customer_ids: number[] | null;
  holder_count: number;
}

/** SQL for the customers that a role (the alias of its table) is limited to; null when it is not. */
export const limitOfRole = (role: string): RawBuilder<number[] | null> => sql<number[] | null>`
  case when ${sql.ref(`${role}.is_limited_to_customers`)} then array(
    select limited.customer_id from role_customers limited
    where limited.tenant_id = ${sql.ref(`${role}.tenant_id`)}
      and limited.role_id = ${sql.ref(`${role}.id`)}
    order by limited.customer_id) end`;

const rolesWithHolders = (tx: TenantTx) =>
  tx
    .selectFrom('roles')
    .select((eb) => [
      'id',
      'name',
      'built_in',
      'permissions',
      'requires_two_factor',
      limitOfRole('roles').as('customer_ids'),
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
  role: { name: string; permissions: Permission[]; isLimited: boolean; requiresTwoFactor: boolean },
): Promise<number> {
  const { name, permissions, isLimited, requiresTwoFactor } = role;
  const { id } = await tx
    .insertInto('roles')
    .values({
      name,
      permissions,
      is_limited_to_customers: isLimited,
      requires_two_factor: requiresTwoFactor,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateRole(
  tx: TenantTx,
  id: number,
  role: { name: string; permissions: Permission[]; isLimited: boolean; requiresTwoFactor: boolean },
): Promise<void> {
  await tx
    .updateTable('roles')
    .set({
      name: role.name,
      permissions: role.permissions,
      is_limited_to_customers: role.isLimited,
      requires_two_factor: role.requiresTwoFactor,
    })
    .where('id', '=', id)
    .execute();
}

/**
 * The role is limited to these customers from now on; returns how many of them there are. Customers
 * belong to a module that stands above this one.
 */
export async function replaceCustomers(
  tx: TenantTx,
  id: number,
  customerIds: readonly number[],
): Promise<number> {
  await tx.deleteFrom('role_customers').where('role_id', '=', id).execute();
  const { numAffectedRows } = await sql`
    insert into role_customers (role_id, customer_id)
    select ${id}::bigint, id from customers where id = any (${customerIds}::bigint[])`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** What the customers of limited roles are called, by role; those only that the actor may see. */
export async function listCustomersOfRoles(
  tx: TenantTx,
): Promise<Map<number, { id: number; name: string }[]>> {
  const rows = await tx
    .selectFrom('role_customers as l')
    .innerJoin('customers as c', (join) =>
      join.onRef('c.tenant_id', '=', 'l.tenant_id').onRef('c.id', '=', 'l.customer_id'),
    )
    .where(inReach(tx.actor, 'c.id'))
    .select(['l.role_id', 'c.id', 'c.name'])
    .orderBy('c.name_folded')
    .execute();
  const grouped = Map.groupBy(rows, ({ role_id }) => role_id);
  return new Map(
    [...grouped].map(([roleId, named]) => [roleId, named.map(({ id, name }) => ({ id, name }))]),
  );
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
