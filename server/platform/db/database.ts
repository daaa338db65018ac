import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { DB } from '#db/types.ts';
import type { Actor } from '../actor.ts';
import { AppError, postgresCode } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Platform } from '../platform.ts';
import { createInstallationFacts, type InstallationFacts } from './installation-facts.ts';
import { createLookups, type Lookups } from './lookups.ts';
import { PreparingClient } from './preparing-client.ts';
import type { TenantTx, TxOrigin } from './tenant-tx.ts';
import { setValueParsers } from './value-parsers.ts';

setValueParsers();

export interface Database {
  /**
   * Runs `work` in one transaction of the tenant; commits when it returns, rolls back when it throws.
   * `releasesEarly` lets others have what it has locked before the disk has confirmed the commit
   * (whoever called still waits for that): for work in masses on one row, such as numbering tickets.
   */
  withTenant<T>(
    scope: { tenantId: number; actor: Actor; origin?: TxOrigin | null; releasesEarly?: boolean },
    work: (tx: TenantTx) => Promise<T>,
  ): Promise<T>;
  /** What may be asked before the tenant is known. */
  lookups: Lookups;
  facts: InstallationFacts;
  /** Makes a tenant and runs `work` for it in the same transaction. */
  withNewTenant<T>(
    tenant: { slug: string; companyName: string; language: string },
    actor: Actor,
    work: (tx: TenantTx) => Promise<T>,
  ): Promise<T>;
  isReady(): Promise<boolean>;
  /** For the listener of live events, which needs a connection of its own. */
  appUrl: string;
  close(): Promise<void>;
}

/** PostgreSQL is going away, gone, or not yet back: the caller may try again. */
const GONE = new Set(['57P01', '57P02', '57P03', '08006', '08003', '08001', '08004', '53300']);
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT']);

export function isDatabaseGone(error: unknown): boolean {
  const code = (error as { code?: string } | null)?.code ?? '';
  return (
    GONE.has(postgresCode(error) ?? '') ||
    NETWORK.has(code) ||
    /Connection terminated|not queryable|timeout exceeded when trying to connect/.test(
      String(error),
    )
  );
}

/** Writes and flushes a record of its own; the log is in order, so all before it is on disk then. */
async function waitForDisk(connection: Kysely<DB>): Promise<void> {
  await sql`select pg_logical_emit_message(true, 'portico', '')`.execute(connection);
}

export function openDatabase(options: {
  url: string;
  log: Log;
  maxConnections?: number;
  platform: () => Platform;
}): Database {
  const pool = new pg.Pool({
    Client: PreparingClient,
    pipeline: true,
    connectionString: options.url,
    max: options.maxConnections ?? 12,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    application_name: 'portico',
  });
  let isClosing = false;
  // An idle connection that PostgreSQL closes must not end the process.
  pool.on('error', ({ message }) => {
    // The error itself holds the whole client. While we close, the database may be quicker.
    if (!isClosing) options.log.warn({ reason: message }, 'a database connection was lost');
  });
  // Nor one that is in use and waits between two queries: its next query fails.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });

  /** `tenant` is an id, or what makes a new tenant as the first step of the transaction. */
  async function inTransaction<T>(
    tenant: number | ((connection: Kysely<DB>) => Promise<number>),
    facts: { actor: Actor; origin: TxOrigin | null },
    work: (tx: TenantTx) => Promise<T>,
    releasesEarly = false,
  ): Promise<T> {
    try {
      return await kysely.connection().execute(async (connection) => {
        // Sent with the first question; the id is a checked number, so nothing can be smuggled in.
        const isNew = typeof tenant !== 'number';
        await sql
          .raw(
            (isNew ? 'begin' : `begin; set local app.tenant_id = '${tenant}'`) +
              (releasesEarly ? '; set local synchronous_commit = off' : ''),
          )
          .execute(connection);
        try {
          const tenantId = isNew ? await tenant(connection) : tenant;
          const platform = options.platform();
          const tx = Object.assign(connection, { ...facts, tenantId, platform });
          const result = await work(tx as unknown as TenantTx);
          await sql.raw('commit').execute(connection);
          if (releasesEarly) await waitForDisk(connection);
          return result;
        } catch (error) {
          await sql
            .raw('rollback')
            .execute(connection)
            .catch(() => undefined);
          throw error;
        }
      });
    } catch (error) {
      if (isDatabaseGone(error)) throw new AppError(503, 'unavailable', { cause: error });
      throw error;
    }
  }

  return {
    async withTenant({ tenantId, actor, origin = null, releasesEarly = false }, work) {
      if (!Number.isSafeInteger(tenantId)) throw new Error('a tenant id must be a whole number');
      return inTransaction(tenantId, { actor, origin }, work, releasesEarly);
    },
    lookups: createLookups(kysely),
    facts: createInstallationFacts(kysely),
    withNewTenant: ({ slug, companyName, language }, actor, work) =>
      inTransaction(
        async (connection) => {
          const { rows } = await sql<{ id: number }>`
            select create_tenant(${slug}, ${companyName}, ${language}) as id`.execute(connection);
          return rows[0]?.id ?? 0;
        },
        { actor, origin: null },
        work,
      ),
    async isReady() {
      try {
        await sql`select 1`.execute(kysely);
        return true;
      } catch {
        return false;
      }
    },
    appUrl: options.url,
    close: () => {
      isClosing = true;
      return kysely.destroy();
    },
  };
}
