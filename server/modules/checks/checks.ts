import { z } from 'zod';
import { evaluateCertificate, resolveAlerts } from '#modules/alerts/index.ts';
import { recordAudit } from '#modules/audit/index.ts';
import {
  announceDevice,
  type DevicePageView,
  getDevice,
  insertDevice,
  lockDevice,
  requireCustomer,
} from '#modules/devices/index.ts';
import { clock, DAY_MS, inMs } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { conflict, invalid, notFound, refused } from '#platform/errors.ts';
import { cutPage, decodeCursor, type Page } from '#platform/http/page.ts';
import type { DeviceType } from '#shared/agent-protocol.ts';
import { CHECK_LIMITS } from '#shared/checks.ts';
import type { CheckFields } from './checks.fields.ts';
import {
  type CheckRow,
  countResults,
  deleteCheck,
  findCheckRow,
  insertCheck,
  listCheckRows,
  listResultRows,
  setNextRun,
  updateCheck,
} from './checks.queries.ts';
import { targetOf } from './checks.rules.ts';
import {
  type CheckResultView,
  type CheckView,
  checkResultView,
  checkView,
} from './checks.views.ts';
import { judgeDevice } from './judge-device.ts';
import { orderRuns } from './order-runs.ts';
import { readSettings } from './read-settings.ts';

/** A device on which no agent runs: the server looks at it from outside. */
export async function addCheckedDevice(
  tx: TenantTx,
  wanted: { customerId: number; name: string; type: DeviceType; checks: readonly CheckFields[] },
): Promise<DevicePageView> {
  await requireCustomer(tx, wanted.customerId);
  const { customerId, name, type } = wanted;
  const now = clock.now();
  const deviceId = await insertDevice(
    tx,
    { customerId, source: 'checked', name, type, fingerprint: null, isNameChosen: true },
    now,
  );
  const settings = wanted.checks.map((check, index) =>
    readSettings(tx.platform.config, check, `checks.${index}.`),
  );
  for (const one of settings) await insertCheck(tx, deviceId, one, now);
  await recordAudit(tx, {
    action: 'device.added',
    subjectKind: 'device',
    subjectId: deviceId,
    subjectName: name,
    details: { checks: settings.map(targetOf) },
  });
  if (settings.length > 0) await orderRuns(tx);
  await announceDevice(tx, [{ id: deviceId, customer_id: customerId }], { isPublic: true });
  return getDevice(tx, deviceId);
}

export async function listChecks(tx: TenantTx, deviceId: number): Promise<CheckView[]> {
  await getDevice(tx, deviceId);
  const rows = await listCheckRows(tx, deviceId);
  const days = await countResults(
    tx,
    rows.map(({ id }) => id),
    inMs(-DAY_MS),
  );
  return rows.map((row) => checkView(row, days.get(row.id)));
}

/** Throws 409 `tooManyChecks` when the device has as many as there may be. */
export async function addCheck(
  tx: TenantTx,
  deviceId: number,
  fields: CheckFields,
): Promise<CheckView> {
  const device = await getDevice(tx, deviceId);
  await lockDevice(tx, deviceId);
  if ((await listCheckRows(tx, deviceId)).length >= CHECK_LIMITS.perDevice)
    throw refused('tooManyChecks', { maximum: CHECK_LIMITS.perDevice });
  const settings = readSettings(tx.platform.config, fields);
  const id = await insertCheck(tx, deviceId, settings, clock.now());
  await recordCheck(tx, 'check.created', device, targetOf(settings));
  await orderRuns(tx);
  return getCheck(tx, id);
}

/**
 * Sets everything of a check anew. It is run at once, and alerts of what it was before end. Throws 409
 * with the check as it is now when `version` is not its version any more.
 */
export async function changeCheck(
  tx: TenantTx,
  id: number,
  version: number,
  fields: CheckFields,
): Promise<CheckView> {
  const before = await getRow(tx, id);
  if (before.kind !== fields.kind) throw invalid({ field: 'kind', code: 'invalid' });
  const settings = readSettings(tx.platform.config, fields);
  const device = await getDevice(tx, before.device_id);
  await lockDevice(tx, before.device_id);
  if (!(await updateCheck(tx, { id, version }, settings, clock.now())))
    throw conflict(await getCheck(tx, id));
  const isSameTarget = settings.is_enabled && targetOf(before) === targetOf(settings);
  if (!isSameTarget) await endAlerts(tx, before, device);
  await recordCheck(tx, 'check.changed', device, targetOf(settings));
  await judgeDevice(tx, before.device_id);
  if (settings.is_enabled) await orderRuns(tx);
  return getCheck(tx, id);
}

export async function removeCheck(tx: TenantTx, id: number): Promise<void> {
  const row = await getRow(tx, id);
  const device = await getDevice(tx, row.device_id);
  await lockDevice(tx, row.device_id);
  await deleteCheck(tx, id);
  await endAlerts(tx, row, device);
  await recordCheck(tx, 'check.removed', device, targetOf(row));
  await judgeDevice(tx, row.device_id);
}

/** Soon, and once, however often it is asked for until then. */
export async function runCheckNow(tx: TenantTx, id: number): Promise<CheckView> {
  const row = await getRow(tx, id);
  if (!row.is_enabled) throw refused('checkDisabled');
  if (row.archived_at) throw refused('deviceArchived');
  await setNextRun(tx, id, clock.now());
  await orderRuns(tx);
  return getCheck(tx, id);
}

const ResultCursor = z.tuple([z.string(), z.number().int()]);

export async function listCheckResults(
  tx: TenantTx,
  id: number,
  list: { cursor?: string | undefined; limit: number },
): Promise<Page<z.infer<typeof CheckResultView>>> {
  await getRow(tx, id);
  const after = decodeCursor(list.cursor, ResultCursor);
  const rows = await listResultRows(tx, id, { after, limit: list.limit });
  return cutPage(rows, list.limit, checkResultView, ({ at, id }) => [at.toISOString(), id]);
}

/** Nobody looks any more: what was wrong is not known to be so. */
async function endAlerts(tx: TenantTx, check: CheckRow, device: DevicePageView): Promise<void> {
  await resolveAlerts(tx, [`check:${check.id}:unreachable`, `check:${check.id}:unexpected`]);
  const target = targetOf(check);
  const others = await listCheckRows(tx, check.device_id);
  const isAsked = others.some(
    (other) => other.id !== check.id && other.is_enabled && targetOf(other) === target,
  );
  if (isAsked || check.kind !== 'http') return;
  const { id, customer, type } = device;
  await evaluateCertificate(tx, { id, customerId: customer.id, type }, { target, endsAt: null });
}

async function recordCheck(
  tx: TenantTx,
  action: 'check.created' | 'check.changed' | 'check.removed',
  device: DevicePageView,
  target: string,
): Promise<void> {
  await recordAudit(tx, {
    action,
    subjectKind: 'device',
    subjectId: device.id,
    subjectName: device.name,
    details: { target },
  });
  await announceDevice(tx, [{ id: device.id, customer_id: device.customer.id }], {
    isPublic: false,
  });
}

async function getCheck(tx: TenantTx, id: number): Promise<CheckView> {
  const days = await countResults(tx, [id], inMs(-DAY_MS));
  return checkView(await getRow(tx, id), days.get(id));
}

async function getRow(tx: TenantTx, id: number): Promise<CheckRow> {
  const row = await findCheckRow(tx, id);
  if (!row) throw notFound();
  return row;
}
