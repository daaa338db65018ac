import { z } from 'zod';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { CARD_SIZES, DASHBOARD_CARDS, FIRST_STEPS } from '#shared/dashboard.ts';
import {
  forgetOwnDashboard,
  getDashboard,
  keepCompanyDashboard,
  keepOwnDashboard,
} from './dashboard.ts';
import { getFirstSteps, hideFirstSteps } from './first-steps.ts';

const Cards = z
  .array(z.strictObject({ card: z.enum(DASHBOARD_CARDS), size: z.enum(CARD_SIZES) }))
  .refine((cards) => new Set(cards.map(({ card }) => card)).size === cards.length, {
    message: 'twice',
  });
const Chosen = z.strictObject({ cards: Cards });

const DashboardView = z.object({
  cards: z.array(z.object({ card: z.enum(DASHBOARD_CARDS), size: z.enum(CARD_SIZES) })),
  isOwn: z.boolean().describe('false: what the company begins with'),
  version: z.number().int(),
});

export const dashboardRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/dashboard',
    summary: 'The cards of your dashboard, in your order',
    allow: 'technician',
    answer: DashboardView,
    handle: ({ tx }) => getDashboard(tx),
  }),
  consoleRoute({
    method: 'PUT',
    path: '/dashboard',
    summary: 'Choose, order and size the cards of your dashboard',
    allow: 'technician',
    body: Chosen.extend({ version: z.number().int().min(0) }),
    answer: DashboardView,
    handle: ({ tx, body }) => keepOwnDashboard(tx, body.version, body.cards),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/dashboard',
    summary: 'Go back to the dashboard of your company',
    allow: 'technician',
    answer: DashboardView,
    handle: ({ tx }) => forgetOwnDashboard(tx),
  }),
  consoleRoute({
    method: 'PUT',
    path: '/company-dashboard',
    summary: 'Choose the cards for everybody who has chosen none',
    allow: 'settings.manage',
    body: Chosen,
    answer: DashboardView,
    handle: ({ tx, body }) => keepCompanyDashboard(tx, body.cards),
  }),
  consoleRoute({
    method: 'GET',
    path: '/first-steps',
    summary: 'What is left to do in a new company, of what you may do',
    allow: 'technician',
    answer: z.object({
      steps: z.array(z.object({ step: z.enum(FIRST_STEPS), isDone: z.boolean() })),
      isHidden: z.boolean().describe('You have put them away'),
      isEmpty: z.boolean().describe('There is nothing to count yet'),
      supportAddress: z.string(),
    }),
    handle: ({ tx }) => getFirstSteps(tx),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/first-steps',
    summary: 'Put the first steps away, for yourself',
    allow: 'technician',
    handle: ({ tx }) => hideFirstSteps(tx),
  }),
];
