/** What an administrator decides for the whole company. */
export { settingsRoutes } from './settings.routes.ts';
