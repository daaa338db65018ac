import { z } from 'zod';
import { PERMISSIONS } from '#shared/permissions.ts';
import type { Role, RoleWithCustomers } from './roles.ts';

const BuiltInView = z.enum(['admin', 'technician']).nullable();

export const RoleView = z.object({
  id: z.number(),
  name: z.string(),
  builtIn: BuiltInView,
  permissions: z.array(z.enum(PERMISSIONS)),
  /** Its holders have to set up two-factor sign-in before anything else. */
  requiresTwoFactor: z.boolean(),
  customers: z
    .array(z.object({ id: z.number(), name: z.string() }))
    .nullable()
    .describe('The only customers that its holders see; null: all of them'),
  holderCount: z.number(),
});

/** A role where it is only named, e.g. beside a technician. */
export const RoleRef = RoleView.pick({ id: true, name: true, builtIn: true });

export const roleView = (role: RoleWithCustomers) => ({
  ...role,
  permissions: [...role.permissions],
});

export const roleRef = (row: {
  role_id: number;
  role_name: string;
  role_built_in: string | null;
}) => ({
  id: row.role_id,
  name: row.role_name,
  builtIn: row.role_built_in as Role['builtIn'],
});
