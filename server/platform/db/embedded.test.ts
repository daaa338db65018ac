import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLog } from '../log.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded.ts';
import { findClusterProcesses, startMarkOf } from './embedded-processes.ts';

// Each test makes a whole database, which a busy disk can make a matter of many seconds.
vi.setConfig({ testTimeout: 90_000 });

const log = createLog('silent');
const isRoot = process.getuid?.() === 0;

let folder: string;
let running: EmbeddedPostgres[];

beforeEach(() => {
  // As below a home that nobody else may enter. Root's PostgreSQL runs as another user.
  folder = mkdtempSync(join(tmpdir(), 'portico-embedded-'));
  chmodSync(folder, 0o700);
  running = [];
});

afterEach(async () => {
  for (const database of running) await database.stop();
  rmSync(folder, { recursive: true, force: true });
});

const dataDir = (name = 'data') => join(folder, name);
const clusterDir = (name = 'data') => join(dataDir(name), 'postgres/cluster');

async function start(name?: string): Promise<EmbeddedPostgres> {
  const database = await startEmbeddedPostgres({ dataDir: dataDir(name), log });
  running.push(database);
  return database;
}

async function ask<T>(database: EmbeddedPostgres, query: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: database.url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query(query)).rows.map((row) => Object.values(row)[0] as T);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Another process of ours that starts the same database and then does nothing. */
async function startElsewhere(): Promise<{ kill(signal: NodeJS.Signals): Promise<void> }> {
  const embedded = JSON.stringify(new URL('embedded.ts', import.meta.url).href);
  const program = `
    const { startEmbeddedPostgres } = await import(${embedded});
    const log = { info() {}, warn() {}, error: console.error };
    const database = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir())}, log });
    process.on('SIGTERM', () => database.stop().then(() => process.exit(0)));
    console.log('up');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return {
    async kill(signal) {
      const exit = once(child, 'exit');
      child.kill(signal);
      await exit;
    },
  };
}

test('keeps its data between starts, below a folder that only its owner can enter', async () => {
  // What an interrupted first start leaves does not disturb the next one.
  mkdirSync(`${clusterDir()}.123/base`, { recursive: true });
  const first = await start();
  await ask(first, 'create table notes as select 1 as note');
  await first.stop();
  expect(() => first.pid()).toThrow();
  const second = await start();
  expect(second.url).toBe(first.url);
  expect(await ask(second, 'select note from notes')).toEqual([1]);
  expect(statSync(join(dataDir(), 'postgres')).mode & 0o777).toBe(0o700);
  expect(statSync(join(dataDir(), 'postgres/password')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(dataDir(), 'postgres/server.log'), 'utf8')).toContain('ready to accept');
  if (isRoot) expect(statSync(clusterDir()).uid).not.toBe(0);
});

test('listens on this machine only, asks for the password, and has what the application needs', async () => {
  const database = await start();
  expect(await ask(database, 'show listen_addresses')).toEqual(['127.0.0.1']);
  expect(await ask(database, 'show synchronous_commit')).toEqual(['on']);
  for (const extension of ['pg_trgm', 'unaccent', 'citext', 'btree_gin', 'pg_stat_statements']) {
    await ask(database, `create extension ${extension}`);
  }
  // Unicode decides what a letter is, whatever the system's language: search depends on it.
  expect(await ask(database, `select to_tsvector('simple', '„Drucker“ – Ärger')::text`)).toEqual([
    `'drucker':1 'ärger':2`,
  ]);
  const stranger = new URL(database.url);
  stranger.password = 'guess';
  await expect(ask({ ...database, url: stranger.href }, 'select 1')).rejects.toThrow(/password/);
});

test('two checkouts run side by side', async () => {
  const [one, two] = await Promise.all([start('one'), start('two')]);
  expect(new URL(one.url).port).not.toBe(new URL(two.url).port);
  expect(await ask(one, 'select 1')).toEqual([1]);
  expect(await ask(two, 'select 1')).toEqual([1]);
});

test('a killed database comes back by itself, at the same address and with its data', async () => {
  const database = await start();
  await ask(database, 'create table notes as select 1 as note');
  const killed = database.pid();
  process.kill(killed, 'SIGKILL');
  await vi.waitFor(async () => expect(await ask(database, 'select note from notes')).toEqual([1]), {
    timeout: 60_000,
  });
  expect(database.pid()).not.toBe(killed);
});

test('a database that a killed process left behind is taken over', async () => {
  const other = await startElsewhere();
  await other.kill('SIGKILL');
  expect(findClusterProcesses(clusterDir()).length).toBeGreaterThan(0);
  const database = await start();
  expect(await ask(database, 'select 1')).toEqual([1]);
  await database.stop();
  expect(findClusterProcesses(clusterDir())).toEqual([]);
});

test('processes share one database, and the last to leave ends it', async () => {
  const other = await startElsewhere();
  const database = await start();
  const pid = database.pid();
  await other.kill('SIGTERM');
  expect(database.pid()).toBe(pid);
  expect(await ask(database, 'select 1')).toEqual([1]);
  await database.stop();
  expect(findClusterProcesses(clusterDir())).toEqual([]);
});

test('a stale lock is no obstacle, even if its process id belongs to somebody else by now', async () => {
  await (await start()).stop();
  // Of the account that runs PostgreSQL, because it ignores the processes of others by itself.
  const { uid, gid } = statSync(clusterDir());
  const bystander = spawn('sleep', ['60'], { uid, gid, cwd: '/', stdio: 'ignore' });
  try {
    const lock = join(clusterDir(), 'postmaster.pid');
    writeFileSync(lock, `${bystander.pid}\n${clusterDir()}\n1\n5432\n\n127.0.0.1\n`);
    expect(await ask(await start(), 'select 1')).toEqual([1]);
  } finally {
    bystander.kill();
  }
});

test('a first start that fails says why', async () => {
  await (await start()).stop();
  writeFileSync(join(clusterDir(), 'PG_VERSION'), '12\n');
  await expect(start()).rejects.toThrow(/was made by PostgreSQL 12/);
});

test('stopping is quick, also with a query under way, and may be asked for twice', async () => {
  const database = await start();
  const busy = ask(database, 'select pg_sleep(60)').catch(() => 'ended');
  await sleep(200);
  const started = Date.now();
  await Promise.all([database.stop(), database.stop()]);
  expect(Date.now() - started).toBeLessThan(5_000);
  expect(await busy).toBe('ended');
});

test.runIf(process.platform === 'linux')('a process id alone does not identify a process', () => {
  expect(startMarkOf(process.pid)).toMatch(/^\d+$/);
  expect(startMarkOf(2 ** 22 + 1)).toBe('');
});
