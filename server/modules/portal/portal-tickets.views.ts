import { z } from 'zod';
import { pictureUrl } from '#modules/technicians/index.ts';
import { personName, type TicketListRow } from '#modules/tickets/index.ts';
import type { ContactActor } from '#platform/actor.ts';
import { TICKET_PRIORITIES, TICKET_STATUSES } from '#shared/tickets.ts';

/** A ticket as contacts see it. Its time is that of the last change they may know of. */
export const PortalTicketView = z.object({
  number: z.number(),
  subject: z.string(),
  status: z.enum(TICKET_STATUSES),
  priority: z.enum(TICKET_PRIORITIES),
  contact: z.object({ name: z.string() }).nullable(),
  assignee: z.object({ name: z.string(), pictureUrl: z.string().nullable() }).nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
  isOwn: z.boolean(),
});
export type PortalTicketView = z.infer<typeof PortalTicketView>;

export const portalTicketView =
  (reader: ContactActor) =>
  (row: TicketListRow): PortalTicketView => ({
    number: row.number,
    subject: row.subject,
    status: row.status,
    priority: row.priority,
    contact:
      row.contact_id === null
        ? null
        : {
            name:
              personName(row.contact_first_name, row.contact_last_name) ||
              (row.contact_email ?? ''),
          },
    assignee:
      row.assignee_id === null
        ? null
        : {
            name: personName(row.assignee_first_name, row.assignee_last_name),
            pictureUrl: pictureUrl(row.assignee_picture_key, 'portal'),
          },
    createdAt: row.created_at,
    updatedAt: row.public_updated_at,
    isOwn: row.contact_id === reader.contactId,
  });
