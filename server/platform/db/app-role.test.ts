import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { createSecrets } from '../crypto/secrets.ts';
import { ensureAppRole } from './app-role.ts';

const secrets = createSecrets(randomBytes(32).toString('base64url'));

let database: TestDatabase;
let made: string[];

beforeEach(async () => {
  database = await cloneDatabase(inject('cluster'));
  made = [`${database.name}_app`];
});
afterEach(async () => {
  await database.drop();
  for (const role of made) await asSuperuser(`drop role if exists ${role}`);
});

async function asSuperuser(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('cluster').superuserUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function whoAmI(url: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query('select current_user as name')).rows[0]?.name;
  } finally {
    await client.end();
  }
}

async function urlOfNewRole(name: string, options = ''): Promise<string> {
  made.push(name);
  await asSuperuser(`create role ${name} login password 'secret' ${options}`);
  const url = new URL(database.ownerUrl);
  url.username = name;
  url.password = 'secret';
  return url.href;
}

test('an owner who is no superuser makes the role, and starts again with it', async () => {
  for (const start of ['first', 'second', 'with another key']) {
    const key = start === 'with another key' ? createSecrets('x'.repeat(32)) : secrets;
    const role = await ensureAppRole(database.ownerUrl, null, key);
    expect(role.name).toBe(`${database.name}_app`);
    expect(await whoAmI(role.url)).toBe(role.name);
  }
});

test('two nodes that start together both get it', async () => {
  const start = () => ensureAppRole(database.ownerUrl, null, secrets);
  const roles = await Promise.all([start(), start(), start()]);
  for (const { url, name } of roles) expect(await whoAmI(url)).toBe(name);
});

test('an owner who may make no roles is told what to do', async () => {
  const url = await urlOfNewRole(`${database.name}_small`);
  await expect(ensureAppRole(url, null, secrets)).rejects.toThrow(
    /Give it CREATEROLE, or name a role in DATABASE_APP_URL/,
  );
});

test('a role that row-level security does not hold is refused, made or given', async () => {
  await asSuperuser(`create role ${database.name}_app login bypassrls`);
  await expect(ensureAppRole(database.ownerUrl, null, secrets)).rejects.toThrow(/does not hold/);
  const given = [
    await urlOfNewRole(`${database.name}_mighty`, 'superuser'),
    await urlOfNewRole(`${database.name}_free`, 'bypassrls'),
    database.ownerUrl,
  ];
  for (const url of given) {
    await expect(ensureAppRole(database.ownerUrl, url, secrets)).rejects.toThrow(/does not hold/);
  }
});

test('what cannot be used is named by its setting, without its password', async () => {
  const wrong = (base: string, change: (url: URL) => void) => {
    const url = new URL(base);
    change(url);
    return url.href;
  };
  const given = await urlOfNewRole(`${database.name}_given`);
  const cases: [string, string | null, RegExp][] = [
    [
      wrong(database.ownerUrl, (url) => {
        url.password = 'mistaken';
      }),
      null,
      /^DATABASE_URL cannot be used: password/,
    ],
    [
      wrong(database.ownerUrl, (url) => {
        url.port = '1';
      }),
      null,
      /^DATABASE_URL cannot be used: connect/,
    ],
    [
      database.ownerUrl,
      wrong(given, (url) => {
        url.password = 'mistaken';
      }),
      /^DATABASE_APP_URL cannot be used: password/,
    ],
    [
      database.ownerUrl,
      wrong(given, (url) => {
        url.username = 'nobody_here';
      }),
      /^DATABASE_APP_URL names the role nobody_here, which does not exist/,
    ],
  ];
  for (const [ownerUrl, appUrl, message] of cases) {
    const failure = await ensureAppRole(ownerUrl, appUrl, secrets).catch((error: Error) => error);
    expect(String((failure as Error).message)).toMatch(message);
    expect(String((failure as Error).message)).not.toContain('mistaken');
  }
});
