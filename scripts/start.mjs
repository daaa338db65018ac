// `npm start`: everything from a fresh clone to a running service desk. Plain JavaScript for Node >= 20, because
// nothing is installed yet when it runs the first time.
import { pinnedNode, runToEnd } from './child.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ensureWebBuilt } from './ensure-web-built.mjs';

process.exitCode =
  (await ensureInstalled()) ||
  (await ensureWebBuilt()) ||
  (await runToEnd(pinnedNode, ['server/main.ts']));
