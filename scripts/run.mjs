// `node scripts/run.mjs FILE ARGS…`: a TypeScript program of ours, on the pinned Node, installed first if need be.
import { pinnedNode, runToEnd } from './child.mjs';
import { ensureInstalled } from './ensure-installed.mjs';

process.exitCode = (await ensureInstalled()) || (await runToEnd(pinnedNode, process.argv.slice(2)));
