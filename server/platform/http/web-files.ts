import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { firstWantedLanguage, isLanguage, LANGUAGE_COOKIE } from '#shared/languages.ts';
import { AppError } from '../errors.ts';
import type { Platform } from '../platform.ts';
import { pageHtml } from './page-html.ts';
import type { WritePage } from './written-page.ts';

const WEB_ROOT = fileURLToPath(new URL('../../../dist/web/', import.meta.url));
const HTML = 'text/html; charset=utf-8';
// not-translated: for machines
const KEEP_OUT = 'User-agent: *\nDisallow: /\n';

/**
 * The built web pages. Files under /assets carry a hash in their name and never change; every
 * other address gets the page of its host, which then shows what the address names. What is public
 * at a portal is in the page already, and only that may be listed by search engines.
 */
export async function registerWeb(
  app: FastifyInstance,
  platform: Platform,
  writePage: WritePage,
): Promise<void> {
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
  const builtPage = async (audience: 'console' | 'portal') =>
    readFile(`${WEB_ROOT}${audience}/index.html`, 'utf8');

  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const host = request.audience;
    if (host.kind !== 'console' && host.kind !== 'portal') throw new AppError(404, 'notFound');
    const { pathname: path, searchParams: query } = new URL(`http://host.invalid${request.url}`);
    if (/^\/(api|portal\/v1|assets)\//.test(path)) throw new AppError(404, 'notFound');
    const written =
      host.kind === 'portal'
        ? await writePage({
            platform,
            tenantId: host.tenantId,
            path,
            query,
            language: languageOf(request),
          })
        : null;
    if (written?.kind === 'moved') return reply.redirect(written.to, 301);
    reply.header('vary', 'accept-language, cookie');
    if (written?.kind === 'file')
      return sendUnlessKnown(request, reply, written.mediaType, written.content);
    if (written === null && path === '/robots.txt')
      return sendUnlessKnown(request, reply, 'text/plain; charset=utf-8', KEEP_OUT);
    const built = await builtPage(host.kind);
    if (written) return sendUnlessKnown(request, reply, HTML, pageHtml(built, written));
    return reply
      .type(HTML)
      .headers({ 'cache-control': 'no-cache', 'x-robots-tag': 'noindex' })
      .send(built);
  });
}

function languageOf({ cookies, headers }: FastifyRequest) {
  const chosen = cookies[LANGUAGE_COOKIE];
  return isLanguage(chosen) ? chosen : firstWantedLanguage(headers['accept-language']);
}

/** Sends it with a mark of its content, or only says that the reader has that content already. */
function sendUnlessKnown(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  mediaType: string,
  content: string,
): FastifyReply {
  const mark = `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;
  reply.headers({ etag: mark, 'cache-control': 'no-cache' });
  const known = headers['if-none-match']?.split(',').map((value) => value.trim()) ?? [];
  return known.includes(mark) ? reply.code(304).send() : reply.type(mediaType).send(content);
}
