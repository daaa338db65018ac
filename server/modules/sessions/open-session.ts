import type { FastifyReply, FastifyRequest } from 'fastify';
import { clock, inMs } from '#platform/clock.ts';
import { createToken, hashToken } from '#platform/crypto/secrets.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { publish } from '#platform/events/event-hub.ts';
import type { Platform } from '#platform/platform.ts';
import { hostOf, userAgentOf } from './request-facts.ts';
import { type Audience, readSessionCookie, setSessionCookie } from './session-cookie.ts';
import { deleteSessionByToken, insertSession } from './sessions.queries.ts';
import { SESSION_MAX_MS } from './sessions.rules.ts';

export interface OpenedSession {
  id: number;
  audience: Audience;
  token: string;
  expiresAt: Date;
}

/**
 * Opens a session with a token of its own, whatever the browser brought along: a token that
 * somebody planted there is worth nothing, and the session that it had before ends.
 */
export async function openSession(
  tx: TenantTx,
  request: FastifyRequest,
  holder: { technicianId: number } | { contactId: number; isByLink?: boolean },
): Promise<OpenedSession> {
  const audience = 'technicianId' in holder ? 'console' : 'portal';
  const before = readSessionCookie(request, tx.platform.config, audience);
  if (before && (await deleteSessionByToken(tx, hashToken(before))))
    await publish(tx, { kind: 'session', ids: {} });
  const token = createToken();
  const now = clock.now();
  const expiresAt = inMs(SESSION_MAX_MS, now);
  const id = await insertSession(tx, {
    audience,
    host: hostOf(request),
    technicianId: 'technicianId' in holder ? holder.technicianId : null,
    contactId: 'contactId' in holder ? holder.contactId : null,
    isByLink: 'isByLink' in holder && holder.isByLink === true,
    tokenHash: hashToken(token),
    userAgent: userAgentOf(request),
    ip: request.ip,
    now,
    expiresAt,
  });
  return { id, audience, token, expiresAt };
}

/** Hands the session to the browser, once its transaction has committed. */
export function giveSession(platform: Platform, reply: FastifyReply, session: OpenedSession): void {
  setSessionCookie(reply, platform.config, session.audience, session);
}
