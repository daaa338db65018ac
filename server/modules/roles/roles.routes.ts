import { z } from 'zod';
import { consoleRoute, type Route } from '#platform/http/route.ts';
import { LIMITS } from '#shared/limits.ts';
import { PERMISSIONS } from '#shared/permissions.ts';
import { changeRole, createRole, deleteRole, listRoles, nameCustomers } from './roles.ts';
import { RoleView, roleView } from './roles.views.ts';

const params = z.object({ id: z.coerce.number().int().positive() });
const name = z.string().trim().min(1).max(LIMITS.nameChars);
const permissions = z
  .array(z.enum(PERMISSIONS))
  .max(PERMISSIONS.length)
  .transform((names) => [...new Set(names)]);
const customerIds = z
  .array(z.number().int().positive())
  .max(LIMITS.customersPerRole)
  .refine((ids) => ids.length > 0, 'required')
  .transform((ids) => [...new Set(ids)])
  .nullable()
  .describe('The only customers that its holders see; null: all of them');

export const rolesRoutes: readonly Route[] = [
  consoleRoute({
    method: 'GET',
    path: '/roles',
    summary: 'All roles of the company',
    // whoever sees roles beside technicians, or picks one for a key, needs the list, too
    allow: ['roles.manage', 'technicians.view', 'apiKeys.manage'],
    answer: z.object({ items: z.array(RoleView) }),
    handle: async ({ tx }) => ({ items: (await listRoles(tx)).map(roleView) }),
  }),
  consoleRoute({
    method: 'POST',
    path: '/roles',
    summary: 'Create a role',
    allow: 'roles.manage',
    body: z.object({
      name,
      permissions,
      customerIds: customerIds.default(null),
      requiresTwoFactor: z.boolean().default(false),
    }),
    answer: RoleView,
    status: 201,
    handle: async ({ tx, body }) => roleView(await nameCustomers(tx, await createRole(tx, body))),
  }),
  consoleRoute({
    method: 'PATCH',
    path: '/roles/:id',
    summary: 'Change name, permissions or customers of a role, or whether it requires two-factor',
    allow: 'roles.manage',
    params,
    body: z.object({
      name: name.optional(),
      permissions: permissions.optional(),
      requiresTwoFactor: z.boolean().optional(),
      customerIds: customerIds.optional(),
    }),
    answer: RoleView,
    handle: async ({ tx, params: { id }, body }) =>
      roleView(await nameCustomers(tx, await changeRole(tx, id, body))),
  }),
  consoleRoute({
    method: 'DELETE',
    path: '/roles/:id',
    summary: 'Delete a role; its holders get the role `moveTo`',
    allow: 'roles.manage',
    params,
    query: z.object({ moveTo: z.coerce.number().int().positive().optional() }),
    handle: ({ tx, params: { id }, query: { moveTo } }) => deleteRole(tx, id, moveTo ?? null),
  }),
];
