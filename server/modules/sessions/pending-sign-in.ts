import type { FastifyReply, FastifyRequest } from 'fastify';
import { systemActor } from '#platform/actor.ts';
import { clock, inMs } from '#platform/clock.ts';
import { createToken, hashToken } from '#platform/crypto/secrets.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { AppError } from '#platform/errors.ts';
import type { Platform } from '#platform/platform.ts';
import {
  findPendingSignIn,
  insertPendingSignIn,
  type PendingSignInKey,
  setPasskeyChallenge,
} from './pending-sign-in.queries.ts';
import { hostOf, originOf } from './request-facts.ts';
import { readPendingSignInCookie, setPendingSignInCookie } from './session-cookie.ts';
import { PENDING_SIGN_IN_MS } from './sessions.rules.ts';

/*
 * A sign-in between its two steps. The browser holds a token that opens nothing but the second
 * step, on this host, for five minutes; the database holds its hash.
 */

export interface OpenedPendingSignIn {
  token: string;
  expiresAt: Date;
}

export async function openPendingSignIn(
  tx: TenantTx,
  request: FastifyRequest,
  technicianId: number,
): Promise<OpenedPendingSignIn> {
  const token = createToken();
  const now = clock.now();
  const expiresAt = inMs(PENDING_SIGN_IN_MS, now);
  await insertPendingSignIn(tx, {
    technicianId,
    tokenHash: hashToken(token),
    host: hostOf(request),
    now,
    expiresAt,
  });
  return { token, expiresAt };
}

/** Hands it to the browser, once its transaction has committed. */
export function givePendingSignIn(
  platform: Platform,
  reply: FastifyReply,
  pending: OpenedPendingSignIn,
): void {
  setPendingSignInCookie(reply, platform.config, pending);
}

/** Too late, finished already, or never begun here: the first step has to be taken again. */
export const signInExpired = () => new AppError(401, 'signInExpired');

export interface PendingSignIn {
  key: PendingSignInKey;
  tenantId: number;
  technicianId: number;
  /** Runs in a transaction of the technician's company. */
  inside<T>(work: (tx: TenantTx) => Promise<T>): Promise<T>;
}

/** The sign-in that this browser has begun; 401 `signInExpired` when it cannot be finished. */
export async function getPendingSignIn(
  platform: Platform,
  request: FastifyRequest,
): Promise<PendingSignIn> {
  const token = readPendingSignInCookie(request, platform.config);
  if (!token) throw signInExpired();
  const tokenHash = hashToken(token);
  const place = await platform.db.lookups.pendingSignInByTokenHash(tokenHash);
  if (!place) throw signInExpired();
  const { tenantId } = place;
  const scope = { tenantId, actor: systemActor('sign-in'), origin: originOf(request) };
  const inside = <T>(work: (tx: TenantTx) => Promise<T>) => platform.db.withTenant(scope, work);
  const key = { id: place.pendingSignInId, tokenHash, host: hostOf(request) };
  const row = await inside((tx) => findPendingSignIn(tx, key, clock.now()));
  if (!row) throw signInExpired();
  return { key, tenantId, technicianId: row.technician_id, inside };
}

/**
 * Asks a passkey for the second step of the sign-in that this browser has begun: `makeOptions` says
 * what the browser is to be told, for the technician's own passkeys.
 */
export async function challengePasskey<Options>(
  platform: Platform,
  request: FastifyRequest,
  makeOptions: (
    tx: TenantTx,
    technicianId: number,
  ) => Promise<{ challenge: Buffer; options: Options }>,
): Promise<Options> {
  const { key, technicianId, inside } = await getPendingSignIn(platform, request);
  return inside(async (tx) => {
    const { challenge, options } = await makeOptions(tx, technicianId);
    await setPasskeyChallenge(tx, key.id, challenge);
    return options;
  });
}
