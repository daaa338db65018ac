/** Roles: named sets of permissions; every technician and API key has exactly one. */

export { createBuiltInRoles, limitOfRole, lockAdminRole } from './roles.queries.ts';
export { rolesRoutes } from './roles.routes.ts';
export { assertMayGrant, isSame, rightsOf } from './roles.rules.ts';
export { createRole, findRole, getBuiltInRole, type Role } from './roles.ts';
export { RoleRef, roleRef } from './roles.views.ts';
