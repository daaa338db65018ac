import type { FastifyRequest } from 'fastify';
import { recordAudit } from '#modules/audit/index.ts';
import { cancelLinks, endSessions, issueLink } from '#modules/credentials/index.ts';
import { originOf } from '#modules/sessions/index.ts';
import { changeEmail, fullNameOf } from '#modules/technicians/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import { systemActor } from '#platform/actor.ts';
import { clock } from '#platform/clock.ts';
import { hashToken } from '#platform/crypto/secrets.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { AppError, refused } from '#platform/errors.ts';
import type { Platform } from '#platform/platform.ts';
import { findUndoableChange, markUndone } from './profile.queries.ts';

/** What the link would take back. 409 `linkGone` when it does not work (any more). */
export async function checkUsernameUndo(platform: Platform, token: string) {
  const { tenantId, changeId } = await findChange(platform, token);
  return platform.db.withTenant({ tenantId, actor: systemActor('sign-in') }, async (tx) => {
    const change = await getChange(tx, changeId);
    const { companyName } = await getTenant(tx);
    return { oldEmail: change.old_email, newEmail: change.new_email, companyName };
  });
}

/**
 * Takes a change of username back, once. Whoever made it may know the password, too: every session
 * ends, every other link dies, and the answer leads to where a new password is chosen.
 */
export async function undoUsernameChange(
  platform: Platform,
  request: FastifyRequest,
  token: string,
): Promise<{ email: string; passwordLink: string }> {
  const { tenantId, changeId } = await findChange(platform, token);
  const scope = { tenantId, actor: systemActor('sign-in'), origin: originOf(request) };
  return platform.db.withTenant(scope, async (tx) => {
    const { technician_id: technicianId, old_email: email } = await getChange(tx, changeId);
    const technician = await restore(tx, technicianId, email);
    // Under the lock on the technician's row: of two at the same moment one finds none left.
    if ((await markUndone(tx, { id: changeId, technicianId }, clock.now())) === 0)
      throw refused('linkGone');
    await endSessions(tx, { technicianId });
    await cancelLinks(tx, { technicianId });
    const passwordLink = await issueLink(tx, {
      person: { technicianId },
      purpose: 'passwordReset',
      origin: '',
    });
    await recordAudit(tx, {
      action: 'technician.usernameRestored',
      subjectKind: 'technician',
      subjectId: technicianId,
      subjectName: fullNameOf(technician),
      details: { before: technician.email, after: email },
      isAnonymous: true,
    });
    return { email, passwordLink };
  });
}

async function restore(tx: TenantTx, technicianId: number, email: string) {
  try {
    return (await changeEmail(tx, technicianId, email)).before;
  } catch (error) {
    // The page has no field that could be wrong.
    const [problem] = error instanceof AppError ? error.fieldErrors : [];
    if (problem?.code === 'emailTaken') throw refused('usernameTakenMeanwhile');
    if (problem?.code === 'emailSame') throw refused('linkGone');
    throw error;
  }
}

async function findChange(platform: Platform, token: string) {
  const found = await platform.db.lookups.usernameChangeByHash(hashToken(token));
  if (!found) throw refused('linkGone');
  return found;
}

async function getChange(tx: TenantTx, id: number) {
  const change = await findUndoableChange(tx, id, clock.now());
  if (!change) throw refused('linkGone');
  return change;
}
