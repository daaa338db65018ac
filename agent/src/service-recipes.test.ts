import { describe, expect, test } from 'vitest';
import { launchdPlist, systemdUnit, windowsTask } from './service-recipes.ts';
import { launchdStates, scState, systemdStates } from './services.ts';

const command = [
  '/opt/node 24/bin/node',
  '/var/lib/portico-agent/portico-agent.mjs',
  'run',
  '--folder',
  '/srv/100% $HOME "x"',
];

describe('the recipe for systemd', () => {
  test('starts it anew and shuts it out of what it does not need', () => {
    const unit = systemdUnit(command, '/var/lib/portico-agent');
    expect(unit).toMatch(/^Restart=always$/m);
    expect(unit).toMatch(/^ProtectSystem=strict$/m);
    expect(unit).toMatch(/^StateDirectory="portico-agent"$/m);
    expect(unit).not.toContain('ReadWritePaths');
  });
  test('takes every word as it is', () => {
    expect(systemdUnit(command, '/srv/x')).toContain(
      'ExecStart="/opt/node 24/bin/node" "/var/lib/portico-agent/portico-agent.mjs" "run" "--folder" ' +
        '"/srv/100%% $$HOME \\"x\\""\n',
    );
  });
  test('lets it write into a folder of its own elsewhere', () => {
    expect(systemdUnit(command, '/srv/my agent')).toMatch(/^ReadWritePaths="\/srv\/my agent"$/m);
  });
});

test('the recipe for launchd keeps it alive', () => {
  const plist = launchdPlist(['/a&b', 'run'], '/folder <1>');
  expect(plist).toContain('<string>/a&amp;b</string>');
  expect(plist).toContain('<string>/folder &lt;1&gt;</string>');
  expect(plist).toContain('<key>KeepAlive</key><true/>');
});

describe('the recipe for Windows', () => {
  const task = windowsTask(
    [
      'C:\\Program Files\\nodejs\\node.exe',
      'C:\\ProgramData\\PorticoAgent\\portico-agent.mjs',
      'run',
      '--folder',
      'D:\\A & B',
    ],
    'D:\\A & B',
  );
  test('starts it with the machine, and again when it ended', () => {
    expect(task).toContain('<BootTrigger>');
    expect(task).toContain('<Interval>PT5M</Interval>');
    expect(task).toContain('<MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>');
  });
  test('ends it neither after three days nor when a laptop leaves its cable', () => {
    expect(task).toContain('<ExecutionTimeLimit>PT0S</ExecutionTimeLimit>');
    expect(task).toContain('<DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>');
    expect(task).toContain('<StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>');
  });
  test('keeps paths with spaces together', () => {
    expect(task).toContain('<Command>C:\\Program Files\\nodejs\\node.exe</Command>');
    expect(task).toContain(
      '<Arguments>"C:\\ProgramData\\PorticoAgent\\portico-agent.mjs" run --folder "D:\\A &amp; B"</Arguments>',
    );
  });
});

describe('how services are', () => {
  test('as systemd tells', () => {
    const answer = [
      'LoadState=loaded\nActiveState=active',
      'LoadState=loaded\nActiveState=inactive',
      'LoadState=not-found\nActiveState=inactive',
      'LoadState=loaded\nActiveState=activating',
    ].join('\n\n');
    expect([...systemdStates(['a', 'b', 'c', 'd', 'e'], `${answer}\n`)]).toEqual([
      ['a', 'running'],
      ['b', 'stopped'],
      ['c', 'missing'],
      ['d', 'stopped'],
      ['e', 'missing'],
    ]);
  });
  test('as launchd tells', () => {
    const answer = 'PID\tStatus\tLabel\n312\t0\tcom.a\n-\t78\tcom.b\n';
    expect([...launchdStates(['com.a', 'com.b', 'com.c'], answer)]).toEqual([
      ['com.a', 'running'],
      ['com.b', 'stopped'],
      ['com.c', 'missing'],
    ]);
  });
  test.each([
    ['        TYPE : 110  WIN32_OWN_PROCESS\n        STATE : 4  RUNNING\n', 'running'],
    ['        TYP : 10  WIN32_OWN_PROCESS\n        STATUS : 1  STOPPED\n', 'stopped'],
    ['        STATE : 2  START_PENDING\n', 'stopped'],
    ['[SC] EnumQueryServicesStatus:OpenService FAILED 1060:', 'missing'],
    [null, 'missing'],
  ])('as Windows tells: %j', (answer, state) => expect(scState(answer)).toBe(state));
});
