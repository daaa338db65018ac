import { recordAudit } from '#modules/audit/index.ts';
import { endSessions } from '#modules/credentials/index.ts';
import { assertMayGrant, findRole, lockAdminRole, type Role } from '#modules/roles/index.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { invalid, refused } from '#platform/errors.ts';
import { readPhone } from './phone.rules.ts';
import { countOtherAdmins, lockTechnician, updateTechnician } from './technicians.queries.ts';
import { fullNameOf, getTechnician, type Technician } from './technicians.ts';

export interface TechnicianChanges {
  firstName?: string;
  lastName?: string;
  phone?: string | null;
  phoneRegion?: string;
  roleId?: number;
}

/**
 * Changes name, phone or role. A new role ends the person's sessions, except the one in which he
 * changes it himself. Throws 409 `lastAdmin` rather than leave the company without an Admin.
 */
export async function changeTechnician(
  tx: TenantTx,
  id: number,
  changes: TechnicianChanges,
): Promise<Technician> {
  if (changes.roleId !== undefined) await lockAdminRole(tx);
  await lockTechnician(tx, id);
  const before = await getTechnician(tx, id);
  const isRoleChanged = changes.roleId !== undefined && changes.roleId !== before.role.id;
  if (isRoleChanged) await assertRoleMayChange(tx, before, changes.roleId ?? 0);
  await updateTechnician(tx, id, {
    first_name: changes.firstName ?? before.firstName,
    last_name: changes.lastName ?? before.lastName,
    phone:
      changes.phone === undefined ? before.phone : readPhone(changes.phone, changes.phoneRegion),
    role_id: changes.roleId ?? before.role.id,
  });
  if (isRoleChanged)
    await endSessions(tx, { technicianId: id }, { exceptSessionId: ownSession(tx) });
  const after = await getTechnician(tx, id);
  await recordAudit(tx, {
    action: isRoleChanged ? 'technician.roleChanged' : 'technician.changed',
    subjectKind: 'technician',
    subjectId: id,
    subjectName: fullNameOf(after),
    details: isRoleChanged ? { before: before.role.name, after: after.role.name } : {},
  });
  return after;
}

/** Disables: nothing works any more from this moment on, and nothing is deleted. */
export async function disableTechnician(tx: TenantTx, id: number): Promise<Technician> {
  await lockAdminRole(tx);
  await lockTechnician(tx, id);
  const technician = await getTechnician(tx, id);
  if (technician.state === 'disabled') return technician;
  if (isSelf(tx, id)) throw refused('notYourself');
  assertMayGrant(tx.actor, technician);
  await assertAdminRemains(tx, technician);
  await updateTechnician(tx, id, { disabled_at: clock.now() });
  await endSessions(tx, { technicianId: id });
  return audited(tx, id, 'technician.disabled');
}

export async function enableTechnician(tx: TenantTx, id: number): Promise<Technician> {
  await lockTechnician(tx, id);
  const technician = await getTechnician(tx, id);
  if (technician.state !== 'disabled') return technician;
  assertMayGrant(tx.actor, technician);
  await updateTechnician(tx, id, { disabled_at: null });
  return audited(tx, id, 'technician.enabled');
}

async function assertRoleMayChange(
  tx: TenantTx,
  technician: Technician,
  roleId: number,
): Promise<void> {
  const role: Role | null = await findRole(tx, roleId);
  if (!role) throw invalid({ field: 'roleId', code: 'unknownRole' });
  // Who has less than somebody can neither raise nor lower him.
  assertMayGrant(tx.actor, technician);
  assertMayGrant(tx.actor, role);
  if (role.builtIn !== 'admin') await assertAdminRemains(tx, technician);
}

/** Counted under the lock on the Admin role: two who leave at the same moment do not both count. */
async function assertAdminRemains(tx: TenantTx, technician: Technician): Promise<void> {
  if (technician.role.builtIn !== 'admin' || technician.state !== 'active') return;
  if ((await countOtherAdmins(tx, technician.id)) === 0) throw refused('lastAdmin');
}

async function audited(tx: TenantTx, id: number, action: string): Promise<Technician> {
  const technician = await getTechnician(tx, id);
  await recordAudit(tx, {
    action,
    subjectKind: 'technician',
    subjectId: id,
    subjectName: fullNameOf(technician),
  });
  return technician;
}

const isSelf = (tx: TenantTx, id: number) =>
  tx.actor.kind === 'technician' && tx.actor.technicianId === id;

const ownSession = (tx: TenantTx) => ('sessionId' in tx.actor ? tx.actor.sessionId : null);
