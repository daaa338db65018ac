import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { AGENT_PATHS } from '#shared/agent-protocol.ts';
import { AppError } from '../errors.ts';
import type { Platform } from '../platform.ts';

const FILE = fileURLToPath(new URL('../../../dist/agent.tgz', import.meta.url));

/**
 * The server hands out its own agent, which fits it: nobody has to trust a package of that name
 * elsewhere.
 */
export function registerAgentFile(app: FastifyInstance, platform: Platform): void {
  if (!existsSync(FILE)) {
    platform.log.warn('the agent is not built; it cannot be fetched from here');
    return;
  }
  const content = readFileSync(FILE);
  const etag = `"${createHash('sha256').update(content).digest('base64url')}"`;
  app.get(AGENT_PATHS.tarball, { schema: { hide: true } }, async (request, reply) => {
    if (request.audience.kind !== 'console') throw new AppError(404, 'notFound');
    reply.header('etag', etag).header('cache-control', 'no-cache');
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.type('application/gzip').send(content);
  });
}
