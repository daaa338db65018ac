import { posix } from 'node:path';

export const SERVICE_NAME = 'portico-agent';
export const LAUNCHD_LABEL = 'portico.agent';

/** A word of a unit file: in quotes, with what systemd would replace or take for an escape doubled. */
const unitWord = (word: string) =>
  `"${word.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%')}"`;
/** In a command line a dollar names a variable as well. */
const commandWord = (word: string) => unitWord(word).replaceAll('$', '$$$$');

/**
 * It reads the system and writes into its own folder, and is shut out of the rest. What it asks the
 * system's package manager takes memory of its own, so a limit that was reached ends that and not the
 * agent.
 */
export function systemdUnit(command: readonly string[], folder: string): string {
  const isUsual = posix.dirname(folder) === '/var/lib';
  return `[Unit]
Description=Portico agent
After=network-online.target
Wants=network-online.target

[Service]
ExecStart=${command.map(commandWord).join(' ')}
Restart=always
RestartSec=30
UMask=0077
${isUsual ? `StateDirectory=${unitWord(posix.basename(folder))}\nStateDirectoryMode=0700` : `ReadWritePaths=${unitWord(folder)}`}
Nice=10
CPUQuota=20%
MemoryMax=512M
TasksMax=64
OOMPolicy=continue
NoNewPrivileges=yes
CapabilityBoundingSet=CAP_DAC_READ_SEARCH
AmbientCapabilities=
ProtectSystem=strict
ProtectHome=read-only
ProtectClock=yes
ProtectControlGroups=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
PrivateTmp=yes
LockPersonality=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_NETLINK AF_UNIX
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
SystemCallArchitectures=native

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
  <key>WorkingDirectory</key><string>${xml(folder)}</string>
  <key>RunAtLoad</key><true/>
  <key>KeepAlive</key><true/>
  <key>ThrottleInterval</key><integer>30</integer>
  <key>ProcessType</key><string>Background</string>
  <key>LowPriorityIO</key><true/>
  <key>Umask</key><integer>63</integer>
</dict>
</plist>
`;
}

/**
 * A task of the system's own account that starts with the machine, and every five minutes unless it
 * runs. What a task has otherwise would end it: after three days, and when a laptop leaves its cable.
 */
export function windowsTask([program = '', ...rest]: readonly string[], folder: string): string {
  const words = rest.map((word) => (/^[\w-]+$/.test(word) ? word : `"${word}"`)).join(' ');
  return `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>Portico agent: reports what this machine is and how it fares</Description>
  </RegistrationInfo>
  <Triggers>
    <BootTrigger>
      <Enabled>true</Enabled>
    </BootTrigger>
    <TimeTrigger>
      <Enabled>true</Enabled>
      <StartBoundary>2026-01-01T00:00:00</StartBoundary>
      <Repetition>
        <Interval>PT5M</Interval>
      </Repetition>
    </TimeTrigger>
  </Triggers>
  <Principals>
    <Principal id="System">
      <UserId>S-1-5-18</UserId>
      <RunLevel>HighestAvailable</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <AllowHardTerminate>true</AllowHardTerminate>
    <StartWhenAvailable>true</StartWhenAvailable>
    <RunOnlyIfNetworkAvailable>false</RunOnlyIfNetworkAvailable>
    <IdleSettings>
      <StopOnIdleEnd>false</StopOnIdleEnd>
      <RestartOnIdle>false</RestartOnIdle>
    </IdleSettings>
    <AllowStartOnDemand>true</AllowStartOnDemand>
    <Enabled>true</Enabled>
    <Hidden>false</Hidden>
    <RunOnlyIfIdle>false</RunOnlyIfIdle>
    <WakeToRun>false</WakeToRun>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <Priority>7</Priority>
  </Settings>
  <Actions Context="System">
    <Exec>
      <Command>${xml(program)}</Command>
      <Arguments>${xml(words)}</Arguments>
      <WorkingDirectory>${xml(folder)}</WorkingDirectory>
    </Exec>
  </Actions>
</Task>
`;
}
