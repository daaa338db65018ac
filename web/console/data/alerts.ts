import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Answer, Body, Query } from '#web/api/types.ts';

// Keys begin with the kind that live events name, see app/live.ts.

export type AlertRow = Answer<'/api/v1/alerts', 'get'>['items'][number];
export type AlertDetails = Answer<'/api/v1/alerts/{id}', 'get'>;
export type AlertEvent = Answer<'/api/v1/alerts/{id}/events', 'get'>['items'][number];
export type AlertListQuery = Omit<Query<'/api/v1/alerts', 'get'>, 'cursor' | 'limit'>;
export type AlertChange = Body<'/api/v1/alert-changes', 'post'>;
export type AlertConversion = Body<'/api/v1/alert-tickets', 'post'>;

const first: string | undefined = undefined;

export function alertListQuery(query: AlertListQuery) {
  return infiniteQueryOptions({
    queryKey: ['alert', 'list', query],
    queryFn: ({ pageParam: cursor, signal }) =>
      answer(api.GET('/api/v1/alerts', { params: { query: { ...query, cursor } }, signal })),
    initialPageParam: first,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function alertQuery(id: number) {
  return queryOptions({
    queryKey: ['alert', 'one', id],
    queryFn: () =>
      answer<AlertDetails>(api.GET('/api/v1/alerts/{id}', { params: { path: { id } } })),
  });
}

export function alertEventsQuery(id: number) {
  return infiniteQueryOptions({
    queryKey: ['alert', 'one', id, 'events'],
    queryFn: ({ pageParam: cursor }) =>
      answer(
        api.GET('/api/v1/alerts/{id}/events', { params: { path: { id }, query: { cursor } } }),
      ),
    initialPageParam: first,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export const ticketAlertsQuery = (number: number) =>
  queryOptions({
    queryKey: ['alert', 'list', 'ofTicket', number],
    queryFn: () =>
      answer(api.GET('/api/v1/tickets/{number}/alerts', { params: { path: { number } } })),
  });

export function changeAlerts(body: AlertChange) {
  return answer(api.POST('/api/v1/alert-changes', { body }));
}

/** @returns the tickets' numbers, one for each customer */
export function convertAlerts(body: AlertConversion) {
  return answer(api.POST('/api/v1/alert-tickets', { body }));
}
