/** The companies that signed up: name, slug, addresses and settings. */
export { changeSlug } from './change-slug.ts';
export { createTenant, findFreeSlug } from './create-tenant.ts';
export {
  deleteRetiredMailboxes,
  type FormerSlug,
  listFormerSlugs,
  setServingDomain,
} from './tenants.queries.ts';
export { getTenant, type Tenant } from './tenants.ts';
