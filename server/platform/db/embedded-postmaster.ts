import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Cluster, dataPath } from './embedded-cluster.ts';

const MAX_LOG_BYTES = 20 * 1024 * 1024;

/**
 * Starts the postmaster in a session of its own: Ctrl-C in the terminal must reach Portico, which then
 * ends its database after everything else, and not the database itself.
 */
export function spawnPostmaster(
  cluster: Cluster,
  port: number,
  settings: Record<string, string>,
): ChildProcess {
  if (existsSync(cluster.logPath) && statSync(cluster.logPath).size > MAX_LOG_BYTES) {
    renameSync(cluster.logPath, `${cluster.logPath}.1`);
  }
  // A file and not a pipe, because the server may outlive the process that started it.
  const output = openSync(cluster.logPath, 'a', 0o600);
  try {
    const flags = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]);
    const child = spawn(
      join(cluster.programs, 'bin/postgres'),
      ['-D', dataPath(cluster.dir), ...flags],
      {
        ...cluster.account,
        cwd: realpathSync(cluster.dir),
        env: {},
        detached: true,
        stdio: ['ignore', output, output],
      },
    );
    child.on('error', () => undefined); // followed by 'close', which is what is waited for
    child.unref();
    return child;
  } finally {
    closeSync(output);
  }
}

/** What a help desk on a small machine wants; an operator with other wishes sets DATABASE_URL. */
export function serverSettings(): Record<string, string> {
  const megabytes = Math.floor(
    Math.min(process.constrainedMemory() || totalmem(), totalmem()) / 1024 / 1024,
  );
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    cluster_name: 'portico',
    max_connections: '100',
    shared_buffers: `${Math.min(Math.max(Math.floor(megabytes / 8), 128), 1024)}MB`,
    effective_cache_size: `${Math.max(Math.floor(megabytes / 2), 256)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    wal_compression: 'on',
    random_page_cost: '1.1',
    // Short queries by many people: a plan that takes both cores helps one and delays all others.
    max_parallel_workers_per_gather: '0',
    jit: 'off',
    shared_preload_libraries: 'pg_stat_statements',
    log_checkpoints: 'off',
    log_min_duration_statement: '2s',
    log_timezone: 'UTC',
    timezone: 'UTC',
  };
}

/** A free port below the range from which systems hand out ports for outgoing connections. */
export async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (await isFree(port)) return port;
  }
  throw new Error('there is no free port on 127.0.0.1');
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1' }, () => probe.close(() => resolve(true)));
  });
}

/**
 * Waits until the server answers queries; recovery after a crash may take minutes. Throws with the end
 * of its log when it ends instead, and when it refuses us.
 */
export async function waitUntilReady(
  cluster: Cluster,
  url: string,
  isRunning: () => boolean,
  onWaiting?: () => void,
): Promise<void> {
  const started = Date.now();
  let isTold = false;
  while (true) {
    const problem = await tryToConnect(url);
    if (problem === null) return;
    // 57P03: starting up or shutting down. Other answers of a server are final.
    const isFinal = /^[0-9A-Z]{5}$/.test(problem.code ?? '') && problem.code !== '57P03';
    if (isFinal) throw new Error(`PostgreSQL refuses us: ${problem.message}`);
    if (!isRunning()) throw new Error(`PostgreSQL did not start:\n${endOfLog(cluster.logPath)}`);
    if (!isTold && Date.now() - started > 3_000) {
      isTold = true;
      onWaiting?.();
    }
    await sleep(20);
  }
}

async function tryToConnect(url: string): Promise<{ code?: string; message: string } | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return null;
  } catch (error) {
    return error as Error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function endOfLog(path: string): string {
  return readFileSync(path, 'utf8').trim().split('\n').slice(-8).join('\n');
}
