import { type Kysely, sql } from 'kysely';
import type { DB } from '#db/types.ts';

/** Small facts about the installation as a whole, such as the hash of the one-time setup link. */
export interface InstallationFacts {
  read(name: string): Promise<unknown>;
  write(name: string, value: unknown): Promise<void>;
  /** Takes the fact away; true for exactly one of several callers at the same moment. */
  take(name: string, expected: unknown): Promise<boolean>;
}

export function createInstallationFacts(db: Kysely<DB>): InstallationFacts {
  return {
    async read(name) {
      const { rows } = await sql<{ value: unknown }>`
        select value from installation_facts where name = ${name}`.execute(db);
      return rows[0]?.value ?? null;
    },
    async write(name, value) {
      const json = JSON.stringify(value);
      await sql`
        insert into installation_facts (name, value) values (${name}, ${json}::jsonb)
        on conflict (name) do update set value = excluded.value, updated_at = now()`.execute(db);
    },
    async take(name, expected) {
      const json = JSON.stringify(expected);
      const { rows } = await sql`
        delete from installation_facts where name = ${name} and value = ${json}::jsonb
        returning name`.execute(db);
      return rows.length === 1;
    },
  };
}
