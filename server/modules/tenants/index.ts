/** The companies that signed up: name, slug, addresses and settings. */
export { createTenant, findFreeSlug } from './create-tenant.ts';
export { getTenant, type Tenant } from './tenants.ts';
