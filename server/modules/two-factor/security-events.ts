import { recordAudit } from '#modules/audit/index.ts';
import { queueMail } from '#modules/outbox/index.ts';
import { fullNameOf, getTechnician } from '#modules/technicians/index.ts';
import { renderTemplate } from '#modules/templates/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { translate } from '#platform/i18n/translate.ts';

/** What a technician is told by mail, whoever did it. */
export type SecurityEvent =
  | 'twoFactorTurnedOn'
  | 'twoFactorTurnedOff'
  | 'twoFactorReset'
  | 'twoFactorResetOnServer'
  | 'authenticatorAppSetUp'
  | 'authenticatorAppRemoved'
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'recoveryCodesMade'
  | 'recoveryCodeUsed';

export type EventDetails = Record<string, string | number>;

export async function auditSecurityEvent(
  tx: TenantTx,
  technicianId: number,
  event: SecurityEvent | 'passkeyRenamed',
  details: EventDetails = {},
): Promise<void> {
  await recordAudit(tx, {
    action: `technician.${event}`,
    subjectKind: 'technician',
    subjectId: technicianId,
    subjectName: fullNameOf(await getTechnician(tx, technicianId)),
    details,
  });
}

/** Tells the technician in his language, and where he sees how his account can be entered. */
export async function sendSecurityNotice(
  tx: TenantTx,
  technicianId: number,
  event: SecurityEvent,
  details: EventDetails = {},
): Promise<void> {
  const { email, firstName, language } = await getTechnician(tx, technicianId);
  const mail = await renderTemplate(tx, 'securityNotice', language, {
    'Technician First Name': firstName,
    'Security Event': translate(language, `mail:securityEvent.${event}`, details),
    Link: `${tx.platform.config.baseUrl}/profile/security`,
  });
  await queueMail(tx, { ...mail, kind: 'notice', to: [email], technicianId, isAutomatic: true });
}
