import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { platform } from 'node:os';
import { promisify } from 'node:util';
import { systemProgram } from './system-program.ts';

const TIMEOUT_MS = 60_000;
const REBOOT_KEYS = [
  String.raw`HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending`,
  String.raw`HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired`,
];

/** What a program of the system says; null when there is none, it fails or does not come to an end. */
async function ask(program: string, ...args: string[]): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)(program, args, {
      timeout: TIMEOUT_MS,
      maxBuffer: 4_000_000,
      windowsHide: true,
      env: { ...process.env, LC_ALL: 'C' },
    });
    return stdout;
  } catch {
    return null;
  }
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** Whether the machine waits to be started anew; null when the system has no such note. */
export async function isRebootPending(): Promise<boolean | null> {
  if (platform() === 'win32') {
    const found = await Promise.all(
      REBOOT_KEYS.map((key) => ask(systemProgram('reg.exe'), 'query', key)),
    );
    return found.some((answer) => answer !== null);
  }
  if (platform() !== 'linux') return null;
  if (await exists('/run/reboot-required')) return true;
  // Debian and its kin leave that note; where they do not, this is not their kind of system.
  return (await exists('/etc/debian_version')) ? false : null;
}

const COUNT_EVERY_MS = 6 * 60 * 60_000;
let updates: number | null = null;
let countedAt = Number.NEGATIVE_INFINITY;

/**
 * Updates that wait to be installed, as they were counted last: it takes programs of the system
 * seconds, or minutes, so nobody waits for it. null until then and where it cannot be told.
 */
export function knownUpdates(): number | null {
  const nowMs = performance.now();
  if (nowMs - countedAt > COUNT_EVERY_MS) {
    countedAt = nowMs;
    void countUpdates().then((count) => {
      updates = count;
    });
  }
  return updates;
}

/** null where it cannot be told without changing anything. */
async function countUpdates(): Promise<number | null> {
  if (platform() === 'linux') {
    if (await exists('/usr/bin/apt-get')) {
      const plan = await ask('apt-get', '--simulate', '--quiet', '--no-download', 'upgrade');
      return plan === null ? null : (plan.match(/^Inst /gm) ?? []).length;
    }
    if (await exists('/usr/bin/dnf')) {
      const list = await ask('dnf', '--cacheonly', '--quiet', 'list', '--upgrades');
      return list === null ? null : (list.match(/^\S+\.\S+\s+\S+\s+\S+$/gm) ?? []).length;
    }
    return null;
  }
  if (platform() === 'win32') {
    const script =
      "(New-Object -ComObject Microsoft.Update.Session).CreateUpdateSearcher().Search('IsInstalled=0 and IsHidden=0').Updates.Count";
    const shell = systemProgram('powershell.exe', String.raw`System32\WindowsPowerShell\v1.0`);
    const count = await ask(shell, '-NoProfile', '-NonInteractive', '-Command', script);
    return count !== null && /^\d+\s*$/.test(count) ? Number(count) : null;
  }
  return null;
}
