import { evaluateSamples } from '#modules/alerts/index.ts';
import { lockDevice, takeInventory, takeSamples } from '#modules/devices/index.ts';
import { clock, DAY_MS } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { AppError } from '#platform/errors.ts';
import type { ReportAnswer, ReportRequest } from '#shared/agent-protocol.ts';
import { agentSettings } from './agent-settings.ts';
import { listKeys } from './device-keys.queries.ts';
import { giveKey } from './enrol-machine.ts';

/** A key that nobody noticed to be lost is of no use for longer. */
const KEY_DAYS = 90;

/**
 * Takes a report of a device in. Throws 409 `anotherMachine` when hardware and system are not those
 * that were enrolled: a copied disk brings its key along, and two machines are not one device.
 */
export async function takeReport(
  tx: TenantTx,
  deviceId: number,
  report: ReportRequest,
): Promise<ReportAnswer> {
  const device = await lockDevice(tx, deviceId);
  if (!device) throw new AppError(401, 'agentKeyUnknown');
  if (device.fingerprint !== null && device.fingerprint !== report.fingerprint)
    throw new AppError(409, 'anotherMachine');
  const samples = await takeSamples(tx, device, report);
  if (report.inventory)
    await takeInventory(tx, device, report.inventory, report.inventoryHash, report.fingerprint);
  const facts = { id: deviceId, customerId: device.customer_id, type: device.type };
  await evaluateSamples(tx, facts, samples);
  const knows = report.inventory !== undefined || device.inventory_hash === report.inventoryHash;
  return {
    settings: await agentSettings(tx, facts),
    wantsInventory: !knows,
    newKey: (await isKeyDue(tx, deviceId)) ? await giveKey(tx, deviceId) : null,
  };
}

/** The oldest key that works is too old, and no other one was given yet. */
async function isKeyDue(tx: TenantTx, deviceId: number): Promise<boolean> {
  const keys = await listKeys(tx, deviceId);
  const [oldest] = keys;
  if (!oldest || keys.length > 1) return false;
  return clock.now().getTime() - oldest.created_at.getTime() > KEY_DAYS * DAY_MS;
}
