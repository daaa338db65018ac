import type { FastifyRequest } from 'fastify';
import type { Actor } from '../actor.ts';
import type { TenantTx } from '../db/tenant-tx.ts';
import type { Platform } from '../platform.ts';

/** Who a cookie or key claims to be, before anything of the tenant was read. */
export interface Identity {
  tenantId: number;
  sessionId: number | null;
  apiKeyId: number | null;
  /** Compared with the row once it is read: what was looked up is only where to look. */
  tokenHash: Buffer;
  /** The host that the request came to; a session is worth something on its own host only. */
  host: string;
}

/** What the key of an agent claims to be. */
export interface DeviceIdentity {
  tenantId: number;
  deviceKeyId: number;
  keyHash: Buffer;
}

/**
 * How the server learns who is calling. The platform knows no module, so the sessions module
 * hands this in.
 */
export interface Guard {
  /** Looks the credentials up by their hash; null when there are none or nobody has them. */
  identify(
    platform: Platform,
    request: FastifyRequest,
    audience: 'console' | 'portal',
  ): Promise<Identity | null>;
  /** The device whose key a machine shows, and where to look whether it is still good. */
  identifyDevice(platform: Platform, request: FastifyRequest): Promise<DeviceIdentity | null>;
  /** Inside the tenant's transaction: the device, or null when the key was revoked. */
  loadDevice(tx: TenantTx, identity: DeviceIdentity): Promise<{ deviceId: number } | null>;
  /** Inside the tenant's transaction: the actor as he is right now, or null when the session has ended. */
  loadActor(
    tx: TenantTx,
    identity: Identity,
    audience: 'console' | 'portal',
  ): Promise<Actor | null>;
}
