import { z } from 'zod';
import { pictureUrl } from '#modules/technicians/index.ts';
import { NOTIFICATION_KINDS } from '#shared/notifications.ts';
import { MESSAGE_KINDS } from '#shared/tickets.ts';
import type { NotificationRow } from './notifications.queries.ts';

export const NotificationView = z.object({
  id: z.number(),
  kind: z.enum(NOTIFICATION_KINDS),
  ticket: z.object({ number: z.number(), subject: z.string() }),
  /** Null where nothing was said, as when a ticket changes hands. */
  message: z.object({ id: z.number(), kind: z.enum(MESSAGE_KINDS) }).nullable(),
  /** First words of the message. */
  excerpt: z.string(),
  actor: z.object({
    kind: z.enum(['technician', 'contact', 'apiKey', 'system']),
    name: z.string(),
    pictureUrl: z.string().nullable(),
  }),
  createdAt: z.date(),
  readAt: z.date().nullable(),
});
export type NotificationView = z.infer<typeof NotificationView>;

export const notificationView = (row: NotificationRow): NotificationView => ({
  id: row.id,
  kind: row.kind,
  ticket: { number: row.ticket_number, subject: row.ticket_subject },
  message:
    row.message_id === null || row.message_kind === null
      ? null
      : { id: row.message_id, kind: row.message_kind },
  excerpt: row.excerpt,
  actor: {
    kind: row.actor_kind,
    name: row.actor_name,
    pictureUrl: pictureUrl(row.actor_picture_key, 'console'),
  },
  createdAt: row.created_at,
  readAt: row.read_at,
});

const Choice = z.strictObject({ console: z.boolean(), email: z.boolean() });

export const ChoicesView = z.strictObject({
  assigned: Choice,
  reply: Choice,
  newTicket: Choice,
  mention: Choice,
});
