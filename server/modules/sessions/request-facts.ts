import type { FastifyRequest } from 'fastify';
import type { TxOrigin } from '#platform/db/tenant-tx.ts';

const USER_AGENT_CHARS = 300;

/** The host that the browser is on, which its session is bound to. */
export const hostOf = (request: FastifyRequest): string =>
  (request.headers.host ?? '').toLowerCase();

export const originOf = (request: FastifyRequest): TxOrigin => ({
  ip: request.ip,
  requestId: request.id,
});

export const userAgentOf = (request: FastifyRequest): string | null =>
  request.headers['user-agent']?.slice(0, USER_AGENT_CHARS) ?? null;
