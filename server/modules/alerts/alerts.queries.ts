import { type RawBuilder, type SelectQueryBuilder, sql, type Updateable } from 'kysely';
import type { Alerts, DB } from '#db/types.ts';
import { inReach } from '#platform/db/reach.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { type AlertSource, type AlertState, SEVERITIES, type Severity } from '#shared/alerts.ts';

/** More wait for the next time. */
export const DUE_AT_ONCE = 2_000;

/** As much of an alert as decisions about it need. */
export interface StoredAlert {
  id: number;
  fingerprint: string;
  source: AlertSource;
  alert_source_id: number | null;
  kind: string;
  target: string;
  value: number | null;
  threshold: number | null;
  title: string;
  text: string;
  severity: Severity;
  state: AlertState;
  device_id: number | null;
  customer_id: number | null;
  ticket_id: number | null;
  profile_id: number | null;
  occurrences: number;
  occurred_at: Date;
  last_at: Date;
  snoozed_until: Date | null;
  is_silenced: boolean;
  is_flapping: boolean;
  resolves_at: Date | null;
  resolved_at: Date | null;
  resolved_by: string | null;
  follow_up_at: Date | null;
}

const COLUMNS = [
  'id',
  'fingerprint',
  'source',
  'alert_source_id',
  'kind',
  'target',
  'value',
  'threshold',
  'title',
  'text',
  'severity',
  'state',
  'device_id',
  'customer_id',
  'ticket_id',
  'profile_id',
  'occurrences',
  'occurred_at',
  'last_at',
  'snoozed_until',
  'is_silenced',
  'is_flapping',
  'resolves_at',
  'resolved_at',
  'resolved_by',
  'follow_up_at',
] as const satisfies (keyof StoredAlert)[];

type AlertQuery = SelectQueryBuilder<DB, 'alerts', object>;

async function read(
  tx: TenantTx,
  narrow: (query: AlertQuery) => AlertQuery,
): Promise<StoredAlert[]> {
  const rows = await narrow(tx.selectFrom('alerts'))
    .select([...COLUMNS])
    .execute();
  return rows as StoredAlert[];
}

/**
 * Keeps devices from changing. Always before their alerts are: a report has locked its device, and
 * then asks for the alerts, so the other way round two would wait for each other.
 */
export async function holdDevices(
  tx: TenantTx,
  of: readonly number[] | RawBuilder<number>,
): Promise<void> {
  if (Array.isArray(of) && of.length === 0) return;
  const ids = Array.isArray(of) ? sql`select unnest(${[...of]}::bigint[])` : of;
  await sql`select from devices where id in (${ids}) order by id for no key update`.execute(tx);
}

/** Those of unresolved alerts. */
export const holdDevicesOf = (tx: TenantTx, fingerprints: readonly string[]) =>
  holdDevices(
    tx,
    sql`select device_id from alerts where state <> 'resolved'
      and fingerprint = any (${[...fingerprints]}::text[])`,
  );

/** The newest of the fingerprint, kept from changing until the transaction ends. */
export async function lockNewest(
  tx: TenantTx,
  fingerprint: string,
): Promise<StoredAlert | undefined> {
  const [newest] = await read(tx, (query) =>
    query.where('fingerprint', '=', fingerprint).orderBy('id', 'desc').limit(1).forNoKeyUpdate(),
  );
  return newest;
}

/** Those that the actor may see, in one order everywhere, so that two changes never wait for each other. */
export async function lockAlerts(tx: TenantTx, ids: readonly number[]): Promise<StoredAlert[]> {
  if (ids.length === 0) return [];
  await holdDevices(tx, sql`select device_id from alerts where id = any (${[...ids]}::bigint[])`);
  return read(tx, (query) =>
    query
      .where('id', 'in', ids)
      .where(inReach(tx.actor, 'customer_id'))
      .orderBy('device_id')
      .orderBy('id')
      .forNoKeyUpdate(),
  );
}

/** Unresolved ones of a ticket. */
export async function lockUnresolved(tx: TenantTx, ticketId: number): Promise<StoredAlert[]> {
  const rows = await tx
    .selectFrom('alerts')
    .where('ticket_id', '=', ticketId)
    .where('state', '<>', 'resolved')
    .select('id')
    .execute();
  return lockAlerts(
    tx,
    rows.map(({ id }) => id),
  );
}

export type NewAlert = Omit<
  StoredAlert,
  'id' | 'ticket_id' | 'occurrences' | 'is_flapping' | 'resolves_at' | 'resolved_at' | 'resolved_by'
> & { labels: Record<string, string>; url: string | null };

/** null: somebody else raised the same at this moment. */
export async function insertAlert(
  tx: TenantTx,
  { labels, ...alert }: NewAlert,
  now: Date,
): Promise<number | null> {
  const row = await tx
    .insertInto('alerts')
    .values({ ...alert, labels: JSON.stringify(labels), created_at: now, updated_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'fingerprint'])
        // Spelt out: with a parameter PostgreSQL does not recognise the index.
        .where(sql<boolean>`state <> 'resolved'`)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function updateAlerts(
  tx: TenantTx,
  ids: readonly number[],
  changes: Omit<Updateable<Alerts>, 'tenant_id' | 'id' | 'fingerprint'>,
): Promise<void> {
  if (ids.length === 0) return;
  await tx.updateTable('alerts').set(changes).where('id', 'in', ids).execute();
}

export interface NewEvent {
  alertId: number;
  kind: string;
  actor: { kind: string; id: number | null; name: string };
  details: Record<string, unknown>;
}

export async function insertEvents(
  tx: TenantTx,
  events: readonly NewEvent[],
  now: Date,
): Promise<void> {
  if (events.length === 0) return;
  await tx
    .insertInto('alert_events')
    .values(
      events.map(({ alertId, kind, actor, details }) => ({
        alert_id: alertId,
        kind,
        actor_kind: actor.kind,
        actor_id: actor.id,
        actor_name: actor.name,
        details: JSON.stringify(details),
        created_at: now,
      })),
    )
    .execute();
}

/** How often it came up since. */
export async function countRaises(tx: TenantTx, alertId: number, since: Date): Promise<number> {
  const { count } = await tx
    .selectFrom('alert_events')
    .where('alert_id', '=', alertId)
    .where('kind', 'in', ['raised', 'reopened'])
    .where('created_at', '>', since)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/**
 * What is due: asleep until now, silenced by a maintenance window, quiet for long enough, or not told
 * of yet; the worst first.
 */
export async function lockDue(
  tx: TenantTx,
  what: 'waking' | 'silenced' | 'calm' | 'followUp',
  now: Date,
): Promise<StoredAlert[]> {
  const isDue = (query: AlertQuery) => {
    switch (what) {
      case 'waking':
        return query.where('state', '=', 'snoozed').where('snoozed_until', '<=', now);
      case 'silenced':
        return query.where('state', '=', 'snoozed').where('is_silenced', '=', true);
      case 'calm':
        return query.where('resolves_at', '<=', now).where('state', '<>', 'resolved');
      case 'followUp':
        return query.where('follow_up_at', '<=', now);
    }
  };
  const rows = await isDue(tx.selectFrom('alerts')).select('id').limit(DUE_AT_ONCE).execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  await holdDevices(tx, sql`select device_id from alerts where id = any (${ids}::bigint[])`);
  // Looked at again: somebody may have changed them meanwhile.
  const due = await read(tx, (query) =>
    isDue(query).where('id', 'in', ids).orderBy('device_id').orderBy('id').forNoKeyUpdate(),
  );
  return due.sort((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity));
}

/** Unresolved alerts of devices that were put away. */
export async function listOfArchivedDevices(tx: TenantTx): Promise<number[]> {
  const rows = await tx
    .selectFrom('alerts as a')
    .innerJoin('devices as d', (join) =>
      join.onRef('d.tenant_id', '=', 'a.tenant_id').onRef('d.id', '=', 'a.device_id'),
    )
    .where('a.state', '<>', 'resolved')
    .where('d.archived_at', 'is not', null)
    .select('a.id')
    .limit(1_000)
    .execute();
  return rows.map(({ id }) => id);
}

export async function deleteResolvedBefore(tx: TenantTx, before: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('alerts')
    .where('state', '=', 'resolved')
    .where('resolved_at', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

export async function deviceFacts(tx: TenantTx, ids: readonly number[]) {
  const rows = await tx
    .selectFrom('devices')
    .where('id', 'in', ids.length === 0 ? [0] : ids)
    .select(['id', 'name', 'type', 'customer_id', 'hostname'])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * The ticket that alerts of the same origin have opened since, and that is being worked on: what
 * comes up together is one piece of work.
 */
export async function findTicketOfGroup(
  tx: TenantTx,
  alert: Pick<StoredAlert, 'alert_source_id' | 'device_id' | 'customer_id' | 'source'>,
  since: Date,
): Promise<{ id: number; number: number } | undefined> {
  let query = tx
    .selectFrom('alerts as a')
    .innerJoin('tickets as t', (join) =>
      join.onRef('t.tenant_id', '=', 'a.tenant_id').onRef('t.id', '=', 'a.ticket_id'),
    )
    .where('t.source', '=', 'alert')
    .where('t.is_active', '=', true)
    .where('t.created_at', '>', since)
    .where(sql<boolean>`t.customer_id is not distinct from ${alert.customer_id}::bigint`)
    .select(['t.id', 't.number'])
    .orderBy('t.id', 'desc')
    .limit(1);
  if (alert.alert_source_id !== null)
    query = query.where('a.alert_source_id', '=', alert.alert_source_id);
  else if (alert.device_id !== null)
    query = query.where('a.device_id', '=', alert.device_id).where('a.alert_source_id', 'is', null);
  else
    query = query
      .where('a.device_id', 'is', null)
      .where('a.alert_source_id', 'is', null)
      .where('a.source', '=', alert.source);
  return query.executeTakeFirst();
}

/** Tickets by id as far as their alerts need them. */
export async function ticketFacts(tx: TenantTx, ids: readonly number[]) {
  const rows = await tx
    .selectFrom('tickets')
    .where('id', 'in', ids.length === 0 ? [0] : ids)
    .select(['id', 'number', 'status'])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export async function countUnresolvedOf(tx: TenantTx, ticketId: number): Promise<number> {
  const { count } = await tx
    .selectFrom('alerts')
    .where('ticket_id', '=', ticketId)
    .where('state', '<>', 'resolved')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** By alert what its history says last of how it came up. */
export async function lastRaises(
  tx: TenantTx,
  ids: readonly number[],
): Promise<Map<number, { id: number; kind: string }>> {
  const rows = await tx
    .selectFrom('alert_events')
    .distinctOn('alert_id')
    .where('alert_id', 'in', ids.length === 0 ? [0] : ids)
    .where('kind', 'in', ['raised', 'reopened', 'severity', 'woken'])
    .select(['id', 'alert_id', 'kind'])
    .orderBy('alert_id')
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map(({ alert_id, ...event }) => [alert_id, event]));
}
