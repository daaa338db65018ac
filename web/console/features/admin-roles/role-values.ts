import { type Permission, WHOLE_COMPANY_PERMISSIONS } from '#shared/permissions.ts';
import type { Role, RoleBody, RolePatch } from '../../data/team.ts';

export interface RoleValues {
  name: string;
  permissions: Permission[];
  /** null: all of them. */
  customers: { id: number; name: string }[] | null;
  requiresTwoFactor: boolean;
}

export const valuesOf = (role: Role | null): RoleValues => ({
  name: role?.name ?? '',
  permissions: [...(role?.permissions ?? [])],
  customers: role?.customers ?? null,
  requiresTwoFactor: role?.requiresTwoFactor ?? false,
});

/** With a limit, what concerns the whole company cannot stay. */
export function withCustomers(
  values: RoleValues,
  customers: RoleValues['customers'],
): Pick<RoleValues, 'customers' | 'permissions'> {
  const isPossible = (each: Permission) =>
    customers === null || !WHOLE_COMPANY_PERMISSIONS.includes(each);
  return { customers, permissions: values.permissions.filter(isPossible) };
}

export const toRoleBody = ({ customers, ...values }: RoleValues): RoleBody => ({
  ...values,
  customerIds: customers?.map(({ id }) => id) ?? null,
});

/** What was changed on the page, and nothing else: somebody may be changing the rest meanwhile. */
export function toRolePatch(before: RoleValues, after: RoleValues): RolePatch {
  const names = Object.keys(after) as (keyof RoleValues)[];
  const changed = names.filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const { name, permissions, requiresTwoFactor, customerIds } = toRoleBody(after);
  return {
    ...(changed.includes('name') && { name }),
    ...(changed.includes('permissions') && { permissions }),
    ...(changed.includes('customers') && { customerIds }),
    ...(changed.includes('requiresTwoFactor') && { requiresTwoFactor }),
  };
}
