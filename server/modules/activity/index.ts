/** Who did what last, across tickets, alerts and devices. */
export { activityRoutes } from './activity.routes.ts';
