import type { FastifyReply, FastifyRequest } from 'fastify';
import { createToken, isSameSecret } from '#platform/crypto/secrets.ts';
import type { Platform } from '#platform/platform.ts';
import { readKnownBrowserCookie, setKnownBrowserCookie } from './session-cookie.ts';
import { shortHash } from './throttle.ts';

const TAG_CHARS = 12;

/**
 * The browser's name for itself if it has signed in to this account before, else null. Signed, so
 * that nobody can claim it, and worth nothing but a throttle of its own.
 */
export function findKnownBrowser(
  platform: Platform,
  request: FastifyRequest,
  account: string,
): string | null {
  const tag = tagOf(account);
  const cookie = readKnownBrowserCookie(request, platform.config, tag);
  const [browser, signature] = cookie?.split('.') ?? [];
  if (!browser || !signature) return null;
  return isSameSecret(signature, sign(platform, tag, browser)) ? browser : null;
}

/** After a sign-in: this browser is known to this account from now on. */
export function rememberBrowser(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  account: string,
): void {
  const tag = tagOf(account);
  const browser = findKnownBrowser(platform, request, account) ?? createToken().slice(0, 16);
  const value = `${browser}.${sign(platform, tag, browser)}`;
  setKnownBrowserCookie(reply, platform.config, tag, value);
}

const tagOf = (account: string) => shortHash(account).slice(0, TAG_CHARS);

const sign = (platform: Platform, tag: string, browser: string) =>
  platform.secrets.sign('knownBrowser', `${tag}:${browser}`).toString('base64url');
