import { recordAudit } from '#modules/audit/index.ts';
import { cancelLinks, endSessions } from '#modules/credentials/index.ts';
import { queueMail } from '#modules/outbox/index.ts';
import { assertProvedLately } from '#modules/sessions/index.ts';
import { changeEmail, fullNameOf } from '#modules/technicians/index.ts';
import { renderTemplate } from '#modules/templates/index.ts';
import { HOUR_MS, inMs } from '#platform/clock.ts';
import { createToken, hashToken } from '#platform/crypto/secrets.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import { insertUsernameChange } from './profile.queries.ts';

const UNDO_HOURS = 72;

/**
 * Changes a technician's username, one's own or that of somebody with no more rights. It counts at
 * once; all his sessions but the one that asks end; the old address is told, with a link that takes
 * it back within 72 hours.
 */
export async function changeUsername(
  tx: ConsoleTx,
  technicianId: number,
  typed: string,
): Promise<void> {
  await assertProvedLately(tx);
  const { before, email } = await changeEmail(tx, technicianId, typed);
  const token = createToken();
  await insertUsernameChange(tx, {
    technicianId,
    oldEmail: before.email,
    newEmail: email,
    tokenHash: hashToken(token),
    undoUntil: inMs(UNDO_HOURS * HOUR_MS),
  });
  // Links for a password that are under way went to the old address.
  await cancelLinks(tx, { technicianId });
  await endSessions(tx, { technicianId }, { exceptSessionId: tx.actor.sessionId });
  const mail = await renderTemplate(tx, 'usernameChanged', before.language, {
    'Technician First Name': before.firstName,
    'Old Username': before.email,
    'New Username': email,
    Link: `${tx.platform.config.baseUrl}/username-undo?token=${token}`,
  });
  await queueMail(tx, {
    ...mail,
    kind: 'notice',
    to: [before.email],
    technicianId,
    hasSecret: true,
    isAutomatic: true,
  });
  await recordAudit(tx, {
    action: 'technician.usernameChanged',
    subjectKind: 'technician',
    subjectId: technicianId,
    subjectName: fullNameOf(before),
    details: { before: before.email, after: email },
  });
}
