/** Thresholds of devices, and what follows when one is passed. */
export { listAllAssignments, listProfileRows, type ProfileRow } from './profiles.queries.ts';
export { alertProfilesRoutes } from './profiles.routes.ts';
export { isToHear, mostSpecific, ticketRuleFor } from './profiles.rules.ts';
export { profileOfDevice, profileOrDefault, requireProfile } from './profiles.ts';
