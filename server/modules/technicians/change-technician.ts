import { releaseUnseen } from '#modules/assignments/index.ts';
import { recordAudit } from '#modules/audit/index.ts';
import { endSessions } from '#modules/credentials/index.ts';
import { assertMayGrant, findRole, lockAdminRole, type Role } from '#modules/roles/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { invalid, refused } from '#platform/errors.ts';
import { publish } from '#platform/events/event-hub.ts';
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
      changes.phone === undefined
        ? before.phone
        : await readPhone(changes.phone, changes.phoneRegion),
    role_id: changes.roleId ?? before.role.id,
  });
  if (isRoleChanged) {
    await endSessions(tx, { technicianId: id }, { exceptSessionId: ownSession(tx) });
    // The one that goes on has to look at its rights, too.
    await publish(tx, { kind: 'session', ids: {} });
    await releaseUnseen(tx, { technicianId: id });
  }
  const after = await getTechnician(tx, id);
  await recordAudit(tx, {
    action: isRoleChanged ? 'technician.roleChanged' : 'technician.changed',
    subjectKind: 'technician',
    subjectId: id,
    subjectName: fullNameOf(after),
    details: isRoleChanged ? { before: before.role.name, after: after.role.name } : {},
  });
  await publish(tx, { kind: 'technician', ids: { id } });
  return after;
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
export async function assertAdminRemains(tx: TenantTx, technician: Technician): Promise<void> {
  if (technician.role.builtIn !== 'admin' || technician.state !== 'active') return;
  if ((await countOtherAdmins(tx, technician.id)) === 0) throw refused('lastAdmin');
}

const ownSession = (tx: TenantTx) => ('sessionId' in tx.actor ? tx.actor.sessionId : null);
