import { sql } from 'kysely';
import { inReach } from '#platform/db/reach.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import type { Severity } from '#shared/alerts.ts';
import type { CheckKind, CheckOutcome } from '#shared/checks.ts';
import type { Streak } from './checks.rules.ts';

const COLUMNS = [
  'k.id',
  'k.device_id',
  'k.kind',
  'k.name',
  'k.url',
  'k.host',
  'k.port',
  'k.expected_status',
  'k.expected_text',
  'k.accepts_any_certificate',
  'k.every_minutes',
  'k.failures_until_alert',
  'k.severity',
  'k.is_enabled',
  'k.state',
  'k.state_since',
  'k.outcome',
  'k.status_code',
  'k.response_ms',
  'k.checked_at',
  'k.failures',
  'k.failing_since',
  'k.certificate_ends_at',
  'k.version',
] as const;

/** Checks of the devices that the actor may see. */
function checkRows(tx: TenantTx) {
  return tx
    .selectFrom('device_checks as k')
    .innerJoin('devices as d', (join) =>
      join.onRef('d.tenant_id', '=', 'k.tenant_id').onRef('d.id', '=', 'k.device_id'),
    )
    .where(inReach(tx.actor, 'd.customer_id'))
    .select(COLUMNS)
    .select('d.archived_at');
}
export type CheckRow = Awaited<ReturnType<typeof listCheckRows>>[number];

export function listCheckRows(tx: TenantTx, deviceId: number) {
  return checkRows(tx).where('k.device_id', '=', deviceId).orderBy('k.id').execute();
}

export function findCheckRow(tx: TenantTx, id: number) {
  return checkRows(tx).where('k.id', '=', id).executeTakeFirst();
}

export interface CheckSettings {
  kind: CheckKind;
  name: string;
  url: string | null;
  host: string | null;
  port: number | null;
  expected_status: number | null;
  expected_text: string;
  accepts_any_certificate: boolean;
  every_minutes: number;
  failures_until_alert: number;
  severity: Severity;
  is_enabled: boolean;
}

export async function insertCheck(
  tx: TenantTx,
  deviceId: number,
  settings: CheckSettings,
  now: Date,
): Promise<number> {
  const { id } = await tx
    .insertInto('device_checks')
    .values({ ...settings, device_id: deviceId, next_at: now, state_since: now, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** What was seen of another target is forgotten. False when the check has another version by now. */
export async function updateCheck(
  tx: TenantTx,
  { id, version }: { id: number; version: number },
  settings: CheckSettings,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('device_checks')
    .set({
      ...settings,
      next_at: now,
      state: 'waiting',
      state_since: now,
      outcome: null,
      status_code: null,
      response_ms: null,
      checked_at: null,
      failures: 0,
      failing_since: null,
      certificate_ends_at: null,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function deleteCheck(tx: TenantTx, id: number): Promise<void> {
  await tx.deleteFrom('device_checks').where('id', '=', id).execute();
}

/** What took longer than this the last time is slow. */
const SLOW_MS = 2_000;

/**
 * Takes checks that are due: whoever takes one runs it, and it is not due again before its time.
 * Those of archived devices are left alone.
 */
export async function takeDue(
  tx: TenantTx,
  now: Date,
  { most, isSlow }: { most: number; isSlow: boolean },
): Promise<number[]> {
  // Materialized: in a subquery the limit would hold for each row that the plan looks at.
  const { rows } = await sql<{ id: number }>`
    with due as materialized (
      select k.id from device_checks k
      join devices d on d.tenant_id = k.tenant_id and d.id = k.device_id
      where k.is_enabled and k.next_at <= ${now} and d.archived_at is null
        and (coalesce(k.response_ms, 0) > ${SLOW_MS}) = ${isSlow}
      order by k.next_at limit ${most} for update of k skip locked)
    update device_checks c set next_at = ${now}::timestamptz + c.every_minutes * interval '1 minute'
    from due where c.id = due.id
    returning c.id`.execute(tx);
  return rows.map(({ id }) => id);
}

export async function listDueCheckRows(tx: TenantTx, ids: readonly number[]): Promise<CheckRow[]> {
  return ids.length === 0 ? [] : checkRows(tx).where('k.id', 'in', ids).execute();
}

export async function postponeArchived(tx: TenantTx, now: Date): Promise<void> {
  await sql`
    update device_checks k set next_at = ${now}::timestamptz + interval '1 hour'
    from devices d
    where d.tenant_id = k.tenant_id and d.id = k.device_id
      and k.is_enabled and k.next_at <= ${now} and d.archived_at is not null`.execute(tx);
}

export async function setNextRun(tx: TenantTx, id: number, at: Date): Promise<void> {
  await tx.updateTable('device_checks').set({ next_at: at }).where('id', '=', id).execute();
}

export function lockCheck(tx: TenantTx, id: number, version: number) {
  return tx
    .selectFrom('device_checks as k')
    .where('k.id', '=', id)
    .where('k.version', '=', version)
    .where('k.is_enabled', '=', true)
    .select(COLUMNS)
    .forUpdate()
    .executeTakeFirst();
}

export async function noteResult(
  tx: TenantTx,
  id: number,
  result: Streak & {
    outcome: CheckOutcome;
    statusCode: number | null;
    responseMs: number;
    certificateEndsAt: Date | null;
    nextAt: Date;
    now: Date;
  },
): Promise<void> {
  const { outcome, statusCode: status_code, responseMs: response_ms, now } = result;
  await tx
    .updateTable('device_checks')
    .set({
      state: result.state,
      state_since: result.state_since,
      failures: result.failures,
      failing_since: result.failing_since,
      certificate_ends_at: result.certificateEndsAt,
      outcome,
      status_code,
      response_ms,
      checked_at: now,
      next_at: result.nextAt,
    })
    .where('id', '=', id)
    .execute();
  await tx
    .insertInto('check_results')
    .values({ check_id: id, at: now, outcome, status_code, response_ms })
    .execute();
}

/** The newest first; one row more than the page holds. */
export function listResultRows(
  tx: TenantTx,
  checkId: number,
  list: { after: [string, number] | null; limit: number },
) {
  let query = tx
    .selectFrom('check_results')
    .where('check_id', '=', checkId)
    .select(['id', 'at', 'outcome', 'status_code', 'response_ms'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(list.limit + 1);
  if (list.after) {
    const [at, id] = list.after;
    query = query.where(sql<boolean>`(at, id) < (${at}::timestamptz, ${id})`);
  }
  return query.execute();
}
export type ResultRow = Awaited<ReturnType<typeof listResultRows>>[number];

/** How many runs there were since, and how many of them were fine, by check. */
export async function countResults(tx: TenantTx, checkIds: readonly number[], since: Date) {
  if (checkIds.length === 0) return new Map<number, { runs: number; fine: number }>();
  const rows = await tx
    .selectFrom('check_results')
    .where('check_id', 'in', checkIds)
    .where('at', '>=', since)
    .groupBy('check_id')
    .select([
      'check_id',
      sql<number>`count(*)`.as('runs'),
      sql<number>`count(*) filter (where outcome = 'fine')`.as('fine'),
    ])
    .execute();
  return new Map(rows.map(({ check_id, runs, fine }) => [check_id, { runs, fine }]));
}

export async function deleteResultsBefore(tx: TenantTx, before: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('check_results')
    .where('at', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
