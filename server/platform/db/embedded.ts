import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { OperatorError } from '../errors.ts';
import type { Log } from '../log.ts';
import { readOrMakeOnce } from '../made-once.ts';
import { type Cluster, ensureCluster, openCluster, SUPERUSER } from './embedded-cluster.ts';
import { type Lease, takeLease } from './embedded-leases.ts';
import {
  findFreePort,
  isFree,
  serverSettings,
  spawnPostmaster,
  waitUntilReady,
} from './embedded-postmaster.ts';
import {
  dropStaleLock,
  findClusterProcesses,
  findPostmaster,
  stopCluster,
} from './embedded-processes.ts';

export interface EmbeddedPostgres {
  /** Of the role that owns everything. Stays the same across restarts of the database. */
  url: string;
  /** Leaves the database; the last process that uses it ends it. Within 10 s, and once however often called. */
  stop(): Promise<void>;
  /** Process id of the running postmaster; throws while there is none. */
  pid(): number;
}

const DATABASE = 'portico';
const WATCH_EVERY_MS = 250;
const RESTART_DELAYS_MS = [0, 500, 1_000, 2_000, 5_000, 10_000];
/** A database that ran this long was well: the next restart is immediate again. */
const WELL_AFTER_MS = 60_000;

/**
 * Runs PostgreSQL below `dataDir`/postgres and keeps it running: made at the first start, recovered after a crash of
 * ours or its own, restarted with a growing delay when it ends by itself. `onProgress` is told of steps that take
 * longer than a moment.
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  log: Log;
  onProgress?: (message: string) => void;
}): Promise<EmbeddedPostgres> {
  const { dataDir, log, onProgress = () => undefined } = options;
  const home = join(dataDir, 'postgres');
  mkdirSync(home, { recursive: true });
  refuseForeign(home);
  chmodSync(home, 0o700);
  const cluster = openCluster(join(home, 'cluster'), join(home, 'server.log'));
  const password = readOrMakeOnce(join(home, 'password'), () =>
    randomBytes(24).toString('base64url'),
  );
  const lease = takeLease(join(home, 'users'));
  try {
    if (!existsSync(cluster.dir)) onProgress('creating the database');
    await ensureCluster(cluster, password);
    if (!lease.isShared() && findClusterProcesses(cluster.dir).length > 0) {
      // The process that started it was killed. Ending it gives us today's programs and settings.
      onProgress('ending the database that a killed process left behind');
      await stopCluster(cluster.dir);
    }
    const port = await choosePort(join(home, 'port'), cluster);
    const urlOf = (database: string) =>
      `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
    const onWaiting = () => onProgress('waiting for the database to recover');
    await bringUp(cluster, port, urlOf('postgres'), onWaiting);
    await ensureDatabase(urlOf('postgres'), DATABASE);
    const watch = watchOver(cluster, port, urlOf('postgres'), log);
    return {
      url: urlOf(DATABASE),
      stop: once(async () => {
        await watch.end();
        await leave(cluster, lease);
      }),
      pid() {
        const pid = findPostmaster(cluster.dir);
        if (pid === null) throw new Error('PostgreSQL is not running at the moment');
        return pid;
      },
    };
  } catch (error) {
    await leave(cluster, lease);
    throw error;
  }
}

/** Only whoever made the folder can enter it; without this, that would show as some "permission denied". */
function refuseForeign(home: string): void {
  try {
    accessSync(home, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new OperatorError(
      `${home} belongs to another user. Start Portico as the user it was first started as, or as root.`,
    );
  }
}

async function leave(cluster: Cluster, lease: Lease): Promise<void> {
  lease.release();
  if (!lease.isShared()) await stopCluster(cluster.dir);
}

/** The recorded port as long as it can be had, so that notes and tools that hold it stay right. */
async function choosePort(path: string, cluster: Cluster): Promise<number> {
  const recorded = Number.parseInt(
    readOrMakeOnce(path, () => '0'),
    10,
  );
  if (recorded > 0 && (findPostmaster(cluster.dir) !== null || (await isFree(recorded))))
    return recorded;
  const port = await findFreePort();
  writeFileSync(path, `${port}\n`, { mode: 0o600 });
  return port;
}

/** Returns when the postmaster answers: ours, or one that another process starts at the same moment. */
async function bringUp(
  cluster: Cluster,
  port: number,
  url: string,
  onWaiting?: () => void,
): Promise<void> {
  let child: ChildProcess | null = null;
  if (findPostmaster(cluster.dir) === null) {
    dropStaleLock(cluster.dir);
    child = spawnPostmaster(cluster, port, serverSettings());
  }
  const isRunning = () =>
    (child !== null && child.exitCode === null && child.signalCode === null) ||
    findPostmaster(cluster.dir) !== null;
  await waitUntilReady(cluster, url, isRunning, onWaiting);
}

function watchOver(
  cluster: Cluster,
  port: number,
  url: string,
  log: Log,
): { end(): Promise<void> } {
  const ending = new AbortController();
  const pause = (milliseconds: number) =>
    sleep(milliseconds, undefined, { ref: false, signal: ending.signal });
  const watching = (async () => {
    let failures = 0;
    let upSince = Date.now();
    while (true) {
      await pause(WATCH_EVERY_MS);
      if (findPostmaster(cluster.dir) !== null) continue;
      if (Date.now() - upSince > WELL_AFTER_MS) failures = 0;
      await pause(RESTART_DELAYS_MS[Math.min(failures, RESTART_DELAYS_MS.length - 1)] ?? 0);
      failures += 1;
      log.warn({ attempt: failures }, 'the database ended by itself and is started again');
      try {
        await stopCluster(cluster.dir); // back ends of a killed postmaster keep a new one from starting
        await bringUp(cluster, port, url);
        upSince = Date.now();
        log.info('the database is back');
      } catch (error) {
        log.error({ err: error }, 'the database could not be started again');
      }
    }
  })().catch((error: Error) => {
    if (error.name !== 'AbortError') throw error;
  });
  return {
    async end() {
      ending.abort();
      // A restart that is under way is ended with the cluster, which must not take more than the 10 s of stop().
      await Promise.race([watching, sleep(500)]);
    },
  };
}

function once(work: () => Promise<void>): () => Promise<void> {
  let result: Promise<void> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}

export async function ensureDatabase(serverUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    // 42P04, 23505: another process made it in the meantime.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await client.end();
  }
}
