import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '#web/api/client.ts';
import type { Answer, Body, Query } from '#web/api/types.ts';

// Keys begin with the kind that live events name, see app/live.ts: so the numbers stay true.

export type Dashboard = Answer<'/api/v1/dashboard', 'get'>;
export type Cards = Body<'/api/v1/dashboard', 'put'>['cards'];
export type FirstSteps = Answer<'/api/v1/first-steps', 'get'>;
export type TrendDay = Answer<'/api/v1/ticket-trend', 'get'>['days'][number];

/** Steps are done elsewhere, in other windows and by mail: asked again while they are looked at. */
const STEPS_AGAIN_MS = 4_000;

export const dashboardQuery = queryOptions({
  queryKey: ['dashboard', 'cards'],
  queryFn: () => answer(api.GET('/api/v1/dashboard')),
});

export const saveDashboard = (cards: Cards) =>
  answer(api.PUT('/api/v1/dashboard', { body: { cards } }));

export const resetDashboard = () => answer(api.DELETE('/api/v1/dashboard'));

export const saveCompanyDashboard = (cards: Cards) =>
  answer(api.PUT('/api/v1/company-dashboard', { body: { cards } }));

export const firstStepsQuery = queryOptions({
  queryKey: ['dashboard', 'firstSteps'],
  queryFn: () => answer(api.GET('/api/v1/first-steps')),
  refetchInterval: ({ state }) =>
    state.data && isShown(state.data) ? STEPS_AGAIN_MS : (false as const),
});

/** There is something left to do, and it was not put away. */
export const isShown = ({ steps, isHidden }: FirstSteps) =>
  !isHidden && steps.some(({ isDone }) => !isDone);

export const hideFirstSteps = () => answer(api.DELETE('/api/v1/first-steps'));

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
