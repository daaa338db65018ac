import type { FastifyInstance } from 'fastify';
import { closeEventStreams } from './event-stream.ts';

const LOOK_EVERY_MS = 100;
const CUT_OFF_AFTER_MS = 5_000;

/**
 * A server that stops waits for its connections, and browsers keep theirs: live events never end by
 * themselves, other connections stay open for the next request. Those go as soon as nothing is
 * under way on them, and what then still is (a slow upload) is cut off in the end.
 */
export function endConnectionsOnClose(app: FastifyInstance): void {
  app.addHook('preClose', async () => {
    const look = () => {
      closeEventStreams();
      app.server.closeIdleConnections();
    };
    look();
    const looking = setInterval(look, LOOK_EVERY_MS);
    const cutting = setTimeout(() => app.server.closeAllConnections(), CUT_OFF_AFTER_MS);
    app.server.once('close', () => {
      clearInterval(looking);
      clearTimeout(cutting);
    });
    looking.unref();
    cutting.unref();
  });
}
