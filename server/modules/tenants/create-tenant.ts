import type { Actor } from '#platform/actor.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { AppError, isUniqueViolation } from '#platform/errors.ts';
import type { Platform } from '#platform/platform.ts';
import type { Language } from '#shared/languages.ts';
import { numberedSlug, slugOf } from './slug.rules.ts';
import { insertGeneratedMailbox, setTimeZone } from './tenants.queries.ts';

export interface NewTenant {
  companyName: string;
  language: Language;
  timeZone?: string;
}

/** Companies of one name that an installation takes; beyond that somebody is playing. */
const NUMBERS_MAX = 1_000;

/**
 * Signs a company up: slug from its name (with a number when taken), support address, then `work`
 * in the same transaction. Two companies of one name at the same moment both succeed: the
 * second to commit finds the slug taken and tries the next.
 */
export async function createTenant<T>(
  platform: Platform,
  tenant: NewTenant,
  actor: Actor,
  work: (tx: TenantTx) => Promise<T>,
): Promise<T> {
  const wanted = slugOf(tenant.companyName);
  for (let number = 1; number <= NUMBERS_MAX; number++) {
    const slug = await findFreeSlug(platform, tenant.companyName, number);
    number = numberOf(slug, wanted);
    try {
      return await platform.db.withNewTenant({ ...tenant, slug }, actor, async (tx) => {
        await insertGeneratedMailbox(tx, `${slug}@${platform.config.mailDomain}`);
        if (tenant.timeZone) await setTimeZone(tx, tenant.timeZone);
        return work(tx);
      });
    } catch (error) {
      if (!isSlugTaken(error)) throw error;
    }
  }
  throw new AppError(409, 'companyNameTaken');
}

/** The slug that a company of this name would get now; looking starts at the given number. */
export async function findFreeSlug(
  platform: Platform,
  companyName: string,
  from = 1,
): Promise<string> {
  const wanted = slugOf(companyName);
  for (let number = from; number <= NUMBERS_MAX; number++) {
    const slug = numberedSlug(wanted, number);
    if ((await platform.db.lookups.tenantIdBySlug(slug)) === null) return slug;
  }
  throw new AppError(409, 'companyNameTaken');
}

function numberOf(slug: string, wanted: string): number {
  return slug === wanted ? 1 : Number(slug.slice(wanted.length + 1));
}

/**
 * The slug is another tenant's, today's or a former one that still redirects, or the support address
 * below it is.
 */
export const isSlugTaken = (error: unknown): boolean =>
  ['tenants_slug_key', 'portal_slugs_pkey', 'mail_addresses_pkey'].some((constraint) =>
    isUniqueViolation(error, constraint),
  );
