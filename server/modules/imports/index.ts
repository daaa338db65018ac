/** Contacts and customers from files and into files. */
export { exportsRoutes } from './exports.routes.ts';
export { importsJobs, importsScheduledJobs } from './imports.jobs.ts';
export { importsRoutes } from './imports.routes.ts';
