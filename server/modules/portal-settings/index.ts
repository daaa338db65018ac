/** How a company's portal looks, and what its contacts may do there. */
export { getPortalSettings, type PortalSettings } from './portal-settings.ts';
