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
 * The contact chooses a password of his own; his other sessions end. The current one must be told,
 * except by a newcomer, who proved it a moment ago and only ever sees this page.
 */
export async function changePortalPassword(
  tx: PortalTx,
  given: { currentPassword?: string; newPassword: string },
): Promise<void> {
  const { contactId, sessionId, mustChangePassword } = tx.actor;
  const contact = await findContactWhoMayEnter(tx, contactId);
  if (!contact) throw unauthenticated();
  if (!mustChangePassword)
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
  await auditContactPassword(tx, owner, mustChangePassword ? 'firstSignIn' : 'currentPassword');
}
