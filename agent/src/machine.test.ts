import { describe, expect, test } from 'vitest';
import { serverOrigin } from './call-server.ts';
import { realDisks, typeOf } from './inventory.ts';
import { launchdPlist, systemdUnit, windowsTask } from './system-service.ts';

describe('the server’s address', () => {
  test.each([
    ['desk.example.com', 'https://desk.example.com'],
    ['https://desk.example.com/some/page', 'https://desk.example.com'],
    ['https://desk.example.com:8443', 'https://desk.example.com:8443'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['http://desk.localhost', 'http://desk.localhost'],
  ])('%s', (given, origin) => expect(serverOrigin(given)).toBe(origin));

  test.each(['http://desk.example.com', 'http://localhost.evil.test', 'ftp://desk.example.com'])(
    '%s is refused: it is not encrypted',
    (given) => expect(() => serverOrigin(given)).toThrow('encrypted'),
  );
});

test.each([
  ['Notebook', 'Debian GNU/Linux 12', false, 'laptop'],
  ['Convertible', 'Microsoft Windows 11 Pro', false, 'laptop'],
  ['Desktop', 'Microsoft Windows 11 Pro', false, 'workstation'],
  ['Other', 'Microsoft Windows Server 2022', true, 'server'],
  ['Rack Mount Chassis', 'VMware ESXi', false, 'server'],
  ['', 'macOS 15', false, 'workstation'],
])('a %s with %s is a %s', (chassis, os, isVirtual, type) => {
  expect(typeOf(chassis, os, isVirtual)).toBe(type);
});

test('disks are those that hold something, once each', () => {
  const disk = (fs: string, type: string, mount: string, size = 100) => ({ fs, type, mount, size });
  const found = realDisks([
    disk('/dev/sda1', 'ext4', '/'),
    disk('/dev/sda1', 'ext4', '/etc/hosts'),
    disk('tmpfs', 'tmpfs', '/run'),
    disk('overlay', 'overlay', '/var/lib/docker/x'),
    disk('C:', 'NTFS', 'C:'),
    disk('D:', 'UDF', 'D:'),
    disk('/dev/sdb', 'xfs', '/data', 0),
  ]);
  expect(found.map(({ mount }) => mount)).toEqual(['/', 'C:']);
});

describe('the recipe for', () => {
  const command = ['/opt/node 24/bin/node', '/var/lib/portico-agent/portico-agent.mjs', 'run'];
  test('systemd starts it anew and lets it write into its own folder only', () => {
    const unit = systemdUnit(command, '/var/lib/portico-agent');
    expect(unit).toContain(
      'ExecStart="/opt/node 24/bin/node" /var/lib/portico-agent/portico-agent.mjs run',
    );
    expect(unit).toMatch(/^Restart=always$/m);
    expect(unit).toMatch(/^ProtectSystem=strict$/m);
    expect(unit).toMatch(/^ReadWritePaths=\/var\/lib\/portico-agent$/m);
  });
  test('launchd keeps it alive', () => {
    const plist = launchdPlist(['/a&b', 'run'], '/folder');
    expect(plist).toContain('<string>/a&amp;b</string>');
    expect(plist).toContain('<key>KeepAlive</key><true/>');
  });
  test('Windows starts it with the machine', () => {
    expect(windowsTask(command).join(' ')).toContain('/SC ONSTART /RU SYSTEM');
  });
});
