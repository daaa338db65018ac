import { recordAudit } from '#modules/audit/index.ts';
import { getContact } from '#modules/contacts/index.ts';
import { getCustomer, requireReachable } from '#modules/customers/index.ts';
import { clock, HOUR_MS, inMs } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { conflict, invalid, notFound } from '#platform/errors.ts';
import { cutPage, decodeCursor, type Page } from '#platform/http/page.ts';
import type { DeviceType } from '#shared/agent-protocol.ts';
import { announceDevice } from './announce-device.ts';
import { insertChanges } from './device-changes.queries.ts';
import {
  listContactsOfDevice,
  putContactOnDevice,
  takeContactOffDevice,
} from './device-contacts.queries.ts';
import {
  countDeviceRows,
  type DeviceFilters,
  type DevicePageRow,
  findDeviceRow,
  listDeviceRows,
} from './device-list.queries.ts';
import { readGraph } from './device-metrics.queries.ts';
import { setCopyNoticed } from './device-reports.queries.ts';
import { updateDevice } from './devices.queries.ts';
import {
  DeviceCursor,
  type DeviceSort,
  GRAPH_HOURS,
  type GraphHours,
  graphStepSeconds,
} from './devices.rules.ts';
import {
  type DevicePageView,
  type DeviceView,
  devicePageView,
  deviceView,
  graphPointView,
} from './devices.views.ts';

export async function listDevices(
  tx: TenantTx,
  list: DeviceFilters & { sort: DeviceSort; cursor?: string | undefined; limit: number },
): Promise<Page<DeviceView>> {
  const after = decodeCursor(list.cursor, DeviceCursor);
  const rows = await listDeviceRows(tx, { ...list, after });
  return cutPage(rows, list.limit, deviceView, ({ sort_value, id }) => [
    (sort_value as unknown) instanceof Date
      ? (sort_value as unknown as Date).toISOString()
      : sort_value,
    id,
  ]);
}

export const countDevices = (tx: TenantTx, filters: DeviceFilters) => countDeviceRows(tx, filters);

/** Throws 404 when there is none, or the actor may not see it. */
export async function getDevice(tx: TenantTx, id: number): Promise<DevicePageView> {
  const device = await findDevice(tx, id);
  if (!device) throw notFound();
  return device;
}

export async function findDevice(tx: TenantTx, id: number): Promise<DevicePageView | null> {
  const row = await findDeviceRow(tx, id);
  return row ? devicePageView(row, await listContactsOfDevice(tx, row)) : null;
}

/** Throws 409 with the device as it is now when `version` is not its version any more. */
export async function changeDevice(
  tx: TenantTx,
  id: number,
  version: number,
  changes: {
    name?: string | undefined;
    type?: DeviceType | undefined;
    notes?: string | undefined;
    customerId?: number | undefined;
  },
): Promise<DevicePageView> {
  const before = await getRow(tx, id);
  if (before.version !== version) throw conflict(await getDevice(tx, id));
  if (changes.customerId !== undefined) await requireCustomer(tx, changes.customerId);
  const isChanged = await updateDevice(
    tx,
    { id, version },
    {
      name: changes.name,
      ...(changes.name !== undefined && { is_name_chosen: true }),
      type: changes.type,
      ...(changes.type !== undefined && { is_type_chosen: true }),
      notes: changes.notes,
      customer_id: changes.customerId,
    },
    clock.now(),
  );
  if (!isChanged) throw conflict(await getDevice(tx, id));
  const after = await getRow(tx, id);
  await noteChange(tx, before, after);
  return getDevice(tx, id);
}

/** Out of lists, counts and alerts; its agent is told that its key is not known until it comes back. */
export async function setDeviceArchived(
  tx: TenantTx,
  id: number,
  isArchived: boolean,
): Promise<DevicePageView> {
  const row = await getRow(tx, id);
  if ((row.archived_at !== null) !== isArchived) {
    const now = clock.now();
    const changes = { archived_at: isArchived ? now : null };
    if (!(await updateDevice(tx, row, changes, now))) throw conflict(await getDevice(tx, id));
    await recordAudit(tx, {
      action: isArchived ? 'device.archived' : 'device.restored',
      subjectKind: 'device',
      subjectId: id,
      subjectName: row.name,
    });
    await announceDevice(tx, [row], { isPublic: true });
  }
  return getDevice(tx, id);
}

/** Looked at, and found to be in order: is said again should two machines go on with one key. */
export async function dismissCopy(tx: TenantTx, id: number): Promise<DevicePageView> {
  const row = await getRow(tx, id);
  await setCopyNoticed(tx, id, null);
  await announceDevice(tx, [row], { isPublic: false });
  return getDevice(tx, id);
}

/** Throws 400 when the contact is not one of the device's customer. */
export async function linkContact(
  tx: TenantTx,
  deviceId: number,
  contactId: number,
): Promise<DevicePageView> {
  const row = await getRow(tx, deviceId);
  const contact = await getContact(tx, contactId);
  if (contact.customerId !== row.customer_id)
    throw invalid({ field: 'contactId', code: 'contactOfCustomer' });
  await putContactOnDevice(tx, deviceId, contactId);
  await announceDevice(tx, [row], { isPublic: isListed(row) });
  return getDevice(tx, deviceId);
}

export async function unlinkContact(
  tx: TenantTx,
  deviceId: number,
  contactId: number,
): Promise<DevicePageView> {
  const row = await getRow(tx, deviceId);
  // Before it is gone: who worked with it until now is told as well.
  await announceDevice(tx, [row], { isPublic: isListed(row) });
  await takeContactOffDevice(tx, deviceId, contactId);
  return getDevice(tx, deviceId);
}

/** Load and use of the last so many hours. */
export async function graphDevice(tx: TenantTx, id: number, hours: GraphHours) {
  await getRow(tx, id);
  const to = clock.now();
  const from = inMs(-hours * HOUR_MS, to);
  const stepSeconds = graphStepSeconds(hours);
  const points = await readGraph(tx, id, { from, to, stepSeconds, of: GRAPH_HOURS[hours] });
  return { from, to, stepSeconds, points: points.map(graphPointView) };
}

async function noteChange(tx: TenantTx, before: DevicePageRow, after: DevicePageRow) {
  const changes = [
    { field: 'name', old: before.name, new: after.name },
    { field: 'customer', old: before.customer_name, new: after.customer_name },
    { field: 'type', old: before.type, new: after.type },
  ].filter((change) => change.old !== change.new);
  await insertChanges(tx, after.id, changes, clock.now());
  const fields = [...changes.map(({ field }) => field), before.notes !== after.notes && 'notes'];
  await recordAudit(tx, {
    action: 'device.changed',
    subjectKind: 'device',
    subjectId: after.id,
    subjectName: after.name,
    details: { fields: fields.filter(Boolean) },
  });
  await announceDevice(tx, [before, after], { isPublic: changes.length > 0 && isListed(after) });
}

/** What is in the archive is nothing that contacts see. */
const isListed = (device: { archived_at: Date | null }) => device.archived_at === null;

export async function requireCustomer(tx: TenantTx, customerId: number): Promise<void> {
  requireReachable(tx, customerId);
  const customer = await getCustomer(tx, customerId).catch(() => null);
  if (!customer || customer.isArchived)
    throw invalid({ field: 'customerId', code: 'unknownCustomer' });
}

async function getRow(tx: TenantTx, id: number): Promise<DevicePageRow> {
  const row = await findDeviceRow(tx, id);
  if (!row) throw notFound();
  return row;
}
