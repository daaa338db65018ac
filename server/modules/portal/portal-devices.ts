import { type DeviceView, findDevice, listDevices } from '#modules/devices/index.ts';
import { getPortalSettings } from '#modules/portal-settings/index.ts';
import { countActiveTicketsOfDevices } from '#modules/tickets/index.ts';
import { forbidden, invalid, notFound } from '#platform/errors.ts';
import type { Page } from '#platform/http/page.ts';
import type { PortalTx } from '#platform/http/route.ts';
import type { PortalDeviceView } from './portal-devices.views.ts';

/**
 * The machines that the contact works with, or for a main contact all of the customer's. Throws 403
 * where the company keeps them to itself.
 */
export async function listOwnDevices(
  tx: PortalTx,
  list: { search: string; cursor?: string | undefined; limit: number },
): Promise<Page<PortalDeviceView>> {
  await requireShown(tx);
  const { contactId, customerId, isMainContact } = tx.actor;
  if (customerId === null) return { items: [], nextCursor: null };
  const page = await listDevices(tx, {
    ...list,
    isForContacts: true,
    customerId,
    ...(!isMainContact && { contactId }),
    states: [],
    types: [],
    isArchived: false,
    sort: 'name',
  });
  return { ...page, items: await withTickets(tx, page.items) };
}

/** Throws 404 for one that the contact does not see, and 403 where nobody sees any. */
export async function getOwnDevice(tx: PortalTx, id: number): Promise<PortalDeviceView> {
  await requireShown(tx);
  const device = await findOwnDevice(tx, id);
  if (!device) throw notFound();
  const [view] = await withTickets(tx, [device]);
  return view!;
}

/** Throws 400 for a device that the contact does not see; whether there is one is not told. */
export async function requireOwnDevice(tx: PortalTx, id: number): Promise<void> {
  const { showsDevices } = await getPortalSettings(tx);
  if (showsDevices && (await findOwnDevice(tx, id))) return;
  throw invalid({ field: 'deviceId', code: 'deviceNotToChoose' });
}

/** One that the contact would find in the list; whether the company shows it is the caller's to ask. */
export async function findOwnDevice(tx: PortalTx, id: number): Promise<DeviceView | null> {
  const { contactId, customerId, isMainContact } = tx.actor;
  const device = customerId === null ? null : await findDevice(tx, id);
  if (!device || device.isArchived || device.customer.id !== customerId) return null;
  return isMainContact || device.contacts.some((user) => user.id === contactId) ? device : null;
}

async function requireShown(tx: PortalTx): Promise<void> {
  const { showsDevices } = await getPortalSettings(tx);
  if (!showsDevices) throw forbidden('devicesNotShown');
}

async function withTickets(tx: PortalTx, devices: DeviceView[]): Promise<PortalDeviceView[]> {
  const counts = await countActiveTicketsOfDevices(
    tx,
    devices.map(({ id }) => id),
  );
  return devices.map((device) => ({ ...device, openTicketCount: counts.get(device.id) ?? 0 }));
}
