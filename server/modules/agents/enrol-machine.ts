import { recordAudit } from '#modules/audit/index.ts';
import {
  announceDevice,
  findDeviceOfMachine,
  insertDevice,
  lockDevice,
  takeInventory,
} from '#modules/devices/index.ts';
import { systemActor } from '#platform/actor.ts';
import { AGENT_VERSION } from '#platform/agent-version.ts';
import { clock } from '#platform/clock.ts';
import { createToken, hashToken } from '#platform/crypto/secrets.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { AppError } from '#platform/errors.ts';
import type { Platform } from '#platform/platform.ts';
import type { EnrolmentAnswer, EnrolmentRequest } from '#shared/agent-protocol.ts';
import { agentSettings } from './agent-settings.ts';
import { insertKey, revokeKeys, revokeUnusedKeys } from './device-keys.queries.ts';
import { giveTokenUseBack, takeTokenUse } from './enrolment-tokens.queries.ts';

export const KEY_PREFIX = 'portico_device_';

/**
 * Makes a machine a device, or gives one that was enrolled before a new key: the same hardware is the
 * same device, and its old key ends. Throws 403 when the token is unknown, used up, too old or revoked.
 */
export async function enrolMachine(
  platform: Platform,
  request: EnrolmentRequest,
  origin: { ip: string; requestId: string },
): Promise<EnrolmentAnswer> {
  const hash = hashToken(request.token);
  const place = await platform.db.lookups.enrolmentTokenByHash(hash);
  if (!place) throw new AppError(403, 'enrolmentTokenInvalid');
  await platform.db.lookups.keepDevicePartitions(clock.now());
  const scope = { tenantId: place.tenantId, actor: systemActor('agent'), origin };
  return platform.db.withTenant(scope, async (tx) => {
    const token = await takeTokenUse(tx, place.enrolmentTokenId, hash, clock.now());
    if (!token) throw new AppError(403, 'enrolmentTokenInvalid');
    const { deviceId, isNew } = await findOrAddDevice(tx, token.customer_id, request);
    if (!isNew) await giveTokenUseBack(tx, token.id);
    const device = await lockDevice(tx, deviceId);
    if (!device) throw new Error('a device that was added a moment ago is gone');
    await takeInventory(tx, device, request.inventory, '', request.fingerprint);
    await revokeKeys(tx, deviceId, clock.now());
    const key = await giveKey(tx, deviceId);
    await recordAudit(tx, {
      action: 'device.enrolled',
      subjectKind: 'device',
      subjectId: deviceId,
      subjectName: device.name,
      details: { token: token.name, isNew },
    });
    await announceDevice(tx, [device], { isPublic: true });
    return {
      deviceId,
      key,
      settings: await agentSettings(tx, {
        id: deviceId,
        customerId: device.customer_id,
        type: device.type,
      }),
      agentVersion: AGENT_VERSION,
    };
  });
}

/**
 * A new key for the device, good beside the one that it uses until it is used itself. What was given
 * before and never used got lost on the way.
 */
export async function giveKey(tx: TenantTx, deviceId: number): Promise<string> {
  await revokeUnusedKeys(tx, deviceId, clock.now());
  const key = KEY_PREFIX + createToken();
  await insertKey(tx, { deviceId, hash: hashToken(key) }, clock.now());
  return key;
}

/** A machine of another customer is left alone: a token says whose machines it is for. */
async function findOrAddDevice(
  tx: TenantTx,
  customerId: number,
  { fingerprint, inventory }: EnrolmentRequest,
): Promise<{ deviceId: number; isNew: boolean }> {
  const known = await findDeviceOfMachine(tx, { fingerprint, customerId });
  if (known) return { deviceId: known.id, isNew: false };
  const deviceId = await insertDevice(
    tx,
    {
      customerId,
      source: 'agent',
      name: inventory.hostname || fingerprint.slice(0, 8),
      type: inventory.type,
      fingerprint,
      isNameChosen: false,
    },
    clock.now(),
  );
  return { deviceId, isNew: true };
}
