import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../server/main.ts', import.meta.url));
const READY_WITHIN_MS = 20_000;
const STOP_WITHIN_MS = 15_000;

export interface ServerProcess {
  pid: number;
  port: number;
  /** From its start to the first "ready". */
  readyAfterMs: number;
  stop(): Promise<void>;
}

/** The real server in a process of its own, on the Node that runs this program. */
export async function startServer(
  settings: Record<string, string | undefined>,
  { dataDir, isProfiled }: { dataDir: string; isProfiled: boolean },
): Promise<ServerProcess> {
  const profiling = isProfiled ? ['--cpu-prof', `--cpu-prof-dir=${join(dataDir, 'profiles')}`] : [];
  const child = spawn(process.execPath, [...profiling, MAIN], {
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(join(dataDir, 'bench-server.log'));
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const started = performance.now();
  const port = Number(settings.PORT);
  try {
    while (!(await isReady(port))) {
      if (hasEnded(child) || performance.now() - started > READY_WITHIN_MS)
        throw new Error(`the server did not start; see ${dataDir}/bench-server.log`);
      await sleep(20);
    }
  } catch (error) {
    await stop(child);
    throw error;
  }
  return {
    pid: child.pid ?? 0,
    port,
    readyAfterMs: performance.now() - started,
    stop: () => stop(child),
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  const inTime = await Promise.race([
    ended.then(() => true),
    sleep(STOP_WITHIN_MS, false, { ref: false }),
  ]);
  if (!inTime) child.kill('SIGKILL');
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

function isReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const asking = request(
      { host: '127.0.0.1', port, path: '/readyz', timeout: 2_000 },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode === 200));
      },
    );
    asking.on('timeout', () => asking.destroy());
    asking.on('error', () => resolve(false));
    asking.end();
  });
}
