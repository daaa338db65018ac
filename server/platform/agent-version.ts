import { readFileSync } from 'node:fs';

const PACKAGE = new URL('../../agent/package.json', import.meta.url);

/** Of the agent that this server hands out. */
export const AGENT_VERSION: string = JSON.parse(readFileSync(PACKAGE, 'utf8')).version;
