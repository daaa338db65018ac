import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Answer, Body, Query } from '#web/api/types.ts';

// Keys begin with the kind that live events name, see app/live.ts: so the numbers stay true.

export type Dashboard = Answer<'/api/v1/dashboard', 'get'>;
export type Cards = Body<'/api/v1/dashboard', 'put'>['cards'];
export type FirstSteps = Answer<'/api/v1/first-steps', 'get'>;
export type ActivityEntry = Answer<'/api/v1/activity', 'get'>['items'][number];
export type TrendDay = Answer<'/api/v1/ticket-trend', 'get'>['days'][number];

export const dashboardQuery = queryOptions({
  queryKey: ['dashboard', 'cards'],
  queryFn: () => answer(api.GET('/api/v1/dashboard')),
});

/** @param version of the dashboard that the choice began with; another one by now is refused */
export const saveDashboard = (choice: { cards: Cards; version: number }) =>
  answer(api.PUT('/api/v1/dashboard', { body: choice }));

export const resetDashboard = () => answer(api.DELETE('/api/v1/dashboard'));

export const saveCompanyDashboard = (cards: Cards) =>
  answer(api.PUT('/api/v1/company-dashboard', { body: { cards } }));

export const firstStepsQuery = queryOptions({
  queryKey: ['firstSteps'],
  queryFn: () => answer(api.GET('/api/v1/first-steps')),
  // What is done stays done: from then on nobody asks again.
  enabled: ({ state }) => state.data === undefined || isShown(state.data),
});

/** There is something left to do, and it was not put away. */
export const isShown = ({ steps, isHidden }: FirstSteps) =>
  !isHidden && steps.some(({ isDone }) => !isDone);

export const hideFirstSteps = () => answer(api.DELETE('/api/v1/first-steps'));

/** What happened last: so many entries. */
export function activityQuery(limit: number) {
  return queryOptions({
    queryKey: ['activity', limit],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/activity', { params: { query: { limit } }, signal })),
  });
}

export const ticketFiguresQuery = queryOptions({
  queryKey: ['ticket', 'counts', 'figures'],
  queryFn: () => answer(api.GET('/api/v1/ticket-figures')),
});

export const ticketTrendQuery = queryOptions({
  queryKey: ['ticket', 'counts', 'trend'],
  queryFn: () => answer(api.GET('/api/v1/ticket-trend')),
});

export const alertCountsQuery = queryOptions({
  queryKey: ['alert', 'counts'],
  queryFn: () => answer(api.GET('/api/v1/alert-counts')),
});

export const deviceCountsQuery = queryOptions({
  queryKey: ['device', 'counts'],
  queryFn: () => answer(api.GET('/api/v1/device-counts')),
});

/** The first few of a list of tickets. */
export function firstTicketsQuery(query: Query<'/api/v1/tickets', 'get'>) {
  return queryOptions({
    queryKey: ['ticket', 'list', 'first', query],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/tickets', { params: { query }, signal })),
  });
}
