import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { DeviceType, Inventory, Sample } from '#shared/agent-protocol.ts';
import { type DeviceState, systemName } from './devices.rules.ts';

/** Locked until the end: reports of one device are taken in one after the other. */
export function lockDevice(tx: TenantTx, id: number) {
  return tx
    .selectFrom('devices')
    .where('id', '=', id)
    .select([
      'id',
      'customer_id',
      'source',
      'name',
      'is_name_chosen',
      'is_type_chosen',
      'type',
      'state',
      'last_seen_at',
      'inventory',
      'inventory_hash',
      'fingerprint',
      'run_id',
      'former_run_id',
      'copy_noticed_at',
      'samples_until',
      'clock_offset_seconds',
      'logged_in_user',
      'archived_at',
    ])
    .forUpdate()
    .executeTakeFirst();
}
export type LockedDevice = NonNullable<Awaited<ReturnType<typeof lockDevice>>>;

/** What a report says of the device itself; leaves `version` alone, which is of people's changes. */
export async function noteReport(
  tx: TenantTx,
  id: number,
  report: {
    seenAt: Date;
    isNewState: boolean;
    samplesUntil: Date | null;
    lastSample: Sample | null;
    clockOffsetSeconds: number;
    loggedInUser: string | null;
    agentVersion: string;
    address: string | null;
    runId: string;
    formerRunId: string | null;
    copyNoticedAt: Date | null;
  },
): Promise<void> {
  await tx
    .updateTable('devices')
    .set({
      last_seen_at: report.seenAt,
      state: 'online',
      ...(report.isNewState && { state_since: report.seenAt }),
      ...(report.samplesUntil && { samples_until: report.samplesUntil }),
      ...(report.lastSample && { last_sample: JSON.stringify(report.lastSample) }),
      clock_offset_seconds: report.clockOffsetSeconds,
      logged_in_user: report.loggedInUser,
      agent_version: report.agentVersion,
      address: report.address,
      run_id: report.runId,
      former_run_id: report.formerRunId,
      copy_noticed_at: report.copyNoticedAt,
    })
    .where('id', '=', id)
    .execute();
}

/** What checks from outside say of a device that has no agent. */
export async function noteChecked(
  tx: TenantTx,
  id: number,
  seen: { state: DeviceState; isNewState: boolean; seenAt: Date | null; now: Date },
): Promise<void> {
  await tx
    .updateTable('devices')
    .set({
      state: seen.state,
      ...(seen.isNewState && { state_since: seen.now }),
      ...(seen.seenAt && { last_seen_at: seen.seenAt }),
    })
    .where('id', '=', id)
    .where('source', '=', 'checked')
    .execute();
}

export async function setInventory(
  tx: TenantTx,
  id: number,
  inventory: Inventory,
  facts: { hash: string; name: string; type: DeviceType; fingerprint: string },
): Promise<void> {
  await tx
    .updateTable('devices')
    .set({
      inventory: JSON.stringify(inventory),
      inventory_hash: facts.hash,
      hostname: inventory.hostname,
      os_name: systemName(inventory.os),
      name: facts.name,
      type: facts.type,
      fingerprint: facts.fingerprint,
    })
    .where('id', '=', id)
    .execute();
}

export async function setCopyNoticed(tx: TenantTx, id: number, at: Date | null): Promise<void> {
  await tx
    .updateTable('devices')
    .set({ copy_noticed_at: at, former_run_id: null })
    .where('id', '=', id)
    .execute();
}

/** Those that said nothing since; a change of state each. */
export async function markSilent(
  tx: TenantTx,
  was: DeviceState,
  becomes: DeviceState,
  silentSince: Date,
  now: Date,
): Promise<{ id: number; customer_id: number }[]> {
  return tx
    .updateTable('devices')
    .set({ state: becomes, state_since: now })
    .where('state', '=', was)
    .where('source', '=', 'agent')
    .where('last_seen_at', '<', silentSince)
    .where('archived_at', 'is', null)
    .returning(['id', 'customer_id'])
    .execute();
}
