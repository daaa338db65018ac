import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureCluster, openCluster, SUPERUSER } from '#platform/db/embedded-cluster.ts';
import { findFreePort, spawnPostmaster, waitUntilReady } from '#platform/db/embedded-postmaster.ts';
import { isAlive, stopCluster } from '#platform/db/embedded-processes.ts';

const FOLDER_PREFIX = 'portico-test-postgres-';

/** What makes tests quick: nothing that they write has to outlive a crash. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  cluster_name: 'portico-test',
  max_connections: '300',
  shared_buffers: '128MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_wal_size: '256MB',
  jit: 'off',
  shared_preload_libraries: 'pg_stat_statements',
  log_checkpoints: 'off',
  timezone: 'UTC',
};

/** A PostgreSQL of the test run's own, empty, gone after `stop`. `url` is a superuser's, to database `postgres`. */
export async function startThrowawayPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  await removeLeftOvers();
  const folder = mkdtempSync(join(tmpdir(), `${FOLDER_PREFIX}${process.pid}-`));
  const clusterDir = join(folder, 'cluster');
  const stop = async () => {
    await stopCluster(clusterDir, 'abrupt');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const cluster = openCluster(clusterDir, join(folder, 'server.log'));
    const password = randomBytes(12).toString('base64url');
    await ensureCluster(cluster, password, ['--no-sync']);
    const port = await findFreePort();
    const url = `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`;
    const child = spawnPostmaster(cluster, port, settings);
    await waitUntilReady(cluster, url, () => child.exitCode === null);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Of runs that were killed: their servers would run and fill the disk for ever. */
async function removeLeftOvers(): Promise<void> {
  const names = readdirSync(tmpdir()).filter((name) => name.startsWith(FOLDER_PREFIX));
  for (const name of names) {
    if (isAlive(Number.parseInt(name.slice(FOLDER_PREFIX.length), 10))) continue;
    try {
      await stopCluster(join(tmpdir(), name, 'cluster'), 'abrupt');
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Another user's, who will clear it away himself.
    }
  }
}
