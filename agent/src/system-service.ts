import { execFile } from 'node:child_process';
import { chmod, copyFile, rename, rm, writeFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { lastingNode } from './lasting-node.ts';
import { prepareFolder } from './private-folder.ts';
import {
  LAUNCHD_LABEL,
  launchdPlist,
  SERVICE_NAME,
  systemdUnit,
  windowsTask,
} from './service-recipes.ts';
import { systemProgram } from './system-program.ts';

const LAUNCHD_FILE = `/Library/LaunchDaemons/${LAUNCHD_LABEL}.plist`;
const SYSTEMD_FILE = `/etc/systemd/system/${SERVICE_NAME}.service`;

/**
 * What runs once a minute is not worth compiling, and the compilers alone would take ten megabytes within
 * hours. Of the options that Node documents: one that a later Node does not know would keep it from starting.
 */
const SMALL = ['--jitless', '--max-semi-space-size=1', '--max-old-space-size=48'];

const execute = promisify(execFile);
const run = (program: string, ...args: string[]) =>
  execute(systemProgram(program), args, { windowsHide: true });
/** For what may have been done already, or was never begun. */
const tryTo = (program: string, ...args: string[]) =>
  run(program, ...args).then(
    () => true,
    () => false,
  );

/**
 * Puts a copy of the agent beside its key and lets the operating system start it, now and after
 * every restart; an older one that runs makes way. Needs the rights of an administrator; returns where
 * it is described.
 */
export async function installService(folder: string): Promise<string> {
  await prepareFolder(folder);
  const program = join(folder, 'portico-agent.mjs');
  const self = fileURLToPath(import.meta.url);
  if (self !== program) {
    await copyFile(self, `${program}.new`);
    await rename(`${program}.new`, program);
  }
  await chmod(program, 0o644);
  const command = [await lastingNode(), ...SMALL, program, 'run', '--folder', folder];
  switch (platform()) {
    case 'linux':
      await writeFile(SYSTEMD_FILE, systemdUnit(command, folder), { mode: 0o644 });
      await run('systemctl', 'daemon-reload');
      await run('systemctl', 'enable', SERVICE_NAME);
      await run('systemctl', 'restart', SERVICE_NAME);
      return SYSTEMD_FILE;
    case 'darwin':
      await writeFile(LAUNCHD_FILE, launchdPlist([...command, '--log'], folder));
      await chmod(LAUNCHD_FILE, 0o644);
      await startWithLaunchd();
      return LAUNCHD_FILE;
    case 'win32':
      await startWithTaskScheduler(windowsTask([...command, '--log'], folder), folder);
      return `Task Scheduler > ${SERVICE_NAME}`;
    default:
      throw new Error(
        `There is no recipe for ${platform()}; start "${command.join(' ')}" yourself.`,
      );
  }
}

/** Whether there was one. */
export async function removeService(): Promise<boolean> {
  switch (platform()) {
    case 'linux': {
      const wasThere = await tryTo('systemctl', 'disable', '--now', SERVICE_NAME);
      await rm(SYSTEMD_FILE, { force: true });
      await tryTo('systemctl', 'daemon-reload');
      return wasThere;
    }
    case 'darwin': {
      const wasThere = await tryTo('launchctl', 'bootout', `system/${LAUNCHD_LABEL}`);
      await rm(LAUNCHD_FILE, { force: true });
      return wasThere;
    }
    case 'win32':
      await tryTo('schtasks.exe', '/End', '/TN', SERVICE_NAME);
      return tryTo('schtasks.exe', '/Delete', '/F', '/TN', SERVICE_NAME);
    default:
      return false;
  }
}

/** What is being unloaded cannot be loaded for a moment. */
async function startWithLaunchd(): Promise<void> {
  await tryTo('launchctl', 'bootout', `system/${LAUNCHD_LABEL}`);
  await tryTo('launchctl', 'enable', `system/${LAUNCHD_LABEL}`);
  for (let attempt = 1; attempt < 10; attempt++) {
    if (await tryTo('launchctl', 'bootstrap', 'system', LAUNCHD_FILE)) return;
    await sleep(1_000);
  }
  await run('launchctl', 'bootstrap', 'system', LAUNCHD_FILE);
}

async function startWithTaskScheduler(task: string, folder: string): Promise<void> {
  const file = join(folder, 'task.xml');
  await writeFile(file, `\ufeff${task.replaceAll('\n', '\r\n')}`, 'utf16le');
  await run('schtasks.exe', '/Create', '/F', '/TN', SERVICE_NAME, '/XML', file);
  await rm(file, { force: true });
  await tryTo('schtasks.exe', '/End', '/TN', SERVICE_NAME);
  await run('schtasks.exe', '/Run', '/TN', SERVICE_NAME);
}
