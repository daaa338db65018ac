import { cpus, loadavg, totalmem } from 'node:os';
import type { CpuTime } from './process-costs.ts';
import type { Result } from './result.ts';

export interface MeasuredResult extends Result {
  cpu: CpuTime;
  /** Of the server's process while it was measured. */
  memoryMb: number;
  loadAverage: number;
  target: Target;
}

/** From docs/performance.md; null = none was set. */
export interface Target {
  p95: number | null;
  perSecond: number | null;
}

const COLUMNS = [
  ['', 34],
  ['per s', 8],
  ['p50 ms', 8],
  ['p95 ms', 8],
  ['p99 ms', 8],
  ['errors', 7],
  ['server', 8],
  ['database', 9],
  ['RSS MB', 7],
  ['load', 6],
] as const;

export function reportHead(): string {
  return [
    'CPU of server and database in ms per request; * misses its target; load: of the machine, one minute',
    row(COLUMNS.map(([name]) => name)),
  ].join('\n');
}

export function reportLine(result: MeasuredResult): string {
  const { target, cpu, count } = result;
  const isSlow = target.p95 !== null && result.p95 > target.p95;
  const isLow = target.perSecond !== null && result.perSecond < target.perSecond;
  const perRequest = (ms: number | null) =>
    ms === null || count === 0 ? '-' : (ms / count).toFixed(2);
  const cells = [
    result.name,
    `${Math.round(result.perSecond)}${isLow ? '*' : ''}`,
    result.p50.toFixed(1),
    `${result.p95.toFixed(1)}${isSlow ? '*' : ''}`,
    result.p99.toFixed(1),
    String(result.errors),
    perRequest(cpu.serverMs),
    perRequest(cpu.databaseMs),
    String(result.memoryMb),
    result.loadAverage.toFixed(1),
  ];
  return result.note ? `${row(cells)}  ${result.note}` : row(cells);
}

function row(cells: readonly string[]): string {
  return cells
    .map((cell, index) => {
      const width = COLUMNS[index]?.[1] ?? 8;
      return index === 0 ? cell.padEnd(width) : cell.padStart(width);
    })
    .join('');
}

export function machineLine(postgresVersion: string): string {
  const cores = cpus();
  return [
    `Node ${process.version}`,
    `PostgreSQL ${postgresVersion}`,
    `${cores.length} cores (${cores[0]?.model.trim() ?? 'unknown'})`,
    `${Math.round(totalmem() / 1024 ** 3)} GB`,
    `load ${loadavg()
      .map((value) => value.toFixed(1))
      .join(' ')}`,
  ].join(', ');
}
