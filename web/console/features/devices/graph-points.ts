import type { DeviceGraph } from '#web/api/types.ts';

type Point = DeviceGraph['points'][number];
export type GraphRow = Record<string, number | null> & { at: number };

/** A step may miss its sample by a moment; after more than so many the machine was silent. */
const STEPS_BRIDGED = 3;

/** Rows to draw, with a row of nulls where the machine was silent: no line leads over that time. */
export function graphRows(
  graph: Pick<DeviceGraph, 'points' | 'stepSeconds'>,
  read: (point: Point) => Record<string, number | null>,
): GraphRow[] {
  const bridgedMs = graph.stepSeconds * STEPS_BRIDGED * 1000;
  const rows: GraphRow[] = [];
  for (const point of graph.points) {
    const row = { ...read(point), at: Date.parse(point.at) };
    const before = rows.at(-1);
    if (before && row.at - before.at > bridgedMs) {
      const nothing = Object.fromEntries(Object.keys(row).map((name) => [name, null]));
      rows.push({ ...nothing, at: before.at + graph.stepSeconds * 1000 });
    }
    rows.push(row);
  }
  return rows;
}

/** Every mount that appears, in the order of the alphabet. */
export const mountsOf = (points: readonly Point[]) =>
  [...new Set(points.flatMap(({ disks }) => Object.keys(disks)))].sort();

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const TICK_STEPS_MS = [
  10 * MINUTE_MS,
  60 * MINUTE_MS,
  4 * 60 * MINUTE_MS,
  DAY_MS,
  5 * DAY_MS,
  15 * DAY_MS,
];
const TICKS_MAX = 8;

/** Round moments between two times, at most eight. */
export function axisTicks(from: number, to: number): number[] {
  const step =
    TICK_STEPS_MS.find((ms) => (to - from) / ms <= TICKS_MAX) ?? TICK_STEPS_MS.at(-1) ?? DAY_MS;
  const ticks: number[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) ticks.push(at);
  return ticks;
}
