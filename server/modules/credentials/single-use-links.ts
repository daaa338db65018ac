import { clock, DAY_MS, HOUR_MS, inMs } from '#platform/clock.ts';
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

/** `contactPassword`: a contact's first password (welcome mail) or a forgotten one. */
export type LinkPurpose = 'passwordReset' | 'invitation' | 'contactPassword';

const WEEK_MS = 7 * DAY_MS;

const PAGES: Record<LinkPurpose, string> = {
  passwordReset: '/reset-password',
  invitation: '/invitation',
  contactPassword: '/set-password',
};

/**
 * An address that lets the person choose a password, once. Earlier links of the same purpose stop
 * working; an invitation outlives that somebody asks for a new password in its name.
 * `origin` is where the page lives: BASE_URL for technicians, the portal for contacts. A forgotten
 * password has 60 minutes, a first one seven days.
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
    expiresAt: inMs(isFirst ? WEEK_MS : HOUR_MS),
  });
  return `${link.origin}${PAGES[link.purpose]}?token=${token}`;
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
