import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';

/** Who a host name speaks to. `host` is the host as its browser sends it, with any port. */
export type HostAudience =
  | { kind: 'console'; host: string }
  | { kind: 'portal'; host: string; tenantId: number; slug: string; isOwnDomain: boolean }
  | { kind: 'redirect'; to: string }
  /** The portal is elsewhere for good; `host` is where. */
  | { kind: 'moved'; host: string }
  | { kind: 'unknown' };

/** Short enough that a domain is free in every process well within a minute after its removal. */
const REMEMBER_MS = 5_000;
const REMEMBER_MOST = 10_000;
const SLUG = /^[a-z0-9-]{1,63}$/;
/** In ASCII, at least two labels, the last one no number: never an address. */
const DOMAIN =
  /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

export type HostResolver = (rawHost: string | undefined) => Promise<HostAudience>;

/**
 * The host decides the audience: the console's own host, a tenant's portal by its slug or by a
 * domain that it has proven, or nobody. What a name leads to is remembered for five seconds,
 * nobody too, so that a flood costs little. Only the Host header counts, never X-Forwarded-Host.
 */
export function createHostResolver(config: Config, db: Database): HostResolver {
  type Portal = { tenantId: number; slug: string } | null;
  const known = new Map<string, { portal: Promise<Portal>; until: number }>();
  const consoleHost = config.consoleHost.toLowerCase();
  const port = consoleHost.includes(':') ? consoleHost.slice(consoleHost.indexOf(':')) : '';
  const suffix = `.${config.portalSuffix}`.toLowerCase();

  function remembered(name: string, look: () => Promise<Portal>): Promise<Portal> {
    const now = Date.now();
    const entry = known.get(name);
    if (entry && entry.until > now) return entry.portal;
    if (known.size >= REMEMBER_MOST) known.clear();
    const portal = look();
    known.set(name, { portal, until: now + REMEMBER_MS });
    portal.catch(() => known.delete(name));
    return portal;
  }

  return async function resolveHost(rawHost) {
    const host = (rawHost ?? '').toLowerCase();
    if (host === consoleHost) return { kind: 'console', host };
    if (/^(127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host))
      return { kind: 'redirect', to: config.baseUrl };
    if (!host.endsWith(port)) return { kind: 'unknown' };
    const written = host.slice(0, host.length - port.length);
    // "acme.example.com." is the same name, but to a browser another place with other cookies.
    const name = written.replace(/\.$/, '');
    const isDotted = name !== written;
    if (isDotted && name + port === consoleHost) return { kind: 'moved', host: consoleHost };
    if (name.endsWith(suffix)) {
      const slug = name.slice(0, -suffix.length);
      if (!SLUG.test(slug)) return { kind: 'unknown' };
      const portal = await remembered(name, () => db.lookups.portalBySlug(slug));
      if (!portal) return { kind: 'unknown' };
      const today = portal.slug + suffix + port;
      if (today !== host) return { kind: 'moved', host: today };
      return { kind: 'portal', host, ...portal, isOwnDomain: false };
    }
    if (!DOMAIN.test(name)) return { kind: 'unknown' };
    const portal = await remembered(name, () => db.lookups.portalByDomain(name));
    if (!portal) return { kind: 'unknown' };
    if (isDotted) return { kind: 'moved', host: name + port };
    return { kind: 'portal', host, ...portal, isOwnDomain: true };
  };
}
