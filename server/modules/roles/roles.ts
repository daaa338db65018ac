import { recordAudit } from '#modules/audit/index.ts';
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
  listRoleRows,
  lockRole,
  moveHolders,
  type RoleRow,
  updateRole,
} from './roles.queries.ts';
import { assertMayGrant, type BuiltIn, permissionsOf } from './roles.rules.ts';

export interface Role {
  id: number;
  name: string;
  builtIn: BuiltIn;
  permissions: ReadonlySet<Permission>;
  /** Its holders can do nothing until they have a second step of signing in. */
  requiresTwoFactor: boolean;
  holderCount: number;
}

const toRole = (row: RoleRow): Role => {
  const builtIn = row.built_in as BuiltIn;
  return {
    id: row.id,
    name: row.name,
    builtIn,
    permissions: permissionsOf({ builtIn, permissions: row.permissions }),
    requiresTwoFactor: row.requires_two_factor,
    holderCount: row.holder_count,
  };
};

export async function listRoles(tx: TenantTx): Promise<Role[]> {
  return (await listRoleRows(tx)).map(toRole);
}

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
  input: { name: string; permissions: Permission[]; requiresTwoFactor?: boolean },
): Promise<Role> {
  assertMayGrant(tx.actor, input.permissions);
  const { requiresTwoFactor = false } = input;
  const id = await withFreeName(() => insertRole(tx, { ...input, requiresTwoFactor }));
  await recordAudit(tx, {
    action: 'role.created',
    subjectKind: 'role',
    subjectId: id,
    subjectName: input.name,
    details: { permissions: input.permissions, requiresTwoFactor },
  });
  return getRole(tx, id);
}

export interface RoleChanges {
  name?: string;
  permissions?: Permission[];
  requiresTwoFactor?: boolean;
}

/**
 * Changes name, permissions or whether two-factor sign-in is required. Admin's name and permissions
 * can never be changed, Technician not be renamed; whoever changes what a role allows or requires
 * must himself have all that it allows before and after.
 */
export async function changeRole(tx: TenantTx, id: number, changes: RoleChanges): Promise<Role> {
  await lockRole(tx, id);
  const role = await getRole(tx, id);
  const isRenamed = changes.name !== undefined && changes.name !== role.name;
  if (role.builtIn === 'admin' && (isRenamed || changes.permissions))
    throw refused('adminRoleFixed');
  if (role.builtIn && isRenamed) throw refused('builtInRoleFixed');
  const isForHolders = changes.permissions !== undefined || changes.requiresTwoFactor !== undefined;
  if (isForHolders) assertMayGrant(tx.actor, role.permissions);
  if (changes.permissions) assertMayGrant(tx.actor, changes.permissions);
  if (isRenamed || isForHolders) await withFreeName(() => updateRole(tx, id, changes));
  if (isForHolders) await tellHolders(tx);
  await recordAudit(tx, {
    action: 'role.changed',
    subjectKind: 'role',
    subjectId: id,
    subjectName: role.name,
    details: { before: stateOf(role), after: changes },
  });
  return getRole(tx, id);
}

const stateOf = ({ name, permissions, requiresTwoFactor }: Role) => ({
  name,
  permissions: [...permissions],
  requiresTwoFactor,
});

/**
 * Deletes a role of the company's own. While it has holders (technicians or API keys), `moveTo`
 * must say which role they get instead.
 */
export async function deleteRole(tx: TenantTx, id: number, moveTo: number | null): Promise<void> {
  await lockRole(tx, id);
  const role = await getRole(tx, id);
  if (role.builtIn) throw refused('builtInRoleFixed');
  assertMayGrant(tx.actor, role.permissions);
  if (moveTo !== null) {
    const target = moveTo === id ? null : await findRole(tx, moveTo);
    if (!target) throw invalid({ field: 'moveTo', code: 'unknownRole' });
    assertMayGrant(tx.actor, target.permissions);
    await moveHolders(tx, id, moveTo);
    await tellHolders(tx);
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
}

/** Requests see new rights at once by themselves; streams of live events look again. */
const tellHolders = (tx: TenantTx) => publish(tx, { kind: 'session', ids: {} });

async function withFreeName<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error, 'roles_name')) throw invalid({ field: 'name', code: 'nameTaken' });
    throw error;
  }
}
