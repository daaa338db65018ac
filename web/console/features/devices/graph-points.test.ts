import { expect, it } from 'vitest';
import { axisTicks, graphRows } from './graph-points.ts';

const point = (at: string, cpuPercent: number) => ({
  at,
  cpuPercent,
  cpuMaxPercent: cpuPercent,
  memoryPercent: 0,
  memoryMaxPercent: 0,
  receivedBytesPerSecond: 0,
  sentBytesPerSecond: 0,
  disks: {},
});
const cpu = ({ cpuPercent }: { cpuPercent: number }) => ({ cpu: cpuPercent });

it('draws no line over the time in which a machine was silent', () => {
  const rows = graphRows(
    {
      stepSeconds: 60,
      points: [
        point('2026-03-10T10:00:00Z', 5),
        point('2026-03-10T10:02:00Z', 6),
        point('2026-03-10T11:00:00Z', 7),
      ],
    },
    cpu,
  );
  expect(rows.map((row) => row.cpu)).toEqual([5, 6, null, 7]);
});

it.each([1, 6, 24, 168, 720, 2160])('has a handful of moments below %i hours', (hours) => {
  const from = Date.parse('2026-03-10T10:07:00Z');
  const ticks = axisTicks(from, from + hours * 3_600_000);
  expect(ticks.length).toBeGreaterThanOrEqual(4);
  expect(ticks.length).toBeLessThanOrEqual(8);
});
