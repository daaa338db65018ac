import { z } from 'zod';
import { getTicketByNumber } from '#modules/tickets/index.ts';
import { clock } from '#platform/clock.ts';
import { notFound } from '#platform/errors.ts';
import { publish } from '#platform/events/event-hub.ts';
import { cutPage, decodeCursor } from '#platform/http/page.ts';
import type { ConsoleTx } from '#platform/http/route.ts';
import {
  countUnread,
  findOwnNotification,
  listNotificationRows,
  markRead,
  type Which,
} from './notifications.queries.ts';
import { notificationView } from './notifications.views.ts';

const Cursor = z.tuple([z.number().int()]);

/** One's own, the newest first, and how many of all are unread. */
export async function listNotifications(
  tx: ConsoleTx,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const { technicianId } = tx.actor;
  const before = decodeCursor(cursor, Cursor)?.[0] ?? null;
  const rows = await listNotificationRows(tx, technicianId, { before, limit: limit + 1 });
  return {
    ...cutPage(rows, limit, notificationView, (row) => [row.id]),
    unreadCount: await countUnread(tx, technicianId),
  };
}

/** Throws 404 for one that is not there or somebody else's. */
export async function readNotification(tx: ConsoleTx, id: number): Promise<void> {
  if (!(await findOwnNotification(tx, tx.actor.technicianId, id))) throw notFound();
  await read(tx, { id });
}

/** Marks read: those up to an id, or those of a ticket or an alert, or all. */
export async function readNotifications(
  tx: ConsoleTx,
  {
    upTo,
    ticketNumber,
    alertId,
  }: {
    upTo?: number | undefined;
    ticketNumber?: number | undefined;
    alertId?: number | undefined;
  },
) {
  const ticketId =
    ticketNumber === undefined ? undefined : (await getTicketByNumber(tx, ticketNumber)).id;
  await read(tx, { upTo, ticketId, alertId });
  return { unreadCount: await countUnread(tx, tx.actor.technicianId) };
}

/** His other tabs and browsers show it at once. */
async function read(tx: ConsoleTx, which: Which): Promise<void> {
  const { technicianId } = tx.actor;
  const changed = await markRead(tx, technicianId, which, clock.now());
  if (changed === 0) return;
  await publish(tx, { kind: 'notification', ids: {}, technicianIds: [technicianId] });
}
