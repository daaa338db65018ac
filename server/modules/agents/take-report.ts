import { evaluateSamples } from '#modules/alerts/index.ts';
import { lockDevice, takeInventory, takeSamples } from '#modules/devices/index.ts';
import { AGENT_VERSION } from '#platform/agent-version.ts';
import { clock, DAY_MS } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { AppError } from '#platform/errors.ts';
import type { ReportAnswer, ReportRequest } from '#shared/agent-protocol.ts';
import { agentSettings } from './agent-settings.ts';
import { listKeys } from './device-keys.queries.ts';
import { giveKey } from './enrol-machine.ts';

/** A key that nobody noticed to be lost is of no use for longer. */
const KEY_DAYS = 90;
const GIVE_AGAIN_DAYS = 1;

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
  // Archived since its key was looked at.
  if (!device || device.archived_at) throw new AppError(401, 'agentKeyUnknown');
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
    agentVersion: AGENT_VERSION,
  };
}

/**
 * The key in use is too old, and none was given within a day: an answer with a new one may have got
 * lost, and is given again.
 */
async function isKeyDue(tx: TenantTx, deviceId: number): Promise<boolean> {
  const keys = await listKeys(tx, deviceId);
  const [oldest] = keys;
  const newest = keys.at(-1);
  if (!oldest || !newest) return false;
  const daysSince = (at: Date) => (clock.now().getTime() - at.getTime()) / DAY_MS;
  return daysSince(oldest.created_at) > KEY_DAYS && daysSince(newest.created_at) > GIVE_AGAIN_DAYS;
}
