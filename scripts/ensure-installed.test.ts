import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
// @ts-expect-error plain JavaScript, because it runs before anything is installed
import { isInstalled } from './ensure-installed.mjs';

const lock = {
  '': { version: '1.0.0' },
  'node_modules/node': { version: '24.0.0' },
  'node_modules/left': { version: '2.0.0' },
  'node_modules/left-darwin': { version: '2.0.0', optional: true },
};

let folder: string;
beforeEach(() => {
  folder = `${mkdtempSync(join(tmpdir(), 'portico-installed-'))}/`;
  mkdirSync(`${folder}node_modules/.bin`, { recursive: true });
  writeFileSync(`${folder}node_modules/.bin/node`, '');
  write('package-lock.json', lock);
  const { '': _root, 'node_modules/left-darwin': _otherSystem, ...installed } = lock;
  write('node_modules/.package-lock.json', installed);
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, packages: object): void {
  writeFileSync(folder + path, JSON.stringify({ packages }));
}

test('what the lock file asks for is installed, but for what other systems need', () => {
  expect(isInstalled(folder)).toBe(true);
});

test('a new version or a new package in the lock file asks for an install', () => {
  write('package-lock.json', { ...lock, 'node_modules/left': { version: '2.1.0' } });
  expect(isInstalled(folder)).toBe(false);
  write('package-lock.json', { ...lock, 'node_modules/right': { version: '1.0.0' } });
  expect(isInstalled(folder)).toBe(false);
});

test('an install that was interrupted does not count', () => {
  rmSync(`${folder}node_modules/.package-lock.json`);
  expect(isInstalled(folder)).toBe(false);
});

test('without the pinned Node nothing is installed', () => {
  rmSync(`${folder}node_modules/.bin/node`);
  expect(isInstalled(folder)).toBe(false);
});
