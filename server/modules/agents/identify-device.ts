import { clock } from '#platform/clock.ts';
import { hashToken } from '#platform/crypto/secrets.ts';
import type { Guard } from '#platform/http/guard.ts';
import { findGoodKey, noteFirstUse } from './device-keys.queries.ts';

/** How the server learns which device an agent speaks for. */
export const deviceGuard: Pick<Guard, 'identifyDevice' | 'loadDevice'> = {
  async identifyDevice(platform, request) {
    const key = /^Bearer +([\w-]{20,200})$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!key) return null;
    const keyHash = hashToken(key);
    const place = await platform.db.lookups.deviceKeyByHash(keyHash);
    return place && { ...place, keyHash };
  },

  async loadDevice(tx, { deviceKeyId, keyHash }) {
    const key = await findGoodKey(tx, deviceKeyId, keyHash);
    if (!key) return null;
    if (!key.first_used_at) await noteFirstUse(tx, key, clock.now());
    return { deviceId: key.device_id };
  },
};
