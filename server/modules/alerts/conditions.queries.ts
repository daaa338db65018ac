import { sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { type ConditionStates, NO_CONDITIONS } from './conditions.rules.ts';

/** Reports of a device come one after the other: whoever asks has locked it. */
export async function findStates(tx: TenantTx, deviceId: number): Promise<ConditionStates> {
  const row = await tx
    .selectFrom('device_conditions')
    .where('device_id', '=', deviceId)
    .select('states')
    .executeTakeFirst();
  return row ? (row.states as unknown as ConditionStates) : NO_CONDITIONS;
}

export async function keepStates(
  tx: TenantTx,
  deviceId: number,
  states: ConditionStates,
): Promise<void> {
  await tx
    .insertInto('device_conditions')
    .values({ device_id: deviceId, states: JSON.stringify(states) })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'device_id'])
        .doUpdateSet((eb) => ({ states: eb.ref('excluded.states') })),
    )
    .execute();
}

export interface SilentDevice {
  id: number;
  name: string;
  type: string;
  customer_id: number;
  last_seen_at: Date;
  told: string | null;
}

/** Devices whose agent is silent, with how severe an alert of that was raised already. */
export async function listSilentDevices(tx: TenantTx): Promise<SilentDevice[]> {
  const rows = await tx
    .selectFrom('devices as d')
    .leftJoin('device_conditions as c', (join) =>
      join.onRef('c.tenant_id', '=', 'd.tenant_id').onRef('c.device_id', '=', 'd.id'),
    )
    .where('d.source', '=', 'agent')
    .where('d.state', 'in', ['offline', 'stale'])
    .where('d.archived_at', 'is', null)
    .where('d.last_seen_at', 'is not', null)
    .select(['d.id', 'd.name', 'd.type', 'd.customer_id', 'd.last_seen_at'])
    .select(sql<string | null>`c.states->'told'->>'offline|'`.as('told'))
    .orderBy('d.id')
    .execute();
  return rows as SilentDevice[];
}
