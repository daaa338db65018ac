import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { AppError } from '../errors.ts';
import type { Platform } from '../platform.ts';

const WEB_ROOT = fileURLToPath(new URL('../../../dist/web/', import.meta.url));

/**
 * The built web pages. Files under /assets carry a hash in their name and never change; every
 * other address gets the page of its host, which then shows what the address names.
 */
export async function registerWeb(app: FastifyInstance, platform: Platform): Promise<void> {
  if (!existsSync(WEB_ROOT)) {
    platform.log.warn('the web pages are not built; only the API is served');
    return;
  }
  await app.register(fastifyStatic, {
    root: `${WEB_ROOT}assets`,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
    preCompressed: true,
  });
  const page = async (audience: 'console' | 'portal') =>
    readFile(`${WEB_ROOT}${audience}/index.html`, 'utf8');
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const { kind } = request.audience;
    if (kind !== 'console' && kind !== 'portal') throw new AppError(404, 'notFound');
    if (/^\/(api|portal\/v1|assets)\//.test(request.url)) throw new AppError(404, 'notFound');
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(await page(kind));
  });
}
