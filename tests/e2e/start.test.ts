import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findFreePort } from '#platform/db/embedded-postmaster.ts';
import {
  findClusterProcesses,
  findPostmaster,
  stopCluster,
} from '#platform/db/embedded-processes.ts';

/** `npm start` itself, as a person runs it, in a data folder and on ports of its own. */

let folder: string;
let started: ChildProcess[];
let env: Record<string, string>;
let output: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portico-start-'));
  started = [];
  output = '';
  // Nothing else of ours: Vitest, for one, sets a BASE_URL.
  env = {
    HOME: process.env.HOME ?? '',
    PATH: process.env.PATH ?? '',
    DATA_DIR: join(folder, 'data'),
    PORT: String(await findFreePort()),
    MAIL_IN_PORT: String(await findFreePort()),
    LOG_LEVEL: 'info',
  };
});

afterEach(async () => {
  for (const { pid, exitCode, signalCode } of started) {
    if (pid && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL');
  }
  await stopCluster(clusterDir(), 'abrupt');
  rmSync(folder, { recursive: true, force: true });
});

const clusterDir = () => join(folder, 'data/postgres/cluster');

function npmStart(): ChildProcess {
  // In a group of its own, so that a signal to the group is what Ctrl-C in a terminal is.
  const child = spawn('npm', ['start'], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  started.push(child);
  return child;
}

/** Returns how long it took. */
async function untilReady(child: ChildProcess): Promise<number> {
  const from = Date.now();
  while (child.exitCode === null && Date.now() - from < 100_000) {
    const answer = await fetch(`http://localhost:${env.PORT}/readyz`).catch(() => null);
    if (answer?.ok) return Date.now() - from;
    await sleep(50);
  }
  throw new Error(`not ready:\n${output}`);
}

async function exitCodeAfter(child: ChildProcess, signal: () => void): Promise<number | null> {
  const exit = once(child, 'exit');
  signal();
  const [code] = await exit;
  return code as number | null;
}

test('starts from nothing, ends cleanly on SIGTERM, and is quickly back', async () => {
  const first = npmStart();
  await untilReady(first);
  expect(findPostmaster(clusterDir())).not.toBeNull();
  const ending = Date.now();
  expect(await exitCodeAfter(first, () => first.kill('SIGTERM'))).toBe(0);
  expect(Date.now() - ending).toBeLessThan(10_000);
  expect(findClusterProcesses(clusterDir())).toEqual([]);
  expect(existsSync(join(clusterDir(), 'postmaster.pid'))).toBe(false);

  // One second on an idle machine; three are promised, and tests run on busy ones.
  expect(await untilReady(npmStart())).toBeLessThan(10_000);
});

test('Ctrl-C ends it cleanly, and once, though the signal comes from everywhere', async () => {
  const server = npmStart();
  await untilReady(server);
  expect(await exitCodeAfter(server, () => process.kill(-(server.pid ?? 0), 'SIGINT'))).toBe(0);
  expect(output.match(/SIGINT: closing/g)).toHaveLength(1);
  expect(findClusterProcesses(clusterDir())).toEqual([]);
});

test('ends while a browser listens to live events', async () => {
  const server = npmStart();
  await untilReady(server);
  const origin = `http://localhost:${env.PORT}`;
  await vi.waitFor(() => expect(output).toContain('/setup?token='), { timeout: 10_000 });
  const setUp = await fetch(`${origin}/api/v1/setup`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({
      token: /setup\?token=([\w-]+)/.exec(output)?.[1],
      companyName: 'Acme IT',
      firstName: 'Ada',
      lastName: 'Moreno',
      email: 'ada@acme.test',
      password: 'Harbour-Lamp-77!',
      language: 'en',
    }),
  });
  expect(setUp.status).toBe(201);
  const cookie = setUp.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const events = await fetch(`${origin}/api/v1/events`, { headers: { cookie } });
  expect(events.status).toBe(200);
  const ending = Date.now();
  expect(await exitCodeAfter(server, () => server.kill('SIGTERM'))).toBe(0);
  expect(Date.now() - ending).toBeLessThan(10_000);
  await events.text();
});

test('starts again after everything was killed', async () => {
  const server = npmStart();
  await untilReady(server);
  const database = findPostmaster(clusterDir()) ?? 0;
  await exitCodeAfter(server, () => process.kill(-(server.pid ?? 0), 'SIGKILL'));
  process.kill(database, 'SIGKILL');
  const again = npmStart();
  await untilReady(again);
  expect(await exitCodeAfter(again, () => again.kill('SIGTERM'))).toBe(0);
});

test('stays up while its database is killed, and recovers', async () => {
  const server = npmStart();
  await untilReady(server);
  process.kill(findPostmaster(clusterDir()) ?? 0, 'SIGKILL');
  await sleep(300);
  await untilReady(server);
  expect(server.exitCode).toBeNull();
  expect(await exitCodeAfter(server, () => server.kill('SIGTERM'))).toBe(0);
});

test('wrong settings are named, one line each, and nothing is started', async () => {
  env = { ...env, PORT: 'eighty', BASE_URL: 'http://10.0.0.1', MAIL_MAX_MB: 'many' };
  const [code] = await once(npmStart(), 'close');
  expect(code).toBe(1);
  const lines = output.split('\n').filter((line) => /^ {2}[A-Z_]+ /.test(line));
  const settings = lines.map((line) => line.trim().split(' ')[0]);
  expect(settings).toEqual(['PORT', 'BASE_URL', 'MAIL_MAX_MB']);
  expect(existsSync(join(folder, 'data'))).toBe(false);
});

test('a port that is taken is said so', async () => {
  const first = npmStart();
  await untilReady(first);
  env = { ...env, DATA_DIR: join(folder, 'other'), MAIL_IN_PORT: '0' };
  const [code] = await once(npmStart(), 'close');
  expect(code).toBe(1);
  expect(output).toContain('is it running already?');
  const log = readFileSync(join(folder, 'other/postgres/server.log'), 'utf8');
  expect(log).toContain('database system is shut down');
});
