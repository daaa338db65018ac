import { execFile } from 'node:child_process';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { AgentSettings } from '../../shared/agent-protocol.ts';
import type { Connection } from './connection.ts';
import { settingsOf } from './server-answers.ts';
import { systemProgram } from './system-program.ts';

/** Where the agent keeps its key and what it could not send yet. */
export async function defaultFolder(): Promise<string> {
  if (!(await isAdministrator())) return join(homedir(), '.portico-agent');
  switch (platform()) {
    case 'win32':
      return join(process.env.ProgramData ?? 'C:\\ProgramData', 'PorticoAgent');
    case 'darwin':
      return '/Library/Application Support/PorticoAgent';
    default:
      return '/var/lib/portico-agent';
  }
}

export async function isAdministrator(): Promise<boolean> {
  if (platform() !== 'win32') return process.getuid?.() === 0;
  // Whoever is not elevated may not look into the hive of the system's own account.
  return promisify(execFile)(systemProgram('reg.exe'), ['query', 'HKU\\S-1-5-19'], {
    windowsHide: true,
  }).then(
    () => true,
    () => false,
  );
}

/** What the agent knows about itself once it is enrolled. */
export interface Credentials extends Connection {
  deviceId: number;
  key: string;
  /** As the server last wanted them: they hold also while it cannot be reached. */
  settings: AgentSettings;
}

const FILE = 'agent.json';

/** Null when the machine is not enrolled. Throws when the file is there and says nothing. */
export async function readCredentials(folder: string): Promise<Credentials | null> {
  const path = join(folder, FILE);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  try {
    const { server, proxy, ca, deviceId, key, settings } = JSON.parse(text);
    if (typeof server !== 'string' || typeof key !== 'string') throw new Error();
    return {
      server,
      proxy: typeof proxy === 'string' ? proxy : null,
      ca: typeof ca === 'string' ? ca : null,
      deviceId,
      key,
      settings: settingsOf(settings),
    };
  } catch {
    throw new Error(`${path} is damaged: enroll this machine again.`);
  }
}

/** Whole or not at all: a machine that loses power meanwhile still has the key that it had. */
export async function writeCredentials(folder: string, credentials: Credentials): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, FILE);
  const text = `${JSON.stringify(credentials, null, 2)}\n`;
  await writeFile(`${path}.new`, text, { mode: 0o600, flush: true });
  await rename(`${path}.new`, path);
}
