import pg from 'pg';
import type { Secrets } from '../crypto/secrets.ts';

export interface AppRole {
  name: string;
  url: string;
}

/**
 * The role that requests run as: neither owner nor BYPASSRLS, so that row-level security holds.
 * Given by DATABASE_APP_URL, or made here; its password then follows from SECRET_KEY, so that
 * every node of an installation knows it without it being stored.
 */
export async function ensureAppRole(
  ownerUrl: string,
  givenUrl: string | null,
  secrets: Secrets,
): Promise<AppRole> {
  if (givenUrl) {
    const name = decodeURIComponent(new URL(givenUrl).username);
    await refuseMightyRole(ownerUrl, name);
    return { name, url: givenUrl };
  }
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ database: string }>(
      'select current_database() as database',
    );
    const name = `${rows[0]?.database}_app`;
    const password = secrets.sign('databaseRole', name).toString('base64url');
    const options = `login nosuperuser nocreatedb nocreaterole nobypassrls password ${pg.escapeLiteral(password)}`;
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name]);
    // Two nodes that start together may both try: the second finds it there.
    await client
      .query(`${rowCount ? 'alter' : 'create'} role ${pg.escapeIdentifier(name)} ${options}`)
      .catch((error: { code?: string }) => {
        if (!['42710', '23505', 'XX000'].includes(error.code ?? '')) throw error;
      });
    const url = new URL(ownerUrl);
    url.username = encodeURIComponent(name);
    url.password = encodeURIComponent(password);
    return { name, url: url.href };
  } finally {
    await client.end();
  }
}

async function refuseMightyRole(ownerUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ mighty: boolean }>(
      `select rolsuper or rolbypassrls or rolname = current_user as mighty
       from pg_roles where rolname = $1`,
      [name],
    );
    if (!rows[0]) throw new Error(`DATABASE_APP_URL names the role ${name}, which does not exist`);
    if (rows[0].mighty)
      throw new Error(
        `DATABASE_APP_URL names the role ${name}, which row-level security does not hold: use one that is neither owner, superuser nor BYPASSRLS`,
      );
  } finally {
    await client.end();
  }
}
