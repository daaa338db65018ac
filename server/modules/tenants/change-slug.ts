import { recordAudit } from '#modules/audit/index.ts';
import { clock, DAY_MS, inMs } from '#platform/clock.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { conflict, invalid, refused } from '#platform/errors.ts';
import { publish } from '#platform/events/event-hub.ts';
import { FORMER_SLUG_DAYS, FORMER_SLUGS_MAX } from '#shared/portal-domains.ts';
import { isSlugTaken } from './create-tenant.ts';
import { refusalOfSlug } from './slug.rules.ts';
import {
  listFormerSlugs,
  lockTenantRow,
  replaceGeneratedMailbox,
  updateSlug,
} from './tenants.queries.ts';

/**
 * Changes the name in the portal's address and in the generated support address. The old ones
 * redirect and take mail for 90 days, in which nobody else can have them; the company itself can
 * have them back. Throws 400 with the field `slug` (`slugForm`, `slugReserved`, `slugTaken`), 409
 * `conflict` when it is not `from` any more, and 409 `slugChangedTooOften`.
 */
export async function changeSlug(
  tx: TenantTx,
  change: { slug: string; from: string },
): Promise<void> {
  const { slug, from } = change;
  const refusal = refusalOfSlug(slug);
  if (refusal) throw invalid({ field: 'slug', code: refusal, params: { slug } });
  const tenant = await lockTenantRow(tx);
  if (tenant.slug === slug) return;
  if (tenant.slug !== from) throw conflict({ slug: tenant.slug });
  await refuseTooMany(tx, slug);
  const { mailDomain } = tx.platform.config;
  try {
    await updateSlug(tx, slug);
    await replaceGeneratedMailbox(tx, {
      from: `${tenant.slug}@${mailDomain}`,
      to: `${slug}@${mailDomain}`,
      retiresAt: inMs(FORMER_SLUG_DAYS * DAY_MS),
    });
  } catch (error) {
    if (isSlugTaken(error)) throw invalid({ field: 'slug', code: 'slugTaken', params: { slug } });
    throw error;
  }
  await recordAudit(tx, {
    action: 'portal.slugChanged',
    subjectKind: 'company',
    subjectId: tenant.id,
    subjectName: tenant.company_name,
    details: { old: { slug: tenant.slug }, new: { slug } },
  });
  await publish(tx, { kind: 'settings', ids: {} });
}

/** Each change keeps a name from everybody else for a while, so there may not be many of them. */
async function refuseTooMany(tx: TenantTx, slug: string): Promise<void> {
  const former = await listFormerSlugs(tx);
  const isBack = former.some((name) => name.slug === slug);
  const oldest = former.at(-1);
  if (isBack || !oldest || former.length < FORMER_SLUGS_MAX) return;
  const waitMs = oldest.redirectsUntil.getTime() - clock.now().getTime();
  throw refused('slugChangedTooOften', { count: Math.max(1, Math.ceil(waitMs / DAY_MS)) });
}
