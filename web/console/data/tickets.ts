import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Body, Message, Query, Ticket, TicketPatch } from '#web/api/types.ts';

// Keys begin with the kind that live events name, see app/live.ts.

export type TicketListQuery = Omit<Query<'/api/v1/tickets', 'get'>, 'cursor' | 'limit'>;
export type TicketsChange = Omit<Body<'/api/v1/ticket-changes', 'post'>, 'numbers'>;
export type NewTicket = Body<'/api/v1/tickets', 'post'>;
export type NewReply = Body<'/api/v1/tickets/{number}/replies', 'post'>;
export type NewNote = Body<'/api/v1/tickets/{number}/notes', 'post'>;
export type DraftKind = 'reply' | 'note';

const first: string | undefined = undefined;

/** A ticket's place in an address is its number. */
const at = (number: number) => ({ path: { number } });

export function ticketListQuery(query: TicketListQuery) {
  return infiniteQueryOptions({
    queryKey: ['ticket', 'list', query],
    queryFn: ({ pageParam: cursor, signal }) =>
      answer(api.GET('/api/v1/tickets', { params: { query: { ...query, cursor } }, signal })),
    initialPageParam: first,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** A handful of tickets for suggestions. */
export function ticketSearchQuery(search: string) {
  return queryOptions({
    queryKey: ['ticket', 'list', 'search', search],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/tickets', { params: { query: { search, limit: 6 } }, signal })),
    enabled: search.trim().length > 1,
    placeholderData: keepPreviousData,
  });
}

export const ticketCountsQuery = queryOptions({
  queryKey: ['ticket', 'counts'],
  queryFn: () => answer(api.GET('/api/v1/ticket-counts')),
});

export function ticketQuery(number: number) {
  return queryOptions({
    queryKey: ['ticket', 'one', number],
    queryFn: () => answer<Ticket>(api.GET('/api/v1/tickets/{number}', { params: at(number) })),
  });
}

export function messagesQuery(number: number) {
  return infiniteQueryOptions({
    queryKey: ['ticket', 'one', number, 'messages'],
    queryFn: ({ pageParam: cursor }) =>
      answer(
        api.GET('/api/v1/tickets/{number}/messages', {
          params: { ...at(number), query: { cursor } },
        }),
      ),
    initialPageParam: first,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function historyQuery(number: number) {
  return infiniteQueryOptions({
    queryKey: ['ticket', 'one', number, 'history'],
    queryFn: ({ pageParam: cursor }) =>
      answer(
        api.GET('/api/v1/tickets/{number}/history', {
          params: { ...at(number), query: { cursor } },
        }),
      ),
    initialPageParam: first,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function createTicket(body: NewTicket): Promise<Ticket> {
  return answer(api.POST('/api/v1/tickets', { body }));
}

export function changeTicket(number: number, version: number, patch: TicketPatch): Promise<Ticket> {
  return answer(
    api.PATCH('/api/v1/tickets/{number}', {
      params: at(number),
      body: { ...patch, version },
    }),
  );
}

export function changeTickets(numbers: number[], change: TicketsChange) {
  return answer(api.POST('/api/v1/ticket-changes', { body: { numbers, ...change } }));
}

export function sendReply(number: number, body: NewReply): Promise<Message> {
  return answer(api.POST('/api/v1/tickets/{number}/replies', { params: at(number), body }));
}

export function addNote(number: number, body: NewNote): Promise<Message> {
  return answer(api.POST('/api/v1/tickets/{number}/notes', { params: at(number), body }));
}

export function removeParticipant(number: number, address: string) {
  return answer(
    api.DELETE('/api/v1/tickets/{number}/participants/{address}', {
      params: { path: { ...at(number).path, address } },
    }),
  );
}

const DRAFT = '/api/v1/tickets/{number}/drafts/{kind}';

export function loadDraft(number: number, kind: DraftKind) {
  return answer(api.GET(DRAFT, { params: { path: { ...at(number).path, kind } } }));
}

export function saveDraft(number: number, kind: DraftKind, html: string) {
  return answer(api.PUT(DRAFT, { params: { path: { ...at(number).path, kind } }, body: { html } }));
}

export function dropDraft(number: number, kind: DraftKind) {
  return answer(api.DELETE(DRAFT, { params: { path: { ...at(number).path, kind } } }));
}
