import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './test-server.ts';

/** As Debian calls it, or as its makers do. */
const PROGRAM = ['prometheus-alertmanager', 'alertmanager'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
);
const READY_WITHIN_MS = 20_000;

/** Whether this machine has an Alertmanager to try our webhook with. */
export const hasAlertmanager = PROGRAM !== undefined;

export interface FiredAlert {
  labels: Record<string, string>;
  annotations?: Record<string, string>;
  /** In the past: it is over. */
  endsAt?: Date;
}

/** The real Alertmanager, told of alerts as Prometheus does it. */
export interface Alertmanager {
  tell(alerts: readonly FiredAlert[]): Promise<void>;
  stop(): Promise<void>;
}

/** Starts one with the configuration, which is the text of an `alertmanager.yml`. */
export async function startAlertmanager(configuration: string): Promise<Alertmanager> {
  const home = await mkdtemp(join(tmpdir(), 'portico-alertmanager-'));
  const file = join(home, 'alertmanager.yml');
  await writeFile(file, configuration);
  const port = await freePort();
  const child = spawn(
    PROGRAM ?? '',
    [
      `--config.file=${file}`,
      `--storage.path=${join(home, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--cluster.listen-address=',
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const stop = async () => {
    await end(child);
    await rm(home, { recursive: true, force: true });
  };
  const address = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await answers(`${address}/-/ready`))) {
    if (Date.now() > deadline || child.exitCode !== null) {
      await stop();
      throw new Error(`Alertmanager did not start: ${output}`);
    }
    await sleep(50);
  }
  return {
    stop,
    async tell(alerts) {
      const answer = await fetch(`${address}/api/v2/alerts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(alerts),
      });
      if (!answer.ok) throw new Error(`Alertmanager refused: ${await answer.text()}`);
    },
  };
}

const answers = (url: string) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
