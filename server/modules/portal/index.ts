/** Who else of a company is on the portal. */
export { peopleRoutes } from './people.routes.ts';
export { portalScheduledJobs } from './portal.jobs.ts';
export { portalDevicesRoutes } from './portal-devices.routes.ts';
/** What contacts do with their tickets in the portal. */
export { portalTicketsRoutes } from './portal-tickets.routes.ts';
/** Whose portal a host is. */
export { getSite, siteRoutes } from './site.routes.ts';
