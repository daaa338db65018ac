import { chmod, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isDirect, proxyAddress, serverOrigin } from './connection.ts';
import { readInventory, realDisks, text, typeOf } from './inventory.ts';
import { changeableByOthers, lastingNode } from './lasting-node.ts';
import { removeNpxCopy } from './npx-copy.ts';
import { createSampler } from './sample.ts';
import { enrolmentAnswer, reportAnswer, settingsOf } from './server-answers.ts';

describe('the server’s address', () => {
  test.each([
    ['desk.example.com', 'https://desk.example.com'],
    ['https://desk.example.com/some/page', 'https://desk.example.com'],
    ['https://desk.example.com:8443', 'https://desk.example.com:8443'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['http://desk.localhost', 'http://desk.localhost'],
  ])('%s', (given, origin) => expect(serverOrigin(given)).toBe(origin));

  test.each([
    'http://desk.example.com',
    'http://localhost.evil.test',
    'http://localhost@evil.test',
    'http://127.0.0.1.evil.test',
    'ftp://desk.example.com',
  ])('%s is refused: it is not encrypted', (given) =>
    expect(() => serverOrigin(given)).toThrow('encrypted'),
  );

  test('is an address', () => expect(() => serverOrigin('https://')).toThrow('not an address'));
});

describe('a proxy', () => {
  test.each([
    ['proxy.example:3128', 'http://proxy.example:3128/'],
    ['http://me:secret@proxy.example', 'http://me:secret@proxy.example/'],
  ])('%s', (given, address) => expect(proxyAddress(given)).toBe(address));
  test('of another kind is refused', () =>
    expect(() => proxyAddress('socks5://proxy.example')).toThrow('HTTP proxy'));
  test.each([
    ['desk.example.com', true],
    ['example.com', true],
    ['.example.com', true],
    ['*.example.com, other.test', true],
    ['*', true],
    ['ample.com', false],
    ['', false],
  ])('is gone round where NO_PROXY is "%s": %s', (noProxy, direct) =>
    expect(isDirect('https://desk.example.com', noProxy)).toBe(direct),
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

test('texts are one line of whole characters, in the order in which they are read', () => {
  expect(text(' a\u0000\n\u001b[31mb\u202ec ')).toBe('a [31mb c');
  expect(text(`${'x'.repeat(199)}😀`)).toBe('x'.repeat(199));
  expect(text(undefined)).toBe('');
});

test('what this machine says of itself is fit to be sent', async () => {
  const inventory = await readInventory();
  expect(inventory.memoryBytes).toBeGreaterThan(1e8);
  const sample = await createSampler()(['nothing-of-this-name', '--help', '*', '/etc/passwd']);
  expect(sample.disks.length).toBeGreaterThan(0);
  expect(sample.services.map(({ state }) => state)).toEqual(Array(4).fill('missing'));
  const numbers: unknown[] = [];
  JSON.stringify([inventory, sample], (_key, value) => {
    if (typeof value === 'number') numbers.push(value);
    return value;
  });
  expect(numbers.every((value) => Number.isFinite(value) && (value as number) >= 0)).toBe(true);
}, 60_000);

describe('an answer of the server', () => {
  const key = 'portico_device_0123456789';
  test.each([
    null,
    'Welcome to the hotel',
    [],
    {},
    { deviceId: '1', key },
    { deviceId: 1, key: 'a\r\nb: c' },
  ])('%j enrols nobody', (value) =>
    expect(() => enrolmentAnswer(value)).toThrow('not that of a Portico server'),
  );
  test.each([null, '', {}, { settings: null }])('%j is no answer to a report', (value) =>
    expect(() => reportAnswer(value)).toThrow('not that of a Portico server'),
  );
  test.each([
    [0, 1],
    [-5, 1],
    [1e-9, 1],
    [1e12, 3600],
    ['60', 60],
    [null, 60],
  ])('that wants a sample every %j seconds gets one every %d', (sampleEverySeconds, seconds) =>
    expect(settingsOf({ sampleEverySeconds }).sampleEverySeconds).toBe(seconds),
  );
  test('cannot make it look after more than some names', () => {
    const watchedServices = ['nginx', 7, null, 'x'.repeat(201), ...Array(500).fill('a')];
    const { watchedServices: names } = settingsOf({ watchedServices });
    expect([names.length, names[0], names[1]]).toEqual([200, 'nginx', 'a']);
  });
  test('with a key that does not fit into a header gives none', () =>
    expect(reportAnswer({ settings: {}, newKey: 'x\r\nx' }).newKey).toBeNull());
});

describe('the Node that a service starts', () => {
  test('is there', async () => {
    expect(await realpath(await lastingNode())).toBe(await realpath(process.execPath));
  });
  test('is told of when others may change it', async () => {
    if (process.platform === 'win32') return;
    const folder = await mkdtemp(join(tmpdir(), 'portico-agent-'));
    try {
      const node = join(folder, 'node');
      await writeFile(node, '');
      await chmod(node, 0o777);
      expect(await changeableByOthers(node)).not.toBeNull();
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

test('only a copy of npx is cleared away', async () => {
  // Nothing of what it is told here is such a copy; it would be gone.
  await removeNpxCopy(import.meta.filename);
  await removeNpxCopy('/_npx/short/node_modules/portico-agent/portico-agent.mjs');
  expect(await realpath(import.meta.filename)).toBe(import.meta.filename);
});
