import { openTicketInPortal, writeInPortal } from '#modules/conversations/index.ts';
import { getPortalSettings } from '#modules/portal-settings/index.ts';
import { invalid } from '#platform/errors.ts';
import type { PortalTx } from '#platform/http/route.ts';
import type { TicketImpact, TicketPriority } from '#shared/tickets.ts';
import { requireOwnDevice } from './portal-devices.ts';
import { sendOnce } from './send-once.ts';

export interface WrittenTicket {
  key?: string | undefined;
  subject: string;
  html: string;
  attachmentIds?: number[] | undefined;
  priority?: TicketPriority | undefined;
  impact?: TicketImpact | undefined;
  deviceId?: number | undefined;
}

/** Opens a ticket; returns its number. Throws 400 for a field that contacts do not fill. */
export async function openOwnTicket(
  tx: PortalTx,
  { key, ...ticket }: WrittenTicket,
): Promise<number> {
  const { fields } = await getPortalSettings(tx);
  for (const field of ['priority', 'impact'] as const) {
    if (ticket[field] !== undefined && fields[field] !== 'filled')
      throw invalid({ field, code: 'unknownField' });
  }
  return sendOnce(tx, key, ticket, async () => {
    if (ticket.deviceId !== undefined) await requireOwnDevice(tx, ticket.deviceId);
    return (await openTicketInPortal(tx, ticket)).number;
  });
}

/** Writes on a ticket; returns the message's id. */
export function writeOnTicket(
  tx: PortalTx,
  number: number,
  { key, ...message }: { key?: string | undefined; html: string; attachmentIds?: number[] },
): Promise<number> {
  return sendOnce(
    tx,
    key,
    { number, ...message },
    async () => (await writeInPortal(tx, number, message)).id,
  );
}
