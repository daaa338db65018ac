import pg from 'pg';
import type { Log } from '../log.ts';

/** First half of the advisory locks that mark living worker pools; any fixed number. */
const LOCK_CLASS = 7_041_964;
const SWEEP_EVERY_MS = 10_000;

export interface StaleLockSweeper {
  stop(): Promise<void>;
}

/**
 * A worker that was killed leaves its jobs locked, and the queue itself frees them only after four
 * hours. So every pool holds an advisory lock for as long as its connection lives, and each pool
 * frees, every ten seconds, what is locked by a pool that holds none.
 */
export async function startStaleLockSweeper(
  ownerUrl: string,
  poolId: string,
  log: Log,
): Promise<StaleLockSweeper> {
  let client: pg.Client | null = null;

  async function connected(): Promise<pg.Client> {
    if (client) return client;
    const next = new pg.Client({
      connectionString: ownerUrl,
      application_name: 'portico jobs lock',
    });
    next.on('error', () => undefined);
    next.on('end', () => {
      if (client === next) client = null;
    });
    await next.connect();
    await next.query('select pg_advisory_lock($1, hashtext($2))', [LOCK_CLASS, poolId]);
    client = next;
    return next;
  }

  async function sweep(): Promise<void> {
    const { rows } = await (await connected()).query<{ pool: string }>(
      `select distinct locked_by as pool from graphile_worker._private_jobs
       where locked_at < now() - interval '10 seconds'
         and not exists (
           select from pg_locks
           where locktype = 'advisory' and classid = $1 and objid::bigint = (hashtext(locked_by)::bigint & 4294967295))`,
      [LOCK_CLASS],
    );
    const dead = rows.map(({ pool }) => pool);
    if (dead.length === 0) return;
    log.warn({ pools: dead }, 'taking up the jobs of workers that are gone');
    await (await connected()).query('select graphile_worker.force_unlock_workers($1)', [dead]);
  }

  await connected();
  const timer = setInterval(() => {
    sweep().catch((error) => log.warn({ err: error }, 'could not look for jobs of dead workers'));
  }, SWEEP_EVERY_MS);
  await sweep();
  return {
    async stop() {
      clearInterval(timer);
      await client?.end();
    },
  };
}
