import { PassThrough, pipeline, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { AGENT_LIMITS } from '#shared/agent-protocol.ts';
import { AppError } from '../errors.ts';

/**
 * Agents send compressed. The limit on what arrives is kept here, the one on what it unpacks to by
 * the route's body limit, which ends a bomb as soon as it is past it. What anybody may send is small.
 */
export function unpackReports(app: FastifyInstance): void {
  app.addHook('preParsing', async (request, _reply, payload) => {
    const { audience, isPublic } = request.routeOptions.config;
    if (audience !== 'agent' || request.headers['content-encoding'] !== 'gzip') return payload;
    const mostBytes = isPublic ? AGENT_LIMITS.enrolmentBytes : AGENT_LIMITS.reportBytes;
    let arrivedBytes = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        arrivedBytes += chunk.length;
        if (arrivedBytes <= mostBytes) done(null, chunk);
        else done(new AppError(413, 'bodyTooLarge'));
      },
    });
    const unpacked = new PassThrough();
    Object.defineProperty(unpacked, 'receivedEncodedLength', { get: () => arrivedBytes });
    pipeline(payload, counted, createGunzip(), unpacked, (error) => {
      if (error && !(error instanceof AppError)) unpacked.destroy(new AppError(400, 'malformed'));
    });
    return unpacked;
  });
}
