import { getTenant } from '#modules/tenants/index.ts';
import type { TenantTx } from '#platform/db/tenant-tx.ts';
import { findCategorySlug } from './read-articles.queries.ts';

/** Where readers find the article in the portal, once they may. */
export async function articleAddress(
  tx: TenantTx,
  article: { category_id: number; slug: string },
): Promise<string> {
  const { portalAddress } = await getTenant(tx);
  return `${portalAddress}/kb/${await findCategorySlug(tx, article.category_id)}/${article.slug}`;
}
