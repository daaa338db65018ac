import { type RawBuilder, sql } from 'kysely';
import { AGENT_VERSION } from '#platform/agent-version.ts';
import { inReach } from '#platform/db/reach.ts';
import { patternsOf } from '#platform/db/search-words.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { DeviceType, Inventory, Sample } from '#shared/agent-protocol.ts';
import { type DeviceSort, type DeviceState, systemName } from './devices.rules.ts';

export interface DeviceFilters {
  search: string;
  /** Found only by what contacts see: a hit by user or serial number would tell them the rest. */
  isForContacts?: boolean | undefined;
  states: readonly DeviceState[];
  types: readonly DeviceType[];
  customerId?: number | undefined;
  contactId?: number | undefined;
  hasAlerts?: boolean | undefined;
  /** Of an agent that is not the one which the server hands out. */
  hasOldAgent?: boolean | undefined;
  isArchived: boolean;
}

/** Those that the actor may see: all, or those of the customers that his role is limited to. */
function deviceRows(tx: TenantTx) {
  return tx
    .selectFrom('devices as d')
    .innerJoin('customers as c', (join) =>
      join.onRef('c.tenant_id', '=', 'd.tenant_id').onRef('c.id', '=', 'd.customer_id'),
    )
    .where(inReach(tx.actor, 'd.customer_id'))
    .select([
      'd.id',
      'd.customer_id',
      'c.name as customer_name',
      'd.source',
      'd.name',
      'd.is_name_chosen',
      'd.type',
      'd.is_type_chosen',
      'd.hostname',
      'd.os_name',
      'd.state',
      'd.state_since',
      'd.last_seen_at',
      'd.logged_in_user',
      'd.agent_version',
      'd.clock_offset_seconds',
      'd.copy_noticed_at',
      'd.open_alert_count',
      'd.worst_severity',
      'd.archived_at',
      'd.version',
      'd.created_at',
    ]);
}
export type DeviceRow = Awaited<ReturnType<typeof listDeviceRows>>[number];

/** What each order sorts by; every one ends with the id. */
const ORDERS: Record<DeviceSort, { by: RawBuilder<string | number>; direction: 'asc' | 'desc' }> = {
  name: { by: sql`d.name_folded`, direction: 'asc' },
  '-name': { by: sql`d.name_folded`, direction: 'desc' },
  customer: { by: sql`c.name_folded`, direction: 'asc' },
  type: { by: sql`d.type`, direction: 'asc' },
  os: { by: sql`d.os_folded`, direction: 'asc' },
  user: { by: sql`d.user_folded`, direction: 'asc' },
  '-lastSeenAt': { by: sql`coalesce(d.last_seen_at, 'epoch')`, direction: 'desc' },
  lastSeenAt: { by: sql`coalesce(d.last_seen_at, 'epoch')`, direction: 'asc' },
  '-openAlerts': { by: sql`(d.worst_severity * 100000 + d.open_alert_count)`, direction: 'desc' },
};

function filtered(tx: TenantTx, filters: DeviceFilters) {
  let query = deviceRows(tx).where('d.archived_at', filters.isArchived ? 'is not' : 'is', null);
  if (filters.states.length > 0) query = query.where('d.state', 'in', filters.states);
  if (filters.types.length > 0) query = query.where('d.type', 'in', filters.types);
  if (filters.customerId !== undefined)
    query = query.where('d.customer_id', '=', filters.customerId);
  if (filters.hasAlerts) query = query.where('d.open_alert_count', '>', 0);
  if (filters.hasOldAgent) query = query.where('d.agent_version', '<>', AGENT_VERSION);
  if (filters.contactId !== undefined) {
    const { contactId } = filters;
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('device_contacts as dc')
          .whereRef('dc.device_id', '=', 'd.id')
          .where('dc.contact_id', '=', contactId)
          .select(sql.lit(1).as('one')),
      ),
    );
  }
  for (const pattern of patternsOf(filters.search))
    query = query.where(
      filters.isForContacts
        ? sql<boolean>`(d.name_folded like ${pattern} or d.os_folded like ${pattern})`
        : sql<boolean>`(d.search_folded like ${pattern} or c.name_folded like ${pattern})`,
    );
  return query;
}

/** One row more than the page holds, see `cutPage`. */
export function listDeviceRows(
  tx: TenantTx,
  list: DeviceFilters & {
    sort: DeviceSort;
    after: [string | number, number] | null;
    limit: number;
  },
) {
  const { by, direction } = ORDERS[list.sort];
  let query = filtered(tx, list)
    .select(by.as('sort_value'))
    .orderBy(by, direction)
    .orderBy('d.id', direction)
    .limit(sql.lit(list.limit + 1));
  if (list.after) {
    const [value, id] = list.after;
    const typed = list.sort.endsWith('lastSeenAt') ? sql`${value}::timestamptz` : sql`${value}`;
    query = query.where(
      direction === 'asc'
        ? sql<boolean>`(${by}, d.id) > (${typed}, ${id})`
        : sql<boolean>`(${by}, d.id) < (${typed}, ${id})`,
    );
  }
  return query.execute();
}

export async function countDeviceRows(tx: TenantTx, filters: DeviceFilters): Promise<number> {
  const { count } = await filtered(tx, filters)
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Those that are not archived, by how they are. */
export async function countDevicesByState(
  tx: TenantTx,
): Promise<{ state: DeviceState; count: number }[]> {
  const { rows } = await sql<{ state: DeviceState; count: number }>`
    select state, count(*) as count from devices d
    where archived_at is null and ${inReach(tx.actor, 'd.customer_id')}
    group by state`.execute(tx);
  return rows;
}

export function findDeviceRow(tx: TenantTx, id: number) {
  return deviceRows(tx)
    .where('d.id', '=', id)
    .select(['d.notes', 'd.inventory', 'd.last_sample', 'd.fingerprint', 'd.address'])
    .executeTakeFirst();
}
export type DevicePageRow = NonNullable<Awaited<ReturnType<typeof findDeviceRow>>>;

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

/** Of its customer: who works with it is forgotten while one of the two is somewhere else. */
export async function listContactsOfDevice(
  tx: TenantTx,
  { id, customer_id }: { id: number; customer_id: number },
) {
  return tx
    .selectFrom('device_contacts as dc')
    .innerJoin('contacts as k', (join) =>
      join.onRef('k.tenant_id', '=', 'dc.tenant_id').onRef('k.id', '=', 'dc.contact_id'),
    )
    .where('dc.device_id', '=', id)
    .where('k.customer_id', '=', customer_id)
    .select(['k.id', 'k.first_name', 'k.last_name', 'k.email'])
    .orderBy('k.name_folded')
    .execute();
}

/** The ids of the contacts of these customers who work with it. */
export async function listUsersOfDevice(
  tx: TenantTx,
  id: number,
  customerIds: readonly number[],
): Promise<number[]> {
  const rows = await tx
    .selectFrom('device_contacts as dc')
    .innerJoin('contacts as k', (join) =>
      join.onRef('k.tenant_id', '=', 'dc.tenant_id').onRef('k.id', '=', 'dc.contact_id'),
    )
    .where('dc.device_id', '=', id)
    .where('k.customer_id', 'in', customerIds)
    .select('k.id')
    .execute();
  return rows.map((row) => row.id);
}

export async function putContactOnDevice(
  tx: TenantTx,
  deviceId: number,
  contactId: number,
): Promise<void> {
  await tx
    .insertInto('device_contacts')
    .values({ device_id: deviceId, contact_id: contactId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function takeContactOffDevice(
  tx: TenantTx,
  deviceId: number,
  contactId: number,
): Promise<void> {
  await tx
    .deleteFrom('device_contacts')
    .where('device_id', '=', deviceId)
    .where('contact_id', '=', contactId)
    .execute();
}
