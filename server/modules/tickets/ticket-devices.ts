import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { invalid } from '#platform/errors.ts';
import type { TicketSource } from '#shared/tickets.ts';
import { findDeviceOwner } from './ticket-devices.queries.ts';

/** A ticket is about a machine of its customer, and of nobody else's. Throws 400 for the field. */
export async function requireDevice(
  tx: TenantTx,
  id: number,
  customerId: number | null,
): Promise<void> {
  const device = await findDeviceOwner(tx, id);
  if (!device || device.archived_at !== null)
    throw invalid({ field: 'deviceId', code: 'unknownDevice' });
  if (device.customer_id !== customerId)
    throw invalid({ field: 'deviceId', code: 'deviceOfOtherCustomer' });
}

/**
 * The device of a new ticket. What an alert was about may have moved or gone to the archive since:
 * that keeps no ticket from being opened.
 */
export async function settleDevice(
  tx: TenantTx,
  { deviceId, source }: { deviceId?: number | null | undefined; source: TicketSource },
  customerId: number | null,
): Promise<number | null> {
  if (!deviceId) return null;
  if (source === 'alert') return (await staysDevice(tx, deviceId, customerId)) ? deviceId : null;
  await requireDevice(tx, deviceId, customerId);
  return deviceId;
}

/** Whether a ticket that moves to another customer can keep its device. */
export async function staysDevice(
  tx: TenantTx,
  id: number,
  customerId: number | null,
): Promise<boolean> {
  return (await findDeviceOwner(tx, id))?.customer_id === customerId;
}
