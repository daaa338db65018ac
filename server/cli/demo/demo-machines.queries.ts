import { sql } from 'kysely';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Sample } from '#shared/agent-protocol.ts';

const disksOf = ({ disks }: Sample) =>
  JSON.stringify(
    Object.fromEntries(
      disks.map(({ mount, usedBytes, totalBytes }) => [
        mount,
        Math.round((usedBytes / totalBytes) * 1000) / 10,
      ]),
    ),
  );

/** The samples as columns: one statement for a thousand rows. */
const columnsOf = (samples: readonly Sample[]) => sql`unnest(
  ${samples.map(({ at }) => at)}::timestamptz[], ${samples.map((one) => one.cpuPercent)}::real[],
  ${samples.map((one) => one.memoryPercent)}::real[],
  ${samples.map((one) => one.receivedBytesPerSecond)}::real[],
  ${samples.map((one) => one.sentBytesPerSecond)}::real[], ${samples.map(disksOf)}::jsonb[])
  as s (at, cpu, memory, received, sent, disks)`;

export async function insertMinutes(
  tx: TenantTx,
  deviceId: number,
  samples: readonly Sample[],
): Promise<void> {
  await sql`
    insert into device_minutes (device_id, at, cpu_percent, memory_percent,
      received_bytes_per_second, sent_bytes_per_second, disks)
    select ${deviceId}, s.at, s.cpu, s.memory, s.received, s.sent, s.disks
    from ${columnsOf(samples)}`.execute(tx);
}

/** Each sample stands for the fifteen that the quarter of an hour would have had. */
export async function insertQuarters(
  tx: TenantTx,
  deviceId: number,
  samples: readonly Sample[],
): Promise<void> {
  await sql`
    insert into device_quarters (device_id, at, samples, cpu_sum, cpu_max, memory_sum, memory_max,
      received_sum, sent_sum, disks)
    select ${deviceId}, s.at, 15, s.cpu * 15, least(s.cpu * 1.5, 100), s.memory * 15, s.memory,
      s.received * 15, s.sent * 15, s.disks
    from ${columnsOf(samples)}`.execute(tx);
}

export async function putContactOnDevice(
  tx: TenantTx,
  deviceId: number,
  contactId: number,
): Promise<void> {
  await tx
    .insertInto('device_contacts')
    .values({ device_id: deviceId, contact_id: contactId })
    .execute();
}

export async function backdateDevice(
  tx: TenantTx,
  id: number,
  { createdAt, offlineSince }: { createdAt: Date; offlineSince: Date | null },
): Promise<void> {
  await tx
    .updateTable('devices')
    .set({
      created_at: createdAt,
      updated_at: createdAt,
      ...(offlineSince && {
        state: 'offline',
        state_since: offlineSince,
        last_seen_at: offlineSince,
      }),
    })
    .where('id', '=', id)
    .execute();
}

/** What was wrong in the last weeks and is over: now and then a machine that was silent or busy. */
export async function insertPastAlerts(tx: TenantTx, now: Date): Promise<void> {
  await sql`
    with past as (
      insert into alerts (fingerprint, source, kind, title, value, threshold, severity, state,
        device_id, customer_id, profile_id, occurred_at, last_at, resolved_at, resolved_by,
        created_at, updated_at)
      select 'device:' || d.id || ':' || k.kind || ':', k.source, k.kind, d.name, k.value,
        k.threshold, k.severity, 'resolved', d.id, d.customer_id, p.id, t.at, t.at,
        t.at + k.lasted, 'source', t.at, t.at + k.lasted
      from devices d
      join alert_profiles p on p.is_default
      cross join lateral (select ${now}::timestamptz - interval '1 hour' * (9 + d.id * 37 % 500)) t (at)
      join (values
        (0, 'offline', 'offline', null::real, null::real, 'critical', interval '14 minutes'),
        (1, 'cpu', 'agent', 97.4, 95, 'warning', interval '41 minutes'),
        (2, 'memory', 'agent', 96.2, 95, 'warning', interval '67 minutes')
      ) k (place, kind, source, value, threshold, severity, lasted) on k.place = d.id % 5
      where d.type = 'server' or k.kind <> 'offline'
      returning id, occurred_at, resolved_at)
    insert into alert_events (alert_id, kind, actor_kind, actor_name, created_at)
    select id, 'raised', 'system', 'alerts', occurred_at from past
    union all
    select id, 'resolved', 'system', 'alerts', resolved_at from past`.execute(tx);
}

/** Every other incident is about the machine of who reported it. */
export async function linkTicketsToDevices(tx: TenantTx): Promise<void> {
  await sql`
    update tickets t set device_id = dc.device_id
    from device_contacts dc
    where dc.contact_id = t.contact_id and t.type = 'incident' and t.number % 2 = 0`.execute(tx);
}

/** The demo sends no mail: whoever looks at it finds these alerts as if he had been told of them. */
export async function letNobodyBeTold(tx: TenantTx): Promise<void> {
  await tx.updateTable('alerts').set({ follow_up_at: null }).execute();
}

export async function acknowledgeOne(
  tx: TenantTx,
  { kind, technicianId }: { kind: string; technicianId: number },
): Promise<void> {
  await tx
    .updateTable('alerts')
    .set({ state: 'acknowledged', acknowledged_by: technicianId })
    .where('kind', '=', kind)
    .where('state', '=', 'open')
    .execute();
}

/** Machines that nobody enrolled: those of the demo, which have no key. */
export function listMachinesWithoutKey(tx: TenantTx) {
  return tx
    .selectFrom('devices as d')
    .where('d.source', '=', 'agent')
    .where('d.fingerprint', 'like', 'demo %')
    .where('d.archived_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('device_keys as k').whereRef('k.device_id', '=', 'd.id').select('k.id')),
      ),
    )
    .leftJoin('device_contacts as dc', 'dc.device_id', 'd.id')
    .leftJoin('contacts as c', 'c.id', 'dc.contact_id')
    .select(['d.id', 'd.hostname', 'd.inventory', 'c.portal_username'])
    .orderBy('d.id')
    .execute();
}
