import { clock, DAY_MS, HOUR_MS, inMs, MINUTE_MS } from '#platform/clock.ts';
import { createToken, hashToken } from '#platform/crypto/secrets.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { refused } from '#platform/errors.ts';
import type { Platform } from '#platform/platform.ts';
import {
  deleteUnusedTokens,
  findUnusedToken,
  insertToken,
  markTokenUsed,
  type Person,
} from './credentials.queries.ts';

/**
 * `contactPassword`: a contact's first password (welcome mail) or a forgotten one; `contactSignIn`: in
 * without one.
 */
export type LinkPurpose = 'passwordReset' | 'invitation' | 'contactPassword' | 'contactSignIn';

const WEEK_MS = 7 * DAY_MS;
const SIGN_IN_MS = 15 * MINUTE_MS;

const PAGES: Record<LinkPurpose, string> = {
  passwordReset: '/reset-password',
  invitation: '/invitation',
  contactPassword: '/set-password',
  contactSignIn: '/sign-in-link',
};

/**
 * An address that lets the person choose a password, or in, once. Earlier links of the same purpose stop
 * working; an invitation outlives that somebody asks for a new password in its name.
 * `origin` is where the page lives: BASE_URL for technicians, the portal for contacts. A forgotten
 * password has 60 minutes, a first one seven days, a sign-in fifteen minutes.
 */
export async function issueLink(
  tx: TenantTx,
  link: { person: Person; purpose: LinkPurpose; origin: string; isFirstPassword?: boolean },
): Promise<string> {
  const token = createToken();
  const isFirst = link.isFirstPassword ?? link.purpose === 'invitation';
  await deleteUnusedTokens(tx, link.person, link.purpose);
  await insertToken(tx, {
    person: link.person,
    purpose: link.purpose,
    hash: hashToken(token),
    expiresAt: inMs(lifetimeMs(link.purpose, isFirst)),
  });
  return `${link.origin}${PAGES[link.purpose]}?token=${token}`;
}

function lifetimeMs(purpose: LinkPurpose, isFirstPassword: boolean): number {
  if (purpose === 'contactSignIn') return SIGN_IN_MS;
  return isFirstPassword ? WEEK_MS : HOUR_MS;
}

export interface UsableToken {
  tenantId: number;
  id: number;
}

/** Which tenant a link belongs to; 409 `linkGone` when nobody knows it. */
export async function findUsableToken(platform: Platform, token: string): Promise<UsableToken> {
  const found = await platform.db.lookups.singleUseTokenByHash(hashToken(token));
  if (!found) throw refused('linkGone');
  return { tenantId: found.tenantId, id: found.tokenId };
}

/** The link's person and purpose as long as it works; 409 `linkGone` once used, replaced or too old. */
export async function readToken(tx: TenantTx, id: number) {
  const token = await findUnusedToken(tx, id, clock.now());
  if (!token) throw refused('linkGone');
  return {
    purpose: token.purpose as LinkPurpose,
    technicianId: token.technician_id,
    contactId: token.contact_id,
  };
}

/** Uses the link up, and with it every other one of the person; 409 for all but the first. */
export async function useToken(tx: TenantTx, id: number, person: Person): Promise<void> {
  if (!(await markTokenUsed(tx, id, clock.now()))) throw refused('linkGone');
  await cancelLinks(tx, person);
}

/** No link that is on its way to the person works any more: he has a new password. */
export const cancelLinks = (tx: TenantTx, person: Person): Promise<void> =>
  deleteUnusedTokens(tx, person, null);
