import type {
  TicketImpact,
  TicketPriority,
  TicketSource,
  TicketStatus,
  TicketType,
} from '#shared/tickets.ts';

/** What a list shows of a ticket, as it comes from the database. */
export interface TicketListRow {
  id: number;
  number: number;
  subject: string;
  preview: string;
  status: TicketStatus;
  priority: TicketPriority;
  priority_rank: number;
  source: TicketSource;
  created_at: Date;
  updated_at: Date;
  public_updated_at: Date;
  waiting_since: Date | null;
  customer_id: number | null;
  customer_name: string | null;
  contact_id: number | null;
  contact_first_name: string | null;
  contact_last_name: string | null;
  contact_email: string | null;
  assignee_id: number | null;
  assignee_first_name: string | null;
  assignee_last_name: string | null;
  assignee_picture_key: string | null;
}

export interface TicketPageRow extends TicketListRow {
  impact: TicketImpact;
  type: TicketType;
  version: number;
  resolved_at: Date | null;
  closed_at: Date | null;
  follows_number: number | null;
  device_id: number | null;
  device_name: string | null;
  participants: { address: string; name: string; contactId: number | null }[];
}
