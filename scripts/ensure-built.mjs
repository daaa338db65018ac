import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, root, runStep, runToEnd } from './child.mjs';
import { compressAssets } from './compress-assets.mjs';

const vite = (...args) => [`${root}node_modules/vite/bin/vite.js`, 'build', ...args];

/** What is built, from which files, and how. */
const builds = [
  {
    title: 'Building the web pages',
    result: 'dist/web',
    sources: [
      'web',
      'shared',
      'locales',
      'vite.config.ts',
      'vite.static-theme.ts',
      'package-lock.json',
    ],
    async build(onOutput) {
      const code = await runToEnd(pinnedNode, vite(), { onOutput });
      if (code === 0) compressAssets(`${root}dist/web/assets`);
      return code;
    },
  },
  {
    title: 'Building the agent',
    result: 'dist/agent.tgz',
    sources: ['agent', 'shared/agent-protocol.ts', 'package-lock.json', 'LICENSE'],
    build: buildAgent,
  },
];

/** Builds what was not made from exactly the files that are there. Returns an exit code. */
export async function ensureBuilt() {
  for (const { title, result, sources, build } of builds) {
    const stamp = `${root}${result}.sources`;
    const hash = hashOf(sources);
    const isFresh =
      existsSync(root + result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
    if (isFresh) continue;
    const code = await runStep(title, build);
    if (code !== 0) return code;
    writeFileSync(stamp, hash);
  }
  return 0;
}

/** One file with all that the agent needs, packed as npm takes it from an address. */
async function buildAgent(onOutput) {
  const code = await runToEnd(pinnedNode, vite('-c', 'agent/vite.config.ts'), { onOutput });
  if (code !== 0) return code;
  const { name, version, description, license, bin, engines } = JSON.parse(
    readFileSync(`${root}agent/package.json`, 'utf8'),
  );
  const type = 'module';
  const packed = { name, version, description, license, type, bin, engines };
  writeFileSync(`${root}dist/agent/package.json`, JSON.stringify(packed, null, 2));
  copyFileSync(`${root}agent/README.md`, `${root}dist/agent/README.md`);
  copyFileSync(`${root}LICENSE`, `${root}dist/agent/LICENSE`);
  const library = `${root}node_modules/systeminformation/LICENSE`;
  copyFileSync(library, `${root}dist/agent/LICENSE-systeminformation`);
  const npm = process.env.npm_execpath;
  const pack = ['pack', './dist/agent', '--pack-destination', 'dist', '--loglevel=error'];
  const packing = npm
    ? await runToEnd(process.execPath, [npm, ...pack], { onOutput })
    : await runToEnd('npm', pack, { onOutput });
  if (packing === 0) renameSync(`${root}dist/${name}-${version}.tgz`, `${root}dist/agent.tgz`);
  return packing;
}

function hashOf(sources) {
  const hash = createHash('sha256');
  for (const source of sources) addToHash(hash, source);
  return hash.digest('hex');
}

function addToHash(hash, path) {
  const fullPath = join(root, path);
  if (!existsSync(fullPath)) return;
  if (statSync(fullPath).isDirectory()) {
    for (const name of readdirSync(fullPath).sort()) addToHash(hash, join(path, name));
  } else {
    const content = readFileSync(fullPath);
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
}
