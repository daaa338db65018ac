import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FILE = 'running.pid';
const BEAT_MS = 60_000;
/** A note that nobody renewed for so long is of an agent that was killed. */
const DEAD_AFTER_MS = 3 * BEAT_MS;

/**
 * Two agents that share a folder would look like two copies of the machine and take each other's
 * samples. Throws when another one runs; what is returned gives the folder free.
 */
export async function claimFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, FILE);
  const other = await otherAgent(path);
  if (other) throw new Error(`An agent already reports from ${folder}: process ${other}.`);
  // On a full disk it reports all the same.
  await writeFile(path, String(process.pid), { mode: 0o600 }).catch(() => undefined);
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, BEAT_MS);
  beat.unref();
  return async () => {
    clearInterval(beat);
    await rm(path, { force: true }).catch(() => undefined);
  };
}

async function otherAgent(path: string): Promise<number | null> {
  try {
    const age = Math.abs(Date.now() - (await stat(path)).mtimeMs);
    const id = Number(await readFile(path, 'utf8'));
    if (age > DEAD_AFTER_MS || !Number.isInteger(id) || id <= 0 || id === process.pid) return null;
    return isAlive(id) ? id : null;
  } catch {
    return null;
  }
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
