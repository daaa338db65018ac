import { rightsOf } from '#modules/roles/index.ts';
import type { TechnicianActor } from '#platform/actor.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { findKeyInUse, touchApiKey } from './api-keys.queries.ts';

/**
 * Who acts with a key: the technician who made it, with the rights of the key's role as they are
 * now. Null when it was revoked, has expired, or its maker may not sign in any more.
 */
export async function loadApiKeyActor(
  tx: TenantTx,
  apiKeyId: number,
  hash: Buffer,
): Promise<{ actor: TechnicianActor; lastUsedAt: Date | null } | null> {
  const row = await findKeyInUse(tx, apiKeyId, hash, clock.now());
  if (!row) return null;
  const actor: TechnicianActor = {
    kind: 'technician',
    technicianId: row.technician_id,
    name: row.name,
    email: row.email,
    language: row.language,
    ...rightsOf({
      builtIn: row.built_in,
      permissions: row.permissions,
      customerIds: row.customer_ids,
    }),
    sessionId: null,
    apiKeyId: row.id,
    mustSetUpTwoFactor: false,
  };
  return { actor, lastUsedAt: row.last_used_at };
}

export const noteKeyUse = (tx: TenantTx, apiKeyId: number) =>
  touchApiKey(tx, apiKeyId, clock.now());
