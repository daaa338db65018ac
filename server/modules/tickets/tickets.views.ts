import { z } from 'zod';
import { pictureUrl } from '#modules/technicians/index.ts';
import {
  TICKET_IMPACTS,
  TICKET_PRIORITIES,
  TICKET_SOURCES,
  TICKET_STATUSES,
  TICKET_TYPES,
} from '#shared/tickets.ts';
import type { TicketChangeRow } from './ticket-history.queries.ts';
import type { TicketListRow, TicketPageRow } from './ticket-rows.ts';

const Named = z.object({ id: z.number(), name: z.string() });

/** A ticket in technicians' lists. */
export const TicketRowView = z.object({
  number: z.number(),
  subject: z.string(),
  preview: z.string(),
  status: z.enum(TICKET_STATUSES),
  priority: z.enum(TICKET_PRIORITIES),
  customer: Named.nullable(),
  contact: Named.extend({ email: z.string() }).nullable(),
  assignee: Named.extend({ pictureUrl: z.string().nullable() }).nullable(),
  source: z.enum(TICKET_SOURCES),
  createdAt: z.date(),
  updatedAt: z.date(),
  /** Since when it waits for us; null: it does not. */
  waitingSince: z.date().nullable(),
});
export type TicketRowView = z.infer<typeof TicketRowView>;

/** A ticket on its page, for technicians. */
export const TicketView = TicketRowView.extend({
  id: z.number(),
  impact: z.enum(TICKET_IMPACTS),
  type: z.enum(TICKET_TYPES),
  version: z.number(),
  /** People in To and Cc of its mails, beside its contact. */
  participants: z.array(
    z.object({ address: z.string(), name: z.string(), contactId: z.number().nullable() }),
  ),
  resolvedAt: z.date().nullable(),
  closedAt: z.date().nullable(),
  /** The machine that it is about. */
  device: Named.nullable(),
  /** The ticket that was over when its contact wrote again; null for most. */
  followsNumber: z.number().nullable(),
});
export type TicketView = z.infer<typeof TicketView>;

export const TicketChangeView = z.object({
  id: z.number(),
  actor: z.object({
    kind: z.enum(['technician', 'contact', 'apiKey', 'system']),
    id: z.number().nullable(),
    name: z.string(),
  }),
  field: z.string(),
  oldValue: z.unknown(),
  newValue: z.unknown(),
  createdAt: z.date(),
});

export const TicketCountsView = z.object({
  open: z.number(),
  pending: z.number(),
  /** Open and pending ones that are mine, and those that are nobody's. */
  mine: z.number(),
  unassigned: z.number(),
});

export const TicketFiguresView = z.object({
  mine: z.number(),
  unassigned: z.number(),
  waiting: z.number(),
  /** Open and pending ones only: what is over needs nobody. */
  groups: z.array(
    z.object({
      status: z.enum(TICKET_STATUSES),
      priority: z.enum(TICKET_PRIORITIES),
      count: z.number(),
    }),
  ),
});

export const TicketTrendView = z.object({
  days: z.array(z.object({ day: z.string(), created: z.number(), solved: z.number() })),
});

export function personName(first: string | null, last: string | null): string {
  return [first, last].filter(Boolean).join(' ');
}

export const ticketRowView = (row: TicketListRow): TicketRowView => ({
  number: row.number,
  subject: row.subject,
  preview: row.preview,
  status: row.status,
  priority: row.priority,
  customer:
    row.customer_id === null ? null : { id: row.customer_id, name: row.customer_name ?? '' },
  contact:
    row.contact_id === null
      ? null
      : {
          id: row.contact_id,
          name: personName(row.contact_first_name, row.contact_last_name) || row.contact_email!,
          email: row.contact_email ?? '',
        },
  assignee:
    row.assignee_id === null
      ? null
      : {
          id: row.assignee_id,
          name: personName(row.assignee_first_name, row.assignee_last_name),
          pictureUrl: pictureUrl(row.assignee_picture_key, 'console'),
        },
  source: row.source,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  waitingSince: row.waiting_since,
});

export const ticketView = (row: TicketPageRow): TicketView => ({
  ...ticketRowView(row),
  id: row.id,
  impact: row.impact,
  type: row.type,
  version: row.version,
  participants: row.participants,
  resolvedAt: row.resolved_at,
  closedAt: row.closed_at,
  device: row.device_id === null ? null : { id: row.device_id, name: row.device_name ?? '' },
  followsNumber: row.follows_number,
});

export const ticketChangeView = (row: TicketChangeRow) => ({
  id: row.id,
  actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
  field: row.field,
  oldValue: row.old_value,
  newValue: row.new_value,
  createdAt: row.created_at,
});
