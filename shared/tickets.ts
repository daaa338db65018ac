/** The fixed properties of a ticket. Stored, sent and filtered under exactly these names. */
export const TICKET_STATUSES = ['open', 'pending', 'resolved', 'closed'] as const;
export const TICKET_PRIORITIES = ['low', 'medium', 'high', 'critical'] as const;
export const TICKET_IMPACTS = [
  'none',
  'minor',
  'major',
  'siteDown',
  'serverIssue',
  'crisis',
] as const;
export const TICKET_TYPES = [
  'incident',
  'problem',
  'request',
  'change',
  'question',
  'other',
] as const;
export const TICKET_SOURCES = ['email', 'portal', 'technician', 'alert', 'api'] as const;
export const MESSAGE_KINDS = ['reply', 'note', 'contact'] as const;

/** Changed together in one step. */
export const TICKETS_PER_CHANGE = 100;

export type TicketStatus = (typeof TICKET_STATUSES)[number];
export type TicketPriority = (typeof TICKET_PRIORITIES)[number];
export type TicketImpact = (typeof TICKET_IMPACTS)[number];
export type TicketType = (typeof TICKET_TYPES)[number];
export type TicketSource = (typeof TICKET_SOURCES)[number];
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export const TICKET_SORTS = [
  '-updatedAt',
  'updatedAt',
  '-createdAt',
  'createdAt',
  '-number',
  'number',
  '-priority',
  'waitingSince',
] as const;
export type TicketSort = (typeof TICKET_SORTS)[number];
