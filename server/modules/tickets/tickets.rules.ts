import type { TicketSort, TicketStatus } from '#shared/tickets.ts';

export interface StatusTimes {
  status: TicketStatus;
  resolvedAt: Date | null;
  closedAt: Date | null;
}

/**
 * When a ticket counts as resolved and closed once it has the status. Closing resolves what was not
 * resolved before; opening again takes both back.
 */
export function timesOfStatus(before: StatusTimes, status: TicketStatus, now: Date): StatusTimes {
  const { resolvedAt, closedAt } = before;
  if (status === before.status) return { status, resolvedAt, closedAt };
  switch (status) {
    case 'open':
    case 'pending':
      return { status, resolvedAt: null, closedAt: null };
    case 'resolved':
      return { status, resolvedAt: resolvedAt ?? now, closedAt: null };
    case 'closed':
      return { status, resolvedAt: resolvedAt ?? now, closedAt: now };
  }
}

/**
 * Since when a ticket waits for us once it has the status: from its first message that nobody has
 * answered, or from when it was opened again.
 * @param writer who has just written; left out when nobody did
 */
export function waitingSince(
  before: { status: TicketStatus; waitingSince: Date | null },
  happened: { status: TicketStatus; writer?: 'contact' | 'technician' },
  now: Date,
): Date | null {
  if (happened.status !== 'open' || happened.writer === 'technician') return null;
  if (happened.writer === 'contact' || before.status !== 'open') return before.waitingSince ?? now;
  return before.waitingSince;
}

/** Properties whose changes contacts may see; all others are the technicians' own affair. */
const PUBLIC_FIELDS: ReadonlySet<string> = new Set([
  'subject',
  'status',
  'priority',
  'assignee',
  'customer',
  'contact',
]);

export const isPublicField = (field: string) => PUBLIC_FIELDS.has(field);

/**
 * The customer that a ticket has with this contact, or null when the two do not go together. A
 * contact who waits under "Unassigned" goes with every customer.
 */
export function customerWithContact(
  contact: { customerId: number | null } | null,
  wanted: number | null | undefined,
): { customerId: number | null } | null {
  if (wanted === undefined) return { customerId: contact?.customerId ?? null };
  if (contact === null || contact.customerId === null) return { customerId: wanted };
  return contact.customerId === wanted ? { customerId: wanted } : null;
}

/** What a list is sorted by: columns, all in one direction, of which the last one is unique. */
export const ORDERS = {
  '-updatedAt': { columns: ['updated_at', 'id'], isDescending: true },
  updatedAt: { columns: ['updated_at', 'id'], isDescending: false },
  '-createdAt': { columns: ['created_at', 'id'], isDescending: true },
  createdAt: { columns: ['created_at', 'id'], isDescending: false },
  '-number': { columns: ['number'], isDescending: true },
  number: { columns: ['number'], isDescending: false },
  /** Only those that wait for us have one. */
  waitingSince: { columns: ['waiting_since', 'id'], isDescending: false },
  '-priority': { columns: ['priority_rank', 'updated_at', 'id'], isDescending: true },
  /** The portal's: by what contacts may know of. */
  '-publicUpdatedAt': { columns: ['public_updated_at', 'id'], isDescending: true },
} as const satisfies Record<TicketSort | '-publicUpdatedAt', Order>;

export type ListOrder = keyof typeof ORDERS;
export type OrderColumn =
  | 'updated_at'
  | 'created_at'
  | 'public_updated_at'
  | 'waiting_since'
  | 'number'
  | 'priority_rank'
  | 'id';
export interface Order {
  columns: readonly OrderColumn[];
  isDescending: boolean;
}

export const isTime = (column: OrderColumn) => column === 'waiting_since' || column.endsWith('_at');
