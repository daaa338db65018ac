import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Resident memory of a process in megabytes. */
export function memoryMb(pid: number): number {
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Math.round(Number(kilobytes.trim()) / 1024);
}

/**
 * CPU time in milliseconds that the server, and PostgreSQL with all its processes, have used so
 * far. On a busy machine this tells more than the clock does. Null where there is no /proc, and
 * for a PostgreSQL that is not ours.
 */
export interface CpuTime {
  serverMs: number | null;
  databaseMs: number | null;
}

export function readCpuTime(serverPid: number, postmasterPid: number | null): CpuTime {
  if (process.platform !== 'linux') return { serverMs: null, databaseMs: null };
  const stats = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(readStat)
    .filter((stat) => stat !== null);
  const sum = (chosen: typeof stats) => chosen.reduce((total, { cpuMs }) => total + cpuMs, 0);
  return {
    serverMs: sum(stats.filter(({ pid }) => pid === serverPid)),
    databaseMs:
      postmasterPid === null
        ? null
        : sum(stats.filter(({ pid, parent }) => pid === postmasterPid || parent === postmasterPid)),
  };
}

/** Linux counts in hundredths of a second. */
const TICK_MS = 10;

function readStat(name: string): { pid: number; parent: number; cpuMs: number } | null {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
    // the second field is the command in brackets and may hold anything
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // own time, and that of children that have ended (proc(5): utime, stime, cutime, cstime)
    const ticks = fields.slice(11, 15).reduce((total, field) => total + Number(field), 0);
    return { pid: Number(name), parent: Number(fields[1]), cpuMs: ticks * TICK_MS };
  } catch {
    return null; // it has ended in the meantime
  }
}
