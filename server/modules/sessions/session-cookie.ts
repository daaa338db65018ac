import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '#platform/config.ts';

export type Audience = 'console' | 'portal';

/**
 * Cookies stay on the one host that set them (no Domain), out of reach of scripts. Under HTTPS the
 * `__Host-` prefix makes the browser insist on that.
 */
const nameOf = (config: Config, name: string) => (config.isSecure ? `__Host-${name}` : name);
const sessionName = (config: Config, audience: Audience) => nameOf(config, `portico_${audience}`);

const attributes = (config: Config) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: config.isSecure }) as const;

export function readSessionCookie(
  request: FastifyRequest,
  config: Config,
  audience: Audience,
): string | null {
  return request.cookies[sessionName(config, audience)] || null;
}

export function setSessionCookie(
  reply: FastifyReply,
  config: Config,
  audience: Audience,
  session: { token: string; expiresAt: Date },
): void {
  reply.setCookie(sessionName(config, audience), session.token, {
    ...attributes(config),
    expires: session.expiresAt,
  });
}

export function clearSessionCookie(reply: FastifyReply, config: Config, audience: Audience): void {
  reply.clearCookie(sessionName(config, audience), attributes(config));
}

/** Carries a sign-in from its first step to its second; opens nothing by itself. */
const pendingName = (config: Config) => nameOf(config, 'portico_pending_sign_in');

export function readPendingSignInCookie(request: FastifyRequest, config: Config): string | null {
  return request.cookies[pendingName(config)] || null;
}

export function setPendingSignInCookie(
  reply: FastifyReply,
  config: Config,
  pending: { token: string; expiresAt: Date },
): void {
  reply.setCookie(pendingName(config), pending.token, {
    ...attributes(config),
    sameSite: 'strict',
    expires: pending.expiresAt,
  });
}

export function clearPendingSignInCookie(reply: FastifyReply, config: Config): void {
  reply.clearCookie(pendingName(config), { ...attributes(config), sameSite: 'strict' });
}

/** Browsers keep no cookie longer than this (RFC 6265bis). */
const KNOWN_BROWSER_DAYS = 400;

export function readKnownBrowserCookie(
  request: FastifyRequest,
  config: Config,
  accountTag: string,
): string | null {
  return request.cookies[nameOf(config, `portico_known_${accountTag}`)] || null;
}

export function setKnownBrowserCookie(
  reply: FastifyReply,
  config: Config,
  accountTag: string,
  value: string,
): void {
  reply.setCookie(nameOf(config, `portico_known_${accountTag}`), value, {
    ...attributes(config),
    maxAge: KNOWN_BROWSER_DAYS * 24 * 60 * 60,
  });
}
