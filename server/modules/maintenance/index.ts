/** Times in which alerts of the company, a customer or a device wake nobody. */
export { maintenanceChanged } from './maintenance-changed.ts';
export { maintenanceRoutes } from './windows.routes.ts';
export { findMaintenance } from './windows.ts';
