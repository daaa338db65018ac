import { loadApiKeyActor, noteKeyUse } from '#modules/api-keys/index.ts';
import { rightsOf } from '#modules/roles/index.ts';
import { type Actor, systemActor } from '#platform/actor.ts';
import { clock } from '#platform/clock.ts';
import { hashToken } from '#platform/crypto/secrets.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Guard, Identity } from '#platform/http/guard.ts';
import type { Platform } from '#platform/platform.ts';
import {
  findContactOfSession,
  findTechnicianOfSession,
  type SessionKey,
} from './actors.queries.ts';
import { hostOf } from './request-facts.ts';
import { readSessionCookie } from './session-cookie.ts';
import { touchSession } from './sessions.queries.ts';
import { isSessionOver, isTouchDue } from './sessions.rules.ts';
import { findTokenPlace, type TokenPlace } from './token-places.ts';

/** How the server learns who is calling: a browser by its cookie, a script by its key. */
export const guard: Omit<Guard, 'identifyDevice' | 'loadDevice'> = {
  async identify(platform, request, audience) {
    const key = audience === 'console' ? bearerOf(request.headers.authorization) : null;
    const token = key ?? readSessionCookie(request, platform.config, audience);
    if (!token) return null;
    const tokenHash = hashToken(token);
    const look = () => (key ? lookForKey : lookForSession)(platform, tokenHash);
    const place = await findTokenPlace(platform, tokenHash, look);
    return place && { ...place, tokenHash, host: hostOf(request) };
  },

  async loadActor(tx, identity, audience) {
    const { sessionId, tokenHash, host } = identity;
    if (sessionId === null) return audience === 'console' ? loadKeyHolder(tx, identity) : null;
    const key = { sessionId, tokenHash, host };
    return audience === 'console' ? loadTechnician(tx, key) : loadContact(tx, key);
  },
};

function bearerOf(authorization: string | undefined): string | null {
  return /^Bearer +([\w-]{20,200})$/i.exec(authorization ?? '')?.[1] ?? null;
}

async function lookForSession(platform: Platform, hash: Buffer): Promise<TokenPlace | null> {
  const found = await platform.db.lookups.sessionByTokenHash(hash);
  return found && { ...found, apiKeyId: null };
}

async function lookForKey(platform: Platform, hash: Buffer): Promise<TokenPlace | null> {
  const found = await platform.db.lookups.apiKeyByHash(hash);
  return found && { ...found, sessionId: null };
}

async function loadTechnician(tx: TenantTx, key: SessionKey): Promise<Actor | null> {
  const row = await findTechnicianOfSession(tx, key);
  if (!row || !isSessionGood(tx, key.sessionId, row)) return null;
  return {
    kind: 'technician',
    technicianId: row.id,
    name: `${row.first_name} ${row.last_name}`.trim(),
    email: row.email,
    language: row.language,
    ...rightsOf({
      builtIn: row.built_in,
      permissions: row.permissions,
      customerIds: row.customer_ids,
    }),
    sessionId: key.sessionId,
    apiKeyId: null,
    mustSetUpTwoFactor: row.must_set_up_two_factor,
  };
}

async function loadContact(tx: TenantTx, key: SessionKey): Promise<Actor | null> {
  const row = await findContactOfSession(tx, key);
  if (!row || !isSessionGood(tx, key.sessionId, row)) return null;
  return {
    kind: 'contact',
    contactId: row.id,
    customerId: row.customer_id,
    isMainContact: row.is_main_contact,
    name: `${row.first_name} ${row.last_name}`.trim() || row.email,
    email: row.email,
    language: row.language,
    sessionId: key.sessionId,
    isByLink: row.is_by_link,
    mustChangePassword: row.is_password_generated && !row.is_by_link,
  };
}

async function loadKeyHolder(tx: TenantTx, identity: Identity): Promise<Actor | null> {
  const { apiKeyId, tokenHash } = identity;
  const found = apiKeyId === null ? null : await loadApiKeyActor(tx, apiKeyId, tokenHash);
  if (!found || apiKeyId === null) return null;
  if (isTouchDue(found.lastUsedAt, clock.now())) aside(tx, (other) => noteKeyUse(other, apiKeyId));
  return found.actor;
}

function isSessionGood(
  tx: TenantTx,
  sessionId: number,
  row: { last_seen_at: Date; expires_at: Date },
): boolean {
  const now = clock.now();
  if (isSessionOver({ lastSeenAt: row.last_seen_at, expiresAt: row.expires_at }, now)) return false;
  if (isTouchDue(row.last_seen_at, now)) aside(tx, (other) => touchSession(other, sessionId, now));
  return true;
}

/**
 * Notes use in a transaction of its own: it counts although the request fails, holds no lock
 * while the request works, and the answer does not wait for it.
 */
function aside(tx: TenantTx, work: (other: TenantTx) => Promise<void>): void {
  const { tenantId, platform } = tx;
  platform.db
    .withTenant({ tenantId, actor: systemActor('sign-in') }, work)
    .catch((error) => platform.log.debug({ err: error }, 'could not note the use of a session'));
}
