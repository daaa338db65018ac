import { type DeviceView, getDevice, listDevices } from '#modules/devices/index.ts';
import { getPortalSettings } from '#modules/portal-settings/index.ts';
import { AppError, forbidden, invalid } from '#platform/errors.ts';
import type { Page } from '#platform/http/page.ts';
import type { PortalTx } from '#platform/http/route.ts';

/**
 * The machines that the contact works with, or for a main contact all of the customer's. Throws 403
 * where the company keeps them to itself.
 */
export async function listOwnDevices(
  tx: PortalTx,
  list: { search: string; cursor?: string | undefined; limit: number },
): Promise<Page<DeviceView>> {
  const { showsDevices } = await getPortalSettings(tx);
  if (!showsDevices) throw forbidden('devicesNotShown');
  const { contactId, customerId, isMainContact } = tx.actor;
  if (customerId === null) return { items: [], nextCursor: null };
  return listDevices(tx, {
    ...list,
    customerId,
    ...(!isMainContact && { contactId }),
    states: [],
    types: [],
    isArchived: false,
    sort: 'name',
  });
}

/** Throws 400 for a device that the contact does not see; whether there is one is not told. */
export async function requireOwnDevice(tx: PortalTx, id: number): Promise<void> {
  const { contactId, customerId, isMainContact } = tx.actor;
  const { showsDevices } = await getPortalSettings(tx);
  if (showsDevices && customerId !== null) {
    try {
      const device = await getDevice(tx, id);
      const isUser = isMainContact || device.contacts.some((user) => user.id === contactId);
      if (device.customer.id === customerId && isUser && !device.isArchived) return;
    } catch (error) {
      if (!(error instanceof AppError) || error.status !== 404) throw error;
    }
  }
  throw invalid({ field: 'deviceId', code: 'unknownDevice' });
}
