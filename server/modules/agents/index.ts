/** The entrance for machines: how they are enrolled, and what their agents report. */
export { agentsRoutes } from './agents.routes.ts';
export { deviceGuard } from './identify-device.ts';
