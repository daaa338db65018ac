/**
 * What needs attention: raised and resolved by thresholds, checks, scripts and other systems. Whatever
 * says that something is wrong calls `raiseAlert`; tickets, mails and notices follow in a job.
 */
export type { AlertFilters } from './alert-list.queries.ts';
export { alertsJobs } from './alerts.jobs.ts';
export { alertsRoutes } from './alerts.routes.ts';
export { AlertView } from './alerts.views.ts';
export {
  type EvaluatedDevice,
  endSilence,
  evaluateCertificate,
  evaluateSamples,
  watchedServicesOf,
} from './evaluate-device.ts';
export { countActiveAlerts, countAlerts, listAlerts } from './list-alerts.ts';
export {
  type AlertWanted,
  raiseAlert,
  raiseAlerts,
  resolveAlert,
  resolveAlerts,
} from './raise-alert.ts';
export { alertsScheduledJobs } from './watch-alerts.ts';
