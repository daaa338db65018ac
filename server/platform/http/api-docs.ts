import type { FastifyInstance } from 'fastify';

/** The API's description for programs, and as a page that people can read. Console host only. */
export function registerApiDocs(app: FastifyInstance): void {
  app.get('/api/openapi.json', { schema: { hide: true } }, (request, reply) =>
    request.audience.kind === 'console' ? reply.send(app.swagger()) : reply.callNotFound(),
  );
}
