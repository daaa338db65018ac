import { z } from 'zod';
import type { PortalSettings } from '#modules/portal-settings/index.ts';
import { pictureUrl } from '#modules/technicians/index.ts';
import { personName, type TicketListRow, type TicketPageRow } from '#modules/tickets/index.ts';
import type { ContactActor } from '#platform/actor.ts';
import { TICKET_IMPACTS, TICKET_PRIORITIES, TICKET_STATUSES } from '#shared/tickets.ts';

/** A ticket as contacts see it. Its time is that of the last change they may know of. */
export const PortalTicketView = z.object({
  number: z.number(),
  subject: z.string(),
  status: z.enum(TICKET_STATUSES),
  /** Null where the company does not show it. */
  priority: z.enum(TICKET_PRIORITIES).nullable(),
  contact: z.object({ name: z.string() }).nullable(),
  assignee: z.object({ name: z.string(), pictureUrl: z.string().nullable() }).nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
  isOwn: z.boolean(),
  /** Somebody else wrote something that the reader has not seen. */
  isUnread: z.boolean(),
});
export type PortalTicketView = z.infer<typeof PortalTicketView>;

/** The same on its own page. */
export const PortalTicketPageView = PortalTicketView.extend({
  /** Null where the company does not show it. */
  impact: z.enum(TICKET_IMPACTS).nullable(),
  /**
   * The machine that it is about; null where the company does not show devices. Its id is there where the
   * contact may look at it.
   */
  device: z.object({ id: z.number().nullable(), name: z.string() }).nullable(),
  /** Too late to open it again: what is written here becomes a new ticket. */
  isOver: z.boolean(),
  /** The ticket that this one goes on from. */
  followsNumber: z.number().nullable(),
});
export type PortalTicketPageView = z.infer<typeof PortalTicketPageView>;

/** Whose view it is, and what decides how much is in it. */
export interface PortalReader {
  actor: ContactActor;
  fields: PortalSettings['fields'];
  showsDevices: boolean;
  unreadIds: ReadonlySet<number>;
}

export const portalTicketView =
  ({ actor, fields, unreadIds }: PortalReader) =>
  (row: TicketListRow): PortalTicketView => ({
    number: row.number,
    subject: row.subject,
    status: row.status,
    priority: fields.priority === 'hidden' ? null : row.priority,
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
    isOwn: row.contact_id === actor.contactId,
    isUnread: unreadIds.has(row.id),
  });

export const portalTicketPageView = (
  reader: PortalReader,
  row: TicketPageRow,
  { isOver, seenDeviceId }: { isOver: boolean; seenDeviceId: number | null },
): PortalTicketPageView => ({
  ...portalTicketView(reader)(row),
  impact: reader.fields.impact === 'hidden' ? null : row.impact,
  device:
    reader.showsDevices && row.device_name !== null
      ? { id: seenDeviceId, name: row.device_name }
      : null,
  isOver,
  followsNumber: row.follows_number,
});
