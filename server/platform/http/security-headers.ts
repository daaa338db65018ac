import type { FastifyReply } from 'fastify';
import type { Config } from '../config.ts';
import type { HostAudience } from './host.ts';

/**
 * Headers of every answer. Scripts come from our own files only; Mantine writes its styles into
 * the page, hence 'unsafe-inline' for styles alone. Images from elsewhere are allowed because a
 * reader may ask for those of a mail; the page itself never names one before he does.
 */
export function setSecurityHeaders(reply: FastifyReply): void {
  reply.header('content-security-policy', contentPolicy());
  reply.header('x-content-type-options', 'nosniff');
  reply.header('referrer-policy', 'no-referrer');
  reply.header('cross-origin-opener-policy', 'same-origin');
  reply.header('cross-origin-resource-policy', 'same-origin');
  reply.header(
    'permissions-policy',
    'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  );
}

const YEAR_SECONDS = 31_536_000;
const MONTH_SECONDS = 2_592_000;

/**
 * Browsers come back by HTTPS only. On a company's own domain for a month at a time, so that it is
 * free to lead that name elsewhere; never for other names below it, which are not ours.
 */
export function insistOnHttps(reply: FastifyReply, isOwnDomain: boolean): void {
  const seconds = isOwnDomain ? MONTH_SECONDS : YEAR_SECONDS;
  reply.header('strict-transport-security', `max-age=${seconds}`);
}

/**
 * The console shows a preview of the portal: its pages may frame the portals of this installation,
 * and those may be framed by the console and by nobody else. Own domains may not be framed at all.
 */
export function allowPreview(reply: FastifyReply, host: HostAudience, config: Config): void {
  if (host.kind === 'console') {
    const portals = config.portalOrigin('*');
    reply.header('content-security-policy', contentPolicy({ frames: portals }));
  }
  if (host.kind === 'portal' && !host.isOwnDomain)
    reply.header('content-security-policy', contentPolicy({ framedBy: config.baseUrl }));
}

function contentPolicy({ frames = '', framedBy = '' } = {}): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https: http:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-src 'self' ${frames}`.trim(),
    `frame-ancestors 'self' ${framedBy}`.trim(),
  ].join('; ');
}
