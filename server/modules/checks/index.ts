/** Devices seen from outside: whether their pages answer and their ports are open. */
export { checksJobs, checksScheduledJobs } from './checks.jobs.ts';
export { checksRoutes } from './checks.routes.ts';
