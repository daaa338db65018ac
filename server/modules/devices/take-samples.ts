import { clock, HOUR_MS, inMs } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Inventory, ReportRequest, Sample } from '#shared/agent-protocol.ts';
import { announceDevice } from './announce-device.ts';
import { insertChanges } from './device-changes.queries.ts';
import { insertMetrics, type MetricRow } from './device-metrics.queries.ts';
import { type LockedDevice, noteReport, setInventory } from './device-reports.queries.ts';
import { inventoryChanges } from './devices.rules.ts';

const MINUTES_KEPT_HOURS = 48;
const QUARTERS_KEPT_HOURS = 90 * 24;
/** A clock that is off by less than the way takes is right. */
const CLOCK_TOLERANCE_SECONDS = 10;
/** One that is off by more than a lifetime tells nothing at all. */
const CLOCK_OFFSET_MAX_SECONDS = 2_000_000_000;

/**
 * Takes a report in for a device that was locked. Times are moved by what the machine's clock is off;
 * samples that were taken in before, or lie in the future, are left out. Returns the new ones.
 */
export async function takeSamples(
  tx: TenantTx,
  device: LockedDevice,
  report: ReportRequest,
): Promise<Sample[]> {
  const now = clock.now();
  const ahead = Math.round((Date.parse(report.sentAt) - now.getTime()) / 1000);
  const measured = Math.min(Math.max(ahead, -CLOCK_OFFSET_MAX_SECONDS), CLOCK_OFFSET_MAX_SECONDS);
  const offset = Math.abs(measured) <= CLOCK_TOLERANCE_SECONDS ? 0 : measured;
  const fresh = freshSamples(report.samples, offset, device.samples_until, now);
  await insertMetrics(
    tx,
    device.id,
    fresh.map(metricRow),
    inMs(-MINUTES_KEPT_HOURS * HOUR_MS, now),
  );

  const last = fresh.at(-1) ?? null;
  const isNewState = device.state !== 'online';
  const run = runsOf(device, report.runId);
  await noteReport(tx, device.id, {
    seenAt: now,
    isNewState,
    samplesUntil: last && new Date(last.at),
    lastSample: last,
    clockOffsetSeconds: offset,
    loggedInUser: last ? last.loggedInUser : device.logged_in_user,
    agentVersion: report.agentVersion,
    address: tx.origin?.ip ?? null,
    runId: report.runId,
    formerRunId: run.former,
    copyNoticedAt: run.isCopy ? (device.copy_noticed_at ?? now) : device.copy_noticed_at,
  });
  if (isNewState || (run.isCopy && !device.copy_noticed_at))
    await announceDevice(tx, [device], { isPublic: isNewState });
  return fresh;
}

/** Oldest first, each later than the one before: an agent may send again what it sent. */
function freshSamples(
  samples: readonly Sample[],
  offsetSeconds: number,
  until: Date | null,
  now: Date,
): Sample[] {
  const earliest = inMs(-QUARTERS_KEPT_HOURS * HOUR_MS, now).getTime();
  let last = Math.max(until?.getTime() ?? 0, earliest);
  const fresh: Sample[] = [];
  for (const sample of samples) {
    const at = Date.parse(sample.at) - offsetSeconds * 1000;
    if (at <= last || at > now.getTime() + CLOCK_TOLERANCE_SECONDS * 1000) continue;
    last = at;
    fresh.push({ ...sample, at: new Date(at).toISOString() });
  }
  return fresh;
}

const metricRow = (sample: Sample): MetricRow => ({
  at: new Date(sample.at),
  cpuPercent: sample.cpuPercent,
  memoryPercent: sample.memoryPercent,
  receivedBytesPerSecond: sample.receivedBytesPerSecond,
  sentBytesPerSecond: sample.sentBytesPerSecond,
  disks: Object.fromEntries(
    sample.disks
      .filter(({ totalBytes }) => totalBytes > 0)
      .map(({ mount, usedBytes, totalBytes }) => [
        mount,
        Math.min(Math.round((usedBytes / totalBytes) * 1000) / 10, 100),
      ]),
  ),
});

/** A start that comes back after another one reported: two copies of one machine, in turns. */
function runsOf(device: LockedDevice, runId: string): { former: string | null; isCopy: boolean } {
  if (device.run_id === runId) return { former: device.former_run_id, isCopy: false };
  return { former: device.run_id, isCopy: device.former_run_id === runId };
}

/** What the machine says it is. A name or type that a technician chose stays. */
export async function takeInventory(
  tx: TenantTx,
  device: LockedDevice,
  inventory: Inventory,
  hash: string,
  fingerprint: string,
): Promise<void> {
  if (device.inventory_hash === hash) return;
  const changes = inventoryChanges(device.inventory as Inventory | null, inventory);
  await insertChanges(tx, device.id, changes, clock.now());
  const name = device.is_name_chosen ? device.name : inventory.hostname || device.name;
  const type = device.is_type_chosen ? (device.type as Inventory['type']) : inventory.type;
  await setInventory(tx, device.id, inventory, { hash, name, type, fingerprint });
  const isOther = name !== device.name || type !== device.type;
  const isPublic = isOther || changes.some(({ field }) => field === 'os');
  await announceDevice(tx, [device], { isPublic });
}
