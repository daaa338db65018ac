import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { notFound } from '#platform/errors.ts';
import type {
  TicketImpact,
  TicketPriority,
  TicketSource,
  TicketStatus,
  TicketType,
} from '#shared/tickets.ts';
import {
  findTicketById,
  findTicketByNumber,
  lockTicket,
  type TicketRow,
} from './tickets.queries.ts';

/** A ticket as other modules get it. */
export interface Ticket {
  id: number;
  number: number;
  subject: string;
  status: TicketStatus;
  priority: TicketPriority;
  impact: TicketImpact;
  type: TicketType;
  source: TicketSource;
  customerId: number | null;
  contactId: number | null;
  assigneeId: number | null;
  deviceId: number | null;
  version: number;
  firstRepliedAt: Date | null;
  resolvedAt: Date | null;
  closedAt: Date | null;
  /** Its contact wrote, or it was opened, and nobody has answered since; null: not our turn. */
  waitingSince: Date | null;
}

/** Throws 404 when there is none, or the actor may not see it. */
export async function getTicketByNumber(tx: TenantTx, number: number): Promise<Ticket> {
  return toTicket(await findTicketByNumber(tx, number));
}

/** Throws 404 when there is none, or the actor may not see it. */
export async function getTicket(tx: TenantTx, id: number): Promise<Ticket> {
  return toTicket(await findTicketById(tx, id));
}

/** The same, and nobody else changes it until the transaction ends. */
export async function getTicketForChange(tx: TenantTx, id: number): Promise<Ticket> {
  return toTicket(await lockTicket(tx, id));
}

function toTicket(row: TicketRow | undefined): Ticket {
  if (!row) throw notFound();
  return {
    id: row.id,
    number: row.number,
    subject: row.subject,
    status: row.status,
    priority: row.priority,
    impact: row.impact,
    type: row.type,
    source: row.source,
    customerId: row.customer_id,
    contactId: row.contact_id,
    assigneeId: row.assignee_id,
    deviceId: row.device_id,
    version: row.version,
    firstRepliedAt: row.first_replied_at,
    resolvedAt: row.resolved_at,
    closedAt: row.closed_at,
    waitingSince: row.waiting_since,
  };
}
