// `npm start`: everything from a fresh clone to a running service desk. Plain JavaScript for Node >= 20, because
// nothing is installed yet when it runs the first time.
import { pinnedNode, runToEnd } from './child.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';

process.exitCode =
  (await ensureInstalled()) ||
  (await ensureBuilt()) ||
  (await runToEnd(pinnedNode, ['server/main.ts']));
