import { z } from 'zod';
import { pictureUrl } from '#modules/technicians/index.ts';
import { SEVERITIES } from '#shared/alerts.ts';
import { NOTIFICATION_KINDS } from '#shared/notifications.ts';
import { MESSAGE_KINDS } from '#shared/tickets.ts';
import type { NotificationRow } from './notifications.queries.ts';

export const NotificationView = z.object({
  id: z.number(),
  kind: z.enum(NOTIFICATION_KINDS),
  /** What it is about: a ticket, or an alert. */
  ticket: z.object({ number: z.number(), subject: z.string() }).nullable(),
  alert: z
    .object({
      id: z.number(),
      severity: z.enum(SEVERITIES),
      count: z.number().describe('So many came up together; this is the worst of them'),
    })
    .nullable(),
  /** Null where nothing was said, as when a ticket changes hands. */
  message: z.object({ id: z.number(), kind: z.enum(MESSAGE_KINDS) }).nullable(),
  /** First words of the message; of an alert what it is called, in the company's language. */
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
  ticket:
    row.ticket_number === null
      ? null
      : { number: row.ticket_number, subject: row.ticket_subject ?? '' },
  alert:
    row.alert_id === null
      ? null
      : {
          id: row.alert_id,
          severity: row.alert_severity ?? 'information',
          count: row.alert_count,
        },
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
  alert: Choice,
});
