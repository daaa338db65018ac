import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';

/**
 * Whether the browser came by HTTPS: BASE_URL says so for the whole installation, else a proxy named
 * in TRUST_PROXY may say it of one request. What anybody else claims in X-Forwarded-Proto counts
 * for nothing.
 */
export const isSecureRequest = (request: FastifyRequest, config: Config): boolean =>
  config.isSecure || request.protocol === 'https';
