import { realpath, stat } from 'node:fs/promises';
import { platform } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/**
 * Where this Node will still be after its next update: package managers keep a link that stays
 * (/opt/homebrew/bin/node) and name the program behind it after its version.
 */
export async function lastingNode(): Promise<string> {
  const real = process.execPath;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    // What npx puts there is gone tomorrow.
    if (!folder.startsWith('/') || folder.includes('node_modules')) continue;
    const candidate = join(folder, 'node');
    if ((await realpath(candidate).catch(() => '')) === real) return candidate;
  }
  return real;
}

/** The first of a program's files and folders that somebody other than an administrator may change. */
export async function changeableByOthers(program: string): Promise<string | null> {
  if (platform() === 'win32') {
    const isOfAll = /^[a-z]:\\(program files|windows|programdata\\chocolatey)/i.test(program);
    return isOfAll ? null : program;
  }
  for (let path = await realpath(program); ; path = dirname(path)) {
    const { uid, gid, mode } = await stat(path);
    const isOpenToGroup = (mode & 0o020) !== 0 && gid !== 0;
    const isOpenToAll = (mode & 0o002) !== 0 && (mode & 0o1000) === 0;
    if (uid !== 0 || isOpenToGroup || isOpenToAll) return path;
    if (path === dirname(path)) return null;
  }
}
