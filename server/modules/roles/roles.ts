import { releaseUnseen } from '#modules/assignments/index.ts';
import { recordAudit } from '#modules/audit/index.ts';
import type { Rights } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { invalid, isUniqueViolation, notFound, refused } from '#platform/errors.ts';
import { publish } from '#platform/events/event-hub.ts';
import type { Permission } from '#shared/permissions.ts';
import {
  deleteRoleRow,
  findBuiltInRoleRow,
  findRoleRow,
  holdRole,
  insertRole,
  isRoleOfAnyKey,
  listCustomersOfRoles,
  listRoleRows,
  lockAdminRole,
  lockRole,
  moveHolders,
  type RoleRow,
  replaceCustomers,
  updateRole,
} from './roles.queries.ts';
import { assertMayGrant, type BuiltIn, beyondLimit, isSame, rightsOf } from './roles.rules.ts';

export interface Role extends Rights {
  id: number;
  name: string;
  builtIn: BuiltIn;
  /** Its holders can do nothing until they have a second step of signing in. */
  requiresTwoFactor: boolean;
  holderCount: number;
}

/** A role as somebody describes it. */
export interface RoleFields {
  name: string;
  permissions: Permission[];
  /** null: all customers. */
  customerIds: number[] | null;
  requiresTwoFactor: boolean;
}

const toRole = (row: RoleRow): Role => {
  const builtIn = row.built_in as BuiltIn;
  return {
    id: row.id,
    name: row.name,
    builtIn,
    ...rightsOf({ builtIn, permissions: row.permissions, customerIds: row.customer_ids }),
    requiresTwoFactor: row.requires_two_factor,
    holderCount: row.holder_count,
  };
};

export type RoleWithCustomers = Role & { customers: { id: number; name: string }[] | null };

export async function listRoles(tx: TenantTx): Promise<RoleWithCustomers[]> {
  const rows = await listRoleRows(tx);
  const isAnyLimited = rows.some(({ customer_ids }) => customer_ids !== null);
  const named = isAnyLimited ? await listCustomersOfRoles(tx) : new Map();
  return rows.map((row) => withCustomers(toRole(row), named));
}

/** A role with the names of its customers. */
export async function nameCustomers(tx: TenantTx, role: Role): Promise<RoleWithCustomers> {
  return withCustomers(role, role.customerIds ? await listCustomersOfRoles(tx) : new Map());
}

const withCustomers = (
  role: Role,
  named: Awaited<ReturnType<typeof listCustomersOfRoles>>,
): RoleWithCustomers => ({
  ...role,
  customers: role.customerIds === null ? null : (named.get(role.id) ?? []),
});

/** For giving it to somebody: nobody can delete it before the transaction has ended. */
export async function findRole(tx: TenantTx, id: number): Promise<Role | null> {
  await holdRole(tx, id);
  const row = await findRoleRow(tx, id);
  return row ? toRole(row) : null;
}

export async function getRole(tx: TenantTx, id: number): Promise<Role> {
  const row = await findRoleRow(tx, id);
  if (!row) throw notFound();
  return toRole(row);
}

/** One of the two that every company has. */
export async function getBuiltInRole(tx: TenantTx, builtIn: 'admin' | 'technician'): Promise<Role> {
  const row = await findBuiltInRoleRow(tx, builtIn);
  if (!row) throw notFound();
  return toRole(row);
}

export async function createRole(
  tx: TenantTx,
  {
    name,
    permissions,
    customerIds = null,
    requiresTwoFactor = false,
  }: Pick<RoleFields, 'name' | 'permissions'> & Partial<RoleFields>,
): Promise<Role> {
  assertMayGrant(tx.actor, granted(null, permissions, customerIds));
  const fields = { name, permissions, isLimited: customerIds !== null, requiresTwoFactor };
  const id = await withFreeName(() => insertRole(tx, fields));
  if (customerIds) await limitToCustomers(tx, id, customerIds);
  await recordAudit(tx, {
    action: 'role.created',
    subjectKind: 'role',
    subjectId: id,
    subjectName: name,
    details: { permissions, customerIds, requiresTwoFactor },
  });
  await publish(tx, { kind: 'role', ids: { id } });
  return getRole(tx, id);
}

/**
/**
 * Changes name, permissions, customers or whether two-factor sign-in is required. All but the last
 * is fixed for Admin, and Technician keeps its name; whoever changes what a role allows or requires
 * must himself have all that it allows before and after.
 */
export async function changeRole(
  tx: TenantTx,
  id: number,
  changes: Partial<RoleFields>,
): Promise<Role> {
  await lockRole(tx, id);
  const role = await getRole(tx, id);
  const isRenamed = changes.name !== undefined && changes.name !== role.name;
  if (role.builtIn === 'admin' && (isRenamed || changes.permissions || changes.customerIds))
    throw refused('adminRoleFixed');
  if (role.builtIn && isRenamed) throw refused('builtInRoleFixed');
  const before = fieldsOf(role);
  const { permissions = before.permissions, customerIds = before.customerIds } = changes;
  const { name = role.name, requiresTwoFactor = role.requiresTwoFactor } = changes;
  const wanted = granted(role, permissions, customerIds);
  const isForHolders = !isSame(role, wanted) || requiresTwoFactor !== role.requiresTwoFactor;
  if (isForHolders) {
    assertMayGrant(tx.actor, role);
    assertMayGrant(tx.actor, wanted);
  }
  if (!isRenamed && !isForHolders) return role;
  const isLimited = customerIds !== null;
  await withFreeName(() => updateRole(tx, id, { name, permissions, isLimited, requiresTwoFactor }));
  if (changes.customerIds !== undefined) await limitToCustomers(tx, id, customerIds ?? []);
  if (isForHolders) await tellHolders(tx, id);
  await recordAudit(tx, {
    action: 'role.changed',
    subjectKind: 'role',
    subjectId: id,
    subjectName: name,
    details: { before, after: { name, permissions, customerIds, requiresTwoFactor } },
  });
  await publish(tx, { kind: 'role', ids: { id } });
  return getRole(tx, id);
}

const fieldsOf = ({ name, permissions, customerIds, requiresTwoFactor }: Role): RoleFields => ({
  name,
  permissions: [...permissions],
  customerIds: customerIds && [...customerIds],
  requiresTwoFactor,
});

/** What a role would give. Throws 400 for permissions that no limited role can have. */
function granted(
  role: Role | null,
  permissions: Permission[],
  customerIds: number[] | null,
): Rights {
  if (customerIds !== null && beyondLimit(permissions).length > 0) {
    throw invalid({ field: 'permissions', code: 'wholeCompanyPermission' });
  }
  return rightsOf({ builtIn: role?.builtIn ?? null, permissions, customerIds });
}

async function limitToCustomers(tx: TenantTx, id: number, customerIds: number[]): Promise<void> {
  if ((await replaceCustomers(tx, id, customerIds)) !== new Set(customerIds).size) {
    throw invalid({ field: 'customerIds', code: 'unknownCustomer' });
  }
}

/**
 * Deletes a role of the company's own. While it has holders (technicians or API keys), `moveTo`
 * must say which role they get instead.
 */
export async function deleteRole(tx: TenantTx, id: number, moveTo: number | null): Promise<void> {
  // Like whoever gives somebody a role: the two lock people and roles in the same order.
  await lockAdminRole(tx);
  await lockRole(tx, id);
  const role = await getRole(tx, id);
  if (role.builtIn) throw refused('builtInRoleFixed');
  assertMayGrant(tx.actor, role);
  if (moveTo !== null) {
    const target = moveTo === id ? null : await findRole(tx, moveTo);
    if (!target) throw invalid({ field: 'moveTo', code: 'unknownRole' });
    assertMayGrant(tx.actor, target);
    await moveHolders(tx, id, moveTo);
    await tellHolders(tx, moveTo);
  } else if (role.holderCount > 0 || (await isRoleOfAnyKey(tx, id))) {
    throw refused('roleHasHolders', { count: role.holderCount });
  }
  await deleteRoleRow(tx, id);
  await recordAudit(tx, {
    action: 'role.deleted',
    subjectKind: 'role',
    subjectId: id,
    subjectName: role.name,
    details: { moveTo, holderCount: role.holderCount },
  });
  await publish(tx, { kind: 'role', ids: { id } });
}

/**
 * Requests see new rights at once by themselves; streams of live events look again, and tickets that
 * somebody does not see any more are not his any more.
 */
async function tellHolders(tx: TenantTx, roleId: number): Promise<void> {
  await publish(tx, { kind: 'session', ids: {} });
  await releaseUnseen(tx, { roleId });
}

async function withFreeName<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error, 'roles_name')) throw invalid({ field: 'name', code: 'nameTaken' });
    throw error;
  }
}
