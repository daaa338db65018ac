import { setChosenPassword } from '#modules/contacts/index.ts';
import { assertGoodPassword, cancelLinks, endSessions } from '#modules/credentials/index.ts';
import {
  contactAccountKey,
  findContactWhoMayEnter,
  provePassword,
} from '#modules/sessions/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import { hashPassword, isPasswordRight } from '#platform/crypto/passwords.ts';
import { invalid, unauthenticated } from '#platform/errors.ts';
import type { PortalTx } from '#platform/http/route.ts';
import { auditContactPassword } from './audit-password.ts';

/**
 * The contact chooses a password of his own; his other sessions end. The current one must be told
 * unless it was never his own: a newcomer proved it a moment ago and only ever sees this page, and who
 * came by a link may not know it.
 */
export async function changePortalPassword(
  tx: PortalTx,
  given: { currentPassword?: string; newPassword: string },
): Promise<void> {
  const { contactId, sessionId, mustChangePassword, isByLink } = tx.actor;
  const contact = await findContactWhoMayEnter(tx, contactId);
  if (!contact) throw unauthenticated();
  const hasOwn = contact.password_hash !== null && !contact.is_password_generated;
  if (hasOwn || !(mustChangePassword || isByLink))
    await provePassword(tx, {
      account: contactAccountKey(tx.tenantId, contactId),
      hash: contact.password_hash,
      password: given.currentPassword ?? '',
      field: 'currentPassword',
    });
  const { companyName } = await getTenant(tx);
  const owner = {
    contactId,
    email: contact.email,
    username: contact.portal_username,
    firstName: contact.first_name,
    lastName: contact.last_name,
    companyName,
  };
  assertGoodPassword('newPassword', given.newPassword, owner);
  if (await isPasswordRight(contact.password_hash, given.newPassword))
    throw invalid({ field: 'newPassword', code: 'passwordSame' });
  await setChosenPassword(tx, contactId, await hashPassword(given.newPassword));
  await cancelLinks(tx, { contactId });
  await endSessions(tx, { contactId }, { exceptSessionId: sessionId });
  await auditContactPassword(tx, owner, hasOwn ? 'currentPassword' : 'firstSignIn');
}
