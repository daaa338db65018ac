import type { FastifyRequest } from 'fastify';
import { forbidden } from '../errors.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Defence against forged requests from other pages. Portals are same-site with the console, so
 * SameSite cookies alone would let one tenant's portal call the console: what changes something
 * must come from exactly this origin. Browsers always send Origin with such requests; scripts
 * that bring a key and no cookie need none.
 */
export function checkOrigin(request: FastifyRequest, expectedOrigin: string): void {
  if (SAFE.has(request.method)) return;
  const { origin, cookie, authorization } = request.headers;
  if (origin === expectedOrigin) return;
  if (origin === undefined && (authorization || !cookie)) return;
  throw forbidden('foreignOrigin');
}
