import { sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { SEVERITIES } from '#shared/alerts.ts';
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
  type: string;
  customer_id: number;
  silent_since: Date;
  told: string | null;
  covered: string | null;
}

/**
 * Devices that are off: whose agent is silent, or of whose checks none gets an answer. `told` is how
 * severe an alert of that was raised already; `covered` is the worst that its checks have said of it
 * since it answered last, unless the source itself took that back.
 */
export async function listSilentDevices(tx: TenantTx): Promise<SilentDevice[]> {
  const rows = await tx
    .selectFrom('devices as d')
    .leftJoin('device_conditions as c', (join) =>
      join.onRef('c.tenant_id', '=', 'd.tenant_id').onRef('c.device_id', '=', 'd.id'),
    )
    .where('d.state', 'in', ['offline', 'stale'])
    .where('d.archived_at', 'is', null)
    .where(sql<boolean>`(d.source = 'checked' or d.last_seen_at is not null)`)
    .select(['d.id', 'd.type', 'd.customer_id'])
    // A check may run once a day: its last answer says little of how long there has been none.
    .select(
      sql<Date>`case when d.source = 'checked' and (d.state = 'offline' or d.last_seen_at is null)
        then d.state_since else d.last_seen_at end`.as('silent_since'),
    )
    .select(sql<string | null>`c.states->'told'->>'offline|'`.as('told'))
    .select(
      sql<string | null>`case when d.source = 'checked' then (
        select a.severity from alerts a
        where a.tenant_id = d.tenant_id and a.device_id = d.id and a.source = 'check'
          and a.kind = 'unreachable'
          and (a.state <> 'resolved' or (a.resolved_by in ('person', 'ticket')
            and a.resolved_at > coalesce(d.last_seen_at, 'epoch')))
        order by array_position(${[...SEVERITIES]}::text[], a.severity) desc limit 1)
        end`.as('covered'),
    )
    .orderBy('d.id')
    .execute();
  return rows as SilentDevice[];
}
