import { endSilence } from '#modules/alerts/index.ts';
import { announceDevice, lockDevice, noteChecked } from '#modules/devices/index.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { listCheckRows } from './checks.queries.ts';
import { deviceStateOf } from './checks.rules.ts';

/** Says whether a device without an agent is there, by what its checks saw last. */
export async function judgeDevice(
  tx: TenantTx,
  deviceId: number,
  seenAt: Date | null = null,
): Promise<void> {
  const device = await lockDevice(tx, deviceId);
  if (device?.source !== 'checked') return;
  const now = clock.now();
  const checks = (await listCheckRows(tx, deviceId)).filter(({ is_enabled }) => is_enabled);
  const state = deviceStateOf(checks, device.last_seen_at, now) ?? device.state;
  const isNewState = state !== device.state;
  await noteChecked(tx, deviceId, { state: state as 'online', isNewState, seenAt, now });
  if (state === 'online' || state === 'waiting') await endSilence(tx, device);
  if (isNewState) await announceDevice(tx, [device], { isPublic: device.archived_at === null });
}
