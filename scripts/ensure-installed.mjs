import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { pinnedNode, root, runToEnd } from './child.mjs';

/**
 * Installs the packages unless node_modules holds what package-lock.json asks for. npm writes its own list of what it
 * installed as the last thing it does, so that list answers the question also after an install that was
 * interrupted, or made by hand. Returns an exit code.
 */
export async function ensureInstalled() {
  if (isInstalled(root)) return 0;
  console.log('Installing packages; the first time this takes a minute or two …');
  const flags = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  // Warnings would be about the Node that npm itself runs on; the packages run on the pinned one.
  // npm tells its scripts where it is; started without npm, it is looked for on the PATH.
  const npm = process.env.npm_execpath;
  const code = npm
    ? await runToEnd(process.execPath, [npm, ...flags])
    : await runToEnd('npm', flags);
  return code === 0 ? ensureNode() : code;
}

/** @param {string} folder with a package-lock.json; ends in a slash */
export function isInstalled(folder) {
  const wanted = readPackages(`${folder}package-lock.json`);
  const installed = readPackages(`${folder}node_modules/.package-lock.json`);
  if (!wanted || !installed || !existsSync(`${folder}node_modules/.bin/node`)) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || installed[path]?.version === version || (optional && !installed[path]),
  );
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return null;
  }
}

/** The package `node` fetches its binary in an install script, which an npm may be told not to run. */
async function ensureNode() {
  if (existsSync(pinnedNode)) return 0;
  const cwd = `${root}node_modules/node`;
  const code = await runToEnd(process.execPath, ['installArchSpecificPackage.js'], { cwd });
  // npm links only the programs that are there when it installs.
  if (code === 0 && !existsSync(pinnedNode)) symlinkSync('../node/bin/node', pinnedNode);
  if (code === 0 && existsSync(pinnedNode)) return 0;
  console.error(
    'Node 24 could not be installed. Allow the install script of the package "node" and try again.',
  );
  return code || 1;
}
