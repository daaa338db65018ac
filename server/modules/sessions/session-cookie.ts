import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '#platform/config.ts';
import { isSecureRequest } from '#platform/http/scheme.ts';

export type Audience = 'console' | 'portal';

/**
 * Cookies stay on the one host that set them (no Domain), out of reach of scripts. Under HTTPS the
 * `__Host-` prefix makes the browser insist on that: no neighbour on a domain of the company's own
 * can set one for us.
 */
const nameOf = (request: FastifyRequest, config: Config, name: string) =>
  isSecureRequest(request, config) ? `__Host-${name}` : name;
const sessionName = (request: FastifyRequest, config: Config, audience: Audience) =>
  nameOf(request, config, `portico_${audience}`);

const attributes = (request: FastifyRequest, config: Config) =>
  ({
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecureRequest(request, config),
  }) as const;

export function readSessionCookie(
  request: FastifyRequest,
  config: Config,
  audience: Audience,
): string | null {
  return request.cookies[sessionName(request, config, audience)] || null;
}

export function setSessionCookie(
  reply: FastifyReply,
  config: Config,
  audience: Audience,
  session: { token: string; expiresAt: Date },
): void {
  reply.setCookie(sessionName(reply.request, config, audience), session.token, {
    ...attributes(reply.request, config),
    expires: session.expiresAt,
  });
}

export function clearSessionCookie(reply: FastifyReply, config: Config, audience: Audience): void {
  reply.clearCookie(
    sessionName(reply.request, config, audience),
    attributes(reply.request, config),
  );
}

/** Carries a sign-in from its first step to its second; opens nothing by itself. */
const pendingName = (request: FastifyRequest, config: Config) =>
  nameOf(request, config, 'portico_pending_sign_in');

export function readPendingSignInCookie(request: FastifyRequest, config: Config): string | null {
  return request.cookies[pendingName(request, config)] || null;
}

export function setPendingSignInCookie(
  reply: FastifyReply,
  config: Config,
  pending: { token: string; expiresAt: Date },
): void {
  reply.setCookie(pendingName(reply.request, config), pending.token, {
    ...attributes(reply.request, config),
    sameSite: 'strict',
    expires: pending.expiresAt,
  });
}

export function clearPendingSignInCookie(reply: FastifyReply, config: Config): void {
  reply.clearCookie(pendingName(reply.request, config), {
    ...attributes(reply.request, config),
    sameSite: 'strict',
  });
}

/** Browsers keep no cookie longer than this (RFC 6265bis). */
const KNOWN_BROWSER_DAYS = 400;

export function readKnownBrowserCookie(
  request: FastifyRequest,
  config: Config,
  accountTag: string,
): string | null {
  return request.cookies[nameOf(request, config, `portico_known_${accountTag}`)] || null;
}

export function setKnownBrowserCookie(
  reply: FastifyReply,
  config: Config,
  accountTag: string,
  value: string,
): void {
  reply.setCookie(nameOf(reply.request, config, `portico_known_${accountTag}`), value, {
    ...attributes(reply.request, config),
    maxAge: KNOWN_BROWSER_DAYS * 24 * 60 * 60,
  });
}
