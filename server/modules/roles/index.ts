/** Roles: named sets of permissions; every technician and API key has exactly one. */

export { createBuiltInRoles, lockAdminRole } from './roles.queries.ts';
export { rolesRoutes } from './roles.routes.ts';
export { assertMayGrant, permissionsOf } from './roles.rules.ts';
export { createRole, findRole, getBuiltInRole, type Role } from './roles.ts';
export { RoleRef, roleRef } from './roles.views.ts';
