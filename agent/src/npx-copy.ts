import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `…/_npx/0123456789abcdef/node_modules/portico-agent/portico-agent.mjs` */
const COPY =
  /[\\/]_npx[\\/][0-9a-f]{16}[\\/]node_modules[\\/]portico-agent[\\/]portico-agent\.mjs$/;

/**
 * npx keeps what it fetched under its address and would run this very version ever after, however new
 * the server's is. So it is given the folder back.
 */
export async function removeNpxCopy(self = fileURLToPath(import.meta.url)): Promise<void> {
  if (!COPY.test(self)) return;
  const folder = dirname(dirname(dirname(self)));
  await rm(folder, { recursive: true, force: true }).catch(() => undefined);
}
