/** Forgotten, first and new passwords: links by mail for both audiences, and the change in the portal. */
export { passwordsRoutes } from './passwords.routes.ts';
export { portalPasswordsRoutes } from './portal-passwords.routes.ts';
