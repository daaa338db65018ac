import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, startMarkOf } from './embedded-processes.ts';

/**
 * Which processes use a cluster. A server and a command beside it (`npm run portico -- init`) share one
 * postmaster, and only the last of them to leave ends it. Leases of processes that were killed do not count.
 */
export interface Lease {
  isShared(): boolean;
  release(): void;
}

export function takeLease(folder: string): Lease {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const own = `${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(join(folder, own), startMarkOf(process.pid), { mode: 0o600 });
  return {
    isShared: () => dropDead(folder).some((name) => name !== own),
    release: () => rmSync(join(folder, own), { force: true }),
  };
}

function dropDead(folder: string): string[] {
  return readdirSync(folder).filter((name) => {
    const pid = Number.parseInt(name, 10);
    if (isAlive(pid) && readMark(join(folder, name)) === startMarkOf(pid)) return true;
    rmSync(join(folder, name), { force: true });
    return false;
  });
}

function readMark(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
