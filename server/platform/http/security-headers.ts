import type { FastifyReply } from 'fastify';
import type { Config } from '../config.ts';

/**
 * Headers of every answer. Scripts come from our own files only; Mantine writes its styles into
 * the page, hence 'unsafe-inline' for styles alone. Images from elsewhere are allowed because a
 * reader may ask for those of a mail; the page itself never names one before he does.
 */
export function setSecurityHeaders(reply: FastifyReply, config: Config): void {
  reply.header(
    'content-security-policy',
    [
      "default-src 'self'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob: https: http:",
      "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'self'",
    ].join('; '),
  );
  reply.header('x-content-type-options', 'nosniff');
  reply.header('referrer-policy', 'no-referrer');
  reply.header('cross-origin-opener-policy', 'same-origin');
  reply.header('cross-origin-resource-policy', 'same-origin');
  reply.header(
    'permissions-policy',
    'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  );
  if (config.isSecure) reply.header('strict-transport-security', 'max-age=31536000');
}
