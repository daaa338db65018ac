import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import swagger from '@fastify/swagger';
import fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { type Language, negotiateLanguage } from '#shared/languages.ts';
import { AppError } from '../errors.ts';
import type { Platform } from '../platform.ts';
import { registerAgentFile } from './agent-file.ts';
import { registerApiDocs } from './api-docs.ts';
import { endConnectionsOnClose } from './closing.ts';
import type { Guard } from './guard.ts';
import { createHostResolver, type HostAudience } from './host.ts';
import { checkOrigin } from './origin-check.ts';
import { sendProblem } from './problem.ts';
import { registerRoute } from './register-route.ts';
import type { Route } from './route.ts';
import { isSecureRequest } from './scheme.ts';
import { allowPreview, insistOnHttps, setSecurityHeaders } from './security-headers.ts';
import { isTlsAsk, registerTlsAsk } from './tls-ask.ts';
import { unpackReports } from './unpack-reports.ts';
import { registerWeb } from './web-files.ts';
import type { WritePage } from './written-page.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who the host name speaks to. */
    audience: HostAudience;
    /** Origin of the page that the browser is on, e.g. `https://support.example.com`. */
    origin: string;
    language: Language;
  }
  interface FastifyContextConfig {
    audience?: 'console' | 'portal' | 'agent';
    isPublic?: boolean;
  }
}

const JSON_BODY_BYTES = 1024 * 1024;

/** The HTTP server with all routes, not listening yet. */
export async function createServer(options: {
  platform: Platform;
  guard: Guard;
  routes: readonly Route[];
  writePage: WritePage;
  isReady(): Promise<boolean>;
}): Promise<FastifyInstance> {
  const { platform, guard } = options;
  const { config } = platform;
  const app = fastify({
    loggerInstance: platform.log as never,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
    bodyLimit: JSON_BODY_BYTES,
    genReqId: () => randomUUID().slice(-12),
    routerOptions: { maxParamLength: 300 },
  }) as unknown as FastifyInstance;

  const resolveHost = createHostResolver(config, platform.db);
  app.decorateRequest('audience', null as never);
  app.decorateRequest('origin', '');
  app.addHook('onRequest', async (request, reply) => {
    request.language = negotiateLanguage(request.headers['accept-language']);
    setSecurityHeaders(reply);
    reply.header('x-request-id', request.id);
    if (request.url === '/healthz' || request.url === '/readyz' || isTlsAsk(request)) return;
    const host = await resolveHost(request.headers.host);
    request.audience = host;
    if (host.kind === 'redirect') return reply.redirect(host.to + pathOf(request), 307);
    // not-translated: said to whoever guesses host names
    if (host.kind === 'unknown') return reply.code(404).type('text/plain').send('Not found\n');
    const isSecure = isSecureRequest(request, config);
    request.origin = `${isSecure ? 'https' : 'http'}://${host.host}`;
    if (host.kind === 'moved') {
      // Not for the browser to keep: a slug may come back, or be another company's one day.
      reply.header('cache-control', 'no-store');
      return reply.redirect(request.origin + pathOf(request), 308);
    }
    if (isSecure) insistOnHttps(reply, host.kind === 'portal' && host.isOwnDomain);
    allowPreview(reply, host, config);
    checkOrigin(request, request.origin);
  });
  app.setErrorHandler((error, request, reply) =>
    sendProblem(request, reply, error, request.language),
  );
  // Input is validated in the route's pipeline, after sign-in and permission.
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));

  await app.register(cookie);
  await app.register(multipart);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Portico',
        version: '1',
        description: 'The API that the console itself uses.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'portico_console' },
          apiKey: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{ session: [] }, { apiKey: [] }],
    },
    transform: jsonSchemaTransform,
  });
  unpackReports(app);
  endConnectionsOnClose(app);

  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'alive' }));
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const isReady = await options.isReady();
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready' });
  });
  registerTlsAsk(app, resolveHost, config);
  for (const route of options.routes) registerRoute(app, platform, guard, route);
  registerApiDocs(app);
  await registerWeb(app, platform, options.writePage);
  registerAgentFile(app, platform);
  app.setNotFoundHandler(() => {
    throw new AppError(404, 'notFound');
  });
  return app;
}

/** Path and query, never the absolute form, which would name another host behind ours. */
const pathOf = ({ url }: FastifyRequest) => (url.startsWith('/') ? url : '/');
