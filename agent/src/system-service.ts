import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const NAME = 'portico-agent';
const LAUNCHD_LABEL = 'portico.agent';
const LAUNCHD_FILE = `/Library/LaunchDaemons/${LAUNCHD_LABEL}.plist`;
const SYSTEMD_FILE = `/etc/systemd/system/${NAME}.service`;

const run = promisify(execFile);

/**
 * Puts a copy of the agent beside its key and lets the operating system start it, now and after
 * every restart. Needs the rights of an administrator; returns where it is described.
 */
export async function installService(folder: string): Promise<string> {
  const program = join(folder, 'portico-agent.mjs');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const self = fileURLToPath(import.meta.url);
  if (self !== program) await copyFile(self, program);
  await chmod(program, 0o644);
  const command = [process.execPath, program, 'run', '--folder', folder];
  switch (platform()) {
    case 'linux':
      await writeFile(SYSTEMD_FILE, systemdUnit(command, folder));
      await run('systemctl', ['daemon-reload']);
      await run('systemctl', ['enable', '--now', NAME]);
      return SYSTEMD_FILE;
    case 'darwin':
      await mkdir(dirname(LAUNCHD_FILE), { recursive: true });
      await writeFile(LAUNCHD_FILE, launchdPlist(command, folder));
      await run('launchctl', ['bootstrap', 'system', LAUNCHD_FILE]);
      return LAUNCHD_FILE;
    case 'win32':
      await run('schtasks', [...windowsTask(command)]);
      await run('schtasks', ['/Run', '/TN', NAME]);
      return `Task Scheduler > ${NAME}`;
    default:
      throw new Error(
        `There is no recipe for ${platform()}; start "${command.join(' ')}" yourself.`,
      );
  }
}

export async function removeService(): Promise<void> {
  switch (platform()) {
    case 'linux':
      await run('systemctl', ['disable', '--now', NAME]);
      await rm(SYSTEMD_FILE, { force: true });
      return;
    case 'darwin':
      await run('launchctl', ['bootout', `system/${LAUNCHD_LABEL}`]);
      await rm(LAUNCHD_FILE, { force: true });
      return;
    case 'win32':
      await run('schtasks', ['/Delete', '/F', '/TN', NAME]);
  }
}

const quoted = (part: string) => (/[^\w./:@%+=-]/.test(part) ? `"${part}"` : part);

/** It reads the system and writes into its own folder, and is shut out of the rest. */
export function systemdUnit(command: readonly string[], folder: string): string {
  return `[Unit]
Description=Portico agent
After=network-online.target
Wants=network-online.target

[Service]
ExecStart=${command.map(quoted).join(' ')}
Restart=always
RestartSec=30
MemoryMax=150M
CPUQuota=20%
NoNewPrivileges=yes
ProtectSystem=strict
ProtectHome=read-only
PrivateTmp=yes
ReadWritePaths=${quoted(folder)}

[Install]
WantedBy=multi-user.target
`;
}

const xml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export function launchdPlist(command: readonly string[], folder: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key><string>${LAUNCHD_LABEL}</string>
  <key>ProgramArguments</key>
  <array>
${command.map((part) => `    <string>${xml(part)}</string>`).join('\n')}
  </array>
  <key>RunAtLoad</key><true/>
  <key>KeepAlive</key><true/>
  <key>LowPriorityIO</key><true/>
  <key>StandardErrorPath</key><string>${xml(join(folder, 'agent.log'))}</string>
</dict>
</plist>
`;
}

/** A task of the system's own account that starts with the machine and is started again when it ends. */
export function windowsTask(command: readonly string[]): readonly string[] {
  const line = command.map((part) => `"${part}"`).join(' ');
  return [
    '/Create',
    '/F',
    '/TN',
    NAME,
    '/SC',
    'ONSTART',
    '/RU',
    'SYSTEM',
    '/RL',
    'HIGHEST',
    '/TR',
    line,
  ];
}
