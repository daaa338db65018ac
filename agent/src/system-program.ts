import { platform } from 'node:os';
import { win32 } from 'node:path';

/** The whole path on Windows, which looks for a program's name in the current folder first. */
export function systemProgram(name: string, folder = 'System32'): string {
  if (platform() !== 'win32') return name;
  return win32.join(process.env.SystemRoot ?? 'C:\\Windows', folder, name);
}
