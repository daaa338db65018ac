import { sql } from 'kysely';
import { inReach } from '#platform/db/reach.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { DeviceType } from '#shared/agent-protocol.ts';

/** False when the device is not there or has another version by now. */
export async function updateDevice(
  tx: TenantTx,
  { id, version }: { id: number; version: number },
  changes: {
    name?: string | undefined;
    is_name_chosen?: boolean;
    type?: DeviceType | undefined;
    is_type_chosen?: boolean;
    notes?: string | undefined;
    customer_id?: number | undefined;
    archived_at?: Date | null;
  },
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('devices')
    .set({ ...changes, updated_at: now, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where(inReach(tx.actor, 'customer_id'))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * The device of a customer that a machine is already, or null; an archived one was put away on purpose,
 * with its history. Until the end nobody else looks for the same machine: of two who enrol it at the same
 * moment, the second finds the device of the first.
 */
export async function findDeviceOfMachine(
  tx: TenantTx,
  machine: { fingerprint: string; customerId: number },
): Promise<{ id: number } | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${machine.fingerprint}, ${tx.tenantId}))`.execute(
    tx,
  );
  return tx
    .selectFrom('devices')
    .where('fingerprint', '=', machine.fingerprint)
    .where('customer_id', '=', machine.customerId)
    .where('archived_at', 'is', null)
    .select('id')
    .orderBy('id')
    .executeTakeFirst();
}

export async function insertDevice(
  tx: TenantTx,
  device: {
    customerId: number;
    source: 'agent' | 'checked';
    name: string;
    type: DeviceType;
    fingerprint: string | null;
    isNameChosen: boolean;
  },
  now: Date,
): Promise<number> {
  const { id } = await tx
    .insertInto('devices')
    .values({
      customer_id: device.customerId,
      source: device.source,
      name: device.name,
      is_name_chosen: device.isNameChosen,
      type: device.type,
      is_type_chosen: device.isNameChosen,
      fingerprint: device.fingerprint,
      state_since: now,
      created_at: now,
      updated_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
