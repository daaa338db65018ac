import { execFile } from 'node:child_process';
import { chmod, lstat, mkdir } from 'node:fs/promises';
import { platform } from 'node:os';
import { promisify } from 'node:util';
import { systemProgram } from './system-program.ts';

const SYSTEM = '*S-1-5-18:(OI)(CI)F';
const ADMINISTRATORS = '*S-1-5-32-544';

/**
 * The folder of the agent, for its owner alone: it holds the key, and the program that the system
 * runs. Throws when it was put there by somebody else.
 */
export async function prepareFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await lstat(folder);
  if (!found.isDirectory()) throw new Error(`${folder} is not a folder.`);
  if (platform() === 'win32') return closeWindowsFolder(folder);
  if (found.uid !== process.getuid?.())
    throw new Error(`${folder} belongs to somebody else: remove it, or choose another one.`);
  await chmod(folder, 0o700);
}

/** Everybody may read what lies under ProgramData, and add to it, unless it is said otherwise. */
async function closeWindowsFolder(folder: string): Promise<void> {
  const icacls = (...args: string[]) =>
    promisify(execFile)(systemProgram('icacls.exe'), [folder, ...args, '/Q'], {
      windowsHide: true,
    });
  await icacls('/setowner', ADMINISTRATORS, '/T', '/C');
  await icacls('/reset', '/T', '/C');
  await icacls('/inheritance:r', '/grant:r', SYSTEM, `${ADMINISTRATORS}:(OI)(CI)F`);
}
