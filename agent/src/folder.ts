import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import type { AgentSettings } from '../../shared/agent-protocol.ts';

/** Where the agent keeps its key and what it could not send yet. */
export function defaultFolder(): string {
  if (!isAdministrator()) return join(homedir(), '.portico-agent');
  switch (platform()) {
    case 'win32':
      return join(process.env.ProgramData ?? 'C:\\ProgramData', 'PorticoAgent');
    case 'darwin':
      return '/Library/Application Support/PorticoAgent';
    default:
      return '/var/lib/portico-agent';
  }
}

/** On Windows an agent is always enrolled for the whole machine. */
export const isAdministrator = () => platform() === 'win32' || process.getuid?.() === 0;

/** What the agent knows about itself once it is enrolled. */
export interface Credentials {
  /** Origin of the console. */
  server: string;
  deviceId: number;
  key: string;
  /** As the server last wanted them: they hold also while it cannot be reached. */
  settings: AgentSettings;
}

const FILE = 'agent.json';

export async function readCredentials(folder: string): Promise<Credentials | null> {
  try {
    return JSON.parse(await readFile(join(folder, FILE), 'utf8')) as Credentials;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
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
