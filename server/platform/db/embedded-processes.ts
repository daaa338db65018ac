import { execFileSync } from 'node:child_process';
import {
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Who is alive, and what runs in a cluster's folder. Process ids are reused (in a container within
 * seconds), so an id alone proves nothing: on Linux /proc tells for certain, elsewhere `ps` must do.
 */

const hasProc = process.platform === 'linux';

/** Changes with every process that gets the same id; '' for the dead and where the system does not tell. */
export function startMarkOf(pid: number): string {
  return hasProc ? (readStat(pid)?.startTime ?? '') : '';
}

export function isAlive(pid: number): boolean {
  if (hasProc) return readStat(pid) !== null;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** null also for a zombie: in a container nobody may ever collect it. */
function readStat(pid: number): { startTime: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the command in brackets and may hold anything; the third is the state.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? null : { startTime: fields[19] ?? '' };
  } catch {
    return null;
  }
}

/** The id of the postmaster that runs on this cluster, or null: a left-over postmaster.pid is not one. */
export function findPostmaster(clusterDir: string): number | null {
  let pid: number;
  try {
    pid = Number.parseInt(readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8'), 10);
  } catch {
    return null;
  }
  return pid > 0 && worksIn(pid, clusterDir) ? pid : null;
}

function worksIn(pid: number, clusterDir: string): boolean {
  if (hasProc) {
    try {
      // Every PostgreSQL process makes the cluster its working directory. A zombie has none.
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(clusterDir);
    } catch {
      return false;
    }
  }
  if (!isAlive(pid)) return false;
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(
      'postgres',
    );
  } catch {
    return false;
  }
}

/**
 * Removes a postmaster.pid that no server stands behind. PostgreSQL itself would take any process that has its
 * number now for the server, and even a dead one that nobody has collected, as happens in containers.
 * While a process of the cluster lives, the lock stays: it keeps a second server away from its data.
 */
export function dropStaleLock(clusterDir: string): void {
  const path = join(clusterDir, 'postmaster.pid');
  if (!hasProc || !existsSync(path)) return;
  const content = readFileSync(path, 'utf8');
  if (findPostmaster(clusterDir) !== null || findClusterProcesses(clusterDir).length > 0) return;
  const aside = `${path}.stale`;
  renameSync(path, aside);
  // Somebody may have started a server between the look and the move: give it back its lock.
  if (readFileSync(aside, 'utf8') !== content) renameSync(aside, path);
  else rmSync(aside);
}

/** All processes of a cluster, also back ends whose postmaster was killed. Linux only; else empty. */
export function findClusterProcesses(clusterDir: string): number[] {
  if (!hasProc) return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && worksIn(pid, clusterDir));
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Resolves to false when the time is over and the condition still does not hold. */
export async function waitFor(isDone: () => boolean, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (!isDone()) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

/** How a cluster is ended: signal by signal, each with the time it gets before the next. */
const endings = {
  /**
   * "Smart" waits for connections that are being closed anyway: cut off, they would be errors in our log. "Fast" then
   * rolls back what is open, "immediate" leaves it to recovery at the next start. 9 s in the worst case.
   */
  clean: [
    ['SIGTERM', 1_000],
    ['SIGINT', 6_000],
    ['SIGQUIT', 1_000],
  ],
  /** For data that nobody needs any more. */
  abrupt: [['SIGQUIT', 2_000]],
} as const;

/** Ends what runs in a cluster's folder, also what a killed postmaster left. */
export async function stopCluster(
  clusterDir: string,
  how: keyof typeof endings = 'clean',
): Promise<void> {
  const postmaster = findPostmaster(clusterDir);
  if (postmaster !== null) {
    for (const [name, timeMs] of endings[how]) {
      signal(postmaster, name);
      if (await waitFor(() => findPostmaster(clusterDir) === null, timeMs)) break;
    }
  }
  // Back ends notice a missing postmaster by themselves, unless they are busy with a long query.
  const isGone = () => findClusterProcesses(clusterDir).length === 0;
  if (await waitFor(isGone, 500)) return;
  for (const pid of findClusterProcesses(clusterDir)) signal(pid, 'SIGKILL');
  await waitFor(isGone, 500);
}
