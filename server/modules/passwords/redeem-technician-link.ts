import type { FastifyRequest } from 'fastify';
import { recordAudit } from '#modules/audit/index.ts';
import {
  assertGoodPassword,
  endSessions,
  findUsableToken,
  readToken,
  useToken,
} from '#modules/credentials/index.ts';
import { forgetAttempts, originOf, technicianAccountKey } from '#modules/sessions/index.ts';
import { fullNameOf, getTechnician, setPassword } from '#modules/technicians/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import { systemActor } from '#platform/actor.ts';
import { hashPassword } from '#platform/crypto/passwords.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { refused } from '#platform/errors.ts';
import type { Platform } from '#platform/platform.ts';

/** Whose the link is, for the page that asks for the password. 409 `linkGone` when it does not work. */
export async function checkTechnicianLink(platform: Platform, token: string) {
  const { tenantId, id } = await findUsableToken(platform, token);
  return platform.db.withTenant({ tenantId, actor: systemActor('sign-in') }, (tx) =>
    readTechnicianLink(tx, id),
  );
}

/**
 * Sets the password that the link is for, once, and ends every session of the person. Who accepts an
 * invitation may correct the name that the inviter typed.
 */
export async function redeemTechnicianLink(
  platform: Platform,
  request: FastifyRequest,
  given: { token: string; password: string; firstName?: string; lastName?: string },
): Promise<void> {
  const { tenantId, id } = await findUsableToken(platform, given.token);
  const scope = { tenantId, actor: systemActor('sign-in'), origin: originOf(request) };
  const link = await platform.db.withTenant(scope, (tx) => readTechnicianLink(tx, id));
  assertGoodPassword('password', given.password, link);
  const hash = await hashPassword(given.password);
  await platform.db.withTenant(scope, async (tx) => {
    const { technicianId } = link;
    await useToken(tx, id, { technicianId });
    const { firstName, lastName } = given;
    const isInvitation = link.purpose === 'invitation';
    await setPassword(tx, technicianId, { hash, ...(isInvitation && { firstName, lastName }) });
    await endSessions(tx, { technicianId });
    await recordAudit(tx, {
      action: isInvitation ? 'technician.joined' : 'technician.passwordChanged',
      subjectKind: 'technician',
      subjectId: technicianId,
      subjectName: fullNameOf(await getTechnician(tx, technicianId)),
      details: { by: 'link' },
      isBySubject: true,
    });
  });
  await forgetAttempts(platform, technicianAccountKey(tenantId, link.technicianId));
}

async function readTechnicianLink(tx: TenantTx, tokenId: number) {
  const { purpose, technicianId } = await readToken(tx, tokenId);
  if (technicianId === null || (purpose !== 'passwordReset' && purpose !== 'invitation'))
    throw refused('linkGone');
  const technician = await getTechnician(tx, technicianId);
  if (technician.state === 'disabled') throw refused('linkGone');
  const { companyName } = await getTenant(tx);
  const { email, firstName, lastName } = technician;
  return { technicianId, purpose, email, firstName, lastName, companyName };
}
