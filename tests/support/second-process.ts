import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { HttpClient } from './http-client.ts';
import { freePort, type TestServer } from './test-server.ts';

const PROGRAM = fileURLToPath(new URL('../../server/main.ts', import.meta.url));
const START_WITHIN_MS = 20_000;

/** One more server process of the same installation, as behind a load balancer. */
export interface SecondProcess {
  port: number;
  /** The same browser (host and cookies), sent to this process. */
  at(browser: HttpClient): HttpClient;
  /** What it has logged until now. */
  output(): string;
  stop(): Promise<void>;
  /** As a power cut does; returns when it is gone. */
  kill(): Promise<void>;
}

/** Starts another `node server/main.ts` on the database and files of a test server. */
export async function startSecondProcess(
  server: TestServer,
  settings: { port?: number; baseUrl?: string; logLevel?: string } = {},
): Promise<SecondProcess> {
  const { config, database } = server;
  const port = settings.port ?? (await freePort());
  const baseUrl = settings.baseUrl ?? config.baseUrl;
  const child = spawn(process.execPath, [PROGRAM], {
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      BASE_URL: baseUrl,
      MAIL_IN_PORT: String(await freePort()),
      DATA_DIR: config.dataDir,
      DATABASE_URL: database.ownerUrl,
      DATABASE_APP_URL: database.appUrl,
      SECRET_KEY: config.secretKey,
      LOG_LEVEL: settings.logLevel ?? 'warn',
    },
    cwd: config.dataDir,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const stop = () => end(child, 'SIGTERM');
  const probe = new HttpClient(port, new URL(baseUrl).host);
  const deadline = Date.now() + START_WITHIN_MS;
  for (;;) {
    const status = await probe.get('/readyz').then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) break;
    if (Date.now() > deadline || child.exitCode !== null) {
      await stop();
      throw new Error(`the second process did not start: ${output}`);
    }
    await sleep(100);
  }
  return {
    port,
    output: () => output,
    stop,
    kill: () => end(child, 'SIGKILL'),
    at(browser) {
      const twin = new HttpClient(port, browser.host, browser.scheme);
      for (const [name, value] of browser.cookies) twin.cookies.set(name, value);
      return twin;
    },
  };
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}
