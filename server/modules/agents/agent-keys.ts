import { recordAudit } from '#modules/audit/index.ts';
import { announceDevice, getDevice } from '#modules/devices/index.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { revokeKeys } from './device-keys.queries.ts';

/** The agent is not listened to any more until its machine is enrolled again. */
export async function revokeDeviceKeys(tx: TenantTx, deviceId: number): Promise<void> {
  const device = await getDevice(tx, deviceId);
  if ((await revokeKeys(tx, deviceId, clock.now())) === 0) return;
  await recordAudit(tx, {
    action: 'device.keyRevoked',
    subjectKind: 'device',
    subjectId: deviceId,
    subjectName: device.name,
  });
  await announceDevice(tx, [{ id: deviceId, customer_id: device.customer.id }], {
    isPublic: false,
  });
}
