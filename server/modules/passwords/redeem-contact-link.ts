import type { FastifyRequest } from 'fastify';
import { setChosenPassword } from '#modules/contacts/index.ts';
import {
  assertGoodPassword,
  endSessions,
  findUsableToken,
  readToken,
  useToken,
} from '#modules/credentials/index.ts';
import {
  contactAccountKey,
  findContactWhoMayEnter,
  forgetAttempts,
  originOf,
} from '#modules/sessions/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import { systemActor } from '#platform/actor.ts';
import { hashPassword } from '#platform/crypto/passwords.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { refused } from '#platform/errors.ts';
import type { Platform } from '#platform/platform.ts';
import { auditContactPassword } from './audit-password.ts';

/** Whose the link is. 409 `linkGone` when it does not work, or not at this company's portal. */
export async function checkContactLink(platform: Platform, tenantId: number, token: string) {
  const id = await findTokenOf(platform, tenantId, token);
  return platform.db.withTenant({ tenantId, actor: systemActor('sign-in') }, (tx) =>
    readContactLink(tx, id),
  );
}

/** Sets the password that the link is for, once, and ends every session of the contact. */
export async function redeemContactLink(
  platform: Platform,
  request: FastifyRequest,
  tenantId: number,
  given: { token: string; password: string },
): Promise<void> {
  const id = await findTokenOf(platform, tenantId, given.token);
  const scope = { tenantId, actor: systemActor('sign-in'), origin: originOf(request) };
  const link = await platform.db.withTenant(scope, (tx) => readContactLink(tx, id));
  assertGoodPassword('password', given.password, link);
  const hash = await hashPassword(given.password);
  const { contactId } = link;
  await platform.db.withTenant(scope, async (tx) => {
    await useToken(tx, id, { contactId });
    await setChosenPassword(tx, contactId, hash);
    await endSessions(tx, { contactId });
    await auditContactPassword(tx, link, 'link');
  });
  await forgetAttempts(platform, contactAccountKey(tenantId, contactId));
}

async function findTokenOf(platform: Platform, tenantId: number, token: string): Promise<number> {
  const found = await findUsableToken(platform, token);
  if (found.tenantId !== tenantId) throw refused('linkGone');
  return found.id;
}

async function readContactLink(tx: TenantTx, tokenId: number) {
  const { purpose, contactId } = await readToken(tx, tokenId);
  if (purpose !== 'contactPassword' || contactId === null) throw refused('linkGone');
  const contact = await findContactWhoMayEnter(tx, contactId);
  if (!contact) throw refused('linkGone');
  const { companyName } = await getTenant(tx);
  return {
    contactId: contact.id,
    purpose: 'contactPassword' as const,
    email: contact.email,
    username: contact.portal_username,
    firstName: contact.first_name,
    lastName: contact.last_name,
    companyName,
  };
}
