/** Tickets: their properties, who may see them, their lists and their history. */
export { changeTicket, type TicketChanges } from './change-ticket.ts';
export { createTicket, type NewTicket } from './create-ticket.ts';
export { listTickets } from './list-tickets.ts';
export { noteOnTicket } from './note-on-ticket.ts';
export { SETTLE_MS, statusChanged } from './status-news.ts';
export { listStatusChanges, type StatusChange } from './ticket-history.queries.ts';
export { getTicketPage, getTicketRow } from './ticket-page.ts';
export { settleParties } from './ticket-parties.ts';
export type { TicketListRow, TicketPageRow } from './ticket-rows.ts';
export { ticketSettled } from './ticket-settled.ts';
export { commaList, NumberParams } from './tickets.fields.ts';
export { ticketsRoutes } from './tickets.routes.ts';
export { getTicket, getTicketByNumber, type Ticket } from './tickets.ts';
export { personName, TicketView } from './tickets.views.ts';
export { touchTicket } from './touch-ticket.ts';
export { visibleTickets } from './visible-tickets.queries.ts';
