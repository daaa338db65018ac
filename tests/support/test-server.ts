import { mkdtemp, rm } from 'node:fs/promises';
import { createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { type Config, loadConfig } from '#platform/config.ts';
import { createLog } from '#platform/log.ts';
import type { Platform } from '#platform/platform.ts';
import { type RunningServer, serve } from '../../server/serve.ts';
import { cloneDatabase, type TestDatabase } from './database.ts';
import { HttpClient } from './http-client.ts';

/** A whole Portico as in production: HTTP, jobs, mail in, its own database and data folder. */
export interface TestServer {
  config: Config;
  platform: Platform;
  database: TestDatabase;
  /** A new browser without a cookie at the console. */
  console(): HttpClient;
  /** A new browser without a cookie at a tenant's portal. */
  portal(slug: string): HttpClient;
  /** A new browser at any other host. */
  at(host: string): HttpClient;
  /** Rows as the superuser sees them, for looking behind the curtain. */
  rows<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** Ports that nobody listens at, each another one. */
export async function freePorts(count: number): Promise<number[]> {
  const probes = Array.from({ length: count }, () => createTcpServer());
  const ports = await Promise.all(
    probes.map(
      (probe) =>
        new Promise<number>((resolve, reject) => {
          probe.once('error', reject);
          probe.listen(0, '127.0.0.1', () => {
            const address = probe.address();
            resolve(typeof address === 'object' && address ? address.port : 0);
          });
        }),
    ),
  );
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))));
  return ports;
}

export const freePort = async (): Promise<number> => (await freePorts(1))[0] ?? 0;

/** Starts a server for a test file; `settings` as in the environment. */
export async function startTestServer(settings: Record<string, string> = {}): Promise<TestServer> {
  const cluster = inject('cluster');
  const database = await cloneDatabase(cluster);
  const dataDir = await mkdtemp(join(tmpdir(), 'portico-test-data-'));
  // Asked for one after the other, the system may give the same one twice.
  const [httpPort, mailPort] = await freePorts(2);
  const config = loadConfig(
    {
      PORT: String(httpPort),
      MAIL_IN_PORT: String(mailPort),
      DATA_DIR: dataDir,
      DATABASE_URL: database.ownerUrl,
      DATABASE_APP_URL: database.appUrl,
      SECRET_KEY: 'a secret key that is only for tests 0123456789',
      LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
      ...settings,
    },
    dataDir,
  );
  const server: RunningServer = await serve(config, createLog(config.logLevel, false));
  const superuser = new URL(cluster.superuserUrl);
  superuser.pathname = `/${database.name}`;
  const observer = new pg.Client({ connectionString: superuser.href });
  observer.on('error', () => undefined);
  await observer.connect();
  const at = (host: string) =>
    new HttpClient(config.port, host, config.isSecure ? 'https' : 'http');
  return {
    config,
    platform: server.house.platform,
    database,
    at,
    console: () => at(config.consoleHost),
    portal: (slug) => at(new URL(config.portalOrigin(slug)).host),
    rows: async (sql, values = []) => (await observer.query(sql, values)).rows,
    async close() {
      await observer.end();
      await server.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
