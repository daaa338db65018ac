/** How a company's portal looks, and what its contacts may do there. */

export { portalSettingsRoutes } from './portal-settings.routes.ts';
export { getPortalSettings, type PortalSettings } from './portal-settings.ts';
