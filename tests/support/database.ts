import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { pino } from 'pino';
import { migrate } from '#platform/db/migrate.ts';

const TEMPLATE = 'portico_template';
const OWNER = 'portico_owner';
const APP = 'portico_app';

/** One PostgreSQL for a test run, with a migrated template to clone. */
export interface TestCluster {
  superuserUrl: string;
  password: string;
}

export interface TestDatabase {
  name: string;
  /** Owns and migrates; no superuser, as on a server of somebody else's. */
  ownerUrl: string;
  appUrl: string;
  drop(): Promise<void>;
}

function urlFor(cluster: TestCluster, user: string, database: string): string {
  const url = new URL(cluster.superuserUrl);
  url.username = user;
  url.password = cluster.password;
  url.pathname = `/${database}`;
  return url.href;
}

async function asSuperuser(cluster: TestCluster, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.superuserUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Cutting off a connection that is just closing is an error that nobody listens for any more. */
async function untilUnused(cluster: TestCluster, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.superuserUrl });
  await client.connect();
  try {
    for (let attempt = 0; attempt < 40; attempt++) {
      const { rows } = await client.query(
        'select count(*)::int as open from pg_stat_activity where datname = $1',
        [database],
      );
      if (rows[0]?.open === 0) return;
      await sleep(50);
    }
  } finally {
    await client.end();
  }
}

/** The roles are as weak as the documentation demands, so that tests prove what it promises. */
export async function makeTemplateDatabase(superuserUrl: string): Promise<TestCluster> {
  const cluster = { superuserUrl, password: randomBytes(12).toString('base64url') };
  const login = `login nosuperuser nobypassrls password '${cluster.password}'`;
  await asSuperuser(
    cluster,
    `create role ${OWNER} createrole ${login}`,
    `create role ${APP} ${login}`,
    `create database ${TEMPLATE} owner ${OWNER}`,
  );
  await migrate(urlFor(cluster, OWNER, TEMPLATE), APP, pino({ level: 'silent' }));
  return cluster;
}

/** A database of one's own, a copy of the template; takes about a tenth of a second. */
export async function cloneDatabase(cluster: TestCluster): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(cluster, `create database ${name} template ${TEMPLATE} owner ${OWNER}`);
  return {
    name,
    ownerUrl: urlFor(cluster, OWNER, name),
    appUrl: urlFor(cluster, APP, name),
    async drop() {
      await untilUnused(cluster, name);
      await asSuperuser(cluster, `drop database if exists ${name} with (force)`);
    },
  };
}
