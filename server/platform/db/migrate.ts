import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { runMigrations as runJobMigrations } from 'graphile-worker';
import pg from 'pg';
import { OperatorError } from '../errors.ts';
import type { Log } from '../log.ts';

const MIGRATIONS = new URL('../../../db/migrations/', import.meta.url);
/** Any fixed number: only one process migrates a database at a time. */
const MIGRATION_LOCK = 7_041_963;

/**
 * Brings the database up to date: the job queue's own tables first (ours call into them), then
 * every numbered .sql file that has not run yet, each in its own transaction. A file that ran and
 * was changed afterwards is refused, because two installations would then differ unseen.
 * Returns the names of the files that ran.
 */
export async function migrate(ownerUrl: string, appRole: string, log: Log): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'portico migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await runJobMigrations({ connectionString: ownerUrl });
    await client.query(`create table if not exists schema_migrations (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from schema_migrations',
    );
    const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]));
    const names = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).sort();
    const ran: string[] = [];
    for (const name of names) {
      const text = await readFile(new URL(name, MIGRATIONS), 'utf8');
      const checksum = createHash('sha256').update(text).digest('hex');
      const known = applied.get(name);
      if (known === checksum) continue;
      if (known) throw new OperatorError(`the migration ${name} was changed after it had run here`);
      log.info({ migration: name }, 'migrating the database');
      await client.query('begin');
      try {
        await client.query(forRole(text, appRole));
        await client.query('insert into schema_migrations (name, checksum) values ($1, $2)', [
          name,
          checksum,
        ]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw new Error(`the migration ${name} failed: ${(error as Error).message}`, {
          cause: error,
        });
      }
      ran.push(name);
    }
    return ran;
  } finally {
    await client.end();
  }
}

/** Fills in the role that requests run as: `:app_role_name` as a string, `:app_role` as a name. */
function forRole(text: string, appRole: string): string {
  return text
    .replaceAll(':app_role_name', pg.escapeLiteral(appRole))
    .replaceAll(':app_role', pg.escapeIdentifier(appRole));
}
