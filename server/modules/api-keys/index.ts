/** Keys with which scripts use the API: made in Admin, shown once, with a role's rights. */

export { loadApiKeyActor, noteKeyUse } from './api-key-actor.ts';
export { apiKeysRoutes } from './api-keys.routes.ts';
