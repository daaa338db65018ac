import { recordAudit } from '#modules/audit/index.ts';
import { cancelLinks } from '#modules/credentials/index.ts';
import { assertMayGrant } from '#modules/roles/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { refused } from '#platform/errors.ts';
import { publish } from '#platform/events/event-hub.ts';
import { deleteInvitedTechnician, lockTechnician } from './technicians.queries.ts';
import { fullNameOf, getTechnician } from './technicians.ts';

/**
 * Takes an invitation back: the link stops working, and the address is free again for whoever else
 * invites it. Throws 409 `notInvited` for somebody who has joined.
 */
export async function revokeInvitation(tx: TenantTx, id: number): Promise<void> {
  await getTechnician(tx, id);
  // The links first: who is just accepting the invitation locks them in this order, too.
  await cancelLinks(tx, { technicianId: id });
  await lockTechnician(tx, id);
  const technician = await getTechnician(tx, id);
  assertMayGrant(tx.actor, technician);
  // Throwing takes the end of the links back, too.
  if (!(await deleteInvitedTechnician(tx, id))) throw refused('notInvited');
  await recordAudit(tx, {
    action: 'technician.invitationRevoked',
    subjectKind: 'technician',
    subjectId: id,
    subjectName: fullNameOf(technician),
    details: { email: technician.email, role: technician.role.name },
  });
  await publish(tx, { kind: 'technician', ids: { id } });
}
