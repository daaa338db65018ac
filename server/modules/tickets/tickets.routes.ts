import { z } from 'zod';
import { requiredLine, SearchText } from '#platform/http/fields.ts';
import { PageQuery, pageOf } from '#platform/http/page.ts';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { LIMITS } from '#shared/limits.ts';
import {
  TICKET_IMPACTS,
  TICKET_PRIORITIES,
  TICKET_SORTS,
  TICKET_STATUSES,
  TICKET_TYPES,
  TICKETS_PER_CHANGE,
} from '#shared/tickets.ts';
import { changeTicket } from './change-ticket.ts';
import { changeTickets } from './change-tickets.ts';
import { listTickets } from './list-tickets.ts';
import { Day, spanOfDays } from './ticket-days.ts';
import { countTicketFigures, listTrend } from './ticket-figures.ts';
import { listHistory } from './ticket-history.ts';
import { getTicketPage } from './ticket-page.ts';
import { commaList, NumberParams } from './tickets.fields.ts';
import { countActiveTickets } from './tickets.queries.ts';
import { getTicketByNumber } from './tickets.ts';
import {
  TicketChangeView,
  TicketCountsView,
  TicketFiguresView,
  TicketRowView,
  TicketTrendView,
  TicketView,
  ticketRowView,
} from './tickets.views.ts';

const Id = z.coerce.number().int().positive();
const IdOrNone = z.union([z.literal('none'), Id]);

const Changes = z.strictObject({
  version: z.number().int(),
  subject: requiredLine(LIMITS.subjectChars).optional(),
  status: z.enum(TICKET_STATUSES).optional(),
  priority: z.enum(TICKET_PRIORITIES).optional(),
  impact: z.enum(TICKET_IMPACTS).optional(),
  type: z.enum(TICKET_TYPES).optional(),
  assigneeId: z.number().int().nullable().optional(),
  customerId: z.number().int().nullable().optional(),
  contactId: z.number().int().nullable().optional(),
  deviceId: z.number().int().nullable().optional(),
});

const ChangesOfMany = z
  .strictObject({
    numbers: z.array(z.number().int().positive()).min(1).max(TICKETS_PER_CHANGE),
    status: Changes.shape.status,
    priority: Changes.shape.priority,
    type: Changes.shape.type,
    assigneeId: Changes.shape.assigneeId,
  })
  .refine(({ numbers: _, ...change }) => Object.values(change).some((to) => to !== undefined));

export const ticketsRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/tickets',
    summary: 'Tickets by status, assignee, customer, contact, device, priority and words',
    allow: 'tickets.view',
    query: PageQuery.extend({
      status: commaList(TICKET_STATUSES),
      priority: commaList(TICKET_PRIORITIES),
      assignee: z.union([z.enum(['me', 'none']), Id]).optional(),
      customer: IdOrNone.optional(),
      contact: Id.optional(),
      device: Id.optional(),
      waiting: z.literal('true').optional().describe('Only those that nobody has answered'),
      createdFrom: Day.optional().describe('The first day, by the clock of your company'),
      createdTo: Day.optional().describe('The last day'),
      solvedFrom: Day.optional(),
      solvedTo: Day.optional(),
      search: SearchText.default(''),
      sort: z.enum(TICKET_SORTS).default('-updatedAt'),
    }),
    answer: pageOf(TicketRowView),
    handle: async ({ tx, query }) =>
      listTickets(
        tx,
        {
          filter: {
            statuses: query.status,
            priorities: query.priority,
            assigneeId: query.assignee === 'me' ? tx.actor.technicianId : query.assignee,
            customerId: query.customer,
            contactId: query.contact,
            deviceId: query.device,
            isWaiting: query.waiting === 'true',
            created: await spanOfDays(tx, query.createdFrom, query.createdTo),
            solved: await spanOfDays(tx, query.solvedFrom, query.solvedTo),
          },
          order: query.sort,
          search: query.search,
          cursor: query.cursor,
          limit: query.limit,
        },
        ticketRowView,
      ),
  }),
  consoleRoute({
    method: 'GET',
    path: '/ticket-counts',
    summary: 'How many tickets are open, pending, mine and nobody’s',
    allow: 'tickets.view',
    answer: TicketCountsView,
    handle: ({ tx }) => countActiveTickets(tx, tx.actor.technicianId),
  }),
  consoleRoute({
    method: 'GET',
    path: '/ticket-figures',
    summary: 'Active tickets by status and priority, yours, nobody’s, and those that wait for us',
    allow: 'tickets.view',
    answer: TicketFiguresView,
    handle: ({ tx }) => countTicketFigures(tx, tx.actor.technicianId),
  }),
  consoleRoute({
    method: 'GET',
    path: '/ticket-trend',
    summary: 'New and solved tickets of the last 30 days, by the clock of your company',
    allow: 'tickets.view',
    answer: TicketTrendView,
    handle: ({ tx }) => listTrend(tx),
  }),
  consoleRoute({
    method: 'GET',
    path: '/tickets/:number',
    summary: 'One ticket',
    allow: 'tickets.view',
    params: NumberParams,
    answer: TicketView,
    handle: ({ tx, params: { number } }) => getTicketPage(tx, number),
  }),
  consoleRoute({
    method: 'PATCH',
    path: '/tickets/:number',
    summary: 'Change properties; 409 with `current` when somebody else did meanwhile',
    allow: 'tickets.update',
    params: NumberParams,
    body: Changes,
    answer: TicketView,
    async handle({ tx, params: { number }, body: { version, ...changes } }) {
      const { id } = await getTicketByNumber(tx, number);
      await changeTicket(tx, id, changes, version);
      return getTicketPage(tx, number);
    },
  }),
  consoleRoute({
    method: 'POST',
    path: '/ticket-changes',
    summary: 'Change many tickets at once: their status, priority, type or assignee',
    allow: 'tickets.update',
    body: ChangesOfMany,
    answer: z.object({
      changed: z.array(z.number()),
      missing: z.array(z.number()).describe('Gone, or not to be seen'),
    }),
    handle: ({ tx, body: { numbers, ...change } }) => changeTickets(tx, numbers, change),
  }),
  consoleRoute({
    method: 'GET',
    path: '/tickets/:number/history',
    summary: 'What changed, by whom and when, the newest first',
    allow: 'tickets.view',
    params: NumberParams,
    query: PageQuery,
    answer: pageOf(TicketChangeView),
    handle: ({ tx, params: { number }, query }) => listHistory(tx, number, query),
  }),
];
