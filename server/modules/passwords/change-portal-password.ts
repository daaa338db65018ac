import { setChosenPassword } from '#modules/contacts/index.ts';
import { assertGoodPassword, cancelLinks, endSessions } from '#modules/credentials/index.ts';
import {
  contactAccountKey,
  countAttempt,
  findContactWhoMayEnter,
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
    await proveCurrentPassword(tx, contact.password_hash, given.currentPassword ?? '');
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

/** Counted like a sign-in: an open session is no place to guess passwords at leisure either. */
async function proveCurrentPassword(
  tx: PortalTx,
  hash: string | null,
  password: string,
): Promise<void> {
  if (password === '') throw invalid({ field: 'currentPassword', code: 'required' });
  const { platform, tenantId, actor, origin } = tx;
  const account = `change:${contactAccountKey(tenantId, actor.contactId)}`;
  const attempt = await countAttempt(platform, {
    account,
    ip: origin?.ip ?? '',
    knownBrowser: null,
  });
  if (!(await isPasswordRight(hash, password)))
    throw invalid({ field: 'currentPassword', code: 'wrongPassword' });
  await attempt.succeeded();
}
