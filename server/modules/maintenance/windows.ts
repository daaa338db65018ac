import { recordAudit } from '#modules/audit/index.ts';
import { getDevice, requireCustomer } from '#modules/devices/index.ts';
import { getTenant } from '#modules/tenants/index.ts';
import { limitOf } from '#platform/actor.ts';
import { clock } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { AppError, forbidden, invalid, notFound } from '#platform/errors.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import { orderMaintenanceChanged } from './maintenance-changed.ts';
import {
  deleteWindow,
  findWindowRow,
  insertWindow,
  listWindowRows,
  listWindowsFor,
  updateWindow,
  type WindowColumns,
  type WindowRow,
} from './windows.queries.ts';
import { longestOpen, type WindowTime } from './windows.rules.ts';

export interface WindowWanted {
  name: string;
  /** Neither: the whole company. */
  customerId?: number | null | undefined;
  deviceId?: number | null | undefined;
  time: WindowTime;
}

/** What silences alerts of the device and the customer at this moment, and until when. */
export async function findMaintenance(
  tx: TenantTx,
  of: { customerId: number | null; deviceId: number | null },
): Promise<{ name: string; until: Date } | null> {
  const now = clock.now();
  const rows = await listWindowsFor(tx, of, now);
  if (rows.length === 0) return null;
  const { timeZone } = await getTenant(tx);
  const windows = rows.map((row) => ({ name: row.name, time: timeOf(row) }));
  const open = longestOpen(windows, now, timeZone);
  return open && { name: open.window.name, until: open.until };
}

export async function listWindows(
  tx: TenantTx,
  of: { customerId?: number | undefined; deviceId?: number | undefined },
) {
  const { timeZone } = await getTenant(tx);
  const now = clock.now();
  const rows = await listWindowRows(tx, of, now);
  return rows.map((row) => ({
    row,
    time: timeOf(row),
    open: longestOpen([{ time: timeOf(row) }], now, timeZone),
  }));
}

export async function addWindow(tx: ConsoleTx, wanted: WindowWanted) {
  await settle(tx, wanted);
  const id = await insertWindow(tx, {
    ...columnsOf(wanted),
    created_by: tx.actor.technicianId,
    created_at: clock.now(),
  });
  await note(tx, 'maintenanceWindow.created', id, wanted.name);
  return getWindow(tx, id);
}

export async function changeWindow(tx: ConsoleTx, id: number, wanted: WindowWanted) {
  await settle(tx, await getOwnWindow(tx, id));
  await settle(tx, wanted);
  await updateWindow(tx, id, columnsOf(wanted));
  await orderMaintenanceChanged(tx);
  await note(tx, 'maintenanceWindow.changed', id, wanted.name);
  return getWindow(tx, id);
}

/** What it silenced is told of at once, if it is still so and no other window silences it. */
export async function removeWindow(tx: ConsoleTx, id: number): Promise<void> {
  const window = await getOwnWindow(tx, id);
  await settle(tx, window);
  await deleteWindow(tx, id);
  await orderMaintenanceChanged(tx);
  await note(tx, 'maintenanceWindow.removed', id, window.name);
}

async function getWindow(tx: TenantTx, id: number) {
  const row = await findWindowRow(tx, id);
  if (!row) throw notFound();
  const { timeZone } = await getTenant(tx);
  const time = timeOf(row);
  return { row, time, open: longestOpen([{ time }], clock.now(), timeZone) };
}

async function getOwnWindow(tx: TenantTx, id: number): Promise<WindowWanted> {
  const { row, time } = await getWindow(tx, id);
  return { name: row.name, customerId: row.customer_id, deviceId: row.device_id, time };
}

/** A window over the whole company silences customers that a limited role does not even see. */
async function settle(tx: ConsoleTx, { customerId, deviceId }: WindowWanted): Promise<void> {
  if (customerId && deviceId) throw invalid({ field: 'deviceId', code: 'customerOrDevice' });
  if (!customerId && !deviceId && limitOf(tx.actor) !== null) throw forbidden();
  if (customerId) await requireCustomer(tx, customerId);
  if (!deviceId) return;
  try {
    await getDevice(tx, deviceId);
  } catch (error) {
    if (!(error instanceof AppError) || error.status !== 404) throw error;
    throw invalid({ field: 'deviceId', code: 'unknownDevice' });
  }
}

function columnsOf({
  name,
  customerId = null,
  deviceId = null,
  time,
}: WindowWanted): WindowColumns {
  const isOnce = time.kind === 'once';
  return {
    name,
    customer_id: customerId,
    device_id: deviceId,
    starts_at: isOnce ? time.startsAt : null,
    ends_at: isOnce ? time.endsAt : null,
    weekdays: isOnce ? null : [...time.weekdays],
    from_minute: isOnce ? null : time.fromMinute,
    duration_minutes: isOnce ? null : time.durationMinutes,
  };
}

type TimeColumns = Pick<
  WindowRow,
  'starts_at' | 'ends_at' | 'weekdays' | 'from_minute' | 'duration_minutes'
>;
function timeOf(row: TimeColumns): WindowTime {
  if (row.starts_at && row.ends_at)
    return { kind: 'once', startsAt: row.starts_at, endsAt: row.ends_at };
  return {
    kind: 'weekly',
    weekdays: row.weekdays ?? [],
    fromMinute: row.from_minute ?? 0,
    durationMinutes: row.duration_minutes ?? 0,
  };
}

async function note(
  tx: TenantTx,
  action: 'maintenanceWindow.created' | 'maintenanceWindow.changed' | 'maintenanceWindow.removed',
  id: number,
  name: string,
): Promise<void> {
  await recordAudit(tx, {
    action,
    subjectKind: 'maintenanceWindow',
    subjectId: id,
    subjectName: name,
  });
}
