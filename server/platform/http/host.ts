import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';

/** Who a host name speaks to. */
export type HostAudience =
  | { kind: 'console' }
  | { kind: 'portal'; tenantId: number; slug: string }
  | { kind: 'redirect'; to: string }
  | { kind: 'unknown' };

const REMEMBER_MS = 5_000;
const REMEMBER_MOST = 10_000;

/**
 * The host decides the audience: the console's own host, a tenant's portal, or nobody. A slug's
 * tenant is remembered for five seconds, unknown ones too, so that a flood costs little.
 */
export function createHostResolver(config: Config, db: Database) {
  const known = new Map<string, { tenantId: number | null; until: number }>();
  const consoleHost = config.consoleHost.toLowerCase();
  const port = consoleHost.includes(':') ? consoleHost.slice(consoleHost.indexOf(':')) : '';
  const suffix = `.${config.portalSuffix}${port}`.toLowerCase();

  async function tenantIdOf(slug: string): Promise<number | null> {
    const now = Date.now();
    const entry = known.get(slug);
    if (entry && entry.until > now) return entry.tenantId;
    const tenantId = await db.lookups.tenantIdBySlug(slug);
    if (known.size >= REMEMBER_MOST) known.clear();
    known.set(slug, { tenantId, until: now + REMEMBER_MS });
    return tenantId;
  }

  return async function resolveHost(rawHost: string | undefined): Promise<HostAudience> {
    const host = (rawHost ?? '').toLowerCase().replace(/\.(?=:|$)/, '');
    if (host === consoleHost) return { kind: 'console' };
    if (/^(127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host))
      return { kind: 'redirect', to: config.baseUrl };
    if (!host.endsWith(suffix)) return { kind: 'unknown' };
    const slug = host.slice(0, -suffix.length);
    if (!/^[a-z0-9-]{1,63}$/.test(slug)) return { kind: 'unknown' };
    const tenantId = await tenantIdOf(slug);
    return tenantId === null ? { kind: 'unknown' } : { kind: 'portal', tenantId, slug };
  };
}
