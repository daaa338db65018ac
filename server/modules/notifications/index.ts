/** What technicians are told of: in the console and by e-mail, as each has chosen. */
export { notificationsJobs, notificationsScheduledJobs } from './notifications.jobs.ts';
export { notificationsRoutes } from './notifications.routes.ts';
export { type AlertNews, tellOfAlerts } from './tell-of-alerts.ts';
export { tellOfNewTicket } from './tell-technicians.ts';
