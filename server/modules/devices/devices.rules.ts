import { z } from 'zod';
import type { Inventory } from '#shared/agent-protocol.ts';

export const DEVICE_STATES = ['waiting', 'online', 'offline', 'stale'] as const;
export type DeviceState = (typeof DEVICE_STATES)[number];

export const DEVICE_SORTS = [
  'name',
  '-name',
  'customer',
  'type',
  'os',
  'user',
  '-lastSeenAt',
  'lastSeenAt',
  '-openAlerts',
] as const;
export type DeviceSort = (typeof DEVICE_SORTS)[number];

/** Sort value and id of the last row. */
export const DeviceCursor = z.tuple([z.union([z.string(), z.number()]), z.number().int()]);

/** A machine that did not say anything for so long is probably gone. */
export const STALE_AFTER_DAYS = 7;

/** One report may be late by half its time, and a little for the way. */
export const offlineAfterSeconds = (reportSeconds: number) => reportSeconds * 1.5 + 10;

/**
 * After a pause of the watch (the server was down), machines need some minutes to find back: their
 * agents wait longer after each failure.
 */
export const WATCH_GRACE_SECONDS = 6 * 60;
/** A watch that ran less than this ago has not paused. */
export const WATCH_GAP_SECONDS = 3 * 60;

export interface WatchFact {
  /** ISO 8601: when the watch looked last, and since when it has done so without a pause. */
  at: string;
  since: string;
}

/** What the watch notes now. The first one of an installation has missed nothing. */
export function nextWatch(before: WatchFact | null, now: Date): WatchFact {
  const at = now.toISOString();
  if (!before) return { at, since: new Date(0).toISOString() };
  const gapMs = now.getTime() - Date.parse(before.at);
  return { at, since: gapMs > WATCH_GAP_SECONDS * 1000 ? at : before.since };
}

export const mayJudge = (watch: WatchFact, now: Date) =>
  now.getTime() - Date.parse(watch.since) > WATCH_GRACE_SECONDS * 1000;

/** As lists show a system: a column has no room for who made it. */
export const systemName = ({ name, version }: Pick<Inventory['os'], 'name' | 'version'>): string =>
  `${name.replace(/^Microsoft /, '')} ${version}`.trim();

export interface InventoryChange {
  field: string;
  old: unknown;
  new: unknown;
}

/**
 * What changed about a machine, as its history tells it. What changes every day (addresses, updates
 * that wait) is not in it.
 */
export function inventoryChanges(before: Inventory | null, after: Inventory): InventoryChange[] {
  if (!before) return [];
  const pairs: [string, (inventory: Inventory) => unknown][] = [
    ['hostname', ({ hostname }) => hostname],
    ['type', ({ type }) => type],
    ['os', ({ os }) => `${os.name} ${os.version}`.trim()],
    ['build', ({ os }) => os.build],
    ['maker', ({ maker }) => maker],
    ['model', ({ model }) => model],
    ['serial', ({ serial }) => serial],
    ['cpu', ({ cpu }) => `${cpu.name} × ${cpu.cores}`],
    ['memory', ({ memoryBytes }) => nearest(memoryBytes)],
    [
      'disks',
      ({ disks }) => disks.map(({ mount, totalBytes }) => `${mount} ${nearest(totalBytes)}`),
    ],
    ['network', ({ network }) => network.map(({ name, mac }) => `${name} ${mac}`)],
  ];
  return pairs.flatMap(([field, read]) => {
    const old = read(before);
    const now = read(after);
    return JSON.stringify(old) === JSON.stringify(now) ? [] : [{ field, old, new: now }];
  });
}

/** Sizes that a system reports vary by some pages from start to start. */
const nearest = (bytes: number) => Math.round(bytes / 100_000_000) * 100_000_000;

export interface Ranges {
  /** What is asked for, oldest first. */
  from: Date;
  to: Date;
}

/** Hours that a graph may show, and of which rows it is made. */
export const GRAPH_HOURS = {
  1: 'minutes',
  6: 'minutes',
  24: 'minutes',
  168: 'quarters',
  720: 'quarters',
  2160: 'quarters',
} as const;
export type GraphHours = keyof typeof GRAPH_HOURS;

/** So many points a graph has at most: more no screen can show apart. */
const POINTS_MAX = 400;

/** Width of the steps in which a graph of so many hours is drawn. */
export function graphStepSeconds(hours: GraphHours): number {
  const finest = GRAPH_HOURS[hours] === 'minutes' ? 60 : 900;
  return Math.max(finest, Math.ceil((hours * 3600) / POINTS_MAX / finest) * finest);
}
