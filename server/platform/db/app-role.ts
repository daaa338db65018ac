import pg from 'pg';
import type { Secrets } from '../crypto/secrets.ts';
import { OperatorError } from '../errors.ts';

export interface AppRole {
  name: string;
  url: string;
}

const OLDEST_VERSION = 15;

/**
 * The role that requests run as: neither owner nor BYPASSRLS, so that row-level security holds.
 * Given by DATABASE_APP_URL, or made here; its password then follows from SECRET_KEY, so that
 * every node of an installation knows it without it being stored. Throws an OperatorError that
 * names the setting when one of the two cannot be used.
 */
export async function ensureAppRole(
  ownerUrl: string,
  givenUrl: string | null,
  secrets: Secrets,
): Promise<AppRole> {
  const client = await connect(ownerUrl, 'DATABASE_URL');
  try {
    await refuseOldServer(client);
    if (!givenUrl) return await makeRole(client, ownerUrl, secrets);
    const name = decodeURIComponent(new URL(givenUrl).username);
    const role = await findRole(client, name);
    if (!role)
      throw new OperatorError(`DATABASE_APP_URL names the role ${name}, which does not exist`);
    refuseMightyRole(role, 'DATABASE_APP_URL');
    await (await connect(givenUrl, 'DATABASE_APP_URL')).end();
    return { name, url: givenUrl };
  } finally {
    await client.end();
  }
}

async function connect(connectionString: string, setting: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw new OperatorError(`${setting} cannot be used: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  const version = rows[0]?.server_version ?? '';
  if (Number.parseInt(version, 10) < OLDEST_VERSION)
    throw new OperatorError(
      `DATABASE_URL leads to PostgreSQL ${version}; Portico needs ${OLDEST_VERSION} or newer`,
    );
}

async function makeRole(client: pg.Client, ownerUrl: string, secrets: Secrets): Promise<AppRole> {
  const { rows } = await client.query<{ database: string }>(
    'select current_database() as database',
  );
  const name = `${rows[0]?.database}_app`;
  const password = secrets.sign('databaseRole', name).toString('base64url');
  const role = await findRole(client, name);
  if (role) refuseMightyRole(role, 'DATABASE_URL');
  // Of a role that is there only the password is set: PostgreSQL lets nobody but a superuser say
  // what a role may not do, not even if that holds already.
  const options = role
    ? 'login password'
    : 'login nosuperuser nocreatedb nocreaterole nobypassrls password';
  try {
    await client.query(
      `${role ? 'alter' : 'create'} role ${pg.escapeIdentifier(name)} ${options} ${pg.escapeLiteral(password)}`,
    );
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (code === '42501')
      throw new OperatorError(
        `The role of DATABASE_URL may not make the role ${name}, as which requests run. Give it CREATEROLE, or name a role in DATABASE_APP_URL.`,
        { cause: error },
      );
    // Two nodes that start together may both try: the second finds it there.
    if (!['42710', '23505', 'XX000'].includes(code)) throw error;
  }
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(name);
  url.password = encodeURIComponent(password);
  return { name, url: url.href };
}

interface Role {
  name: string;
  isMighty: boolean;
}

async function findRole(client: pg.Client, name: string): Promise<Role | null> {
  const { rows } = await client.query<Role>(
    `select rolname as name, rolsuper or rolbypassrls or rolname = current_user as "isMighty"
     from pg_roles where rolname = $1`,
    [name],
  );
  return rows[0] ?? null;
}

function refuseMightyRole({ name, isMighty }: Role, setting: string): void {
  if (isMighty)
    throw new OperatorError(
      `${setting} leads to the role ${name}, which row-level security does not hold: requests must run as one that is neither owner, superuser nor BYPASSRLS`,
    );
}
