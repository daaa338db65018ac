/** Profile pictures of technicians: taken in, cut to a square, and shown. */
export { picturesJobs } from './pictures.jobs.ts';
export { picturesRoutes } from './pictures.routes.ts';
