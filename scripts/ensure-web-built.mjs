import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, root, runStep, runToEnd } from './child.mjs';
import { compressAssets } from './compress-assets.mjs';

/** What the built pages are made from. */
const sources = [
  'web',
  'shared',
  'locales',
  'vite.config.ts',
  'vite.static-theme.ts',
  'package-lock.json',
];
const pages = `${root}dist/web`;
const stamp = `${root}dist/web.sources`;

/** Builds console and portal unless dist/ was made from exactly these sources. Returns an exit code. */
export async function ensureWebBuilt() {
  const hash = hashSources();
  if (existsSync(pages) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return 0;
  const vite = [`${root}node_modules/vite/bin/vite.js`, 'build'];
  const code = await runStep('Building the web pages', (onOutput) =>
    runToEnd(pinnedNode, vite, { onOutput }),
  );
  if (code !== 0) return code;
  compressAssets(join(pages, 'assets'));
  writeFileSync(stamp, hash);
  return 0;
}

function hashSources() {
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
