import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The agent as it is handed out. */
const PROGRAM = fileURLToPath(new URL('../../dist/agent/portico-agent.mjs', import.meta.url));

export async function buildAgent(): Promise<void> {
  if (existsSync(PROGRAM)) return;
  const { ensureBuilt } = await import('../../scripts/ensure-built.mjs');
  if ((await ensureBuilt()) !== 0) throw new Error('the agent could not be built');
}

export interface AgentProcess {
  child: ChildProcess;
  /** Its exit code; null when it was killed. */
  ended: Promise<number | null>;
  output(): string;
}

/** Agents as processes of their own, in folders that are gone at the end. */
export class AgentProcesses {
  readonly #running: AgentProcess[] = [];
  readonly #folders: string[] = [];

  async folder(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'portico-agent-'));
    this.#folders.push(folder);
    return folder;
  }

  /** A folder of an agent that was enrolled at a server. */
  async enrolledFolder(server: string, more: object = {}): Promise<string> {
    const folder = await this.folder();
    const credentials = {
      server,
      deviceId: 1,
      key: 'portico_device_0123456789',
      settings: { sampleEverySeconds: 1, watchedServices: [] },
      ...more,
    };
    await writeFile(join(folder, 'agent.json'), JSON.stringify(credentials));
    return folder;
  }

  start(folder: string, args: readonly string[], env: Record<string, string> = {}): AgentProcess {
    const child = spawn(process.execPath, [PROGRAM, ...args, '--folder', folder], {
      env: { PATH: process.env.PATH, NODE_TLS_REJECT_UNAUTHORIZED: '0', ...env },
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const agent = { child, ended, output: () => output };
    this.#running.push(agent);
    return agent;
  }

  async kill(): Promise<void> {
    const running = this.#running.splice(0);
    for (const { child } of running) child.kill('SIGKILL');
    await Promise.all(running.map(({ ended }) => ended));
  }

  async remove(): Promise<void> {
    await this.kill();
    for (const folder of this.#folders.splice(0))
      await rm(folder, { recursive: true, force: true });
  }
}

/** Lines of samples that wait in an agent's folder. */
export async function unsentLines(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /^unsent-\d+\.ndjson$/.test(name));
  const texts = await Promise.all(
    names.map((name) => readFile(join(folder, name), 'utf8').catch(() => '')),
  );
  return texts.flatMap((text) => text.split('\n').filter(Boolean));
}
