import { recordAudit } from '#modules/audit/index.ts';
import { assertGoodPassword, cancelLinks, endSessions } from '#modules/credentials/index.ts';
import { queueMail } from '#modules/outbox/index.ts';
import { assertProvedLately } from '#modules/sessions/index.ts';
import {
  findPasswordHash,
  fullNameOf,
  getTechnician,
  setPassword,
} from '#modules/technicians/index.ts';
import { renderTemplate } from '#modules/templates/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import { hashPassword, isPasswordRight } from '#platform/crypto/passwords.ts';
import { invalid } from '#platform/errors.ts';
import type { ConsoleTx } from '#platform/http/route.ts';

/** The technician chooses a new password; his other sessions end, and he is told by mail. */
export async function changeOwnPassword(tx: ConsoleTx, newPassword: string): Promise<void> {
  await assertProvedLately(tx);
  const { technicianId, sessionId } = tx.actor;
  const technician = await getTechnician(tx, technicianId);
  const { companyName } = await getTenant(tx);
  assertGoodPassword('newPassword', newPassword, { ...technician, companyName });
  if (await isPasswordRight(await findPasswordHash(tx, technicianId), newPassword))
    throw invalid({ field: 'newPassword', code: 'passwordSame' });
  await setPassword(tx, technicianId, { hash: await hashPassword(newPassword) });
  await cancelLinks(tx, { technicianId });
  await endSessions(tx, { technicianId }, { exceptSessionId: sessionId });
  const mail = await renderTemplate(tx, 'passwordChanged', technician.language, {
    'Technician First Name': technician.firstName,
    Link: `${tx.platform.config.baseUrl}/forgot-password`,
  });
  await queueMail(tx, {
    ...mail,
    kind: 'notice',
    to: [technician.email],
    technicianId,
    isAutomatic: true,
  });
  await recordAudit(tx, {
    action: 'technician.passwordChanged',
    subjectKind: 'technician',
    subjectId: technicianId,
    subjectName: fullNameOf(technician),
    details: { by: 'profile' },
  });
}
