/** Where a tenant's portal is: the name in its address, and a domain of its own. */
export { portalDomainsJobs, portalDomainsScheduledJobs } from './portal-domains.jobs.ts';
export { portalDomainsRoutes } from './portal-domains.routes.ts';
