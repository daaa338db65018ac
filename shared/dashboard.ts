import type { Permission } from './permissions.ts';

/** What a technician can have on the dashboard, in the order in which they are offered. */
export const DASHBOARD_CARDS = [
  'mine',
  'unassigned',
  'waiting',
  'alerts',
  'trend',
  'devices',
  'matrix',
  'activity',
] as const;
export type DashboardCardName = (typeof DASHBOARD_CARDS)[number];

/** How much of a row a card takes: a quarter, a half, or all of it. */
export const CARD_SIZES = ['small', 'medium', 'large'] as const;
export type CardSize = (typeof CARD_SIZES)[number];

export interface DashboardCard {
  card: DashboardCardName;
  size: CardSize;
}

/** What a role needs to see a card: one of these. */
export const CARD_PERMISSIONS: Record<DashboardCardName, readonly Permission[]> = {
  mine: ['tickets.view'],
  unassigned: ['tickets.view'],
  waiting: ['tickets.view'],
  alerts: ['alerts.view'],
  trend: ['tickets.view'],
  devices: ['devices.view'],
  matrix: ['tickets.view'],
  // Each sees in it what he may see.
  activity: ['tickets.view', 'devices.view', 'alerts.view'],
};

export const DEFAULT_CARDS: readonly DashboardCard[] = [
  { card: 'mine', size: 'small' },
  { card: 'unassigned', size: 'small' },
  { card: 'alerts', size: 'small' },
  { card: 'devices', size: 'small' },
  { card: 'waiting', size: 'medium' },
  { card: 'trend', size: 'medium' },
  { card: 'matrix', size: 'medium' },
  { card: 'activity', size: 'medium' },
];

/** Days of the chart of new and solved tickets, today included. */
export const TREND_DAYS = 30;

export const FIRST_STEPS = ['customer', 'portal', 'mail', 'device', 'colleague'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** Whoever may see one of the cards has a dashboard. */
export const DASHBOARD_PERMISSIONS: readonly Permission[] = [
  ...new Set(Object.values(CARD_PERMISSIONS).flat()),
];
