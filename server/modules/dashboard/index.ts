/** What each technician sees first: which cards, in which order, and the first steps of a new company. */
export { dashboardRoutes } from './dashboard.routes.ts';
