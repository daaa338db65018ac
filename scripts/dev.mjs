// `npm run dev`: the server starts again and the pages are built again as files are saved.
import { pinnedNode, root, runToEnd } from './child.mjs';
import { ensureInstalled } from './ensure-installed.mjs';

if ((await ensureInstalled()) !== 0) process.exit(1);
const vite = [`${root}node_modules/vite/bin/vite.js`, 'build', '--watch', '--logLevel', 'warn'];
const codes = await Promise.all([
  runToEnd(pinnedNode, vite),
  runToEnd(pinnedNode, ['--watch', 'server/main.ts']),
]);
process.exitCode = Math.max(...codes);
