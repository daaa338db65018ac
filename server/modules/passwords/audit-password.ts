import { recordAudit } from '#modules/audit/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';

export async function auditContactPassword(
  tx: TenantTx,
  contact: { contactId: number; firstName: string; lastName: string; email: string },
  by: 'link' | 'currentPassword' | 'firstSignIn',
): Promise<void> {
  await recordAudit(tx, {
    action: 'contact.passwordChanged',
    subjectKind: 'contact',
    subjectId: contact.contactId,
    subjectName: `${contact.firstName} ${contact.lastName}`.trim() || contact.email,
    details: { by },
    isBySubject: true,
  });
}
