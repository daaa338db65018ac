import { findUsableToken, readToken, useToken } from '#modules/credentials/index.ts';
import {
  contactAccountKey,
  type Exchange,
  enterPortalByLink,
  findContactWhoMayEnter,
  forgetAttempts,
  giveSession,
  originOf,
  rememberBrowser,
} from '#modules/sessions/index.ts';
import { systemActor } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { refused } from '#platform/errors.ts';
import type { Platform } from '#platform/platform.ts';
import { requireLinks } from './request-sign-in-link.ts';

const ACTOR = systemActor('sign-in');

/** Whom the link signs in. 409 `linkGone` when it does not work, or not at this company's portal. */
export async function checkSignInLink(platform: Platform, tenantId: number, token: string) {
  const id = await findTokenOf(platform, tenantId, token);
  return platform.db.withTenant({ tenantId, actor: ACTOR }, async (tx) => {
    const contact = await findContactWhoMayEnter(tx, await readContactId(tx, id));
    if (!contact) throw refused('linkGone');
    return {
      firstName: contact.first_name,
      lastName: contact.last_name,
      email: contact.email,
    };
  });
}

/**
 * Signs in with a link, once. Looking at its page uses nothing up: programs that read mails before
 * people do open every link in them.
 */
export async function redeemSignInLink(exchange: Exchange, tenantId: number, token: string) {
  const { platform, request, reply } = exchange;
  const id = await findTokenOf(platform, tenantId, token);
  const scope = { tenantId, actor: ACTOR, origin: originOf(request) };
  const { contactId, session, view } = await platform.db.withTenant(scope, async (tx) => {
    await requireLinks(tx);
    const contactId = await readContactId(tx, id);
    await useToken(tx, id, { contactId });
    const entered = await enterPortalByLink(tx, request, contactId);
    if (!entered) throw refused('linkGone');
    return { contactId, ...entered };
  });
  const account = contactAccountKey(tenantId, contactId);
  giveSession(platform, reply, session);
  rememberBrowser(platform, request, reply, account);
  await forgetAttempts(platform, account);
  return view;
}

async function findTokenOf(platform: Platform, tenantId: number, token: string): Promise<number> {
  const found = await findUsableToken(platform, token);
  if (found.tenantId !== tenantId) throw refused('linkGone');
  return found.id;
}

async function readContactId(tx: TenantTx, tokenId: number): Promise<number> {
  const { purpose, contactId } = await readToken(tx, tokenId);
  if (purpose !== 'contactSignIn' || contactId === null) throw refused('linkGone');
  return contactId;
}
