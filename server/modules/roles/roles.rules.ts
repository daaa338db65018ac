import type { Actor, Rights } from '#platform/actor.ts';
import { forbidden } from '#platform/errors.ts';
import { PERMISSIONS, type Permission, WHOLE_COMPANY_PERMISSIONS } from '#shared/permissions.ts';

export type BuiltIn = 'admin' | 'technician' | null;

const KNOWN = new Set<string>(PERMISSIONS);
const ALL: ReadonlySet<Permission> = new Set(PERMISSIONS);
const WHOLE_COMPANY: ReadonlySet<Permission> = new Set(WHOLE_COMPANY_PERMISSIONS);

/**
 * What a role gives right now. Admin is everything there is, also what a newer version brings;
 * names that this version does not know count for nothing, nor do permissions over the whole
 * company in a role that is limited to some customers.
 */
export function rightsOf(role: {
  builtIn: string | null;
  permissions: readonly string[];
  /** null: not limited. */
  customerIds: readonly number[] | null;
}): Rights {
  if (role.builtIn === 'admin') return { permissions: ALL, customerIds: null };
  const known = role.permissions.filter((name): name is Permission => KNOWN.has(name));
  if (role.customerIds === null) return { permissions: new Set(known), customerIds: null };
  return {
    permissions: new Set(known.filter((name) => !WHOLE_COMPANY.has(name))),
    customerIds: new Set(role.customerIds),
  };
}

/** The permissions that a role with these cannot have while it is limited to chosen customers. */
export const beyondLimit = (permissions: Iterable<Permission>): Permission[] =>
  [...permissions].filter((permission) => WHOLE_COMPANY.has(permission));

/**
 * Nobody hands out, or takes away, rights that he does not have himself; rights over all customers
 * are more than the same over some. The system (setup, a command on the server) may everything.
 */
export function assertMayGrant(actor: Actor, rights: Rights): void {
  if (actor.kind === 'system') return;
  if (actor.kind !== 'technician' || !covers(actor, rights)) throw forbidden('moreThanYourRights');
}

/** Whether the one holds all that the other does. */
export function covers(own: Rights, others: Rights): boolean {
  return (
    others.permissions.isSubsetOf(own.permissions) &&
    (own.customerIds === null || (others.customerIds?.isSubsetOf(own.customerIds) ?? false))
  );
}

/** Whether both hold exactly the same. */
export const isSame = (a: Rights, b: Rights): boolean => covers(a, b) && covers(b, a);
